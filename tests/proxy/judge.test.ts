/** What the proxy finds in what passes, on both sides. */
import { gzipSync } from "node:zlib";
import OpenAI from "openai";
import { expect, test } from "vitest";
import { pathsByPrefix } from "../../src/proxy/prefix.ts";
import { serve } from "../support/serve.ts";
import { type Ask, ask, proxyTo, upstreamOf } from "./upstream.ts";

const chatWith = (body: object | string, path = "/v1/chat/completions"): Ask => ({
  method: "POST",
  path,
  headers: { "content-type": "application/json", authorization: "Bearer k" },
  body: typeof body === "string" ? body : JSON.stringify(body),
});
const messages = [{ role: "user" as const, content: "When is high tide at Saint-Malo?" }];
const valid = { model: "gpt-4o-mini", messages };

async function replyOf(body: object | string, more: Partial<Ask> = {}) {
  const { url } = await serve();
  return ask(url, { ...chatWith(body), ...more });
}

/** An upstream that says one thing, whatever it is asked. */
const parrot = (body: string | Uint8Array, headers: Record<string, string> = { "content-type": "application/json" }) =>
  upstreamOf((request, response) => {
    request.resume();
    response.writeHead(200, headers);
    response.end(body);
  });

test("a true server and a proper client raise nothing, with JSON, streams, uploads and sounds", async () => {
  const { url } = await serve();
  const proxy = await proxyTo(url);
  const client = new OpenAI({ baseURL: `${proxy.url}/v2/proxy`, apiKey: "test-key", maxRetries: 0 });
  const model = "openai/gpt-4o-mini";
  await client.chat.completions.create({ model, messages });
  for await (const _ of await client.chat.completions.create({ model, messages, stream: true }));
  for await (const _ of await client.responses.create({ model, input: "Tides", stream: true }));
  await client.embeddings.create({ model: "openai/text-embedding-3-small", input: "tide" });
  const speech = await client.audio.speech.create({ model: "openai/tts-1", input: "Low water.", voice: "alloy" });
  const file = new File([await speech.arrayBuffer()], "tide.mp3");
  await client.audio.transcriptions.create({ model: "openai/whisper-1", file });
  await proxy.settle();
  expect(proxy.breaches).toEqual([]);
  expect(proxy.errors).toEqual([]);
  expect(proxy.tally.exchanges).toBe(6);
});

test("a request that breaks the contract is the client's", async () => {
  const { url } = await serve();
  const proxy = await proxyTo(url);
  await ask(proxy.url, chatWith({ ...valid, temperature: 9 }));
  await ask(proxy.url, chatWith("{"));
  await proxy.settle();
  expect(proxy.breaches).toMatchObject([
    { by: "client", rule: "out_of_range", pointer: "/temperature" },
    { by: "client", rule: "invalid_json" },
  ]);
});

test("a reply that breaks a schema or a law is the server's, under the rule's id", async () => {
  const reply = JSON.parse((await replyOf(valid)).body.toString());
  const proxy = await proxyTo(await parrot(JSON.stringify({ ...reply, usage: { ...reply.usage, total_tokens: 1 } })));
  await ask(proxy.url, chatWith(valid));
  await proxy.settle();
  expect(proxy.breaches).toMatchObject([{ by: "server", rule: "usage.U1", pointer: "/usage/total_tokens" }]);

  const other = await proxyTo(
    await parrot(gzipSync('{"id":7}'), { "content-type": "application/json", "content-encoding": "gzip" }),
  );
  await ask(other.url, chatWith(valid));
  await other.settle();
  expect(other.breaches).toContainEqual(expect.objectContaining({ by: "server", rule: "schema", pointer: "/id" }));
});

test("a reply that is no JSON, of another media type or of an undocumented status", async () => {
  const rules = async (upstream: string) => {
    const proxy = await proxyTo(upstream);
    await ask(proxy.url, chatWith(valid));
    await proxy.settle();
    return proxy.breaches.map(({ by, rule }) => `${by} ${rule}`);
  };
  expect(await rules(await parrot("<html>"))).toEqual(["server schema"]);
  expect(await rules(await parrot("<html>", { "content-type": "text/html" }))).toContain("server content-type");
  const created = await upstreamOf((_request, response) => {
    response.writeHead(201, { "content-type": "application/json" });
    response.end("{}");
  });
  expect(await rules(created)).toEqual(["server status"]);
});

