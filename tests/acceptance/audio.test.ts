/** Speech that players accept, and transcripts as long as the recording: the guide to the three audio operations. */
import { readFileSync } from "node:fs";
import OpenAI, { toFile } from "openai";
import request from "supertest";
import { describe, expect, test } from "vitest";
import { createHandler } from "../../src/server/create-server.ts";
import { probe } from "../media/ffmpeg.ts";
import { serve, strict } from "../support/serve.ts";

const handler = createHandler(strict);
const fixture = (name: string) => readFileSync(new URL(`../../fixtures/media/${name}`, import.meta.url));

const PCM = ["-f", "s16le", "-ar", "24000", "-ac", "1"];
const FORMATS = [
  { format: "mp3", mediaType: "audio/mpeg", container: "mp3", input: [] },
  { format: "opus", mediaType: "audio/ogg", container: "ogg", input: [] },
  { format: "aac", mediaType: "audio/aac", container: "aac", input: [] },
  { format: "flac", mediaType: "audio/flac", container: "flac", input: [] },
  { format: "wav", mediaType: "audio/wav", container: "wav", input: [] },
  { format: "pcm", mediaType: "audio/pcm", container: "s16le", input: PCM },
] as const;

const SPEECH = { model: "openai/tts-1", voice: "nova", input: "High tide at Saint-Malo is at half past seven." };

const say = (body: object) =>
  request(handler).post("/v2/proxy/audio/speech").set("authorization", "Bearer k").responseType("blob").send(body);

const secondsOf = (bytes: Uint8Array, input: readonly string[] = []) => Number(probe(bytes, input).format.duration);

type Fields = Readonly<Record<string, string | readonly string[]>>;

/** Uploads a recording; a list becomes one part per value, named `name[]` as the official client names it. */
function upload(operation: "transcriptions" | "translations", file: Uint8Array, fields: Fields = {}) {
  const call = request(handler)
    .post(`/v2/proxy/audio/${operation}`)
    .set("authorization", "Bearer k")
    .attach("file", Buffer.from(file), "recording.bin");
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === "string") call.field(name, value);
    else for (const one of value) call.field(`${name}[]`, one);
  }
  return call;
}

const transcribe = (file: Uint8Array, fields?: Fields) => upload("transcriptions", file, fields);

/** A recording of so many seconds whose bytes are cheap to make. */
function silence(seconds: number, rateHz = 8_000): Buffer {
  const samples = Math.round(seconds * rateHz);
  const file = Buffer.alloc(44 + samples);
  file.write("RIFF");
  file.writeUInt32LE(file.length - 8, 4);
  file.write("WAVEfmt ", 8);
  for (const [value, offset] of [
    [16, 16],
    [rateHz, 24],
    [rateHz, 28],
  ] as const)
    file.writeUInt32LE(value, offset);
  for (const [value, offset] of [
    [1, 20],
    [1, 22],
    [1, 32],
    [8, 34],
  ] as const)
    file.writeUInt16LE(value, offset);
  file.write("data", 36);
  file.writeUInt32LE(samples, 40);
  return file.fill(128, 44);
}

describe("POST /v2/proxy/audio/speech", () => {
  test.each(FORMATS)("response_format $format", async ({ format, mediaType, container, input }) => {
    const reply = await say({ ...SPEECH, response_format: format });
    expect(reply.status).toBe(200);
    expect(reply.headers["content-type"]).toBe(mediaType);
    const probed = probe(reply.body, input);
    expect(probed.format.format_name).toBe(container);
    // Nine words.
    expect(Number(probed.format.duration)).toBeGreaterThan(2.5);
    expect(Number(probed.format.duration)).toBeLessThan(5);
  });

  test("is MP3 unless another format is asked for", async () => {
    expect((await say(SPEECH)).headers["content-type"]).toBe("audio/mpeg");
  });

  test("lasts longer for a longer text, and as much shorter as it is faster", async () => {
    const length = async (body: object) =>
      secondsOf((await say({ ...SPEECH, response_format: "wav", ...body })).body as Buffer);
    const plain = await length({});
    expect(await length({ input: SPEECH.input.repeat(3) })).toBeGreaterThan(2.5 * plain);
    expect(await length({ speed: 2 })).toBeCloseTo(plain / 2, 1);
    expect(await length({ speed: 0.25 })).toBeCloseTo(plain * 4, 1);
  });

  test("a speed beyond what a voice can do is heard at its limit", async () => {
    const length = async (speed: number) =>
      secondsOf((await say({ ...SPEECH, response_format: "wav", speed })).body as Buffer);
    expect(await length(1e9)).toBe(await length(4));
    expect(await length(-3)).toBe(await length(0.25));
  });

  test("another voice sounds otherwise, and the same call the same", async () => {
    const [nova, again, onyx] = [await say(SPEECH), await say(SPEECH), await say({ ...SPEECH, voice: "onyx" })];
    expect(again.body).toEqual(nova.body);
    expect(onyx.body).not.toEqual(nova.body);
  });

  test("4096 characters are said, one more is refused by name", async () => {
    // Letters outside the Basic Multilingual Plane count once.
    const longest = `${"tide ".repeat(800)}${"𝒂".repeat(96)}`;
    const reply = await say({ ...SPEECH, input: longest, response_format: "pcm", speed: 4 });
    expect(reply.status).toBe(200);
    const refusal = await request(handler)
      .post("/v2/proxy/audio/speech")
      .set("authorization", "Bearer k")
      .send({ ...SPEECH, input: `${longest}a` });
    expect(refusal.status).toBe(400);
    expect(refusal.body.error).toMatchObject({ param: "input", type: "invalid_request_error" });
  });

  test("fifty voices at once", async () => {
    const replies = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        say({
          ...SPEECH,
          input: `Number ${index}.`,
          response_format: (FORMATS[index % FORMATS.length] as (typeof FORMATS)[number]).format,
        }),
      ),
    );
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
  });
});

