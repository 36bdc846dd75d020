/** How a response remembers the one before it: the guide to `store` and `previous_response_id`. */
import OpenAI from "openai";
import request from "supertest";
import { describe, expect, test } from "vitest";
import { createHandler } from "../../src/server/create-server.ts";
import { serve, strict } from "../support/serve.ts";

const APIS = ["/v2/proxy", "/v2/gateway"] as const;
const model = "openai/gpt-4o-mini";
const input = "When is high tide at Saint-Malo?";

function open(api = "/v2/proxy", handler = createHandler(strict)) {
  return (body: object, key = "k") =>
    request(handler)
      .post(`${api}/responses`)
      .set("authorization", `Bearer ${key}`)
      .send({ model, ...body });
}

describe.each(APIS)("%s", (api) => {
  test.each([[true], [null], [undefined]])("store %j keeps a response for the next one", async (store) => {
    const respond = open(api);
    const first = (await respond({ input, store })).body;
    const next = await respond({ input: "How high is it?", previous_response_id: first.id });
    expect([next.status, next.body.previous_response_id]).toEqual([200, first.id]);
  });

  test("so does a stream", async () => {
    const respond = open(api);
    const { text } = await respond({ input, stream: true });
    const [id] = text.match(/resp_\w+/) ?? [];
    expect((await respond({ input: "Go on.", previous_response_id: id })).status).toBe(200);
  });

  test("store false does not", async () => {
    const respond = open(api);
    const { id } = (await respond({ input, store: false })).body;
    const reply = await respond({ input: "Go on.", previous_response_id: id });
    expect([reply.status, JSON.stringify(reply.body)]).toEqual([
      400,
      expect.stringContaining(`Previous response with id '${id}' not found.`),
    ]);
  });

  test.each(["resp_never", "", "__proto__"])("%j was never given", async (previous_response_id) => {
    expect((await open(api)({ input, previous_response_id })).status).toBe(400);
  });

  test("an unknown one is refused before anything is streamed", async () => {
    const reply = await open(api)({ input, previous_response_id: "resp_never", stream: true });
    expect([reply.status, reply.type]).toEqual([400, "application/json"]);
  });

  test("one key's response is not another's", async () => {
    const respond = open(api);
    const { id } = (await respond({ input }, "ann")).body;
    expect((await respond({ input: "Go on.", previous_response_id: id }, "bob")).status).toBe(400);
    expect((await respond({ input: "Go on.", previous_response_id: id }, "ann")).status).toBe(200);
  });

  test("what was said before counts as input, in every further step", async () => {
    const respond = open(api);
    const alone = (await respond({ input: "Go on." })).body.usage.input_tokens;
    let previous = (await respond({ input })).body;
    for (let step = 0; step < 3; step++) {
      const next = (await respond({ input: "Go on.", previous_response_id: previous.id })).body;
      const { input_tokens, output_tokens } = previous.usage;
      // What is added to either is a mark per item.
      expect(next.usage.input_tokens).toBeGreaterThanOrEqual(alone + input_tokens + output_tokens);
      previous = next;
    }
  });

  test("a question without a subject is about what was asked before", async () => {
    const respond = open(api);
    const { id } = (await respond({ input: "What is the capital of France?" })).body;
    const next = await respond({ input: "And why is that?", previous_response_id: id });
    expect(next.body.output_text).toContain("the capital of France");
    const other = await respond({ input: "What does a harbour pilot do?", previous_response_id: id });
    expect(other.body.output_text).toContain("harbour pilot");
  });

  test("instructions are not carried over", async () => {
    const respond = open(api);
    const { id } = (await respond({ input, instructions: "Be brief." })).body;
    expect((await respond({ input: "Go on.", previous_response_id: id })).body.instructions).toBeNull();
  });
});

describe("a function's answer in a follow-up", () => {
  const tools = [
    {
      type: "function",
      name: "get_weather",
      description: "The weather of a city",
      parameters: { type: "object", properties: { city: { type: "string" } }, required: ["city"] },
    },
  ];

  test("answers the earlier call", async () => {
    const respond = open();
    const asked = (await respond({ input: "How is the weather in Paris?", tools })).body;
    const [{ call_id }] = asked.output;
    const result = { type: "function_call_output", call_id, output: '{"temperature":21}' };
    const answer = (await respond({ input: [result], tools, previous_response_id: asked.id })).body;
    expect(answer.output.map(({ type }: { type: string }) => type)).toEqual(["message"]);
    expect(answer.output_text).toContain("temperature 21");
    expect(answer.output_text).toContain("weather in Paris");
  });

  test("is refused when no call asked for it", async () => {
    const respond = open();
    const asked = (await respond({ input: "How is the weather in Paris?", tools })).body;
    const result = { type: "function_call_output", call_id: "call_never", output: "21" };
    const reply = await respond({ input: [result], tools, previous_response_id: asked.id });
    expect([reply.status, JSON.stringify(reply.body)]).toEqual([400, expect.stringContaining("call_never")]);
  });
});

test("both APIs are doors to one account: a conversation begun at one goes on at the other", async () => {
  const handler = createHandler(strict);
  const { id } = (await open("/v2/proxy", handler)({ input })).body;
  expect((await open("/v2/gateway", handler)({ input: "Go on.", previous_response_id: id })).status).toBe(200);
});

test("the official client goes on from a response", async () => {
  const { url } = await serve();
  const client = new OpenAI({ baseURL: `${url}/v2/proxy`, apiKey: "any", maxRetries: 0 });
  const first = await client.responses.create({ model, input });
  const next = await client.responses.create({ model, input: "Go on.", previous_response_id: first.id });
  expect(next.previous_response_id).toBe(first.id);
  const error = await client.responses
    .create({ model, input, previous_response_id: "resp_never" })
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(OpenAI.BadRequestError);
});
