/** Whatever a stranger sends, a law judges or says that it cannot; it never fails. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Operation, successOf } from "../../src/contract/operation.ts";
import { ownContract } from "../../src/contract/own-contract.ts";
import type { Exchange } from "../../src/exchange/exchange.ts";
import { streamReply } from "../../src/exchange/stream-reply.ts";
import { checkExchange } from "../../src/laws/check-exchange.ts";
import { PROFILES } from "../../src/laws/law.ts";
import { FAMILIES } from "../../src/laws/laws.ts";
import { carriedBy } from "../../src/laws/payloads.ts";
import { createRandom } from "../../src/lib/random.ts";
import { mutate } from "../support/sample.ts";
import { brokenExchanges } from "./exchanges.ts";

/** All laws at once, whichever operation they govern. */
const everything = {
  ...ownContract().operations[0],
  laws: [...FAMILIES.keys()],
} as (typeof brokenExchanges)[0]["operation"];
const all = [...FAMILIES.values()].flat().map(({ id }) => id);

async function expectToJudge(exchange: Exchange): Promise<void> {
  const { findings, judged, notJudged } = await checkExchange(exchange, { operation: everything });
  expect([...judged, ...notJudged].sort()).toEqual([...all].sort());
  for (const { law } of findings) expect(judged).toContain(law);
}

/** Names that laws read, so that random objects are not passed over. */
const KEYS = [
  ..."choices index message tool_calls function name arguments finish_reason content refusal usage total_tokens".split(
    " ",
  ),
  ..."prompt_tokens completion_tokens output type status data embedding url b64_json results relevance_score".split(
    " ",
  ),
  ..."flagged categories category_scores metadata tools parameters response_format json_schema schema text format".split(
    " ",
  ),
  ..."object delta role id created model type item part item_id output_index content_index sequence_number response".split(
    " ",
  ),
  ..."n prompt messages input dimensions encoding_format documents top_n size segments words start end stop orq".split(
    " ",
  ),
];
const anything = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom(
      "tool_calls",
      "stop",
      "length",
      "json_schema",
      "json_object",
      "function_call",
      "completed",
      "{}",
      "",
    ),
    fc.double(),
    fc.integer({ min: -1, max: 3 }),
    fc.constantFrom(null, true, false, undefined),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...KEYS), tie("value"), { maxKeys: 8 }),
  ),
})).value;

test("any request and any reply", async () => {
  await fc.assert(
    fc.asyncProperty(anything, anything, async (request, reply) => {
      await expectToJudge({
        operationId: undefined,
        request: { method: "POST", path: "/", query: "", headers: {}, body: request },
        reply: { status: 200, headers: {}, body: reply },
      });
    }),
    { seed: 7, numRuns: 2_000 },
  );
});

test("exchanges with faults at random places", async () => {
  const random = createRandom(11);
  for (const { exchange } of brokenExchanges) {
    if (exchange.reply.body instanceof Uint8Array || exchange.reply.events !== undefined) continue;
    for (let round = 0; round < 40; round++) {
      const request = { ...exchange.request, body: mutate(exchange.request.body, random) };
      const reply = { ...exchange.reply, body: mutate(exchange.reply.body, random) };
      await expectToJudge({ ...exchange, request, reply });
    }
  }
});

test("values nested deeper than the stack", async () => {
  const deep = JSON.parse(`${"[".repeat(20_000)}${"]".repeat(20_000)}`);
  const tool = { function: { name: deep, parameters: deep } };
  await expectToJudge({
    operationId: undefined,
    request: {
      method: "POST",
      path: "/",
      query: "",
      headers: {},
      body: {
        tools: [tool],
        metadata: { a: deep },
        input: deep,
        n: deep,
        response_format: { type: "json_schema", schema: deep },
      },
    },
    reply: {
      status: 200,
      headers: {},
      body: {
        choices: [{ index: 0, finish_reason: "stop", message: { content: "1", tool_calls: [tool] } }],
        metadata: { b: deep },
        results: [{ flagged: true, categories: { a: deep }, category_scores: { a: deep } }],
        usage: deep,
        data: deep,
      },
    },
  });
});

