/** Which laws are asked, how severe they are, and when the answer has to be waited for. */
import { expect, test } from "vitest";
import { openContract } from "../../src/contract/open-contract.ts";
import { ownContract } from "../../src/contract/own-contract.ts";
import { checkExchange, type Judgement } from "../../src/laws/check-exchange.ts";
import { FAMILIES, listLaws } from "../../src/laws/laws.ts";
import { collectChat } from "../../src/sse/collect/chat.ts";
import { exampleReply, exchangeOf, operationNamed } from "./exchanges.ts";
import * as sketch from "./stream-sketch.ts";
import { DONE, streamedExchange, textOf } from "./stream-sketch.ts";

const CHAT = "orqProxyCreateChatCompletion";
const ask = { model: "m", messages: [{ role: "user", content: "When is high tide?" }] };
const operation = operationNamed(CHAT);

test("a plain reply is judged at once", () => {
  const judgement = checkExchange(exchangeOf(CHAT, { request: ask, reply: exampleReply(CHAT) }), { operation });
  expect(judgement).toEqual({
    findings: [],
    judged: [
      "usage.U1",
      "usage.U2",
      "choices.N1",
      "choices.N2",
      "choices.N3",
      "choices.N4",
      "tools.A1",
      "tools.A2",
      "format.J1",
    ],
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

const says = (...words: string[]) => textOf(sketch.says(...words)) + DONE;
const streamed = (text: string, request: unknown = ask) => streamedExchange(CHAT, { text, request });

test("a stream is judged by its framing, its chunks and the reply that it tells, and tells the usage only if asked", () => {
  const judgement = checkExchange(streamed(says("At ", "seven.")), { operation });
  expect(judgement).toMatchObject({ findings: [], notJudged: ["usage.U1"] });
  const { judged } = judgement as Judgement;
  expect(judged).toEqual(expect.arrayContaining(["framing.F12", "chat.C1", "chat.C9", "choices.N1", "format.J1"]));
});

test("the reply that a stream tells is judged like a whole one", async () => {
  const request = { ...ask, response_format: { type: "json_object" } };
  const { findings } = await checkExchange(streamed(says("At ", "seven."), request), { operation });
  expect(findings).toMatchObject([{ law: "format.J1", pointer: "/choices/0/message/content" }]);
});

test("what a broken stream tells is not judged", async () => {
  const request = { ...ask, response_format: { type: "json_object" } };
  const { findings, notJudged } = await checkExchange(streamed(says("Hm.").replace(DONE, ""), request), { operation });
  expect(findings).toMatchObject([{ law: "chat.C3" }]);
  expect(notJudged).toEqual(expect.arrayContaining(["chat.C9", "usage.U1", "format.J1"]));
});

test("a list of events alone is judged by what it can be judged by", async () => {
  const { events } = streamed(says("At seven.")).reply;
  const bare = exchangeOf(CHAT, { request: ask, reply: undefined, mediaType: "text/event-stream" });
  const exchange = { ...bare, reply: { ...bare.reply, events: (events ?? []).map(({ data }) => ({ data })) } };
  const { findings, judged, notJudged } = await checkExchange(exchange, { operation });
  expect(findings).toEqual([]);
  expect(judged).toEqual(expect.arrayContaining(["framing.F1", "framing.F4", "framing.F7", "chat.C3"]));
  expect(notJudged).toEqual(expect.arrayContaining(["framing.F2", "framing.F11", "framing.F12"]));
});

test("laws that need the request say so where nobody knows it", async () => {
  const { findings, notJudged } = await checkExchange(streamedExchange(CHAT, { text: says("Hm.") }), { operation });
  expect(findings).toEqual([]);
  expect(notJudged).toEqual([
    "chat.C5",
    "chat.C6",
    "usage.U1",
    "usage.U2",
    "choices.N1",
    "choices.N3",
    "choices.N4",
    "tools.A2",
    "format.J1",
  ]);
});

test("payloads that somebody parsed and checked are neither parsed nor checked again", async () => {
  const payloads = sketch.says("Hm.").map((payload) => ({ ...payload, created: "yesterday" }));
  const events = [...payloads.map((payload) => ({ data: "not parsed", payload })), { data: "[DONE]" }];
  const bare = exchangeOf(CHAT, { request: ask, reply: collectChat(payloads), mediaType: "text/event-stream" });
  const exchange = { ...bare, reply: { ...bare.reply, events } };
  const checked = await checkExchange(exchange, { operation, isChecked: true });
  expect(checked.findings).toEqual([]);
  const { findings } = await checkExchange(exchange, { operation });
  expect(findings).toMatchObject([{ law: "chat.C1", eventIndex: 0 }]);
});

test("a server of another profile owes the shape of a chunk, not the schema of this document", async () => {
  const odd = textOf(sketch.says("Hm.").map((payload) => ({ ...payload, created: "yesterday" }))) + DONE;
  const foreign = await checkExchange(streamed(odd), { operation, profile: "openai" });
  expect(foreign.findings).toEqual([]);
  const own = await checkExchange(streamed(odd), { operation });
  expect(own.findings).toMatchObject([{ law: "chat.C1" }]);
});

test("who counts the reasoning apart breaks no law of the original dialect", async () => {
  const details = { completion_tokens_details: { reasoning_tokens: 9 } };
  const usage = { prompt_tokens: 2, completion_tokens: 3, total_tokens: 14, ...details };
  const exchange = exchangeOf(CHAT, { request: ask, reply: { ...exampleReply(CHAT), usage } });
  expect((await checkExchange(exchange, { operation, profile: "openai" })).findings).toEqual([]);
  expect((await checkExchange(exchange, { operation })).findings).toMatchObject([{ law: "usage.U1" }]);
});

test("framing governs the streams of operations that name no laws", async () => {
  const content = { "text/event-stream": { schema: {} } };
  const get = { operationId: "watch", responses: { 200: { description: "Events.", content } } };
  const own = await openContract({ openapi: "3.1.0", info: { title: "t", version: "1" }, paths: { "/a": { get } } });
  const { findings } = await checkExchange(streamed("data: 1\n\ndata: 2"), {
    operation: own.operations[0] as typeof operation,
  });
  expect(findings.map(({ law }) => law)).toEqual(["framing.F11"]);
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
  expect(await checkExchange(exchange, { operation: mine })).toMatchObject({
    judged: ["usage.U1", "usage.U2"],
    notJudged: [],
  });
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

test("a fault of framing points at its byte, whatever stands before it", async () => {
  const head = `\ufeff: 東京\r\n\r\n${textOf([sketch.opening]).replaceAll("\n", "\r\n")}`;
  const text = `${head}Data: x\r\n\r\n${DONE}`;
  const exchange = streamedExchange(CHAT, { text, request: { ...ask, stream: true } });
  const { findings } = await checkExchange(exchange, { operation });
  expect(findings).toMatchObject([{ law: "framing.F6", byteOffset: Buffer.byteLength(head) }]);
});
