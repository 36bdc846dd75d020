import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SCRIPT_OPTIONS, scripts } from "../../../src/behaviours/text-behaviours.ts";
import { collectChat } from "../../../src/sse/collect/chat.ts";
import type { Json } from "../../support/collect/json.ts";
import { told } from "../../support/collect/payloads.ts";
import { answer, CHAT_OPERATIONS, faultsOf } from "../text/build-call.ts";

const weather = {
  type: "function",
  function: {
    name: "get_weather",
    parameters: { type: "object", properties: { city: { type: "string" } }, required: ["city"] },
  },
};
const asks = { model: "openai/gpt-4o", messages: [{ role: "user", content: "How is the weather in Paris?" }] };
const toolChunks = (payloads: Json[]) =>
  payloads.flatMap(({ choices }) => choices.flatMap(({ delta }: Json) => delta.tool_calls ?? []));

/** Requests with any mixture of what a chat can be asked for. */
const requests = fc.record(
  {
    n: fc.integer({ min: 1, max: 3 }),
    max_tokens: fc.nat(60),
    stop: fc.constantFrom(" the", [".", " no such words"]),
    logprobs: fc.boolean(),
    top_logprobs: fc.nat(4),
    tools: fc.constant([weather]),
    tool_choice: fc.constantFrom("none", "auto", "required"),
    response_format: fc.constantFrom({ type: "text" }, { type: "json_object" }),
    modalities: fc.constant(["text", "audio"]),
    reasoning_effort: fc.constantFrom("low", "high"),
    messages: fc
      .constantFrom("How is the weather in Paris and Rome?", "Hello!", "Où est la gare? 東京 👩‍👩‍👧", "")
      .map((content) => [{ role: "user", content }]),
  },
  { requiredKeys: ["messages"] },
);

describe.each(CHAT_OPERATIONS)("the stream of %s", (operationId) => {
  const stream = async (body: object, options: { includeUsage?: boolean } = {}) => {
    const reply = await answer(operationId, { ...asks, ...body });
    return { reply, ...told(scripts.chat(reply, { ...SCRIPT_OPTIONS[operationId], ...options })) };
  };

  test("folds into the reply again, and each chunk fits the document", async () => {
    await fc.assert(
      fc.asyncProperty(requests, fc.boolean(), async (body, includeUsage) => {
        const { reply, payloads, sentinels } = await stream(body, { includeUsage });
        const { metadata: _, usage, ...rest } = reply;
        expect(collectChat(payloads)).toEqual(includeUsage ? { ...rest, usage } : rest);
        expect(sentinels).toEqual(["[DONE]"]);
        for (const payload of payloads) expect(faultsOf(operationId, payload, "text/event-stream")).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test("names the role first, ends each choice once and by itself, and repeats id and time", async () => {
    const { payloads } = await stream({ n: 2 });
    const choices = payloads.flatMap(({ choices }: Json) => choices);
    for (const index of [0, 1]) {
      const own = choices.filter((choice) => choice.index === index);
      expect(own[0].delta).toMatchObject({ role: "assistant", content: "" });
      expect(own.map(({ finish_reason }) => finish_reason).filter(Boolean)).toEqual(["stop"]);
      expect(own.at(-1)).toMatchObject({ delta: {}, finish_reason: "stop" });
    }
    expect(new Set(payloads.map(({ id, created, object }) => `${id} ${created} ${object}`)).size).toBe(1);
  });

  test("takes turns between choices", async () => {
    const { payloads } = await stream({ n: 2 });
    expect(payloads.slice(0, 4).map(({ choices }: Json) => choices[0].index)).toEqual([0, 1, 0, 1]);
  });

  test("tells the usage only when asked, last and once", async () => {
    const silent = await stream({});
    expect(silent.payloads.some((payload) => "usage" in payload)).toBe(false);
    const { payloads, reply } = await stream({}, { includeUsage: true });
    expect(payloads.filter((payload) => "usage" in payload)).toEqual([
      expect.objectContaining({ choices: [], usage: reply.usage }),
    ]);
    expect(payloads.at(-1)).toHaveProperty("usage");
  });

  test("sends tool calls so that their arguments join to JSON", async () => {
    const { payloads } = await stream({ tools: [weather] });
    const chunks = toolChunks(payloads);
    expect(chunks[0]).toMatchObject({
      index: 0,
      id: expect.stringMatching(/^call_/),
      type: "function",
      function: { name: "get_weather" },
    });
    expect(JSON.parse(chunks.map((chunk) => chunk.function.arguments).join(""))).toEqual({ city: "Paris" });
  });
});

test("Sudo sends each tool call whole, for a client that demands every field", async () => {
  const reply = await answer("sudoCreateChatCompletion", { ...asks, tools: [weather] });
  const { payloads } = told(scripts.chat(reply, SCRIPT_OPTIONS.sudoCreateChatCompletion));
  expect(toolChunks(payloads)).toEqual([
    {
      index: 0,
      id: expect.any(String),
      type: "function",
      function: { name: "get_weather", arguments: '{"city":"Paris"}' },
    },
  ]);
});

test("the other APIs send id, type and name once", async () => {
  const reply = await answer("orqGatewayCreateChatCompletion", { ...asks, tools: [weather] });
  const [, ...later] = toolChunks(told(scripts.chat(reply)).payloads);
  for (const chunk of later) expect(chunk).toEqual({ index: 0, function: { arguments: expect.any(String) } });
});

test.each([
  ["a refusal", { content: null, refusal: "I cannot help with that." }],
  ["an empty text", { content: "", refusal: null }],
  ["fields of one provider", { content: "Yes.", refusal: null, redacted_reasoning: "c2VjcmV0" }],
])("%s folds back too", (_name, message) => {
  const choices = [{ index: 0, message: { role: "assistant", ...message }, logprobs: null, finish_reason: "stop" }];
  const reply = { id: "chatcmpl-1", object: "chat.completion", created: 1, model: "m", choices };
  expect(collectChat(told(scripts.chat(reply)).payloads)).toEqual(reply);
});

test("a stream without a sentinel just ends", () => {
  const reply = { id: "chatcmpl-1", object: "chat.completion", created: 1, model: "m", choices: [] };
  expect([...scripts.chat(reply, { sentinel: null })]).toEqual([]);
});