describe("POST /v2/proxy/audio/transcriptions", () => {
  test("is JSON with the text alone by default", async () => {
    const reply = await transcribe(fixture("speech.wav"));
    expect(reply.status).toBe(200);
    expect(reply.headers["content-type"]).toContain("application/json");
    expect(Object.keys(reply.body)).toEqual(["text"]);
    expect(reply.body.text).toMatch(/^Hello there\./);
  });

  test("a recording says the same in every form, and with every call", async () => {
    const file = fixture("speech.mp3");
    const { text } = (await transcribe(file)).body;
    expect((await transcribe(file)).body.text).toBe(text);
    expect((await transcribe(file, { response_format: "verbose_json" })).body.text).toBe(text);
    expect((await transcribe(file, { response_format: "text" })).text).toBe(`${text}\n`);
    for (const response_format of ["srt", "vtt"]) {
      const body = (await transcribe(file, { response_format }).buffer(true).parse(asText)).body as string;
      expect(
        cuesOf(body)
          .map((cue) => cue.text)
          .join(" "),
      ).toBe(text);
    }
  });

  test.each(["wav", "mp3", "flac", "ogg", "opus", "m4a", "webm", "aac"])("reads how long a %s is", async (suffix) => {
    const file = fixture(`speech.${suffix}`);
    const { duration } = (await transcribe(file, { response_format: "verbose_json" })).body;
    expect(Math.abs(duration - secondsOf(file))).toBeLessThan(0.05);
  });

  test.each(FORMATS.filter(({ format }) => format !== "pcm"))(
    "finds what the twin itself said in $format as long as it is",
    async ({ format, input }) => {
      const spoken = (await say({ ...SPEECH, response_format: format })).body as Buffer;
      const { duration } = (await transcribe(spoken, { response_format: "verbose_json" })).body;
      expect(Math.abs(duration - secondsOf(spoken, input))).toBeLessThan(0.05);
    },
  );

  test.each([
    ["srt", "application/x-subrip", ","],
    ["vtt", "text/vtt; charset=utf-8", "."],
  ])("%s: cues in order, within the recording", async (response_format, mediaType, mark) => {
    const reply = await transcribe(silence(75), { response_format }).buffer(true).parse(asText);
    expect(reply.headers["content-type"]).toBe(mediaType);
    const text = reply.body as string;
    expect(text.startsWith(response_format === "vtt" ? "WEBVTT\n\n" : "1\n")).toBe(true);
    const cues = cuesOf(text);
    expect(cues.length).toBeGreaterThan(10);
    let last = 0;
    for (const { start, end, mark: found } of cues) {
      expect(found).toBe(mark);
      expect(start).toBeGreaterThanOrEqual(last);
      expect(end).toBeGreaterThan(start);
      last = end;
    }
    expect(last).toBeLessThanOrEqual(75);
    if (response_format === "srt") expect(cues.map(({ id }) => id)).toEqual(cues.map((_, index) => `${index + 1}`));
  });

  test.each([
    { asked: {}, words: true, segments: true },
    { asked: { timestamps_granularity: "none" }, words: false, segments: true },
    { asked: { timestamp_granularities: ["word"] }, words: true, segments: false },
    { asked: { timestamp_granularities: ["segment"] }, words: false, segments: true },
    { asked: { timestamp_granularities: ["word", "segment"] }, words: true, segments: true },
    { asked: { timestamp_granularities: ["segment"], timestamps_granularity: "word" }, words: true, segments: true },
    { asked: { timestamp_granularities: ["word"], timestamps_granularity: "none" }, words: true, segments: false },
  ])("verbose_json with $asked: words $words, segments $segments", async ({ asked, words, segments }) => {
    const { body } = await transcribe(fixture("speech.wav"), { response_format: "verbose_json", ...asked });
    expect(body).toMatchObject({ task: "transcribe", language: "english", duration: 2.113 });
    expect({ words: "words" in body, segments: "segments" in body }).toEqual({ words, segments });
  });

  test("timestamps_granularity character times each letter", async () => {
    const asked = { response_format: "verbose_json", timestamps_granularity: "character" };
    const [hello] = (await transcribe(fixture("speech.wav"), asked)).body.words;
    expect(hello.characters.map(({ text }: { text: string }) => text)).toEqual(["H", "e", "l", "l", "o"]);
  });

  test.each([
    [{ diarize: "true" }, 2],
    [{ diarize: "true", num_speakers: "3" }, 3],
    [{ diarize: "true", num_speakers: "0" }, 1],
    [{ diarize: "true", num_speakers: "1e99" }, 32],
    [{ diarize: "false", num_speakers: "3" }, 0],
  ])("%j tells %i speakers", async (asked, count) => {
    const { words } = (await transcribe(silence(180), { response_format: "verbose_json", ...asked })).body;
    const speakers = new Set(words.map(({ speaker }: { speaker?: string }) => speaker).filter(Boolean));
    expect(speakers.size).toBe(count);
  });

  test("tag_audio_events writes sounds into the text, or leaves them out", async () => {
    const textOf = async (fields?: Fields) => (await transcribe(fixture("speech.wav"), fields)).body.text as string;
    expect(await textOf()).toMatch(/\(\w+.*\)/);
    expect(await textOf({ tag_audio_events: "true" })).toBe(await textOf());
    expect(await textOf({ tag_audio_events: "false" })).not.toContain("(");
  });

  test("language, prompt and temperature show", async () => {
    const asked = { response_format: "verbose_json", language: "fr", prompt: "phares bretons", temperature: "0.4" };
    const { body } = await transcribe(silence(120), asked);
    expect(body.language).toBe("french");
    expect(body.text).toContain("phares bretons");
    expect(body.text).toMatch(/^Bonjour à tous\./);
    expect(body.segments[0].temperature).toBe(0.4);
  });

  test.each([0.01, 0.1, 5_000])("a recording of %d seconds", async (seconds) => {
    const { status, body } = await transcribe(silence(seconds, seconds > 1_000 ? 100 : 8_000), {
      response_format: "verbose_json",
    });
    expect(status).toBe(200);
    expect(body.duration).toBeCloseTo(seconds, 3);
    expect(body.words.at(-1).end).toBeLessThanOrEqual(seconds);
    expect(body.text).toMatch(/\w/);
  });

  test.each([
    ["nothing", Buffer.alloc(0)],
    ["a text", Buffer.from("Dear diary, today I renamed a file to .mp3.")],
    ["a picture", fixture("picture.png")],
    ["half an M4A", fixture("speech.m4a").subarray(0, 7_000)],
    ["the head of a FLAC", fixture("speech.flac").subarray(0, 100)],
    ["the head of a WAV", fixture("speech.wav").subarray(0, 44)],
    ["samples without a header", Buffer.from(new Int16Array(9_000).map((_, index) => index % 99).buffer)],
  ])("%s is refused", async (_name, bytes) => {
    const { status, body } = await transcribe(bytes);
    expect(status).toBe(400);
    expect(body.error).toMatchObject({ param: "file", type: "invalid_request_error", code: "invalid_file" });
    expect(body.error.message).toContain("'file'");
  });

  test("a body without a file is refused as the page says", async () => {
    const { status, body } = await request(handler)
      .post("/v2/proxy/audio/transcriptions")
      .set("authorization", "Bearer k")
      .field("model", "openai/whisper-1");
    expect([status, body.error.param]).toEqual([422, "file"]);
  });

  test("a hundred recordings at once, good and bad", async () => {
    const files = ["speech.wav", "speech.mp3", "picture.png", "speech.webm"].map(fixture);
    const statuses = await Promise.all(
      Array.from({ length: 100 }, async (_, index) => (await transcribe(files[index % files.length] as Buffer)).status),
    );
    expect(statuses).toEqual(Array.from({ length: 100 }, (_, index) => (index % 4 === 2 ? 400 : 200)));
  });
});

