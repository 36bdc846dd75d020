/** The official client, with its defaults, pointed at the twin. */
import OpenAI from "openai";
import { makeParseableResponseFormat, makeParseableTextFormat } from "openai/lib/parser";
import { describe, expect, test } from "vitest";
import { serve } from "../support/serve.ts";

const messages = [{ role: "user" as const, content: "When is high tide at Saint-Malo?" }];

async function connect(base: string): Promise<OpenAI> {
  const { url } = await serve();
  return new OpenAI({ baseURL: `${url}${base}`, apiKey: "test-key", maxRetries: 0 });
}

interface Port {
  name: string;
  tides: number[];
}
const portSchema = {
  type: "object",
  properties: { name: { type: "string" }, tides: { type: "array", items: { type: "integer" }, minItems: 2 } },
  required: ["name", "tides"],
  additionalProperties: false,
};
const readPort = (content: string): Port => JSON.parse(content);

const cityParameters = {
  type: "object",
  properties: { city: { type: "string" } },
  required: ["city"],
  additionalProperties: false,
};
const weather = {
  type: "function" as const,
  function: { name: "get_weather", description: "The current weather of a city.", parameters: cityParameters },
};
const asksWeather = [{ role: "user" as const, content: "What is the weather in Paris?" }];

describe.each([
  ["/v1", "gpt-4o-mini"],
  ["/v2/proxy", "openai/gpt-4o-mini"],
  ["/v2/gateway", "openai/gpt-4o-mini"],
  ["/v2/router", "openai/gpt-4o-mini"],
])("chat.completions at %s", (base, model) => {
  test("a completion, and the same one as a stream", async () => {
    const client = await connect(base);
    const whole = await client.chat.completions.create({ model, messages });
    expect(whole.model).toBe(model);
    expect(whole.choices[0]?.message.content?.length).toBeGreaterThan(5);
    const stream = client.chat.completions.stream({ model, messages });
    const streamed = await stream.finalChatCompletion();
    expect(streamed.choices[0]?.message.content).toBe(whole.choices[0]?.message.content);
    expect(streamed.id).toBe(whole.id);
  });

  test("stream() tells each piece, the snapshot of all pieces, and the usage", async () => {
    const client = await connect(base);
    const body = { model, messages, n: 2, stream_options: { include_usage: true } };
    let heard = "";
    const stream = client.chat.completions.stream(body).on("content.delta", ({ delta, snapshot }) => {
      heard += delta;
      expect(snapshot.endsWith(delta)).toBe(true);
    });
    const { choices, usage } = await stream.finalChatCompletion();
    expect(choices).toHaveLength(2);
    expect(heard.length).toBe(choices.reduce((sum, { message }) => sum + (message.content?.length ?? 0), 0));
    expect(usage).toEqual((await client.chat.completions.create({ ...body, stream_options: null })).usage);
  });

  test("logprobs come along, in one piece and in many", async () => {
    const client = await connect(base);
    const body = { model, messages, logprobs: true, top_logprobs: 2 };
    const [whole] = (await client.chat.completions.create(body)).choices;
    const [told] = (await client.chat.completions.stream(body).finalChatCompletion()).choices;
    expect(whole?.logprobs?.content?.map(({ token }) => token).join("")).toBe(whole?.message.content);
    expect(told?.logprobs?.content).toEqual(whole?.logprobs?.content);
  });

  test("parse() reads a structured output, streamed or not", async () => {
    const client = await connect(base);
    const format = { type: "json_schema" as const, json_schema: { name: "port", strict: true, schema: portSchema } };
    const body = { model, messages, response_format: makeParseableResponseFormat(format, readPort) };
    const [choice] = (await client.chat.completions.parse(body)).choices;
    expect(choice?.message.parsed?.tides.length).toBeGreaterThan(1);
    const streamed = await client.chat.completions.stream(body).finalChatCompletion();
    expect(streamed.choices[0]?.message.parsed).toEqual(choice?.message.parsed);
  });

  test("a tool call streams into the call that the JSON answer has", async () => {
    const client = await connect(base);
    const body = { model, messages: asksWeather, tools: [weather] };
    const whole = (await client.chat.completions.create(body)).choices[0]?.message.tool_calls;
    expect(whole).toMatchObject([
      { type: "function", function: { name: "get_weather", arguments: '{"city":"Paris"}' } },
    ]);
    const streamed = await client.chat.completions.stream(body).finalMessage();
    expect(streamed.tool_calls).toMatchObject(whole ?? []);
  });

  test.each([false, true])("runTools calls the tool and reports its answer (stream: %s)", async (stream) => {
    const client = await connect(base);
    const asked: unknown[] = [];
    const lookUp = ({ city }: { city: string }) => {
      asked.push(city);
      return '{"temperature":21,"sky":"clear"}';
    };
    const { name, description, parameters } = weather.function;
    const tool = {
      type: "function" as const,
      function: { name, description, parameters, parse: JSON.parse as never, function: lookUp },
    };
    const body = { model, messages: asksWeather, tools: [tool] };
    const runner = stream
      ? client.chat.completions.runTools({ ...body, stream: true, stream_options: { include_usage: true } })
      : client.chat.completions.runTools(body);
    expect(await runner.finalContent()).toContain("clear");
    expect(asked).toEqual(["Paris"]);
    expect((await runner.totalUsage()).total_tokens).toBeGreaterThan(0);
  });

  test("a refusal becomes the client's own error, before a stream too", async () => {
    const client = await connect(base);
    const body = { model, messages, temperature: 9 };
    for (const asked of [
      client.chat.completions.create(body),
      client.chat.completions.create({ ...body, stream: true }),
      client.chat.completions.stream(body).done(),
    ]) {
      const error = await asked.catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(OpenAI.BadRequestError);
      expect(error).toMatchObject({ status: 400, requestID: expect.stringMatching(/^req_/) });
      expect(String(error)).toContain("temperature must be at most 2");
    }
  });

  test("a stream that is left early leaves the server able to answer", async () => {
    const client = await connect(base);
    for await (const _chunk of await client.chat.completions.create({ model, messages, stream: true })) break;
    expect((await client.chat.completions.create({ model, messages })).choices).toHaveLength(1);
  });
});

