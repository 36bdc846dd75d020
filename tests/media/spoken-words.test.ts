import { expect, test } from "vitest";
import { timeWords } from "../../src/media/spoken-words.ts";

test("English prose takes about 150 words a minute", () => {
  const text =
    "A contract describes what a server accepts and what it answers. Most clients are tested against a double of it, " +
    "which someone wrote by hand, long ago. When the server changes, the double does not, and the tests stay green.";
  const { words, seconds } = timeWords(text);
  expect(words.length).toBe(text.split(" ").length);
  expect((words.length / seconds) * 60).toBeGreaterThan(135);
  expect((words.length / seconds) * 60).toBeLessThan(165);
});

test("words follow each other without overlap and end within the speech", () => {
  const { words, seconds } = timeWords("One, two; three. Don't stop: 42 and 日本!");
  expect(words.map(({ word }) => word)).toEqual(["One", "two", "three", "Don't", "stop", "4", "2", "and", "日", "本"]);
  let last = 0;
  for (const { start, end } of words) {
    expect(start).toBeGreaterThanOrEqual(last);
    expect(end).toBeGreaterThan(start);
    last = end;
  }
  expect(last).toBeLessThanOrEqual(seconds);
});

test.each([
  { word: "gateway", syllables: ["ga", "te", "way"] },
  { word: "rhythms", syllables: ["rhythms"] },
  { word: "über", syllables: ["ü", "ber"] },
  { word: "strengths", syllables: ["strengths"] },
  { word: "hmm", syllables: ["hmm"] },
])("$word has the syllables $syllables", ({ word, syllables }) => {
  expect(timeWords(word).words[0]?.syllables).toEqual(syllables);
});

test("a text without words is a short silence", () => {
  expect(timeWords(" …\n🦊 ")).toEqual({ words: [], seconds: 0.2 });
});

test.each(["a", "b", "a-", "'"])(
  "megabytes of %j are one word at most, and a pattern that backtracks never ends",
  (part) => {
    const { words, seconds } = timeWords(part.repeat(1_000_000));
    expect(words.length).toBeLessThanOrEqual(1);
    expect(seconds).toBeGreaterThanOrEqual(0.2);
  },
);