describe("POST /v2/proxy/audio/translations", () => {
  test("is English, and names no other language", async () => {
    const { body } = await upload("translations", fixture("speech.ogg"), { response_format: "verbose_json" });
    expect(body).toMatchObject({ task: "translate", language: "english" });
    expect(body.text).toBe((await transcribe(fixture("speech.ogg"))).body.text);
  });

  test.each([
    ["json", "application/json"],
    ["text", "text/plain"],
    ["srt", "application/x-subrip"],
    ["verbose_json", "application/json"],
    ["vtt", "text/vtt"],
  ])("response_format %s is %s", async (response_format, mediaType) => {
    const reply = await upload("translations", fixture("speech.wav"), { response_format });
    expect(reply.status).toBe(200);
    expect(reply.headers["content-type"]?.split(";")[0]).toBe(mediaType);
  });

  test("what is no recording is refused", async () => {
    const { status, body } = await upload("translations", Buffer.from("bonjour"));
    expect([status, body.error.param]).toEqual([400, "file"]);
  });
});

describe("the official client", () => {
  const connect = async () => {
    const { url } = await serve();
    return new OpenAI({ baseURL: `${url}/v2/proxy`, apiKey: "test-key", maxRetries: 0 });
  };
  const file = () => toFile(fixture("speech.mp3"), "speech.mp3");
  const model = "openai/whisper-1";

  test("speaks", async () => {
    const client = await connect();
    const reply = await client.audio.speech.create({ ...SPEECH, response_format: "flac" });
    expect(probe(new Uint8Array(await reply.arrayBuffer())).streams[0]?.codec_name).toBe("flac");
  });

  test("transcribes in five forms", async () => {
    const { transcriptions } = (await connect()).audio;
    const plain = await transcriptions.create({ file: await file(), model });
    const verbose = await transcriptions.create({
      file: await file(),
      model,
      response_format: "verbose_json",
      timestamp_granularities: ["word"],
    });
    expect(verbose.text).toBe(plain.text);
    expect(verbose.words?.[0]).toMatchObject({ word: "Hello", start: 0 });
    expect(verbose.segments).toBeUndefined();
    // The client types these three as strings only where the form is known when it is compiled.
    const text = await transcriptions.create({ file: await file(), model, response_format: "text" });
    const srt = await transcriptions.create({ file: await file(), model, response_format: "srt" });
    const vtt = await transcriptions.create({ file: await file(), model, response_format: "vtt" });
    expect(text).toBe(`${plain.text}\n`);
    expect(srt).toMatch(/^1\n00:00:00,000 --> 00:00:0\d,\d{3}\nHello there\./);
    expect(vtt).toMatch(/^WEBVTT\n\n00:00:00\.000 --> 00:00:0\d\.\d{3}\nHello there\./);
  });

  test("translates", async () => {
    const { translations } = (await connect()).audio;
    expect((await translations.create({ file: await file(), model })).text).toMatch(/^Hello there\./);
  });

  test("throws its own error for what is no recording", async () => {
    const { transcriptions } = (await connect()).audio;
    const notes = await toFile(Buffer.from("notes"), "notes.wav");
    const error = await transcriptions.create({ file: notes, model }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(OpenAI.BadRequestError);
    expect(error).toMatchObject({ param: "file", status: 400 });
  });
});

/** Subtitles have a media type that supertest leaves unread. */
function asText(reply: unknown, done: (error: Error | null, body: string) => void): void {
  const stream = reply as NodeJS.ReadableStream;
  const chunks: Buffer[] = [];
  stream.on("data", (chunk: Buffer) => chunks.push(chunk));
  stream.on("end", () => done(null, Buffer.concat(chunks).toString("utf8")));
}

const CUE =
  /(?:^|\n\n)(?:(\d+)\n)?(\d\d):(\d\d):(\d\d)([,.])(\d{3}) --> (\d\d):(\d\d):(\d\d)\5(\d{3})\n([^\n]+)(?=\n)/g;

/** The cues of SRT or WebVTT, by a reading of their syntax that is the test's own. */
const cuesOf = (subtitles: string) =>
  [...subtitles.matchAll(CUE)].map(([, id, h1, m1, s1, mark, ms1, h2, m2, s2, ms2, text]) => ({
    id,
    mark,
    text,
    start: Number(h1) * 3_600 + Number(m1) * 60 + Number(s1) + Number(ms1) / 1_000,
    end: Number(h2) * 3_600 + Number(m2) * 60 + Number(s2) + Number(ms2) / 1_000,
  }));
