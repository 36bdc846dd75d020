/** The official client, with its defaults, pointed at the twin. */
import OpenAI from "openai";
import { expect, test } from "vitest";
import { serve } from "../support/serve.ts";

const messages = [{ role: "user" as const, content: "When is high tide at Saint-Malo?" }];

async function connect(base: string): Promise<OpenAI> {
  const { url } = await serve();
  return new OpenAI({ baseURL: `${url}${base}`, apiKey: "test-key", maxRetries: 0 });
}

test.each([
  ["/v1", "gpt-4o-mini"],
  ["/v2/proxy", "openai/gpt-4o-mini"],
  ["/v2/gateway", "openai/gpt-4o-mini"],
  ["/v2/router", "openai/gpt-4o-mini"],
])("%s: a completion, and the same one as a stream", async (base, model) => {
  const client = await connect(base);
  const whole = await client.chat.completions.create({ model, messages });
  expect(whole.model).toBe(model);
  expect(whole.choices[0]?.message.content?.length).toBeGreaterThan(5);
  const stream = client.chat.completions.stream({ model, messages });
  const streamed = await stream.finalChatCompletion();
  expect(streamed.choices[0]?.message.content).toBe(whole.choices[0]?.message.content);
  expect(streamed.id).toBe(whole.id);
});

test.each(["/v2/proxy", "/v2/gateway"])("%s: a response, and the same one as a stream", async (base) => {
  const client = await connect(base);
  const ask = { model: "openai/gpt-4o-mini", input: "When is high tide at Saint-Malo?" };
  const whole = await client.responses.create(ask);
  expect(whole.output_text.length).toBeGreaterThan(5);
  const streamed = await client.responses.stream(ask).finalResponse();
  expect(streamed.output_text).toBe(whole.output_text);
  expect(streamed.output).toMatchObject(whole.output);
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

test("a refusal becomes the client's own error", async () => {
  const client = await connect("/v1");
  const error = await client.chat.completions
    .create({ model: "gpt-4o-mini", messages, temperature: 9 })
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(OpenAI.BadRequestError);
  expect(String(error)).toContain("temperature must be at most 2");
});
