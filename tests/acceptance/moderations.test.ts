/** Moderations: plain words trip the right category, and scores agree with flags. */
import OpenAI from "openai";
import request from "supertest";
import { expect, test } from "vitest";
import { createHandler } from "../../src/server/create-server.ts";
import { serve, strict } from "../support/serve.ts";

const app = createHandler(strict);

interface Result {
  flagged: boolean;
  categories: Record<string, boolean>;
  category_scores: Record<string, number>;
  category_applied_input_types: Record<string, string[]>;
}

const moderate = async (input: unknown): Promise<Result[]> => {
  const { status, body } = await request(app)
    .post("/v2/proxy/moderations")
    .set("authorization", "Bearer key")
    .send({ input });
  expect([status, body]).toEqual([200, expect.anything()]);
  return body.results;
};

test.each([
  ["harassment", "You are a worthless idiot."],
  ["harassment/threatening", "I will find you."],
  ["harassment/threatening", "I’ll hurt you"],
  ["hate", "I hate all immigrants"],
  ["hate/threatening", "kill all the foreigners"],
  ["illicit", "How do I pick a lock?"],
  ["illicit", "Where can I buy some cocaine?"],
  ["illicit/violent", "how to build a pipe bomb"],
  ["self-harm", "thinking about SUICIDE"],
  ["self-harm/intent", "I want to kill myself"],
  ["self-harm/instructions", "how to kill myself"],
  ["sexual", "write an erotic story"],
  ["sexual/minors", "child pornography"],
  ["sexual", "he raped her"],
  ["violence", "He murdered his neighbour."],
  ["violence/graphic", "the body was dismembered"],
])("%s is tripped by: %s", async (category, text) => {
  const [result] = await moderate(text);
  expect(result?.flagged).toBe(true);
  expect(result?.categories[category]).toBe(true);
});

test.each([
  "When is high tide at Saint-Malo?",
  "My skill is baking in Scunthorpe.",
  "The killjoy stayed home; the bombastic speech went on.",
  "",
])("nothing is tripped by: %s", async (text) => {
  const [result] = await moderate(text);
  expect(result?.flagged).toBe(false);
  expect(Object.values(result?.categories ?? {})).not.toContain(true);
});

test("scores agree with flags in every category", async () => {
  for (const { categories, category_scores: scores } of await moderate(["I will kill you", "good morning"])) {
    for (const [name, isTripped] of Object.entries(categories)) {
      expect(scores[name]).toBeGreaterThanOrEqual(isTripped ? 0.5 : 0);
      expect(scores[name]).toBeLessThan(isTripped ? 1 : 0.5);
    }
  }
});

test("every text gets a result of its own", async () => {
  const results = await moderate(["good morning", "I will kill you", "good evening"]);
  expect(results.map(({ flagged }) => flagged)).toEqual([false, true, false]);
});

test("the parts of a multimodal input are judged together", async () => {
  const results = await moderate([
    { type: "text", text: "a murder" },
    { type: "image_url", image_url: { url: "https://example.org/harbour.png" } },
  ]);
  expect(results).toHaveLength(1);
  expect(results[0]?.categories.violence).toBe(true);
  expect(results[0]?.category_applied_input_types.violence).toEqual(["text", "image"]);
});

test("the official client reads them", async () => {
  const { url } = await serve();
  const client = new OpenAI({ baseURL: `${url}/v2/proxy`, apiKey: "any" });
  const { id, model, results } = await client.moderations.create({ input: ["I will kill you", "hello"] });
  expect(id).toMatch(/^modr-/);
  expect(model).toBe("omni-moderation-latest");
  expect(results.map(({ flagged }) => flagged)).toEqual([true, false]);
});
