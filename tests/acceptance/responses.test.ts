/** The Responses API, as a guide to both gateways tells it; previous responses have a guide of their own. */
import { describe, expect, test } from "vitest";
import { accepts, answer, apisOf, documenting, post, refusal, stream } from "../support/ask.ts";
import { CALLER_SCHEMAS, faultsOf, IMPOSSIBLE_SCHEMAS } from "../support/caller-schemas.ts";
import type { Json } from "../support/collect/json.ts";

const apis = apisOf("responses");
const ask = { model: "openai/gpt-4o-mini", input: "When is high tide at Saint-Malo?" };

const weather = {
  type: "function",
  name: "get_weather",
  description: "The current weather of a city.",
  parameters: {
    type: "object",
    properties: { city: { type: "string" }, unit: { type: "string", enum: ["celsius", "fahrenheit"] } },
    required: ["city", "unit"],
    additionalProperties: false,
  },
  strict: true,
};
const tide = {
  ...weather,
  name: "get_tide",
  description: "When the tide is high in a port.",
  parameters: { type: "object", properties: { port: { type: "string" } }, required: ["port"] },
};
const tools = [weather, tide];
const WEATHER = "What is the weather in Paris, in celsius?";

const itemsOf = (body: Json, type: string): Json[] => body.output.filter((item: Json) => item.type === type);

test("two APIs have responses", () => {
  expect(apis.map(({ path }) => path).sort()).toEqual(["/v2/gateway/responses", "/v2/proxy/responses"]);
});

describe.each(apis)("POST $path", (api) => {
  test("answers with a message, and its text once more in output_text", async () => {
    const reply = await post(api.path, ask);
    expect(reply.headers["x-request-id"]).toMatch(/^req_\w{24}$/);
    expect(reply.body).toMatchObject({ object: "response", status: "completed", model: ask.model, error: null });
    expect([reply.body.id, reply.body.created_at]).toEqual([expect.stringMatching(/^resp_\w{24}$/), 1735689600]);
    const [message] = itemsOf(reply.body, "message");
    expect(message).toMatchObject({ id: expect.stringMatching(/^msg_/), role: "assistant", status: "completed" });
    expect(message.content[0].text).toContain("high tide at Saint-Malo");
    expect(reply.body.output_text).toBe(message.content[0].text);
  });

  test("input may be a conversation; the last word of the user counts", async () => {
    const input = [
      { role: "system", content: "Be brief." },
      { role: "user", content: "Who was Ada Lovelace?" },
      { role: "assistant", content: [{ type: "output_text", text: "A mathematician.", annotations: [] }] },
      { role: "user", content: [{ type: "input_text", text: "And what did Grace Hopper build?" }] },
    ];
    const body = accepts(api, { ...ask, input }) ? input : input.filter(({ role }) => role !== "assistant");
    const { output_text, usage } = await answer(api, { ...ask, input: body });
    expect(output_text).toContain("Grace Hopper");
    expect(usage.input_tokens).toBeGreaterThan((await answer(api, ask)).usage.input_tokens);
  });

  test("instructions cost tokens and come back", async () => {
    const instructions = "Answer like a lighthouse keeper.";
    const reply = await answer(api, { ...ask, instructions });
    expect(reply.instructions).toBe(instructions);
    expect(reply.usage.input_tokens).toBeGreaterThan((await answer(api, ask)).usage.input_tokens);
    expect(reply.usage.total_tokens).toBe(reply.usage.input_tokens + reply.usage.output_tokens);
  });

  test("store, metadata and what else was asked come back, with the defaults of the rest", async () => {
    const asked = { store: false, metadata: { port: "Saint-Malo" }, temperature: 0.3, top_p: 0.5 };
    expect(await answer(api, { ...ask, ...asked })).toMatchObject({ ...asked, tools: [], tool_choice: "auto" });
    expect(await answer(api, ask)).toMatchObject({ store: true, metadata: {}, temperature: 1, top_p: 1 });
  });

  test("max_output_tokens leaves it incomplete", async () => {
    const reply = await answer(api, { ...ask, max_output_tokens: 5 });
    expect(reply).toMatchObject({ status: "incomplete", incomplete_details: { reason: "max_output_tokens" } });
    expect(reply.usage.output_tokens).toBe(5);
    expect(reply.output.at(-1).status).toBe("incomplete");
    const { payloads } = await stream(api, { ...ask, max_output_tokens: 5 });
    expect(payloads.at(-1).type).toBe("response.incomplete");
  });

  test("reasoning is counted, the longer the more effort, and sealed when that is included", async () => {
    const reasoningOf = async (more: object) => {
      const reply = await answer(api, { ...ask, ...more });
      return { tokens: reply.usage.output_tokens_details.reasoning_tokens, items: itemsOf(reply, "reasoning") };
    };
    const low = await reasoningOf({ reasoning: { effort: "low" } });
    const high = await reasoningOf({ reasoning: { effort: "high" }, include: ["reasoning.encrypted_content"] });
    expect(low.tokens).toBeGreaterThan(0);
    expect(high.tokens).toBeGreaterThan(low.tokens);
    expect([low.items.length, (await reasoningOf({})).tokens]).toEqual([0, 0]);
    expect(high.items[0].encrypted_content).toMatch(/^[\w+/=]+$/);
  });

  test("include message.output_text.logprobs tells how likely each token was", async () => {
    const reply = await answer(api, { ...ask, include: ["message.output_text.logprobs"], top_logprobs: 3 });
    const [part] = reply.output.at(-1).content;
    expect(part.logprobs.map(({ token }: Json) => token).join("")).toBe(part.text);
    for (const { logprob, top_logprobs } of part.logprobs) {
      expect(logprob).toBeLessThanOrEqual(0);
      expect(top_logprobs).toHaveLength(3);
    }
  });

  test.each([
    ["web_search_preview", { type: "web_search_preview" }, "web_search_call", "url_citation"],
    ["file_search", { type: "file_search", vector_store_ids: ["vs_tides"] }, "file_search_call", "file_citation"],
  ])("%s is a call, and a message that cites what was found", async (_name, tool, type, annotation) => {
    const include = ["file_search_call.results"];
    const reply = await answer(api, { ...ask, tools: [tool], include });
    expect(reply.output.map((item: Json) => item.type)).toEqual([type, "message"]);
    expect(reply.output[0].status).toBe("completed");
    expect(reply.output[1].content[0].annotations[0].type).toBe(annotation);
    if (type === "file_search_call") expect(reply.output[0].results[0].text.length).toBeGreaterThan(10);
    const { payloads } = await stream(api, { ...ask, tools: [tool], include });
    const steps = payloads.map(({ type: step }) => step).filter((step) => step.startsWith(`response.${type}`));
    expect(steps).toEqual(["in_progress", "searching", "completed"].map((step) => `response.${type}.${step}`));
  });
});

