/** Embeddings: one unit vector per input, useful for a retrieval test. */
import OpenAI from "openai";
import request from "supertest";
import { describe, expect, test } from "vitest";
import { createHandler } from "../../src/server/create-server.ts";
import { serve, strict } from "../support/serve.ts";

const app = createHandler(strict);
const model = "openai/text-embedding-3-small";

const embed = async (body: object) => {
  const { status, body: reply } = await request(app)
    .post("/v2/proxy/embeddings")
    .set("authorization", "Bearer key")
    .send({ model, ...body });
  expect([status, reply]).toEqual([200, expect.anything()]);
  return reply as {
    data: { index: number; embedding: number[] }[];
    usage: { prompt_tokens: number; total_tokens: number };
  };
};

const vectorOf = async (input: string, more: object = {}) =>
  (await embed({ input, ...more })).data[0]?.embedding as number[];
const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);

test.each([
  ["a text", "high tide", 1],
  ["several texts", ["high tide", "low tide", ""], 3],
  ["the token ids of a text", [1, 2, 3], 1],
  ["the token ids of several texts", [[1, 2], [3]], 2],
])("%s get one unit vector each, in order", async (_name, input, count) => {
  const { data } = await embed({ input });
  expect(data.map(({ index }) => index)).toEqual(Array.from({ length: count }, (_, index) => index));
  for (const { embedding } of data) expect(Math.sqrt(dot(embedding, embedding))).toBeCloseTo(1, 5);
});

test.each([
  ["openai/text-embedding-3-small", 1536],
  ["openai/text-embedding-3-large", 3072],
  ["cohere/embed-english-v3.0", 1024],
])("a vector of %s has %i numbers", async (name, length) => {
  expect(await vectorOf("tide", { model: name })).toHaveLength(length);
});

test.each([1, 2, 256, 4096])("dimensions: %i is honoured", async (dimensions) => {
  expect(await vectorOf("tide", { dimensions })).toHaveLength(dimensions);
});

test.each([0, -1, 0.5, 4097, 1e9])("dimensions: %d is refused by name", async (dimensions) => {
  const { status, text } = await request(app)
    .post("/v2/proxy/embeddings")
    .set("authorization", "Bearer key")
    .send({ model, input: "tide", dimensions });
  expect(status).toBe(400);
  expect(text).toContain("dimensions must be a whole number from 1 to 4096");
});

test.each([
  ["the small model's length, as numbers", { dimensions: 1536 }],
  ["a greater length, as base64", { dimensions: 1537, encoding_format: "base64" }],
])(
  "a full batch of 2048 texts fits: vectors of %s",
  async (_name, more) => {
    const input = Array.from({ length: 2048 }, (_, index) => `tide ${index}`);
    expect((await embed({ input, ...more })).data).toHaveLength(2048);
  },
  30_000,
);

test.each([
  ["more texts than one call takes", { input: Array.from({ length: 2049 }, () => "tide") }],
  ["more numbers than one reply holds", { input: Array.from({ length: 2048 }, () => "tide"), dimensions: 1537 }],
])("%s are refused by name", async (_name, body) => {
  const { status, body: reply } = await request(app)
    .post("/v2/proxy/embeddings")
    .set("authorization", "Bearer key")
    .send({ model, ...body });
  expect([status, reply.error.param]).toEqual([400, "input"]);
});

test("base64 tells the same numbers as float", async () => {
  const floats = await vectorOf("high tide", { encoding_format: "float" });
  const { data } = await embed({ input: "high tide", encoding_format: "base64" });
  const bytes = Buffer.from(data[0]?.embedding as unknown as string, "base64");
  expect(Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readFloatLE(index * 4))).toEqual(floats);
});

test("equal texts get equal vectors, in any call; other texts, even long ones that differ at the end, do not", async () => {
  const { data } = await embed({ input: ["high tide", "low tide", "high tide"] });
  expect(data[0]?.embedding).toEqual(data[2]?.embedding);
  expect(data[0]?.embedding).not.toEqual(data[1]?.embedding);
  expect(await vectorOf("high tide")).toEqual(data[0]?.embedding);
  const long = "harbour ".repeat(10_000);
  expect(await vectorOf(`${long}a`)).not.toEqual(await vectorOf(`${long}b`));
});

const CORPUS = [
  "The tide in Saint-Malo rises up to thirteen metres.",
  "A sourdough starter needs flour, water and a few days of patience.",
  "Photosynthesis turns sunlight into chemical energy in leaves.",
  "The stock market fell sharply after the central bank raised interest rates.",
  "To reset your password, open the account settings and choose security.",
  "Penguins huddle together to survive the Antarctic winter.",
  "The violin has four strings tuned in perfect fifths.",
  "Our refund policy allows returns within thirty days of purchase.",
  "Der Zug nach Hamburg fährt um sieben Uhr von Gleis drei.",
  "東京タワーは観光客に人気があります。",
  "The marathon runner drank water at every station.",
  "TypeScript adds static types to JavaScript programs.",
];

test.each([
  ["When are the tides of Saint-Malo highest?", 0],
  ["how do I bake bread with a sourdough starter", 1],
  ["leaves and sunlight: photosynthesis explained", 2],
  ["What did the bank's interest rate do to stock markets?", 3],
  ["I forgot my password and want to reset it", 4],
  ["antarctic penguin in winter", 5],
  ["tuning the strings of a violin", 6],
  ["Can I return a purchase for a refund?", 7],
  ["Wann fährt der Zug nach Hamburg?", 8],
  ["東京タワーの観光", 9],
  ["types in javascript", 11],
])("%s finds its document", async (query, expected) => {
  for (const dimensions of [256, 1536]) {
    const { data } = await embed({ input: [query, ...CORPUS], dimensions });
    const [asked, ...documents] = data.map(({ embedding }) => embedding) as [number[], ...number[][]];
    const scores = documents.map((document) => dot(asked, document));
    expect(scores.indexOf(Math.max(...scores))).toBe(expected);
  }
});

test("usage counts the tokens of all inputs", async () => {
  const one = (await embed({ input: "high tide" })).usage;
  const two = (await embed({ input: ["high tide", "high tide"] })).usage;
  expect(one.total_tokens).toBe(one.prompt_tokens);
  expect(two.prompt_tokens).toBe(2 * one.prompt_tokens);
});

describe("the official client", () => {
  test("decodes the base64 that it asks for by default", async () => {
    const { url } = await serve();
    const client = new OpenAI({ baseURL: `${url}/v2/proxy`, apiKey: "any" });
    const { data } = await client.embeddings.create({ model, input: ["high tide", "low tide"] });
    const floats = await client.embeddings.create({
      model,
      input: ["high tide", "low tide"],
      encoding_format: "float",
    });
    expect(data.map(({ embedding }) => embedding.length)).toEqual([1536, 1536]);
    expect(data.map(({ embedding }) => [...embedding])).toEqual(floats.data.map(({ embedding }) => embedding));
  });
});
