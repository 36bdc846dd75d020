/** Folding the payloads of a stream into the reply that they tell, whatever the payloads are. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { collectChat, createChatCollector } from "../../src/sse/collect/chat.ts";
import { collectCompletion } from "../../src/sse/collect/completions.ts";
import { collectResponse } from "../../src/sse/collect/responses.ts";

const base = { id: "chatcmpl-1", object: "chat.completion.chunk", created: 1, model: "m" };
const chunk = (delta: object, more: object = {}) => ({ ...base, choices: [{ index: 0, delta, ...more }] });
const messageOf = (...deltas: object[]) => collectChat(deltas.map((delta) => chunk(delta))).choices[0]?.message;

describe("a chat", () => {
  test("joins texts, whatever they are called, and keeps the role", () => {
    expect(
      messageOf(
        { role: "assistant", content: "" },
        { role: "assistant", reasoning_content: "It is " },
        { reasoning_content: "late.", content: null },
        { content: "Good " },
        { content: "night." },
      ),
    ).toEqual({ role: "assistant", content: "Good night.", refusal: null, reasoning_content: "It is late." });
  });

  test("puts the choices in order, each with its reason", () => {
    const of = (index: number, delta: object, finish_reason: string | null = null) => ({
      ...base,
      choices: [{ index, delta, finish_reason }],
    });
    const { choices } = collectChat([
      of(1, { content: "b" }),
      of(0, { content: "a" }),
      of(1, {}, "length"),
      of(0, {}, "stop"),
    ]);
    expect(choices.map(({ index, message, finish_reason }) => [index, message.content, finish_reason])).toEqual([
      [0, "a", "stop"],
      [1, "b", "length"],
    ]);
  });

  test("joins the arguments of tool calls by their index, and forgets the index", () => {
    const call = (index: number, more: object) => ({ tool_calls: [{ index, ...more }] });
    expect(
      messageOf(
        call(0, { id: "call_1", type: "function", function: { name: "tide", arguments: "" } }),
        call(1, { id: "call_2", type: "function", function: { name: "moon", arguments: "{}" } }),
        call(0, { id: null, function: { name: null, arguments: '{"port":' } }),
        call(0, { function: { name: "", arguments: "" } }),
        call(0, { function: { arguments: '"Brest"}' } }),
      )?.tool_calls,
    ).toEqual([
      { id: "call_1", type: "function", function: { name: "tide", arguments: '{"port":"Brest"}' } },
      { id: "call_2", type: "function", function: { name: "moon", arguments: "{}" } },
    ]);
  });

  test("joins audio, lists and the oldest kind of call", () => {
    expect(
      messageOf(
        { audio: { id: "audio_1", transcript: "Good" } },
        { audio: { transcript: " night", data: "AAAA" } },
        { audio: { data: "BBBB", expires_at: 9 } },
        { annotations: [{ url: "a" }], function_call: { name: "tide", arguments: "{" } },
        { annotations: [{ url: "b" }], function_call: { arguments: "}" } },
      ),
    ).toMatchObject({
      audio: { id: "audio_1", transcript: "Good night", data: "AAAABBBB", expires_at: 9 },
      annotations: [{ url: "a" }, { url: "b" }],
      function_call: { name: "tide", arguments: "{}" },
    });
  });

  test("joins the likelihoods, of content and of refusal", () => {
    const [choice] = collectChat([
      chunk({ content: "a" }, { logprobs: { content: [{ token: "a" }], refusal: null } }),
      chunk({ content: "b" }, { logprobs: null }),
      chunk({ content: "c" }, { logprobs: { content: [{ token: "c" }], refusal: null } }),
    ]).choices;
    expect(choice?.logprobs).toEqual({ content: [{ token: "a" }, { token: "c" }], refusal: null });
  });

  test("takes the names from the first chunk that has them, and the last usage", () => {
    const notice = { id: "", object: "", created: 0, model: "", choices: [], prompt_filter_results: [] };
    const usage = { total_tokens: 3 };
    expect(collectChat([notice, { ...base, choices: [], usage: null }, { ...base, choices: [], usage }])).toEqual({
      ...base,
      object: "chat.completion",
      prompt_filter_results: [],
      choices: [],
      usage,
    });
  });

  test("can be read while it grows", () => {
    const collector = createChatCollector();
    collector.add(chunk({ content: "Good" }));
    expect(collector.reply().choices[0]).toMatchObject({ message: { content: "Good" }, finish_reason: null });
    collector.add(chunk({ content: " night" }, { finish_reason: "stop" }));
    expect(collector.reply().choices[0]).toMatchObject({ message: { content: "Good night" }, finish_reason: "stop" });
  });
});

test("a text completion joins texts and likelihoods by their index", () => {
  const piece = (index: number, text: string, logprobs: object | null, finish_reason: string | null) => ({
    id: "cmpl-1",
    choices: [{ index, text, logprobs, finish_reason }],
  });
  expect(
    collectCompletion([
      piece(0, "a", { tokens: ["a"], text_offset: [0] }, null),
      piece(1, "x", null, null),
      piece(0, "b", { tokens: ["b"], text_offset: [1] }, "stop"),
      piece(1, "", null, "length"),
    ]),
  ).toEqual({
    id: "cmpl-1",
    choices: [
      { index: 0, text: "ab", logprobs: { tokens: ["a", "b"], text_offset: [0, 1] }, finish_reason: "stop" },
      { index: 1, text: "x", logprobs: null, finish_reason: "length" },
    ],
  });
});

describe("a response", () => {
  const at = { output_index: 0, content_index: 0 };
  const item = { id: "msg_1", type: "message", status: "in_progress", content: [] };
  const part = { type: "output_text", text: "", annotations: [] };
  const annotation = { type: "url_citation", url: "https://example.com/" };
  const told = [
    { type: "response.created", response: { id: "resp_1", status: "in_progress", output: [] } },
    { type: "response.output_item.added", output_index: 0, item },
    { type: "response.content_part.added", ...at, part },
    { type: "response.output_text.delta", ...at, delta: "Good " },
    { type: "response.output_text.delta", ...at, delta: "night." },
  ];

  test("is rebuilt from its deltas, as far as they go", () => {
    expect(collectResponse(told)).toEqual({
      id: "resp_1",
      status: "in_progress",
      output: [{ ...item, content: [{ ...part, text: "Good night." }] }],
    });
  });

  test("takes from the finished item what no delta told", () => {
    const whole = { ...item, status: "completed", content: [{ ...part, text: "Other.", annotations: [annotation] }] };
    expect(
      collectResponse([
        ...told,
        { type: "response.output_item.done", output_index: 0, item: whole },
        { type: "response.completed", response: { id: "resp_1", status: "completed", output: [] } },
      ]),
    ).toEqual({
      id: "resp_1",
      status: "completed",
      output: [{ ...whole, content: [{ ...part, text: "Good night.", annotations: [annotation] }] }],
    });
  });
});

describe("whatever comes", () => {
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 6 },
      fc.constantFrom<unknown>(null, true, -1, 0, 1, 2 ** 53, "", "a", "response.output_item.added"),
      fc.constantFrom("response.output_text.delta", "response.content_part.added", "response.output_item.done"),
      fc.array(tie("any"), { maxLength: 4 }),
      fc.dictionary(
        fc.constantFrom(
          ..."choices index delta content tool_calls function arguments logprobs audio usage text __proto__".split(" "),
          ..."type output_index content_index item part annotations summary response output id".split(" "),
          ..."custom thinking reasoning_details extra item_id code".split(" "),
        ),
        tie("any"),
        { maxKeys: 8 },
      ),
    ),
  })).any;

  test.each([
    ["chat", collectChat],
    ["completions", collectCompletion],
    ["responses", collectResponse],
  ])("%s folds it, and leaves the payloads alone", (_name, collect) => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 8 }), (payloads) => {
        const before = JSON.stringify(payloads);
        expect(collect(payloads)).toBeTypeOf("object");
        expect(JSON.stringify(payloads)).toBe(before);
        expect(({} as Record<string, unknown>).a).toBeUndefined();
      }),
      { seed: 23, numRuns: 1_000 },
    );
  });
});
