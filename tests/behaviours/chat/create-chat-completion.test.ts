import { describe, expect, test } from "vitest";
import type { Json } from "../../support/collect/json.ts";
import { answer, ask, CHAT_OPERATIONS, faultsOf } from "../text/build-call.ts";

const MODEL = "openai/gpt-4o";
const QUESTION = "What is the capital of France?";
const user = (content: unknown) => ({ role: "user", content });
const question = { model: MODEL, messages: [user(QUESTION)] };

const weather = {
  type: "function",
  function: {
    name: "get_weather",
    description: "The current weather of a city",
    parameters: {
      type: "object",
      properties: { city: { type: "string" }, unit: { type: "string", enum: ["celsius", "fahrenheit"] } },
      required: ["city"],
    },
  },
};
const news = { type: "function", function: { name: "read_news", description: "Headlines of today" } };
const asksWeather = { model: MODEL, messages: [user("How is the weather in Paris?")], tools: [weather, news] };
const called = { id: "call_1", type: "function", function: { name: "get_weather", arguments: '{"city":"Paris"}' } };

describe.each(CHAT_OPERATIONS)("%s", (operationId) => {
  const chat = (body: object) => answer(operationId, { ...question, ...body });
  const first = async (body: object) => (await chat(body)).choices[0];

  test("answers a question about its subject, in the shape of the API", async () => {
    const body = await chat({});
    expect(body).toMatchObject({ object: "chat.completion", model: MODEL, created: 1735689600, id: "chatcmpl_1" });
    expect(body.choices).toHaveLength(1);
    expect(body.choices[0]).toMatchObject({
      index: 0,
      finish_reason: "stop",
      message: { role: "assistant", refusal: null },
    });
    expect(body.choices[0].message.content).toContain("the capital of France");
    expect(faultsOf(operationId, body)).toEqual([]);
  });

  test("gives the same answer to the same request, and another with another seed of the twin", async () => {
    expect(await answer(operationId, question)).toEqual(await answer(operationId, question));
    const other = await answer(operationId, question, { seed: 2 });
    expect(other.choices[0].message.content).not.toBe((await chat({})).choices[0].message.content);
  });

  test("n asks for so many different choices", async () => {
    const body = await chat({ n: 5 });
    expect(body.choices.map(({ index }: { index: number }) => index)).toEqual([0, 1, 2, 3, 4]);
    expect(new Set(body.choices.map(({ message }: Json) => message.content)).size).toBe(5);
    expect(faultsOf(operationId, body)).toEqual([]);
  });

  test.each([
    ["texts", { n: 1e9 }],
    ["spoken replies", { n: 17, modalities: ["audio"] }],
  ])("more %s than one call can have are refused by name", async (_name, body) => {
    expect(await ask(operationId, { ...question, ...body })).toMatchObject({
      kind: "refusal",
      problem: { status: 400, param: "n" },
    });
  });

  test.each([
    ["max_tokens", { max_tokens: 3 }, "length", 3],
    ["max_completion_tokens", { max_completion_tokens: 5 }, "length", 5],
    ["the smaller of both", { max_tokens: 9, max_completion_tokens: 4 }, "length", 4],
    ["no token at all", { max_tokens: 0 }, "length", 0],
  ])("%s cuts the text", async (_name, limit, finish_reason, completion_tokens) => {
    const body = await chat(limit);
    expect(body).toMatchObject({ choices: [{ finish_reason }], usage: { completion_tokens } });
    expect(faultsOf(operationId, body)).toEqual([]);
  });

  test("a limit that is not reached changes nothing", async () => {
    expect(await first({ max_tokens: 1000 })).toMatchObject({ finish_reason: "stop" });
  });

  test.each([
    ["a text", " capital"],
    ["a list", ["no such words", " capital"]],
  ])("stop as %s ends the text before the sequence", async (_name, stop) => {
    const choice = await first({ stop });
    expect(choice.finish_reason).toBe("stop");
    expect(choice.message.content).not.toContain(" capital");
  });

  test("logprobs has one entry per token, with as many alternatives as top_logprobs asks for", async () => {
    const body = await chat({ logprobs: true, top_logprobs: 3 });
    const { message, logprobs } = body.choices[0];
    expect(logprobs.content.map(({ token }: Json) => token).join("")).toBe(message.content);
    expect(logprobs.content).toHaveLength(body.usage.completion_tokens);
    for (const { token, logprob, bytes, top_logprobs } of logprobs.content) {
      expect(logprob).toBeLessThanOrEqual(0);
      expect(new TextDecoder().decode(Uint8Array.from(bytes))).toBe(token);
      expect(top_logprobs).toHaveLength(3);
      expect(top_logprobs[0]).toEqual({ token, logprob, bytes });
      expect(top_logprobs.map((one: Json) => one.logprob)).toEqual(
        top_logprobs.map((one: Json) => one.logprob).sort((a: number, b: number) => b - a),
      );
      expect(new Set(top_logprobs.map((one: Json) => one.token)).size).toBe(3);
    }
    expect(faultsOf(operationId, body)).toEqual([]);
  });

  test.each([
    [undefined, 0],
    [0, 0],
    [20, 20],
  ])("top_logprobs %j lists %i alternatives", async (top_logprobs, count) => {
    const { logprobs } = await first({ logprobs: true, ...(top_logprobs === undefined ? {} : { top_logprobs }) });
    expect(logprobs.content[0].top_logprobs).toHaveLength(count);
  });

  test("without logprobs there are none", async () => {
    expect((await first({})).logprobs).toBeNull();
  });

  test("a question about a tool calls it, with arguments from the question", async () => {
    const body = await answer(operationId, asksWeather);
    const { message, finish_reason } = body.choices[0];
    expect(finish_reason).toBe("tool_calls");
    expect(message.content).toBeNull();
    expect(message.tool_calls).toHaveLength(1);
    expect(message.tool_calls[0]).toMatchObject({
      id: expect.stringMatching(/^call_/),
      type: "function",
      function: { name: "get_weather" },
    });
    expect(JSON.parse(message.tool_calls[0].function.arguments)).toMatchObject({ city: "Paris" });
    expect(faultsOf(operationId, body)).toEqual([]);
  });

  test.each([
    ["none: no tool", { tool_choice: "none" }, []],
    ["auto: those the question is about", { tool_choice: "auto" }, ["get_weather"]],
    ["required: one at least", { tool_choice: "required" }, ["get_weather"]],
    ["a name: that one", { tool_choice: { type: "function", function: { name: "read_news" } } }, ["read_news"]],
    [
      "several, when the question is about several",
      { messages: [user("Read the news and the weather.")] },
      ["get_weather", "read_news"],
    ],
    [
      "one at a time without parallel_tool_calls",
      { messages: [user("Read the news and the weather.")], parallel_tool_calls: false },
      ["read_news"],
    ],
  ])("tool_choice %s", async (_name, more, want) => {
    const { message, finish_reason } = await first({ ...asksWeather, ...more });
    const names = (message.tool_calls ?? []).map((call: Json) => call.function.name);
    expect(names.toSorted()).toEqual(want);
    expect(finish_reason).toBe(want.length > 0 ? "tool_calls" : "stop");
    expect(new Set((message.tool_calls ?? []).map(({ id }: Json) => id)).size).toBe(want.length);
  });

  test("a question about something else is answered in words", async () => {
    expect(await first({ tools: [weather] })).toMatchObject({
      finish_reason: "stop",
      message: { content: expect.any(String) },
    });
  });

  test("after the answer of a tool the reply is text that uses it", async () => {
    const body = await answer(operationId, {
      ...asksWeather,
      messages: [
        ...asksWeather.messages,
        { role: "assistant", content: "", tool_calls: [called] },
        { role: "tool", tool_call_id: "call_1", content: '{"temperature":21,"sky":"clear"}' },
      ],
    });
    const { message, finish_reason } = body.choices[0];
    expect(finish_reason).toBe("stop");
    expect(message.content).toContain("temperature 21, sky clear");
  });

  test("a tool call that does not fit the limit is not made", async () => {
    expect(await first({ ...asksWeather, max_tokens: 2 })).toMatchObject({ finish_reason: "length" });
  });

  test("response_format json_object gives an object", async () => {
    const { message } = await first({ response_format: { type: "json_object" } });
    expect(JSON.parse(message.content)).toMatchObject({ topic: "the capital of France" });
  });

  test("response_format json_schema gives what the schema describes", async () => {
    const schema = {
      type: "object",
      properties: { capital: { type: "string", enum: ["Paris"] } },
      required: ["capital"],
    };
    const { message } = await first({
      response_format: { type: "json_schema", json_schema: { name: "answer", schema } },
    });
    expect(message.content).toBe('{"capital":"Paris"}');
  });

  test.each([
    [
      "response_format.json_schema.schema",
      { response_format: { type: "json_schema", json_schema: { name: "x", schema: { not: {} } } } },
    ],
    [
      "tools[1].function.parameters",
      {
        tools: [
          weather,
          { type: "function", function: { name: "x", parameters: { type: "object", properties: {}, not: {} } } },
        ],
        tool_choice: { type: "function", function: { name: "x" } },
      },
    ],
  ])("a schema that nothing fits is refused: %s", async (param, body) => {
    expect(await ask(operationId, { ...question, ...body })).toMatchObject({
      kind: "refusal",
      problem: { status: 400, param },
    });
  });

  test("modalities with audio gives the reply as sound, with its words", async () => {
    const body = await chat({ modalities: ["text", "audio"], audio: { voice: "nova", format: "pcm16" } });
    const { message } = body.choices[0];
    expect(message.content).toBeNull();
    expect(message.audio).toMatchObject({
      expires_at: body.created + 3600,
      transcript: expect.stringContaining("France"),
    });
    expect(Buffer.from(message.audio.data, "base64").toString()).toBe(`pcm:${message.audio.transcript}`);
    expect(body.usage.completion_tokens_details.audio_tokens).toBe(body.usage.completion_tokens);
    expect(faultsOf(operationId, body)).toEqual([]);
  });

  test("reasoning_effort costs reasoning tokens, more for more effort, none for none", async () => {
    const tokens = async (reasoning_effort: string) =>
      (await chat({ reasoning_effort })).usage.completion_tokens_details.reasoning_tokens;
    expect(await tokens("low")).toBeGreaterThan(0);
    expect(await tokens("high")).toBeGreaterThan(await tokens("low"));
    expect(await tokens("none")).toBe(0);
  });

  test("usage adds up over all choices, reasoning included", async () => {
    const { usage } = await chat({ n: 3, reasoning_effort: "medium" });
    expect(usage.total_tokens).toBe(usage.prompt_tokens + usage.completion_tokens);
    expect(usage.completion_tokens).toBeGreaterThan(usage.completion_tokens_details.reasoning_tokens);
  });

  test("a longer prompt costs more, whether it is text or parts", async () => {
    const cost = async (content: unknown) => (await chat({ messages: [user(content)] })).usage.prompt_tokens;
    expect(await cost("Tell me about rivers and lakes")).toBeGreaterThan(await cost("Tell me"));
    expect(await cost([{ type: "text", text: "Tell me" }])).toBe(await cost("Tell me"));
  });

  test("a limit that the reasoning uses up leaves no text", async () => {
    const body = await chat({ reasoning_effort: "high", max_completion_tokens: 6 });
    expect(body).toMatchObject({
      choices: [{ finish_reason: "length", message: { content: "" } }],
      usage: { completion_tokens: 6 },
    });
  });

  test("the same seed has the same system_fingerprint", async () => {
    const one = await chat({ seed: 1 });
    expect(one.system_fingerprint).toMatch(/^fp_[0-9a-f]{10}$/);
    expect((await chat({ seed: 1, max_tokens: 3 })).system_fingerprint).toBe(one.system_fingerprint);
    expect((await chat({ seed: 2 })).system_fingerprint).not.toBe(one.system_fingerprint);
  });
});

