/** Which laws are asked, how severe they are, and when the answer has to be waited for. */
import { expect, test } from "vitest";
import { openContract } from "../../src/contract/open-contract.ts";
import { ownContract } from "../../src/contract/own-contract.ts";
import { checkExchange } from "../../src/laws/check-exchange.ts";
import { FAMILIES, listLaws } from "../../src/laws/laws.ts";
import { exampleReply, exchangeOf, operationNamed } from "./exchanges.ts";

const CHAT = "orqProxyCreateChatCompletion";
const ask = { model: "m", messages: [{ role: "user", content: "When is high tide?" }] };
const operation = operationNamed(CHAT);

test("a plain reply is judged at once", () => {
  const judgement = checkExchange(exchangeOf(CHAT, { request: ask, reply: exampleReply(CHAT) }), { operation });
  expect(judgement).toEqual({
    findings: [],
    judged: ["usage.U1", "choices.N1", "choices.N2", "tools.A1", "format.J1"],
    notJudged: [],
  });
});

test("a caller's schema is compiled once, and then judges at once", async () => {
  const schema = { type: "object", required: ["high"], title: "compiled once" };
  const request = { ...ask, response_format: { type: "json_schema", json_schema: { name: "tide", schema } } };
  const exchange = exchangeOf(CHAT, { request, reply: exampleReply(CHAT) });
  const first = await checkExchange(exchange, { operation });
  const again = checkExchange(exchange, { operation });
  expect(again).not.toBeInstanceOf(Promise);
  expect(again).toEqual(first);
});

test("an error is judged by no law", () => {
  const exchange = exchangeOf(CHAT, { request: ask, reply: { choices: [] }, status: 429 });
  expect(checkExchange(exchange, { operation })).toMatchObject({ findings: [], judged: [] });
});

test("the profile decides how severe a broken law is", async () => {
  const exchange = exchangeOf(CHAT, { request: ask, reply: exampleReply(CHAT, "toolCall") });
  const own = await checkExchange(exchange, { operation });
  const openai = await checkExchange(exchange, { operation, profile: "openai" });
  expect(own.findings).toMatchObject([{ law: "tools.A1", severity: "ERROR" }]);
  expect(openai.findings).toMatchObject([{ law: "tools.A1", severity: "WARN" }]);
});

test("the reply that a stream tells is judged like a whole one", async () => {
  const exchange = exchangeOf(CHAT, { request: { ...ask, n: 2 }, reply: exampleReply(CHAT) });
  const { findings } = await checkExchange({ ...exchange, reply: { ...exchange.reply, events: [] } }, { operation });
  expect(findings.map(({ law }) => law)).toEqual(["choices.N1"]);
});

test("a document without the extensions has no laws and the profile of the original API", async () => {
  const post = { operationId: "speak", responses: { 200: { description: "Done." } } };
  const plain = await openContract({ openapi: "3.1.0", info: { title: "t", version: "1" }, paths: { "/a": { post } } });
  expect(plain.operations[0]).toMatchObject({ laws: [], profile: "openai" });
  const exchange = exchangeOf(CHAT, { request: {}, reply: { usage: { total_tokens: -1 } } });
  expect(checkExchange(exchange, { operation: plain.operations[0] as typeof operation })).toEqual({
    findings: [],
    judged: [],
    notJudged: [],
  });
});

test("a document of one's own may name families and a profile", async () => {
  const post = { tags: ["mine"], "x-gatetwin-laws": ["usage", "later"], responses: { 200: { description: "Done." } } };
  const named = await openContract({
    openapi: "3.1.0",
    info: { title: "t", version: "1" },
    tags: [{ name: "mine", "x-gatetwin-profile": "open-responses" }],
    paths: { "/a": { post } },
  });
  const [mine] = named.operations as [typeof operation];
  expect(mine).toMatchObject({ laws: ["usage", "later"], profile: "open-responses" });
  const exchange = exchangeOf(CHAT, { request: {}, reply: { usage: { total_tokens: -1 } } });
  expect(await checkExchange(exchange, { operation: mine })).toMatchObject({ judged: ["usage.U1"], notJudged: [] });
});

test("our document names only families that exist, and an API's own profile", () => {
  for (const { id, laws, api, profile } of ownContract().operations) {
    expect([...FAMILIES.keys()], id).toEqual(expect.arrayContaining([...laws]));
    expect(profile, id).toBe(api === "sudo" ? "sudo" : "orq");
  }
});

test("every law tells its id, a sentence, its source and its severities", () => {
  for (const { id, summary, source, severity } of listLaws()) {
    expect(id).toMatch(/^[a-z]+\.[A-Z]\d+$/);
    expect(summary).toMatch(/\.$/);
    expect(source).not.toBe("");
    expect(Object.keys(severity).sort()).toEqual(["open-responses", "openai", "orq", "sudo"]);
  }
  expect(new Set(listLaws().map(({ id }) => id)).size).toBe(listLaws().length);
});
