/** The client that judges what it reads. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { type Client, collect, createClient, stream } from "../../src/client/index.ts";
import { strict } from "../../src/strict/strict.ts";
import { serve } from "../support/serve.ts";

const BODY = { model: "gpt-4o-mini", messages: [{ role: "user" as const, content: "When is high tide?" }], n: 2 };
const PATH = "/v1/chat/completions";

test("finds nothing in the streams of the twin", async () => {
  const { url } = await serve();
  const client = createClient({ baseUrl: url, apiKey: "k", strict: strict() });
  expect((await collect(stream(client, PATH, { body: BODY }))).choices).toHaveLength(2);
  const model = "openai/gpt-4o-mini";
  await collect(stream(client, "/v2/proxy/responses", { body: { model, input: "Tide?" } }));
  await collect(stream(client, "/v2/proxy/completions", { body: { model, prompt: "The tide" } }));
  await collect(stream(client, "/v2/gateway/chat/completions", { body: { ...BODY, model } }));
});

type Change = (events: string[]) => string[];

test.each<[string, Change, string, number]>([
  [
    "a payload that breaks its schema",
    (events) => events.map((one) => one.replace('"index":0', '"index":"0"')),
    "schema",
    0,
  ],
  ["a choice that never ends", (events) => events.map((one) => one.replace('"stop"', "null")), "chat.C4", 3],
  ["a usage that was not told", (events) => events.filter((one) => !one.includes("prompt_tokens")), "chat.C6", 3],
])("%s is a broken law", async (_name, change, rule, least) => {
  const { url } = await serve();
  const headers = { authorization: "Bearer k", "content-type": "application/json" };
  const sent = { ...BODY, stream: true, stream_options: { include_usage: true } };
  const sound = await (await fetch(url + PATH, { method: "POST", headers, body: JSON.stringify(sent) })).text();
  const events = change(sound.split(/(?<=\n\n)/));
  const server = createServer((_request, response) => {
    response.writeHead(200, { "content-type": "text/event-stream" }).end(events.join(""));
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  onTestFinished(() => void server.close());
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const read = (client: Client) => collect(stream(client, PATH, { body: BODY }));
  const error = await read(createClient({ baseUrl, strict: strict() })).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ failure: { kind: "broken-law" } });
  expect((error as { failure: { findings: { rule: string }[] } }).failure.findings.map((one) => one.rule)).toContain(
    rule,
  );
  expect((error as { received: unknown[] }).received.length).toBeGreaterThanOrEqual(least);
  // Who does not ask is not told.
  await read(createClient({ baseUrl }));
});