describe("what only some APIs have", () => {
  test.each(["orqProxyCreateChatCompletion", "orqGatewayCreateChatCompletion"])(
    "%s shows its reasoning, signed when it is thinking",
    async (operationId) => {
      const body = await answer(operationId, { ...question, thinking: { type: "enabled", budget_tokens: 12 } });
      expect(body.choices[0].message).toMatchObject({
        reasoning: expect.stringContaining("France"),
        reasoning_signature: expect.stringMatching(/^sig_/),
      });
      expect(body.usage.completion_tokens_details.reasoning_tokens).toBeLessThanOrEqual(12);
      expect(faultsOf(operationId, body)).toEqual([]);
    },
  );

  test.each(["orqProxyCreateChatCompletion", "orqGatewayCreateChatCompletion", "sudoCreateChatCompletion"])(
    "%s cites a page after a web search",
    async (operationId) => {
      const body = await answer(operationId, { ...question, web_search_options: {} });
      const { content, annotations } = body.choices[0].message;
      expect(annotations).toEqual([
        {
          type: "url_citation",
          url_citation: expect.objectContaining({ url: "https://example.com/the-capital-of-france" }),
        },
      ]);
      const { start_index, end_index, url } = annotations[0].url_citation;
      expect(content.slice(start_index, end_index)).toContain(url);
      expect(faultsOf(operationId, body)).toEqual([]);
    },
  );

  test("the router always has tool_calls", async () => {
    expect((await answer("orqRouterCreateChatCompletion", question)).choices[0].message.tool_calls).toEqual([]);
  });

  test("Sudo counts reasoning without showing it, and returns metadata and service_tier", async () => {
    const body = await answer("sudoCreateChatCompletion", {
      ...question,
      reasoning_effort: "low",
      metadata: { team: "a" },
    });
    expect(body).toMatchObject({ metadata: { team: "a" }, service_tier: "default" });
    expect(body.choices[0].message).not.toHaveProperty("reasoning");
    expect(faultsOf("sudoCreateChatCompletion", body)).toEqual([]);
  });

  test("Sudo repeats most of a prediction and says what came of it", async () => {
    const prediction = { type: "content", content: "const name = 'user'; const age = 7; console.log(name, age);" };
    const { choices, usage } = await answer("sudoCreateChatCompletion", { ...question, prediction });
    const { accepted_prediction_tokens: accepted, rejected_prediction_tokens: rejected } =
      usage.completion_tokens_details;
    expect(choices[0].message.content).toMatch(/^const name = 'user'; const age = 7/);
    expect(accepted).toBeGreaterThan(rejected);
    expect(rejected).toBeGreaterThan(0);
  });

  test("Sudo takes n: 0 at its word", async () => {
    expect(await answer("sudoCreateChatCompletion", { ...question, n: 0 })).toMatchObject({
      choices: [],
      usage: { completion_tokens: 0 },
    });
  });
});
