/**
 * What clients send by themselves though no page shows it, and what comes so near to it that it is refused: LangChain,
 * the Vercel AI SDK, the agents SDK and the helpers of the official client.
 */
import request from "supertest";
import { describe, expect, test } from "vitest";
import { createHandler } from "../../src/server/create-server.ts";
import { strict } from "../support/serve.ts";

const model = "openai/gpt-4o-mini";
const user = { role: "user", content: "What is the weather in Paris?" };
const call = { type: "function_call", call_id: "call_1", name: "get_weather", arguments: '{"city":"Paris"}' };
const result = { type: "function_call_output", call_id: "call_1", output: "21" };

function open(handler = createHandler(strict)) {
  return (path: string, body: object, key = "k") =>
    request(handler)
      .post(path)
      .set("authorization", `Bearer ${key}`)
      .send({ model, ...body });
}

const takes = (property: object, more: object = {}) => ({
  input: "What is the weather in Paris?",
  tools: [
    {
      type: "function",
      name: "get_weather",
      parameters: {
        type: "object",
        properties: { city: property },
        required: ["city"],
        $defs: { city: { type: "string" } },
      },
      ...more,
    },
  ],
  tool_choice: "required",
});

describe.each(["/v2/proxy/responses", "/v2/gateway/responses"])("%s", (path) => {
  test.each<[string, object, number]>([
    ["a tool that leaves strict unsaid", takes({ type: "string" }, { strict: null }), 200],
    ["a tool with another strict", takes({ type: "string" }, { strict: "yes" }), 400],
    ["an argument that may be null", takes({ type: ["string", "null"], enum: ["c", "f", null] }), 200],
    ["an argument of several forms", takes({ anyOf: [{ type: "string", enum: ["c"] }, { type: "null" }] }), 200],
    ["an argument by reference", takes({ $ref: "#/$defs/city" }), 200],
    ["an argument without a type", takes({ description: "A city" }), 400],
    ["an argument of an unknown list of types", takes({ type: ["town"] }), 400],
    ["an argument of a number for a type", takes({ type: 7 }), 400],
    ["a call sent back with neither id nor status", { input: [user, call, result] }, 200],
    ["a call sent back as it came", { input: [user, { ...call, id: "fc_1", status: "completed" }, result] }, 200],
    ["a call without a name", { input: [user, { ...call, name: undefined }, result] }, 400],
    ["a reference without an id", { input: [user, { type: "item_reference" }] }, 400],
  ])("%s", async (_what, body, status) => {
    const reply = await open()(path, body);
    expect(reply.body.error?.message ?? reply.status).toEqual(
      status === 200 ? 200 : expect.stringMatching(/must|missing/),
    );
  });

  test("an item of a stored response is named in place of being sent", async () => {
    const send = open();
    const asked = (await send(path, takes({ type: "string" }))).body;
    const [{ id, call_id }] = asked.output;
    const body = { input: [user, { type: "item_reference", id }, { ...result, call_id }] };
    const named = (await send(path, body)).body;
    expect(named.output_text).toContain("21");
    const whole = (await send(path, { input: [user, asked.output[0], { ...result, call_id }] })).body;
    expect(named.usage.input_tokens).toBe(whole.usage.input_tokens);
    // What was named is part of the conversation that goes on from there.
    const next = await send(path, { input: [{ ...result, call_id }], previous_response_id: named.id });
    expect(next.status).toBe(200);
  });

  test("an item is named in a request that a scenario answers, and the conversation goes on", async () => {
    const rules = [{ match: { model: "told" }, outcome: { text: "21 degrees." } }];
    const send = open(createHandler({ ...strict, scenarios: [{ name: "told", rules }] }));
    const [{ id, call_id }] = (await send(path, takes({ type: "string" }))).body.output;
    const told = await send(path, { model: "told", input: [user, { type: "item_reference", id }] });
    expect(told.body.output_text).toBe("21 degrees.");
    const next = { input: [{ ...result, call_id }], previous_response_id: told.body.id };
    expect((await send(path, next)).status).toBe(200);
  });

  test.each([
    ["that was never given", {}, "k", "fc_never"],
    ["of a response that is not stored", { store: false }, "k", undefined],
    ["of another key", {}, "other", undefined],
  ])("an item %s is not found", async (_what, more, key, never) => {
    const send = open();
    const { output } = (await send(path, { ...takes({ type: "string" }), ...more })).body;
    const id = never ?? output[0].id;
    const reply = await send(path, { input: [{ type: "item_reference", id }] }, key);
    expect([reply.status, reply.body.error.message]).toEqual([400, expect.stringContaining(`'${id}' not found`)]);
  });
});

test("the gateway wants both the id and the status of a call, or neither", async () => {
  for (const half of [{ id: "fc_1" }, { status: "completed" }]) {
    const body = { input: [user, { ...call, ...half }, result] };
    expect((await open()("/v2/gateway/responses", body)).status).toBe(400);
    expect((await open()("/v2/proxy/responses", body)).status).toBe(200);
  }
});

describe.each(["/v1", "/v2/proxy", "/v2/gateway", "/v2/router"])("%s/chat/completions", (api) => {
  const path = `${api}/chat/completions`;

  test("an answer that was spoken can be sent back, whole or by its id", async () => {
    const send = open();
    const aloud = { modalities: ["text", "audio"], audio: { voice: "alloy", format: "wav" } };
    const { message } = (await send(path, { messages: [user], ...aloud })).body.choices[0];
    for (const answer of [message, { role: "assistant", audio: { id: message.audio.id } }]) {
      expect((await send(path, { messages: [user, answer, user] })).body.error).toBeUndefined();
    }
  });

  test("a tool that goes by no name is not called, whatever is chosen", async () => {
    const tools = [{ type: "function", function: { name: "" } }];
    for (const tool_choice of ["required", { type: "function", function: { name: "" } }]) {
      const { body } = await open()(path, { messages: [user], tools, tool_choice });
      expect(body.choices[0].finish_reason).toBe("stop");
    }
  });
});

test("nor one that has none at all, which the proxy takes", async () => {
  const body = { messages: [user], tools: [{ function: {} }], tool_choice: "required" };
  expect((await open()("/v2/proxy/chat/completions", body)).body.choices[0].finish_reason).toBe("stop");
});

test.each(["/v2/proxy/responses", "/v2/gateway/responses"])(
  "%s searches when it must, even after a result",
  async (path) => {
    for (const [tool_choice, types] of [
      ["required", ["web_search_call", "message"]],
      [{ type: "web_search_preview" }, ["web_search_call", "message"]],
      ["auto", ["message"]],
    ] as const) {
      const body = { input: [user, call, result], tools: [{ type: "web_search_preview" }], tool_choice };
      const { output } = (await open()(path, body)).body;
      expect(output.map(({ type }: { type: string }) => type)).toEqual(types);
    }
  },
);

test("a number of logprobs, which orq's completions do not know, is taken and left unanswered", async () => {
  const { status, body } = await open()("/v2/proxy/completions", { prompt: "The tide", logprobs: 2 });
  expect([status, body.choices[0].logprobs]).toEqual([200, undefined]);
});