/** The laws of streams and those of replies, none of them twice. */
const STREAM_FAMILIES = ["chat", "completions", "responses"];
const replyFamilies = [...FAMILIES.keys()].filter((name) => name !== "framing" && !STREAM_FAMILIES.includes(name));

async function expectToJudgeStream(operation: Operation, exchange: Exchange): Promise<void> {
  const family = successOf(operation)?.stream?.laws ?? "";
  const asked = ["framing", family, ...replyFamilies].flatMap((name) => FAMILIES.get(name) ?? []);
  for (const profile of PROFILES) {
    const judgement = await checkExchange(exchange, { operation: { ...operation, laws: replyFamilies }, profile });
    const { findings, judged, notJudged } = judgement;
    const owed = exchange.reply.status < 400 ? asked : asked.filter(({ ofErrors }) => ofErrors);
    expect([...judged, ...notJudged].sort()).toEqual(owed.map(({ id }) => id).sort());
    for (const { law } of findings) expect(judged).toContain(law);
  }
}

const streams = brokenExchanges.filter(({ exchange }) => exchange.reply.events !== undefined);

test("streams whose payloads have faults at random places", async () => {
  const random = createRandom(13);
  for (const { operation, exchange } of streams) {
    for (let round = 0; round < 8; round++) {
      const carried = carriedBy(exchange.reply.events ?? []);
      const events = (exchange.reply.events ?? []).map((event, at) => {
        const one = carried[at];
        if (one?.kind !== "payload" || random.next() < 0.7) return event;
        return { ...event, payload: mutate(one.value, random) };
      });
      const request = { ...exchange.request, body: mutate(exchange.request.body, random) };
      await expectToJudgeStream(operation, { ...exchange, request, reply: { ...exchange.reply, events } });
    }
  }
});

test("streams whose bytes have faults at random places", async () => {
  const edit = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(12), fc.uint8Array({ maxLength: 12 }));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...streams), fc.array(edit, { maxLength: 5 }), async (stream, edits) => {
      const { status, headers, stream: facts } = stream.exchange.reply;
      let bytes: Uint8Array = facts?.bytes ?? new Uint8Array();
      for (const [place, removed, put] of edits) {
        const at = Math.floor(place * bytes.length);
        bytes = Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + removed)]);
      }
      const reply = streamReply({ status, headers, bytes });
      await expectToJudgeStream(stream.operation, { ...stream.exchange, reply });
    }),
    { seed: 17, numRuns: 600 },
  );
});

test("streams of any payloads at all", async () => {
  const event = fc.record(
    { event: fc.constantFrom("response.created", "message", ""), data: fc.json({ maxDepth: 4 }), payload: anything },
    { requiredKeys: ["data"] },
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...streams),
      fc.array(event, { maxLength: 6 }),
      anything,
      async (stream, events, body) => {
        const reply = { ...stream.exchange.reply, events, body } as Exchange["reply"];
        await expectToJudgeStream(stream.operation, { ...stream.exchange, reply });
      },
    ),
    { seed: 19, numRuns: 1_000 },
  );
});

test("payloads nested deeper than the stack, in every place that laws read", async () => {
  const deep = JSON.parse(`${"[".repeat(20_000)}${"]".repeat(20_000)}`);
  const nest = { a: deep };
  const delta = { role: "assistant", content: deep, tool_calls: [{ index: 0, id: nest, function: nest }], audio: nest };
  const payloads = [
    { choices: [{ index: 0, text: deep, delta, logprobs: { content: [deep] } }], usage: nest, object: deep },
    { type: "response.output_item.added", output_index: 0, item: { id: "i", content: [nest], summary: deep } },
    {
      type: "response.content_part.added",
      output_index: 0,
      content_index: 0,
      part: { text: deep, annotations: [deep] },
    },
    { type: "response.output_item.done", output_index: 0, item: { id: "i", content: deep, summary: [nest] } },
    { type: "response.completed", response: { status: deep, output: [deep, nest], metadata: nest, usage: nest } },
    { error: deep },
  ];
  for (const { operation, exchange } of streams) {
    const events = payloads.map((payload) => ({ data: "", payload }));
    await expectToJudgeStream(operation, { ...exchange, reply: { ...exchange.reply, events, body: nest } });
  }
});