test("an event that breaks its schema is told while the stream still runs", async () => {
  const frames = (await replyOf({ ...valid, stream: true })).body.toString();
  let goOn = (): void => {};
  const upstream = await upstreamOf((request, response) => {
    request.resume();
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.write(`${frames.split("\n\n")[0]?.replace('"object":"chat.completion.chunk"', '"object":7')}\n\n`);
    goOn = () => response.end("data: [DONE]\n\n");
  });
  let isTold = (): void => {};
  const told = new Promise<void>((resolve) => {
    isTold = resolve;
  });
  const proxy = await proxyTo(upstream, { onBreach: () => isTold() });
  const reply = ask(proxy.url, chatWith({ ...valid, stream: true }));
  await told;
  goOn();
  expect((await reply).body.toString()).toContain('"object":7');
});

test("a stream is judged by its laws", async () => {
  const frames = (await replyOf({ ...valid, stream: true })).body.toString();
  const proxy = await proxyTo(
    await parrot(frames.replace("data: [DONE]\n\n", ""), { "content-type": "text/event-stream" }),
  );
  await ask(proxy.url, chatWith({ ...valid, stream: true }));
  await proxy.settle();
  expect(proxy.breaches).toMatchObject([{ by: "server", rule: "chat.C3" }]);
});

test("what the contract does not know passes without a judgement", async () => {
  const proxy = await proxyTo(await parrot("anything"));
  expect((await ask(proxy.url, { path: "/v9/tides" })).body.toString()).toBe("anything");
  await proxy.settle();
  expect([proxy.breaches, proxy.tally.exchanges]).toEqual([[], 1]);
});

test("a prefix tells under which path the server has our operations; the path that is asked stays", async () => {
  let asked: string | undefined;
  const upstream = await upstreamOf((request, response) => {
    asked = request.url;
    response.end("{}");
  });
  const proxy = await proxyTo(upstream, { toContractPath: pathsByPrefix(["/v2/proxy=/api"]) });
  await ask(proxy.url, chatWith({ model: 7 }, "/api/chat/completions"));
  await proxy.settle();
  expect(asked).toBe("/api/chat/completions");
  expect(proxy.breaches).toContainEqual(expect.objectContaining({ by: "client", pointer: "/model" }));
  expect(() => pathsByPrefix(["/v1"])).toThrow("write it as /v2/proxy=/v1");
});

test("replies are marked where that is still possible: requests in a header, streams in a trailer", async () => {
  const proxy = await proxyTo(await parrot("data: {}\n\n", { "content-type": "text/event-stream" }), {
    marksReplies: true,
  });
  const { headers, trailers } = await ask(proxy.url, chatWith({ ...valid, temperature: 9, stream: true }));
  expect(headers["x-gatetwin-breaches"]).toBe("client out_of_range");
  expect(trailers["x-gatetwin-breaches"]).toMatch(/^client out_of_range, server schema/);
  const plain = await proxyTo(await parrot("{}"));
  expect((await ask(plain.url, chatWith({}))).headers).not.toHaveProperty("x-gatetwin-breaches");
});

test("a body that is too large to copy passes, and only its head is judged", async () => {
  const proxy = await proxyTo(await parrot(`{"a":"${"x".repeat(5000)}"}`), { maxCopyBytes: 1000 });
  expect((await ask(proxy.url, chatWith(valid))).body).toHaveLength(5008);
  await proxy.settle();
  expect([proxy.breaches, proxy.errors]).toEqual([[], []]);
});

test("the journal tells each exchange with its breaches, and a bearer token sees its own", async () => {
  const proxy = await proxyTo(await parrot("{}"));
  await ask(proxy.url, chatWith({ ...valid, temperature: 9 }));
  await ask(proxy.url, { path: "/v9/x", headers: { authorization: "Bearer other" } });
  await proxy.settle();
  const read = async (options: Ask) => JSON.parse((await ask(proxy.url, options)).body.toString());
  const all = await read({ path: "/__gatetwin/requests" });
  expect(all).toMatchObject({ count: 2, hasMore: false });
  expect(all.data[0]).toMatchObject({
    operationId: "sudoCreateChatCompletion",
    status: 200,
    request: { body: { model: "gpt-4o-mini" } },
  });
  expect(all.data[0].breaches[0]).toMatchObject({ by: "client", pointer: "/temperature" });
  expect(await read({ path: `/__gatetwin/requests/${all.data[0].id}` })).toEqual(all.data[0]);
  const own = await read({ path: "/__gatetwin/requests", headers: { authorization: "Bearer other" } });
  expect(own.data.map(({ path }: { path: string }) => path)).toEqual(["/v9/x"]);
  expect((await ask(proxy.url, { path: "/__gatetwin/nothing" })).status).toBe(404);
});
