import { expect, test } from "vitest";
import { usageOf } from "../../../src/behaviours/images/usage.ts";

const cost = { prompt: "", read: [], size: { width: 1024, height: 1024 }, quality: "medium", count: 1 };

// As OpenAI's page on image generation lists them.
test.each([
  ["low", 1024, 272],
  ["low", 1536, 408],
  ["medium", 1024, 1056],
  ["medium", 1536, 1584],
  ["high", 1024, 4160],
  ["high", 1536, 6240],
])("a picture of quality %s, 1024 by %i, costs %i tokens", (quality, height, tokens) => {
  const usage = usageOf({ ...cost, quality, size: { width: 1024, height } });
  expect(usage).toMatchObject({ input_tokens: 0, output_tokens: tokens, total_tokens: tokens });
});

test("all counts are whole and add up, for every shape of upload", () => {
  const read = [
    { width: 1, height: 1 },
    { width: 4000, height: 3 },
    { width: 300, height: 500 },
  ];
  const usage = usageOf({ ...cost, prompt: "A gull on a lighthouse", read, size: { width: 7, height: 3 }, count: 10 });
  expect(usage.input_tokens).toBe(usage.input_tokens_details.image_tokens + usage.input_tokens_details.text_tokens);
  expect(usage.total_tokens).toBe(usage.input_tokens + usage.output_tokens);
  expect([usage.input_tokens, usage.output_tokens, usage.total_tokens].every(Number.isInteger)).toBe(true);
  expect(usage.output_tokens).toBeGreaterThanOrEqual(10);
});
