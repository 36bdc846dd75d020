/** Uploads: what they are, how large, how long; and that nothing a caller may send brings the twin down. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createRandom } from "../../src/lib/random.ts";
import { audioDuration } from "../../src/media/audio-duration.ts";
import { readImage } from "../../src/media/read-image.ts";
import { sniff } from "../../src/media/sniff.ts";
import { convertStreaming, probe } from "./ffmpeg.ts";

const fixture = (name: string) => readFileSync(new URL(`../../fixtures/media/${name}`, import.meta.url));

const SOUNDS = [
  { name: "speech.wav", format: "wav" },
  { name: "speech.mp3", format: "mp3" },
  { name: "speech.flac", format: "flac" },
  { name: "speech.ogg", format: "ogg" },
  { name: "speech.opus", format: "ogg" },
  { name: "speech.m4a", format: "m4a" },
  { name: "speech.webm", format: "webm" },
  { name: "speech.aac", format: "aac" },
] as const;

const IMAGES = [
  { name: "picture.png", format: "png", width: 256, height: 192, hasAlpha: false },
  { name: "picture.jpg", format: "jpeg", width: 256, height: 192, hasAlpha: false },
  { name: "picture.webp", format: "webp", width: 256, height: 192, hasAlpha: false },
  { name: "transparent.png", format: "png", width: 128, height: 128, hasAlpha: true },
] as const;

test.each(SOUNDS)("$name is $format and lasts as long as ffprobe says", async ({ name, format }) => {
  const bytes = fixture(name);
  const facts = await audioDuration(bytes);
  expect(facts?.format).toBe(format);
  expect(Math.abs((facts?.seconds ?? 0) - 2.113)).toBeLessThan(0.05);
  expect(Math.abs((facts?.seconds ?? 0) - Number(probe(bytes).format.duration))).toBeLessThan(0.05);
});

test.each([
  { what: "a WAV that was streamed", args: ["-f", "wav"], format: "wav" },
  { what: "a 24-bit WAV", args: ["-c:a", "pcm_s24le", "-f", "wav"], format: "wav" },
  { what: "a stereo WAV of floats", args: ["-c:a", "pcm_f32le", "-ac", "2", "-f", "wav"], format: "wav" },
  {
    what: "an MP3 of variable rate without an index",
    args: ["-q:a", "5", "-write_xing", "0", "-f", "mp3"],
    format: "mp3",
  },
  { what: "an MP3 at 44.1 kHz with tags", args: ["-ar", "44100", "-metadata", "title=x", "-f", "mp3"], format: "mp3" },
  { what: "a FLAC without a count of samples", args: ["-f", "flac"], format: "flac" },
  { what: "a WebM as a browser records it", args: ["-c:a", "libopus", "-f", "webm"], format: "webm" },
  {
    what: "an MP4 in fragments",
    args: ["-c:a", "aac", "-movflags", "frag_keyframe+empty_moov", "-f", "mp4"],
    format: "m4a",
  },
  { what: "an MP2", args: ["-f", "mp2"], format: "mp2" },
  { what: "an MPEG file", args: ["-f", "mpeg"], format: "mpeg" },
  { what: "an MPEG file of version 2", args: ["-f", "vob"], format: "mpeg" },
])("the duration of $what is read", async ({ args, format }) => {
  const facts = await audioDuration(convertStreaming(fixture("speech.wav"), ["-ar", "24000", ...args]));
  expect(facts?.format).toBe(format);
  // Files that know no end are measured by whole frames.
  expect(Math.abs((facts?.seconds ?? 0) - 2.113)).toBeLessThan(0.12);
});

test.each(IMAGES)("$name is $format, $width by $height", async ({ name, ...facts }) => {
  expect(await readImage(fixture(name))).toEqual(facts);
});

test("a GIF is read, though no operation accepts one", async () => {
  const gif = Buffer.from("R0lGODlhAgABAIAAAP///wAAACH5BAEAAAAALAAAAAACAAEAAAICBAoAOw==", "base64");
  expect(await readImage(gif)).toMatchObject({ format: "gif", width: 2, height: 1 });
});

test.each([...SOUNDS, ...IMAGES])("$name is recognised by its first bytes", ({ name, format }) => {
  expect(sniff(fixture(name))).toBe(format);
  expect(sniff(fixture(name).subarray(0, 64))).toBe(format);
});

test.each([
  { what: "nothing", bytes: "" },
  { what: "text", bytes: "Hello, world" },
  { what: "JSON", bytes: '{"a":1}' },
  { what: "zeros", bytes: "\0".repeat(64) },
  { what: "a PDF", bytes: "%PDF-1.7\n" },
  { what: "a ZIP", bytes: "PK\x03\x04\x14\0" },
  { what: "an AVI", bytes: "RIFF\0\0\0\0AVI LIST" },
  { what: "an AVIF", bytes: "\0\0\0\x1cftypavif\0\0\0\0" },
  { what: "a Matroska video", bytes: "\x1a\x45\xdf\xa3\x93\x42\x82\x88matroska" },
  { what: "a UTF-16 text", bytes: "\xff\xfeH\0i\0" },
  { what: "an SVG", bytes: "<svg xmlns='http://www.w3.org/2000/svg'/>" },
  { what: "set bits", bytes: "\xff".repeat(64) },
])("$what is no media", async ({ bytes }) => {
  const file = Buffer.from(bytes, "latin1");
  expect(sniff(file)).toBeUndefined();
  expect(await readImage(file)).toBeUndefined();
  expect(await audioDuration(file)).toBeUndefined();
});

test("a tag before the sound does not hide what follows", () => {
  const tag = Buffer.from("ID3\x04\0\0\0\0\0\x0a0123456789", "latin1");
  expect(sniff(Buffer.concat([tag, fixture("speech.flac")]))).toBe("flac");
  expect(sniff(Buffer.concat([tag, fixture("speech.aac")]))).toBe("aac");
  expect(sniff(Buffer.concat([tag, fixture("speech.mp3")]))).toBe("mp3");
});

test("a picture is no sound, and a sound no picture", async () => {
  expect(await audioDuration(fixture("picture.png"))).toBeUndefined();
  expect(await readImage(fixture("speech.wav"))).toBeUndefined();
});

test("damaged files are answered, never thrown", async () => {
  const random = createRandom(11);
  // A parser may be lost to a file for two seconds; FLAC, where mediabunny often is, has a test of its own.
  const names = [...SOUNDS, ...IMAGES].map(({ name }) => name).filter((name) => name !== "speech.flac");
  for (const name of names) {
    for (let round = 0; round < 12; round++) {
      const file = Buffer.from(fixture(name)).subarray(0, random.int(0, 40_000));
      for (let count = random.int(0, 20); count > 0 && file.length > 12; count--) {
        file[random.int(12, file.length - 1)] = random.int(0, 255);
      }
      const facts = await audioDuration(file);
      expect(facts === undefined || facts.seconds > 0).toBe(true);
      await readImage(file);
    }
  }
});

test("a file that a parser is lost to is given up, and the next one is read", async () => {
  const lost = Buffer.alloc(25_000_000);
  fixture("speech.webm").copy(lost, 0, 0, 60);
  const [first, second] = await Promise.all([audioDuration(lost), audioDuration(fixture("speech.webm"))]);
  expect(first).toBeUndefined();
  expect(second?.seconds).toBeGreaterThan(2);
});

test("a FLAC that never ends is given up", async () => {
  const endless = Buffer.from(fixture("speech.flac"));
  endless.writeUInt32BE(0, 22);
  endless.fill(0xff, 60);
  expect(await audioDuration(endless)).toBeUndefined();
});

test.each([26, 44, 300, 8_000])(
  "a FLAC of which the first %i bytes arrived, and no frame, has no sound",
  async (length) => {
    expect(await audioDuration(fixture("speech.flac").subarray(0, length))).toBeUndefined();
  },
);

test("a FLAC is not believed that claims hours for a few bytes", async () => {
  const boast = Buffer.from(fixture("speech.flac"));
  boast.writeUInt32BE(0xfffffff0, 22);
  expect(await audioDuration(boast)).toBeUndefined();
});
