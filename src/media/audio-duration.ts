/** How long an uploaded recording is, by its container; no sample is decoded. */
import { once } from "node:events";
import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import { layer2Seconds, programSeconds } from "./mpeg-seconds.ts";
import { type MediaFormat, sniff } from "./sniff.ts";
import { createTurns } from "./turns.ts";

export type AudioFormat = Exclude<MediaFormat, "png" | "jpeg" | "webp" | "gif">;

export interface AudioFacts {
  format: AudioFormat;
  seconds: number;
}

/** An hour of MP3 without an index takes a quarter of this at most. */
const DEADLINE_MS = 2_000;
const MEMORY_MEGABYTES = 256;

/**
 * A damaged FLAC can send mediabunny round in circles for ever, without a turn for any timer, and other parsers that were
 * tried have files of their own that they do not come back from. A thread can be ended at any time.
 * It is text because a thread starts from a file, and that would have another name once built than in tests.
 */
const READER = `
const { parentPort, workerData } = require("node:worker_threads");
const { ALL_FORMATS, BufferSource, Input, Logging, LogLevel } = require(workerData);
Logging.level = LogLevel.Silent;
parentPort.on("message", async (bytes) => {
  const input = new Input({ source: new BufferSource(bytes), formats: ALL_FORMATS });
  const seconds = await input
    .getPrimaryAudioTrack()
    .then((track) => track?.computeDuration())
    .catch(() => undefined);
  input.dispose();
  parentPort.postMessage(seconds);
});
parentPort.postMessage("ready");`;

let reader: Worker | undefined;
/** One file at a time, so that a file is not charged for the time of others. */
const inTurn = createTurns(1);

/** A thread that has loaded its parser: that takes longer than most files, which must not be charged for it. */
async function startReader(): Promise<Worker> {
  const worker = new Worker(READER, {
    eval: true,
    workerData: createRequire(import.meta.url).resolve("mediabunny"),
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MEGABYTES },
  });
  // A thread that runs out of memory while it is being ended has nobody who waits for its answer.
  worker.on("error", () => {});
  await once(worker, "message");
  return worker;
}

/** Asks the thread, which is started by the first file and after every file that it was lost to. Never rejects. */
async function measure(bytes: Uint8Array): Promise<number | undefined> {
  try {
    reader ??= await startReader();
    // While it reads, the thread keeps the process alive; while it waits for work, it must not.
    reader.ref();
    const answer = once(reader, "message", { signal: AbortSignal.timeout(DEADLINE_MS) });
    reader.postMessage(bytes);
    const [seconds] = await answer;
    return typeof seconds === "number" && Number.isFinite(seconds) && seconds > 0 ? seconds : undefined;
  } catch {
    await reader?.terminate();
    reader = undefined;
    return undefined;
  } finally {
    reader?.unref();
  }
}

/** The longest and the smallest frame a FLAC file can have: one constant value between its header and its checksum. */
const LONGEST_FRAME_SAMPLES = 65_535;
const SMALLEST_FRAME_BYTES = 10;

/**
 * The samples that STREAMINFO counts (RFC 9639, 8.2), which comes first in every FLAC file; a count of 0 means unknown.
 * 0 seconds where the frames that follow are missing or far too few for what is claimed.
 */
function flacSeconds(bytes: Uint8Array): number | undefined {
  if (bytes.length < 26 || bytes[0] !== 0x66 || ((bytes[4] ?? 0) & 0x7f) !== 0) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const rateHz = view.getUint32(18) >>> 12;
  const samples = (view.getUint8(21) & 0xf) * 2 ** 32 + view.getUint32(22);
  if (rateHz === 0 || samples === 0) return undefined;
  let offset = 4;
  // The first bit of a metadata block marks the last one, the three bytes after it are its length.
  for (let isLast = false; !isLast && offset + 4 <= bytes.length; ) {
    const header = view.getUint32(offset);
    isLast = header >>> 31 === 1;
    offset += 4 + (header & 0xffffff);
  }
  const isFrame = offset + 2 <= bytes.length && (view.getUint16(offset) & 0xfffe) === 0xfff8;
  const frames = Math.ceil(samples / LONGEST_FRAME_SAMPLES);
  return isFrame && bytes.length - offset >= frames * SMALLEST_FRAME_BYTES ? samples / rateHz : 0;
}

/** What mediabunny does not read. */
const OLDER: Readonly<Partial<Record<AudioFormat, (bytes: Uint8Array) => number | undefined>>> = {
  mp2: layer2Seconds,
  mpeg: programSeconds,
};

const isAudio = (format: MediaFormat | undefined): format is AudioFormat =>
  format !== undefined && !["png", "jpeg", "webp", "gif"].includes(format);

/**
 * Reads the duration of a WAV, MP3, MP2, FLAC, Ogg, ADTS, MP4 (M4A) or WebM file or an MPEG program stream with sound.
 *
 * @returns Undefined for bytes that are no such file, have no sound track, are too damaged to tell, or take longer than
 *   two seconds. Never rejects.
 */
export async function audioDuration(bytes: Uint8Array): Promise<AudioFacts | undefined> {
  const format = sniff(bytes);
  if (!isAudio(format)) return undefined;
  const older = OLDER[format];
  if (older !== undefined) {
    const seconds = older(bytes);
    return seconds === undefined ? undefined : { format, seconds };
  }
  const counted = format === "flac" ? flacSeconds(bytes) : undefined;
  if (counted !== undefined) return counted > 0 ? { format, seconds: counted } : undefined;
  const seconds = await inTurn(() => measure(bytes));
  return seconds === undefined ? undefined : { format, seconds };
}