describe.each(documenting(apis, "tools", "tool_choice"))("$path with tools", (api) => {
  const calls = async (more: object) =>
    itemsOf(await answer(api, { ...ask, input: WEATHER, tools, ...more }), "function_call");

  test("auto calls the function that the question is about", async () => {
    const [call, ...others] = await calls({});
    expect(others).toEqual([]);
    expect(call).toMatchObject({ name: "get_weather", status: "completed", call_id: expect.stringMatching(/^call_/) });
    expect(JSON.parse(call.arguments)).toEqual({ city: "Paris", unit: "celsius" });
    expect(await calls({ input: "Please write a short poem." })).toEqual([]);
  });

  test("none calls nothing, required something, a named function that one", async () => {
    const poem = { input: "Please write a short poem." };
    expect(await calls({ tool_choice: "none" })).toEqual([]);
    expect(await calls({ ...poem, tool_choice: "required" })).toHaveLength(1);
    const [call] = await calls({ ...poem, tool_choice: { type: "function", name: "get_tide" } });
    expect(call.name).toBe("get_tide");
    expect(faultsOf(tide.parameters, call.arguments)).toEqual([]);
  });

  test("parallel_tool_calls false calls one at most", async () => {
    const input = "What is the weather in Paris, and when is high tide in the port of Brest?";
    expect((await calls({ input })).map(({ name }) => name).sort()).toEqual(["get_tide", "get_weather"]);
    expect(await calls({ input, parallel_tool_calls: false })).toHaveLength(1);
  });

  test("the output of a function is put into words", async () => {
    const { output: called } = await answer(api, { ...ask, input: WEATHER, tools });
    const result = '{"temperature":21,"sky":"clear"}';
    const input = [
      { role: "user", content: WEATHER },
      ...called,
      { type: "function_call_output", call_id: called[0].call_id, output: result },
    ];
    const { output, output_text } = await answer(api, { ...ask, input, tools });
    expect(output.map(({ type }: Json) => type)).toEqual(["message"]);
    expect(output_text).toContain("clear");
  });

  const demanding = (parameters: object) => ({
    ...ask,
    tools: [{ ...weather, name: "anything", parameters }],
    tool_choice: { type: "function", name: "anything" },
  });
  // The document wants a type of every property.
  const taken = CALLER_SCHEMAS.filter(([, parameters]) => accepts(api, demanding(parameters)));

  test.each(taken)("arguments for parameters with %s", async (_name, parameters) => {
    const [call] = itemsOf(await answer(api, demanding(parameters)), "function_call");
    expect(faultsOf(parameters, call.arguments), call.arguments).toEqual([]);
  });

  test("parameters that nothing fits are refused with their place", async () => {
    expect(taken.length).toBeGreaterThan(10);
    for (const [, parameters] of IMPOSSIBLE_SCHEMAS) {
      const { status, error } = await refusal(api, demanding(parameters));
      expect([status, error.message]).toEqual([400, expect.stringContaining("tools[0].parameters")]);
    }
  });
});

