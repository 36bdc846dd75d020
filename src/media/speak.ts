/** Speech for a text: tones that any player accepts, as long as a person would take to read the text aloud. */
import { setImmediate } from "node:timers/promises";
import { hash } from "../lib/random.ts";
import { encodeAac } from "./encode-aac.ts";
import { encodeOpus } from "./encode-opus.ts";
import { encodePcm } from "./encode-pcm.ts";
import { createTurns } from "./turns.ts";
import { SAMPLE_RATE, type Song, type Speech, sing } from "./voice.ts";
import { encodeWav } from "./wav.ts";

export interface SpeakOptions extends Partial<Omit<Speech, "text">> {
  text: string;
  format: SpeechFormat;
}

export interface SpokenAudio {
  bytes: Uint8Array;
  mediaType: string;
  /** How long the speech is. The file may be one frame longer: 24 ms of MP3, 43 ms of AAC. */
  seconds: number;
}

/** Samples of silence that LAME puts before and after a sound, on average. */
const MP3_PADDING_SAMPLES = 1_500;

/** The samples without so much of the silence at their end, so that a padded file is as long as the speech. */
function trimEnd(samples: Int16Array, padding: number): Int16Array {
  let end = samples.length;
  while (end > samples.length - padding && end > 1 && samples[end - 1] === 0) end--;
  return samples.subarray(0, end);
}

// Little-endian like every machine that Node runs on, as the API documents `pcm`.
const bytesOf = (samples: Int16Array) => new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength);

interface Format {
  mediaType: string;
  encode(song: Song, serial: number): Uint8Array | Promise<Uint8Array>;
}

const FORMATS = {
  mp3: { mediaType: "audio/mpeg", encode: ({ samples }) => encodePcm(trimEnd(samples, MP3_PADDING_SAMPLES), "mp3") },
  opus: { mediaType: "audio/ogg", encode: ({ samples }, serial) => encodeOpus(samples, serial) },
  aac: { mediaType: "audio/aac", encode: encodeAac },
  flac: { mediaType: "audio/flac", encode: ({ samples }) => encodePcm(samples, "flac") },
  wav: { mediaType: "audio/wav", encode: ({ samples }) => encodeWav(bytesOf(samples), SAMPLE_RATE) },
  pcm: { mediaType: "audio/pcm", encode: ({ samples }) => bytesOf(samples) },
} satisfies Record<string, Format>;

export type SpeechFormat = keyof typeof FORMATS;

/**
 * How many speak at once. The samples of the longest speech take 60 MB and an encoder is a thread with some 16 MB of its
 * own; more of them than cores would not be faster.
 */
const inTurn = createTurns(4);

/**
 * Says a text. The same options give the same bytes.
 *
 * @param options.voice Any name; default `alloy`. Each has a pitch and a timbre of its own.
 * @param options.speed 1 by default: 150 words a minute. Must be above 0.
 * @param options.seed 0 by default; another seed gives the same words another melody.
 * @returns One channel at 24 kHz. `pcm` is 16-bit little-endian samples without a header; `opus` is Opus in Ogg, `aac`
 *   is AAC-LC in ADTS. A text without words is a silence of 0.2 seconds.
 */
export const speak = (options: SpeakOptions): Promise<SpokenAudio> => inTurn(() => speakNow(options));

async function speakNow({ text, format, voice = "alloy", speed = 1, seed = 0 }: SpeakOptions): Promise<SpokenAudio> {
  const song = sing({ text, voice, speed, seed });
  // Singing and encoding take tens of milliseconds each when there is much to say: others get their turn between them.
  await setImmediate();
  const { mediaType, encode }: Format = FORMATS[format];
  const bytes = await encode(song, hash(`${voice}\n${text}`, seed) % 2 ** 32);
  return { bytes, mediaType, seconds: song.samples.length / SAMPLE_RATE };
}
