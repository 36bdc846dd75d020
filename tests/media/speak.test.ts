import { expect, test } from "vitest";
import { sniff } from "../../src/media/sniff.ts";
import { type SpeechFormat, speak } from "../../src/media/speak.ts";
import { decode, probe } from "./ffmpeg.ts";

const TEXT = "The twin answers like the gateway. It takes its time, word for word, and never tires of it.";
const RAW = ["-f", "s16le", "-ar", "24000", "-ac", "1"];
const FORMATS: { format: SpeechFormat; codec: string; mediaType: string; input?: string[] }[] = [
  { format: "mp3", codec: "mp3", mediaType: "audio/mpeg" },
  { format: "opus", codec: "opus", mediaType: "audio/ogg" },
  { format: "aac", codec: "aac", mediaType: "audio/aac" },
  { format: "flac", codec: "flac", mediaType: "audio/flac" },
  { format: "wav", codec: "pcm_s16le", mediaType: "audio/wav" },
  { format: "pcm", codec: "pcm_s16le", mediaType: "audio/pcm", input: RAW },
];

/** How alike two sounds are where `spoken` is loud: 1 for equal, 0 for unrelated. The codec may delay by `lag`. */
function likeness(spoken: Int16Array, heard: Int16Array, lag: number): number {
  let product = 0;
  let energies = [0, 0];
  for (let index = 0; index + lag < Math.min(spoken.length, heard.length); index++) {
    const [a, b] = [spoken[index] as number, heard[index + lag] as number];
    product += a * b;
    energies = [(energies[0] as number) + a * a, (energies[1] as number) + b * b];
  }
  return product / Math.sqrt((energies[0] as number) * (energies[1] as number));
}

const samplesOf = (bytes: Uint8Array) => new Int16Array(bytes.slice().buffer);

test.each(FORMATS)(
  "$format is what it claims and as long as the speech",
  async ({ format, codec, mediaType, input }) => {
    const spoken = await speak({ text: TEXT, format });
    expect(spoken.mediaType).toBe(mediaType);
    const { streams, format: container } = probe(spoken.bytes, input);
    expect(streams).toMatchObject([{ codec_name: codec, channels: 1 }]);
    // Opus is always decoded at 48 kHz.
    expect(streams[0]?.sample_rate).toBe(format === "opus" ? "48000" : "24000");
    expect(Math.abs(Number(container.duration) / spoken.seconds - 1)).toBeLessThan(0.02);
  },
);

test.each(FORMATS)("$format decodes without complaint into the sound that was sung", async ({ format, input = [] }) => {
  const { bytes, seconds } = await speak({ text: TEXT, format });
  const heard = decode(bytes, { input, kind: "sound" });
  expect(heard.complaints).toBe("");
  expect(Math.abs(heard.bytes.length / 48_000 / seconds - 1)).toBeLessThan(0.02);
  const original = samplesOf((await speak({ text: TEXT, format: "pcm" })).bytes);
  const lag = { mp3: 1105, aac: 1024, opus: 0, flac: 0, wav: 0, pcm: 0 }[format];
  expect(likeness(original, samplesOf(heard.bytes), lag)).toBeGreaterThan(0.97);
});

test.each(FORMATS)("$format repeats byte for byte, also when spoken at the same time", async ({ format }) => {
  const say = (seed = 1) => speak({ text: "Say it again", voice: "nova", format, seed });
  const [first, second, other] = await Promise.all([say(), say(), say(2)]);
  expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
  expect(Buffer.compare(first.bytes, other.bytes)).not.toBe(0);
});

test.each(FORMATS)("the longest input fills one $format file", async ({ format, input }) => {
  const { bytes, seconds } = await speak({ text: TEXT.repeat(50).slice(0, 4_096), format });
  expect(seconds).toBeGreaterThan(240);
  expect(Math.abs(Number(probe(bytes, input).format.duration) / seconds - 1)).toBeLessThan(0.01);
});

test("many speak at the same time, each its own words", async () => {
  const texts = Array.from({ length: 30 }, (_, index) => `Number ${index}. ${TEXT.slice(0, index)}`);
  const formats = FORMATS.map(({ format }) => format);
  const say = (text: string, index: number) =>
    speak({ text, format: formats[index % formats.length] as SpeechFormat, speed: 4 });
  const together = await Promise.all(texts.map(say));
  for (const index of [0, 7, 14, 21, 28]) {
    const alone = await say(texts[index] as string, index);
    expect(Buffer.compare((together[index] as typeof alone).bytes, alone.bytes)).toBe(0);
  }
});

test.each(["mp3", "aac", "opus"] as const)("%s stays intact whatever is said, however fast", async (format) => {
  for (const options of [
    { text: "a", speed: 1 },
    { text: "…", speed: 1 },
    { text: "Uncharacteristically 1234567890 ミックス 日本語 emoji 🦊!", speed: 4 },
    { text: "slow", speed: 0.25 },
    { text: "sss fff ttt rhythm", speed: 2, voice: "onyx" },
  ]) {
    const { bytes, seconds } = await speak({ ...options, format });
    const heard = decode(bytes, { kind: "sound" });
    expect(heard.complaints).toBe("");
    // The frames of a codec are coarse beside a fifth of a second.
    expect(Math.abs(heard.bytes.length / 48_000 - seconds)).toBeLessThan(0.1);
  }
});

test("speed divides the time", async () => {
  const secondsAt = async (speed: number) => (await speak({ text: TEXT, format: "pcm", speed })).seconds;
  expect(await secondsAt(2)).toBeCloseTo((await secondsAt(1)) / 2, 2);
  expect(await secondsAt(0.25)).toBeCloseTo((await secondsAt(1)) * 4, 2);
});

test("each voice sounds different, and none clips or is silent", async () => {
  const voices = ["alloy", "ash", "coral", "echo", "nova", "onyx"];
  const sounds = await Promise.all(voices.map((voice) => speak({ text: TEXT, voice, format: "pcm" })));
  const distinct = new Set(sounds.map(({ bytes }) => Buffer.from(bytes).toString("latin1")));
  expect(distinct.size).toBe(voices.length);
  for (const { bytes } of sounds) {
    const peak = samplesOf(bytes).reduce((highest, value) => Math.max(highest, Math.abs(value)), 0);
    expect(peak).toBeGreaterThan(5_000);
    expect(peak).toBeLessThan(32_000);
  }
});

test.each(FORMATS.filter(({ format }) => format !== "pcm"))(
  "$format is recognised by its first bytes",
  async ({ format }) => {
    const { bytes } = await speak({ text: "Hello", format });
    expect(sniff(bytes)).toBe(format === "opus" ? "ogg" : format);
  },
);
