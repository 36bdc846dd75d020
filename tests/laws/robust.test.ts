/** Whatever a stranger sends, a law judges or says that it cannot; it never fails. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { ownContract } from "../../src/contract/own-contract.ts";
import type { Exchange } from "../../src/exchange/exchange.ts";
import { checkExchange } from "../../src/laws/check-exchange.ts";
import { FAMILIES } from "../../src/laws/laws.ts";
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
    if (exchange.reply.body instanceof Uint8Array) continue;
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
