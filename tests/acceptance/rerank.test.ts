/** Rerank: documents by what they share with the query, best first. */
import request from "supertest";
import { expect, test } from "vitest";
import { createHandler } from "../../src/server/create-server.ts";
import { strict } from "../support/serve.ts";

const app = createHandler(strict);
const documents = [
  "Bread is baked in an oven.",
  "High tide at Saint-Malo is at 07:29 and 19:51.",
  "The tides of the harbour follow the moon.",
  "Ein Satz ganz ohne Bezug.",
];

interface Result {
  index: number;
  relevance_score: number;
  document: { text: string };
}

const rerank = async (body: object): Promise<Result[]> => {
  const { status, body: reply } = await request(app)
    .post("/v2/proxy/rerank")
    .set("authorization", "Bearer key")
    .send({ model: "cohere/rerank-v3.5", query: "When is high tide at Saint-Malo?", documents, ...body });
  expect([status, reply]).toEqual([200, expect.anything()]);
  return reply.results;
};

test("the document that answers comes first, scores fall and lie in [0, 1]", async () => {
  const results = await rerank({});
  expect(results.map(({ index }) => index).slice(0, 2)).toEqual([1, 2]);
  const scores = results.map(({ relevance_score: score }) => score);
  expect(scores).toEqual([...scores].sort((a, b) => b - a));
  for (const score of scores) expect(score).toBeGreaterThanOrEqual(0);
  expect(scores[0]).toBeGreaterThan(0.5);
  expect(scores[0]).toBeLessThanOrEqual(1);
  expect(scores.at(-1)).toBeLessThan(0.2);
});

test("a document that repeats the query scores 1, one that shares nothing 0", async () => {
  const [same, other] = await rerank({ query: "high tide", documents: ["zzz", "high tide"] });
  expect(same).toMatchObject({ index: 1, relevance_score: 1 });
  expect(other?.relevance_score).toBe(0);
});

test.each([
  [2, 2],
  [1, 1],
  [0, 0],
  [99, 4],
])("top_n: %i gives %i results", async (topN, count) => {
  expect(await rerank({ top_n: topN })).toHaveLength(count);
});

test("documents may be records, whose texts all count; a file name is accepted", async () => {
  const records = [
    { title: "Bread", body: "oven" },
    { title: "Saint-Malo", body: "high tide at 07:29" },
  ];
  const results = await rerank({ documents: records, filename: "harbour.csv" });
  expect(results[0]).toMatchObject({ index: 1, document: { text: "Saint-Malo\nhigh tide at 07:29" } });
});

test("equal documents keep their order", async () => {
  const results = await rerank({ documents: ["tide", "tide", "tide"] });
  expect(results.map(({ index }) => index)).toEqual([0, 1, 2]);
});

test("an inflected word and another case still match", async () => {
  const [first] = await rerank({ query: "BAKING breads", documents: ["tides of the sea", "bread is baked in ovens"] });
  expect(first?.index).toBe(1);
});