describe.each(["/v2/proxy", "/v2/gateway"])("responses at %s", (base) => {
  const ask = { model: "openai/gpt-4o-mini", input: "When is high tide at Saint-Malo?" };
  const tool = { type: "function" as const, name: "get_weather", description: "The weather of a city.", strict: true };
  const asks = { ...ask, input: "What is the weather in Paris?", tools: [{ ...tool, parameters: cityParameters }] };

  test("a response, and the same one as a stream", async () => {
    const client = await connect(base);
    const whole = await client.responses.create(ask);
    expect(whole.output_text.length).toBeGreaterThan(5);
    const streamed = await client.responses.stream(ask).finalResponse();
    expect(streamed.output_text).toBe(whole.output_text);
    expect(streamed.output).toMatchObject(whole.output);
  });

  test("its events come in order, each delta with the text so far", async () => {
    const client = await connect(base);
    let text = "";
    const stream = client.responses.stream(ask).on("response.output_text.delta", ({ delta, snapshot }) => {
      text += delta;
      expect(snapshot).toBe(text);
    });
    expect((await stream.finalResponse()).output_text).toBe(text);
    const numbers: number[] = [];
    for await (const event of await client.responses.create({ ...ask, stream: true }))
      numbers.push(event.sequence_number);
    expect(numbers).toEqual(numbers.map((_, index) => index));
  });

  test("a function is called, and its output answered", async () => {
    const client = await connect(base);
    const first = await client.responses.create(asks);
    const [call] = first.output;
    if (call?.type !== "function_call") throw new Error(`a ${call?.type} came instead of a function call`);
    expect(JSON.parse(call.arguments)).toEqual({ city: "Paris" });
    const streamed = await client.responses.stream(asks).finalResponse();
    expect(streamed.output[0]).toMatchObject({ name: "get_weather", parsed_arguments: { city: "Paris" } });
    const result = { type: "function_call_output" as const, call_id: call.call_id, output: '{"sky":"clear"}' };
    const input = [{ role: "user" as const, content: asks.input }, call, result];
    expect((await client.responses.create({ ...asks, input })).output_text).toContain("clear");
  });

  test("parse() reads a structured output", async () => {
    const client = await connect(base);
    const format = { type: "json_schema" as const, name: "port", strict: true, schema: portSchema };
    const body = { ...ask, text: { format: makeParseableTextFormat(format, readPort) } };
    const { output_parsed } = await client.responses.parse(body);
    expect(output_parsed?.tides.length).toBeGreaterThan(1);
    expect((await client.responses.stream(body).finalResponse()).output_parsed).toEqual(output_parsed);
  });

  test("a limit leaves it incomplete, streamed or not", async () => {
    const client = await connect(base);
    const body = { ...ask, max_output_tokens: 6 };
    expect(await client.responses.create(body)).toMatchObject({ status: "incomplete" });
    const streamed = await client.responses.stream(body).finalResponse();
    expect(streamed.incomplete_details).toEqual({ reason: "max_output_tokens" });
  });
});

test("a legacy completion streams its text", async () => {
  const client = await connect("/v2/proxy");
  const ask = { model: "openai/gpt-3.5-turbo-instruct", prompt: "The tide at Saint-Malo" };
  const whole = await client.completions.create(ask);
  let text = "";
  for await (const chunk of await client.completions.create({ ...ask, stream: true }))
    text += chunk.choices[0]?.text ?? "";
  expect(text).toBe(whole.choices[0]?.text);
});

test("no key, an unknown path and a wrong method are the client's own errors", async () => {
  const { url } = await serve();
  const keyless = new OpenAI({ baseURL: `${url}/v1`, apiKey: " ", maxRetries: 0 });
  await expect(keyless.chat.completions.create({ model: "gpt-4o", messages })).rejects.toBeInstanceOf(
    OpenAI.AuthenticationError,
  );
  const lost = new OpenAI({ baseURL: `${url}/v3`, apiKey: "k", maxRetries: 0 });
  await expect(lost.chat.completions.create({ model: "gpt-4o", messages })).rejects.toBeInstanceOf(
    OpenAI.NotFoundError,
  );
});
