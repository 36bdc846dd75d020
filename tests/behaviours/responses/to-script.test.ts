import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scripts } from "../../../src/behaviours/text-behaviours.ts";
import { collectResponse } from "../../../src/sse/collect/responses.ts";
import type { Json } from "../../support/collect/json.ts";
import { told } from "../../support/collect/payloads.ts";
import { answer, faultsOf, RESPONSE_OPERATIONS } from "../text/build-call.ts";

const weather = {
  type: "function",
  name: "get_weather",
  parameters: { type: "object", properties: { city: { type: "string" } }, required: ["city"] },
};
const asks = { model: "openai/gpt-4o", input: "How is the weather in Paris?" };

const requests = fc.record(
  {
    max_output_tokens: fc.nat(60),
    tools: fc.subarray([weather, { type: "web_search_preview" }, { type: "file_search", vector_store_ids: ["vs_1"] }]),
    tool_choice: fc.constantFrom("none", "auto", "required"),
    text: fc.constantFrom({ format: { type: "text" } }, { format: { type: "json_object" } }),
    reasoning: fc.constant({ effort: "low" }),
    include: fc.subarray(["message.output_text.logprobs", "reasoning.encrypted_content", "file_search_call.results"]),
    input: fc.constantFrom("How is the weather in Paris and Rome?", "Hello!", "Où est la gare? 東京"),
  },
  { requiredKeys: ["input"] },
);

describe.each(RESPONSE_OPERATIONS)("the stream of %s", (operationId) => {
  const stream = async (body: object) => {
    const reply = await answer(operationId, { ...asks, ...body });
    return { reply, ...told(scripts.responses(reply)) };
  };
  const typesOf = (payloads: Json[]) =>
    payloads.map(({ type }) => type).filter((type, index, all) => type !== all[index - 1]);

  test("folds into the response again, and each event fits the document", async () => {
    await fc.assert(
      fc.asyncProperty(requests, async (body) => {
        const { reply, payloads, names, sentinels } = await stream(body);
        expect(collectResponse(payloads)).toEqual(reply);
        expect(payloads.at(-1)).toMatchObject({ type: `response.${reply.status}`, response: reply });
        expect(payloads.map(({ sequence_number }) => sequence_number)).toEqual(payloads.map((_, index) => index));
        expect(names).toEqual(payloads.map(({ type }) => type));
        expect(sentinels).toEqual(["[DONE]"]);
        for (const payload of payloads) expect(faultsOf(operationId, payload, "text/event-stream")).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test("tells a message in this order", async () => {
    expect(typesOf((await stream({})).payloads)).toEqual([
      "response.created",
      "response.in_progress",
      "response.output_item.added",
      "response.content_part.added",
      "response.output_text.delta",
      "response.output_text.done",
      "response.content_part.done",
      "response.output_item.done",
      "response.completed",
    ]);
  });

  test("tells a function call in this order", async () => {
    expect(typesOf((await stream({ tools: [weather] })).payloads)).toEqual([
      "response.created",
      "response.in_progress",
      "response.output_item.added",
      "response.function_call_arguments.delta",
      "response.function_call_arguments.done",
      "response.output_item.done",
      "response.completed",
    ]);
  });

  test("tells a search before the message that cites it", async () => {
    expect(typesOf((await stream({ tools: [{ type: "web_search_preview" }] })).payloads).slice(2, 14)).toEqual([
      "response.output_item.added",
      "response.web_search_call.in_progress",
      "response.web_search_call.searching",
      "response.web_search_call.completed",
      "response.output_item.done",
      "response.output_item.added",
      "response.content_part.added",
      "response.output_text.delta",
      "response.output_text.annotation.added",
      "response.output_text.done",
      "response.content_part.done",
      "response.output_item.done",
    ]);
  });

  test("begins with nothing said and ends with the whole", async () => {
    const { payloads, reply } = await stream({ max_output_tokens: 3 });
    expect(payloads[0]).toMatchObject({
      response: { id: reply.id, status: "in_progress", output: [], usage: null, incomplete_details: null },
    });
    expect(payloads.at(-1)).toMatchObject({ type: "response.incomplete", response: reply });
  });
});

describe("what only a scenario says", () => {
  const base = {
    id: "resp_1",
    object: "response",
    created_at: 1,
    status: "completed",
    error: null,
    incomplete_details: null,
    model: "m",
    parallel_tool_calls: true,
    output_text: "",
  };

  test.each([
    [
      "a refusal",
      {
        id: "msg_1",
        type: "message",
        role: "assistant",
        status: "completed",
        content: [{ type: "refusal", refusal: "I cannot do that." }],
      },
    ],
    [
      "reasoning in full",
      { id: "rs_1", type: "reasoning", summary: [], content: [{ type: "reasoning_text", text: "Two and two." }] },
    ],
    ["a custom tool call", { id: "ctc_1", type: "custom_tool_call", call_id: "call_1", name: "shell", input: "ls -l" }],
    [
      "an interpreter call",
      { id: "ci_1", type: "code_interpreter_call", status: "completed", code: "1 + 1", outputs: null },
    ],
    ["a kind that is told whole", { id: "cmp_1", type: "compaction", encrypted_content: "x" }],
  ])("%s folds back too", (_name, item) => {
    const reply = { ...base, output: [item] };
    const { payloads } = told(scripts.responses(reply));
    expect(collectResponse(payloads)).toEqual(reply);
    for (const payload of payloads)
      expect(faultsOf("orqGatewayCreateResponse", payload, "text/event-stream")).toEqual([]);
  });

  test("a failure ends with response.failed", () => {
    const { payloads } = told(
      scripts.responses({ ...base, status: "failed", error: { code: "server_error", message: "No." }, output: [] }),
    );
    expect(payloads.at(-1)).toMatchObject({ type: "response.failed", response: { error: { code: "server_error" } } });
  });

  test("events may go without names and without a sentinel", () => {
    const { names, sentinels } = told(scripts.responses({ ...base, output: [] }, { named: false, sentinel: null }));
    expect(new Set(names)).toEqual(new Set([undefined]));
    expect(sentinels).toEqual([]);
  });
});
