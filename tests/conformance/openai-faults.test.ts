/** What the official client makes of faults: each is one that it meets in life, and the twin can provoke it. */
import OpenAI from "openai";
import { expect, test } from "vitest";
import type { Fault } from "../../src/scenario/fault.ts";
import { serve } from "../support/serve.ts";

const asked = {
  model: "gpt-4o-mini",
  messages: [{ role: "user" as const, content: "When is high tide at Saint-Malo?" }],
};

/** A client whose next calls meet the faults. */
async function connect(faults: Fault[], { calls = 1, maxRetries = 0 } = {}) {
  const { url } = await serve();
  const headers = { authorization: "Bearer test-key" };
  await fetch(`${url}/__gatetwin/faults`, { method: "POST", headers, body: JSON.stringify({ faults, calls }) });
  const statuses = async (): Promise<number[]> => {
    const list = await (await fetch(`${url}/__gatetwin/requests`, { headers })).json();
    return (list as { data: { status: number }[] }).data.map(({ status }) => status);
  };
  return { client: new OpenAI({ baseURL: `${url}/v1`, apiKey: "test-key", maxRetries }), statuses };
}

async function read(client: OpenAI) {
  let text = "";
  for await (const chunk of await client.chat.completions.create({ ...asked, stream: true }))
    text += chunk.choices[0]?.delta.content ?? "";
  return text;
}

test("it tries again after a 429, as soon as Retry-After says", async () => {
  const { client, statuses } = await connect([{ kind: "status", status: 429, retryAfterSeconds: 0 }], {
    calls: 2,
    maxRetries: 2,
  });
  const completion = await client.chat.completions.create(asked);
  expect(completion.choices[0]?.message.content).toBeTruthy();
  expect(await statuses()).toEqual([429, 429, 200]);
});

test("it gives up with the error of the gateway when its tries are used up", async () => {
  const { client } = await connect([{ kind: "rate-limit", requests: 0, perSeconds: 30 }]);
  const error = await client.chat.completions.create(asked).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(OpenAI.RateLimitError);
  expect((error as InstanceType<typeof OpenAI.RateLimitError>).headers.get("retry-after")).toBe("30");
});

test("it tells an overloaded server by its status", async () => {
  const { client } = await connect([{ kind: "status", status: 529 }]);
  await expect(client.chat.completions.create(asked)).rejects.toMatchObject({ status: 529, type: "overloaded_error" });
});

test("it tells a connection that was dropped before the headers, and tries again when it may", async () => {
  const { client } = await connect([{ kind: "disconnect" }]);
  await expect(client.chat.completions.create(asked)).rejects.toBeInstanceOf(OpenAI.APIConnectionError);
  const again = await connect([{ kind: "disconnect" }], { maxRetries: 1 });
  await again.client.chat.completions.create(asked);
  expect(await again.statuses()).toEqual([0, 200]);
});

test("it fails in the middle of a stream that is cut", async () => {
  const { client } = await connect([{ kind: "cut", after: 3 }]);
  const stream = await client.chat.completions.create({ ...asked, stream: true });
  let count = 0;
  const reading = (async () => {
    for await (const _ of stream) count++;
  })();
  await expect(reading).rejects.toThrow("terminated");
  expect(count).toBe(3);
});

test("it fails at an event that is no JSON", async () => {
  const { client } = await connect([{ kind: "malformed-event", event: 2 }]);
  await expect(read(client)).rejects.toThrow(SyntaxError);
});

test("it takes a stream without its sentinel for whole", async () => {
  const { client } = await connect([{ kind: "missing-sentinel" }]);
  expect(await read(client)).toBe(await read(client));
});

test("it reads a paced stream as any other, comments included", async () => {
  const options = { firstEventMs: 30, tokensPerSecond: 500, jitter: 0.5, keepAliveMs: 10 };
  const { url } = await serve({ pace: options });
  const paced = await read(new OpenAI({ baseURL: `${url}/v1`, apiKey: "test-key" }));
  const { client } = await connect([]);
  expect(paced).toBe(await read(client));
});
