import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cutText } from "../../../src/behaviours/text/cut.ts";
import { countTokens, tokenize } from "../../../src/behaviours/text/tokens.ts";

describe("a text is cut into tokens", () => {
  test.each([
    ["nothing", "", []],
    ["words take the space before them", "Hello big world", ["Hello", " big", " world"]],
    ["long words come in pieces", "internationalization", ["internat", "ionaliza", "tion"]],
    ["digits by threes", "in 20251", ["in", " 202", "51"]],
    ["punctuation by itself", "Yes, no!", ["Yes", ",", " no", "!"]],
    ["white space in a row stays together", "a\n\n  b", ["a", "\n\n  ", "b"]],
    ["one ideograph is a token", "東京 now", ["東", "京", " now"]],
    ["letters with accents are letters", "café au", ["café", " au"]],
    ["a family of emoji is one character", "hi 👨‍👩‍👧‍👦!", ["hi", " ", "👨‍👩‍👧‍👦", "!"]],
  ])("%s", (_name, given, want) => {
    expect(tokenize(given)).toEqual(want);
  });

  test("joined, the tokens are the text again, for any text", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => tokenize(text).join("") === text));
    fc.assert(fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => tokenize(text).join("") === text));
  });

  test("no token cuts a character that a reader sees as one", () => {
    const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
    const graphemes = (text: string) => [...segmenter.segment(text)].map(({ segment }) => segment);
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (text) => {
        expect(tokenize(text).flatMap(graphemes)).toEqual(graphemes(text));
      }),
      { numRuns: 300 },
    );
  });

  test("a text in ASCII is cut as the rule says", () => {
    const rule = / ?[A-Za-z]{1,8}| ?\d{1,3}| ?[^\sA-Za-z\d]{1,3}|(?:\r\n|\s){1,8}/g;
    const characters = fc.constantFrom(..."aZ09.-_ \t\r\n\v\u0000\u007f");
    const text = fc.array(fc.tuple(characters, fc.integer({ min: 1, max: 12 })), { maxLength: 20 });
    fc.assert(
      fc.property(text, (runs) => {
        const whole = runs.map(([character, length]) => character.repeat(length)).join("");
        expect(tokenize(whole)).toEqual(whole.match(rule) ?? []);
        expect(countTokens(whole)).toBe(tokenize(whole).length);
        expect(tokenize(`${whole}潮`)).toEqual([...tokenize(whole), "潮"]);
      }),
      { numRuns: 2_000 },
    );
  });

  test("a text cut after some token counts as many", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), fc.nat(20), (whole, maxTokens) => {
        const { text, tokens } = cutText(whole, { maxTokens });
        expect(countTokens(text)).toBe(tokens);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("a text ends", () => {
  test.each([
    ["before a stop sequence", { stop: [" three"] }, "one two", false],
    ["before the first of several", { stop: ["four", " two"] }, "one", false],
    ["nowhere for a sequence that does not occur", { stop: ["five"] }, "one two three", false],
    ["nowhere for an empty sequence", { stop: [""] }, "one two three", false],
    ["for lack of tokens", { maxTokens: 2 }, "one two", true],
    ["at once when no token is allowed", { maxTokens: 0 }, "", true],
    ["before a stop sequence if that comes first", { stop: [" two"], maxTokens: 2 }, "one", false],
  ])("%s", (_name, limits, text, isCut) => {
    expect(cutText("one two three", limits)).toMatchObject({ text, isCut });
  });
});
