/** What a recording says: as much as its length allows, in times that never fall. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { languageOf } from "../../../src/behaviours/audio/language.ts";
import { ENGLISH } from "../../../src/behaviours/audio/phrases.ts";
import { type TranscriptOptions, textOf, transcribe } from "../../../src/behaviours/audio/transcript.ts";
import { verboseOf } from "../../../src/behaviours/audio/verbose.ts";
import { createRandom } from "../../../src/lib/random.ts";

const options = (more: Partial<TranscriptOptions> = {}): TranscriptOptions => ({
  seconds: 60,
  phrases: ENGLISH,
  hasEvents: false,
  speakers: 1,
  random: createRandom(5),
  ...more,
});

const countWords = (text: string) => text.split(" ").length;

test("times never fall and none is later than the recording, however long it is", () => {
  const recordings = fc.record({
    seconds: fc.oneof(
      fc.double({ min: 1e-6, max: 3, noNaN: true }),
      fc.double({ min: 3, max: 600, noNaN: true }),
      fc.constantFrom(12_000, 1e9),
    ),
    hasEvents: fc.boolean(),
    speakers: fc.integer({ min: 1, max: 32 }),
    subject: fc.option(fc.stringMatching(/^\S{1,40}( \S{1,40}){0,5}$/), { nil: undefined }),
    random: fc.integer().map(createRandom),
  });
  fc.assert(
    fc.property(recordings, (recording) => {
      const tokens = transcribe(options(recording)).flatMap(({ tokens }) => tokens);
      const times = [0, ...tokens.flatMap(({ start, end }) => [start, end]), recording.seconds];
      expect(times.filter((time, index) => time < (times[index - 1] ?? 0))).toEqual([]);
      expect(tokens.filter(({ text }) => text === "")).toEqual([]);
      expect(tokens.length).toBeGreaterThan(0);
      expect(tokens.length).toBeLessThan(25_000);
    }),
  );
});

test.each([10, 60, 600, 3_600])("%i seconds hold about 150 words a minute, to the end", (seconds) => {
  const utterances = transcribe(options({ seconds }));
  expect((countWords(textOf(utterances)) / seconds) * 60).toBeCloseTo(150, -1);
  expect(utterances.at(-1)?.tokens.at(-1)?.end).toBeGreaterThan(seconds * 0.9);
});

test("a tenth of a second holds one word, and a year no more than a book", () => {
  expect(textOf(transcribe(options({ seconds: 0.1 })))).toBe("Hello.");
  expect(countWords(textOf(transcribe(options({ seconds: 3e7 }))))).toBe(20_000);
});

test("the text ends with a sentence, and other recordings say other things", () => {
  const texts = [1, 2, 3, 4, 5].map((seed) => textOf(transcribe(options({ random: createRandom(seed) }))));
  for (const text of texts) expect(text).toMatch(/[\p{L}\p{N}]\.$|\?$/u);
  expect(new Set(texts).size).toBe(texts.length);
});

test("sounds are written down on demand and change no word", () => {
  const [plain, tagged] = [false, true].map((hasEvents) => transcribe(options({ hasEvents })));
  const events = (tagged ?? []).flatMap(({ tokens }) => tokens.filter(({ isEvent }) => isEvent));
  expect(events.length).toBeGreaterThan(1);
  expect(events.every(({ text }) => /^\(.+\)$/.test(text))).toBe(true);
  expect(textOf(tagged ?? []).replaceAll(/ \([^)]*\)/g, "")).toBe(textOf(plain ?? []));
});

test("everyone who is there speaks", () => {
  const speakers = transcribe(options({ speakers: 3 })).map(({ speaker }) => speaker);
  expect([...new Set(speakers)].sort()).toEqual([0, 1, 2]);
});

test("the subject is talked about, whatever characters it has", () => {
  expect(textOf(transcribe(options({ seconds: 300, subject: "$& lighthouses" })))).toContain("about $& lighthouses.");
});

describe("a language", () => {
  test.each([
    ["fr", "french", "Bonjour"],
    ["fra", "french", "Bonjour"],
    ["fr-CA", "french", "Bonjour"],
    ["French", "french", "Bonjour"],
    ["DE", "german", "Guten"],
    ["ja", "japanese", "Hello"],
    ["", "english", "Hello"],
    [undefined, "english", "Hello"],
    ["Klingon, please!", "klingon, please!", "Hello"],
  ])("%j is %s", (given, name, word) => {
    const language = languageOf(given);
    expect(language.name).toBe(name);
    expect(language.phrases.opening).toContain(word);
  });
});

describe("the verbose form", () => {
  const verbose = (more: object = {}, seconds = 95) =>
    verboseOf(transcribe(options({ seconds, speakers: 2, hasEvents: true })), {
      task: "transcribe",
      language: "english",
      seconds,
      temperature: 0.2,
      hasSegments: true,
      hasWords: true,
      hasCharacters: true,
      namesSpeakers: true,
      random: createRandom(5),
      ...more,
    });

  test("segments join to the text, number on, and stand in windows of thirty seconds", () => {
    const { segments = [], text } = verbose();
    expect(segments.map((segment) => segment.text).join(" ")).toBe(text);
    expect(segments.map(({ id }) => id)).toEqual(segments.map((_, index) => index));
    expect([...new Set(segments.map(({ seek }) => seek))]).toEqual([0, 3_000, 6_000, 9_000]);
    for (const { tokens, start, seek, ...rest } of segments) {
      expect(tokens[0]).toBe(50_364 + Math.round((start - seek / 100) * 50));
      expect(tokens.slice(1, -1).every((token) => Number.isInteger(token) && token < 50_257)).toBe(true);
      expect(rest).toMatchObject({ temperature: 0.2 });
      expect(rest.avg_logprob).toBeGreaterThan(-1);
      expect(rest.avg_logprob).toBeLessThan(0);
      expect(rest.compression_ratio).toBeGreaterThan(0);
      expect(rest.compression_ratio).toBeLessThan(2.4);
      expect(rest.no_speech_prob).toBeLessThan(0.1);
    }
  });

  test("words stand in the text in their order, without punctuation", () => {
    const { words = [], text } = verbose();
    let from = 0;
    for (const { word = "", type } of words) {
      from = text.indexOf(word, from);
      expect(from).toBeGreaterThanOrEqual(0);
      expect(word).toMatch(type === "audio_event" ? /^\(.+\)$/ : /^[\p{L}\p{N}](?:.*[\p{L}\p{N}])?$/u);
    }
  });

  test("characters spell their word and fill its time", () => {
    for (const { word, start, end, type, characters = [] } of verbose().words ?? []) {
      if (type === "audio_event") continue;
      expect(characters.map(({ text }) => text).join("")).toBe(word);
      expect([characters[0]?.start, characters.at(-1)?.end]).toEqual([start, end]);
      for (const [index, { start = 0, end = 0 }] of characters.entries()) {
        expect(end).toBeGreaterThanOrEqual(start);
        expect(start).toBe(index === 0 ? start : characters[index - 1]?.end);
      }
    }
  });
});