describe.each(documenting(apis, "text"))("$path with text.format", (api) => {
  const formatted = (format: object) => ({ ...ask, text: { format } });

  test("json_object is any object, text is text", async () => {
    expect(JSON.parse((await answer(api, formatted({ type: "json_object" }))).output_text)).toBeTypeOf("object");
    expect((await answer(api, formatted({ type: "text" }))).output_text).toContain("Saint-Malo");
  });

  test.each(CALLER_SCHEMAS)("json_schema: %s", async (_name, schema) => {
    const body = formatted({ type: "json_schema", name: "tides", strict: true, schema });
    const whole = await answer(api, body);
    expect(faultsOf(schema, whole.output_text), whole.output_text).toEqual([]);
    expect((await stream(api, body)).reply.output_text).toBe(whole.output_text);
  });

  test.each(IMPOSSIBLE_SCHEMAS)("%s is refused with its place", async (_name, schema) => {
    const { status, error } = await refusal(api, formatted({ type: "json_schema", name: "tides", schema }));
    expect([status, error.message]).toEqual([400, expect.stringContaining("text.format.schema")]);
  });
});

describe.each(documenting(apis, "stream"))("$path with stream", (api) => {
  test("tells the whole story in order, each event under its name", async () => {
    const { payloads, names, last } = await stream(api, ask);
    const types: string[] = payloads.map(({ type }) => type);
    expect(names).toEqual(types);
    expect(types.filter((type, index) => type !== types[index - 1])).toEqual([
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
    expect(payloads.map(({ sequence_number }) => sequence_number)).toEqual(payloads.map((_, index) => index));
    expect(last).toBe("[DONE]");
  });

  test.each([
    ["text", {}],
    ["functions", { input: WEATHER, tools }],
    [
      "everything at once",
      { reasoning: { effort: "low" }, include: ["reasoning.encrypted_content"], max_output_tokens: 60 },
    ],
    ["likelihoods", { include: ["message.output_text.logprobs"] }],
  ])("with %s adds up to the JSON answer, tokens included", async (name, more) => {
    const body = { ...ask, metadata: { name }, ...more };
    const whole = await answer(api, body);
    const { payloads, reply } = await stream(api, body);
    expect(reply).toEqual(whole);
    expect(payloads.at(-1).response.usage).toEqual(whole.usage);
  });

  test("function arguments come in pieces, then whole", async () => {
    const { payloads } = await stream(api, { ...ask, input: WEATHER, tools });
    const ofCall = payloads.filter(({ type }) => type.startsWith("response.function_call_arguments"));
    const pieces = ofCall.slice(0, -1).map(({ delta }) => delta);
    expect(pieces.length).toBeGreaterThan(2);
    expect(ofCall.at(-1)).toMatchObject({ type: "response.function_call_arguments.done", arguments: pieces.join("") });
  });
});

test.each(apis)("$path: what is no response request is refused by name", async (api) => {
  const { input: _, ...noInput } = ask;
  const faults: [object, string][] = [
    [noInput, "input"],
    [{ ...ask, temperature: 3 }, "temperature"],
    [{ ...ask, metadata: { deep: { er: 1 } } }, "metadata.deep"],
    [{ ...ask, include: ["everything"] }, "include[0]"],
    [{ ...ask, text: { format: { type: "yaml" } } }, "text.format.type"],
    [{ ...ask, stream: 1 }, "stream"],
  ];
  for (const [body, param] of faults)
    expect(await refusal(api, body)).toMatchObject({ status: 400, error: { param, type: "invalid_request_error" } });
});
