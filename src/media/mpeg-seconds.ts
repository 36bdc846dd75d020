/**
 * How long MPEG audio of the layers before MP3 is, alone or in a program stream, which is what `.mpeg` files are: the parser
 * of the other containers reads neither. ISO/IEC 11172-3, 2.4.2.3, for frames; 11172-1 and 13818-1 for packets.
 */

/** Kilobits a second by the index in a frame's header, for layer II of version 1 and of the later versions. */
const RATES_OF_1 = [0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384];
const RATES_OF_2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const SAMPLES_PER_SECOND = [44_100, 48_000, 32_000];
const SAMPLES_PER_FRAME = 1_152;

interface Frame {
  bytes: number;
  seconds: number;
}

/** The frame of layer II whose header lies at the offset. */
function frameAt(bytes: Uint8Array, offset: number): Frame | undefined {
  const [sync = 0, second = 0, third = 0] = bytes.subarray(offset, offset + 3);
  const version = (second >> 3) & 3;
  if (sync !== 0xff || second < 0xe0 || version === 1 || ((second >> 1) & 3) !== 2) return undefined;
  const kilobits = (version === 3 ? RATES_OF_1 : RATES_OF_2)[third >> 4] ?? 0;
  const rate = (SAMPLES_PER_SECOND[(third >> 2) & 3] ?? 0) / (version === 3 ? 1 : version === 2 ? 2 : 4);
  if (kilobits === 0 || rate === 0) return undefined;
  const padding = (third >> 1) & 1;
  return { bytes: Math.floor((144_000 * kilobits) / rate) + padding, seconds: SAMPLES_PER_FRAME / rate };
}

/** The seconds of whole frames that follow each other; undefined where not even two do. */
export function layer2Seconds(bytes: Uint8Array): number | undefined {
  let seconds = 0;
  let frames = 0;
  let offset = 0;
  for (let frame = frameAt(bytes, 0); frame && offset + frame.bytes <= bytes.length; frame = frameAt(bytes, offset)) {
    offset += frame.bytes;
    seconds += frame.seconds;
    frames++;
  }
  return frames < 2 ? undefined : seconds;
}

const PACK = 0xba;

/** The seconds of the first sound of a program stream; undefined when there is none of layer II. */
export function programSeconds(bytes: Uint8Array): number | undefined {
  const parts: Uint8Array[] = [];
  let stream: number | undefined;
  for (let at = 0; at + 6 <= bytes.length && bytes[at] === 0 && bytes[at + 1] === 0 && bytes[at + 2] === 1; ) {
    const code = bytes[at + 3] as number;
    const isSecond = ((bytes[at + 4] as number) & 0xc0) === 0x40;
    const length = ((bytes[at + 4] as number) << 8) | (bytes[at + 5] as number);
    const end = at + (code !== PACK ? 6 + length : isSecond ? 14 + ((bytes[at + 13] ?? 0) & 7) : 12);
    if (code >= 0xc0 && code <= 0xdf && code === (stream ?? code)) {
      stream = code;
      parts.push(bytes.subarray(payloadOf(bytes, at + 6), end));
    }
    at = end;
  }
  return layer2Seconds(Buffer.concat(parts));
}

/** Where the sound of a packet begins, behind the marks of version 1 or the header of version 2. */
function payloadOf(bytes: Uint8Array, start: number): number {
  if (((bytes[start] ?? 0) & 0xc0) === 0x80) return start + 3 + (bytes[start + 2] ?? 0);
  let at = start;
  while (bytes[at] === 0xff) at++;
  if (((bytes[at] ?? 0) & 0xc0) === 0x40) at += 2;
  const stamps = (bytes[at] ?? 0) >> 4;
  return at + (stamps === 2 ? 5 : stamps === 3 ? 10 : 1);
}
