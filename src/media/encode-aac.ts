/**
 * AAC of sounds that repeat. FFmpeg's encoder needs a quarter of real time, too long for minutes of speech, but an AAC
 * frame depends on no frame before it: every distinct sound is encoded once, and its frames are laid wherever it is heard.
 */
import { encodePcm } from "./encode-pcm.ts";
import { BLOCK_SAMPLES, type Song } from "./voice.ts";

const ADTS_HEADER_BYTES = 7;

/** The frames of an ADTS stream, headers included (ISO/IEC 13818-7, 6.2: the length has 13 bits from bit 30 on). */
function* framesOf(stream: Uint8Array): Generator<Uint8Array> {
  for (let offset = 0; offset < stream.length; ) {
    const [high = 0, middle = 0, low = 0] = stream.subarray(offset + 3, offset + 6);
    const length = ((high & 3) << 11) | (middle << 3) | (low >> 5);
    yield stream.subarray(offset, offset + length);
    offset += length;
  }
}

/** A data stream element of up to 254 zeros, and the two bytes before them. */
const LONGEST_FILLING_BYTES = 256;

/**
 * The frame at `length` bytes, filled up with data stream elements that decoders skip. The id, tag, alignment flag and
 * count of such an element take two bytes (ISO/IEC 13818-7, 6.3), so the rest of the frame moves by whole bytes.
 */
function padFrame(frame: Uint8Array, length: number): Uint8Array {
  const padded = new Uint8Array(length);
  padded.set(frame.subarray(0, ADTS_HEADER_BYTES));
  padded[3] = ((frame[3] ?? 0) & 0xfc) | (length >> 11);
  padded[4] = (length >> 3) & 0xff;
  padded[5] = ((frame[5] ?? 0) & 0x1f) | ((length & 7) << 5);
  let offset = ADTS_HEADER_BYTES;
  for (let filling = length - frame.length; filling > 0; ) {
    // No element is one byte long, so none may be left over.
    const bytes = filling === LONGEST_FILLING_BYTES + 1 ? filling - 2 : Math.min(filling, LONGEST_FILLING_BYTES);
    padded.set([0x80, bytes - 2], offset);
    offset += bytes;
    filling -= bytes;
  }
  padded.set(frame.subarray(ADTS_HEADER_BYTES), offset);
  return padded;
}

/**
 * Encodes speech as AAC-LC in ADTS frames of `BLOCK_SAMPLES`.
 *
 * @returns All frames are equally long: ADTS has no duration, so players divide the size of the file by its bit rate.
 */
export async function encodeAac({ samples, sounds }: Song): Promise<Uint8Array> {
  // The bank holds every distinct sound with silence around it; its first block stands for silence itself.
  const starts = new Map<Int16Array, number>();
  const bank: Int16Array[] = [new Int16Array(2 * BLOCK_SAMPLES)];
  let blocks = 2;
  for (const { samples } of sounds) {
    if (starts.has(samples)) continue;
    starts.set(samples, blocks);
    bank.push(samples, new Int16Array(2 * BLOCK_SAMPLES));
    blocks += samples.length / BLOCK_SAMPLES + 2;
  }
  const joined = new Int16Array(blocks * BLOCK_SAMPLES);
  let offset = 0;
  for (const part of bank) {
    joined.set(part, offset);
    offset += part.length;
  }

  const frames = [...framesOf(await encodePcm(joined, "aac"))];
  const silence = frames[0] as Uint8Array;
  const speech = Array<Uint8Array>(Math.ceil(samples.length / BLOCK_SAMPLES)).fill(silence);
  for (const { block, samples } of sounds) {
    const start = starts.get(samples) as number;
    // Frame n overlaps the blocks n - 1 and n, so a sound reaches one frame beyond its blocks.
    for (let index = 0; index <= samples.length / BLOCK_SAMPLES && block + index < speech.length; index++) {
      speech[block + index] = frames[start + index] as Uint8Array;
    }
  }
  // Two bytes more than needed: the shortest filling there is.
  const longest = Math.max(...frames.map(({ length }) => length)) + 2;
  const padded = new Map(frames.map((frame) => [frame, padFrame(frame, longest)]));
  return Buffer.concat(speech.map((frame) => padded.get(frame) as Uint8Array));
}
