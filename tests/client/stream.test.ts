/** Streams through the real client over a socket: what they add up to, how they end, and how they break. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { type Client, collect, createClient, StreamError, stream } from "../../src/client/index.ts";
import { type Operation, successOf } from "../../src/contract/operation.ts";
import { ownContract } from "../../src/contract/own-contract.ts";
import type { Json } from "../support/collect/json.ts";
import { createRequestGenerator } from "../support/generate-request.ts";
import { serve } from "../support/serve.ts";

const PATH = "/v1/chat/completions";
const BODY = { model: "gpt-4o-mini", messages: [{ role: "user" as const, content: "When is high tide?" }] };
const KEY = "sk-harbour-master";

const streaming = ownContract().operations.filter((operation) => successOf(operation)?.stream !== undefined);

test("seven operations stream", () => expect(streaming).toHaveLength(7));

test.each(streaming)("$id: what the stream adds up to is the JSON answer", { timeout: 120_000 }, async (operation) => {
  const { url } = await serve();
  const client = createClient({ baseUrl: url, apiKey: KEY }) as unknown as AnyClient;
  const { generate, corners } = createRequestGenerator(operation, ownContract());
  let answered = 0;
  for (let index = 0; index < 60; index++) {
    const { stream_options: _, ...body } = generate(Math.floor((index * corners) / 60), { seed: 5 }).body as Json;
    const whole = await client.POST(operation.path, { body: { ...body, stream: false } });
    const told = collect(stream(client as never as Client, operation.path as never, { body } as never));
    if (whole.status !== 200) {
      await expect(told).rejects.toMatchObject({ failure: { kind: "http", status: whole.status, body: whole.error } });
      continue;
    }
    answered++;
    expect(comparable(await told, operation, body)).toEqual(comparable(whole.data, operation, body));
  }
  expect(answered).toBeGreaterThan(20);
});

interface AnyClient {
  POST(path: string, init: object): Promise<{ status: number; data?: Json; error?: unknown }>;
}

/** Two completions that are kept are two. */
function comparable(reply: Json, operation: Operation, { store }: { store?: boolean }): Json {
  if (successOf(operation)?.stream?.laws !== "chat" || store !== true) return reply;
  const { id: _, ...rest } = reply;
  return rest;
}

test("the usage is asked for, unless the caller says otherwise", async () => {
  const { url } = await serve();
  const client = createClient({ baseUrl: url, apiKey: KEY });
  const without = stream(client, PATH, { body: { ...BODY, stream_options: { include_usage: false } } });
  expect(await collect(without)).not.toHaveProperty("usage");
  expect((await collect(stream(client, PATH, { body: BODY }))).usage.total_tokens).toBeGreaterThan(0);
});

test("nothing is sent before the loop begins, and a stream is read once", async () => {
  const { requests, client } = await fake((response) => tell(response, WORD, "[DONE]").end());
  const events = stream(client, PATH, { body: BODY });
  expect(requests).toHaveLength(0);
  expect(await allOf(events)).toEqual([WORD]);
  await expect(allOf(events)).rejects.toThrow("was read already");
  expect(requests).toHaveLength(1);
});

test("the sentinel ends the loop, even where the server keeps the connection open", async () => {
  const { client, closed } = await fake((response) => void tell(response, WORD, "[DONE]", WORD));
  expect(await allOf(stream(client, PATH, { body: BODY }))).toEqual([WORD]);
  await closed;
});

test("leaving the loop early closes the connection", async () => {
  const { client, closed } = await fake((response) => void tell(response, WORD, WORD));
  for await (const chunk of stream(client, PATH, { body: BODY })) {
    expect(chunk).toEqual(WORD);
    break;
  }
  await closed;
});

test.each<[string, Breaking]>([
  ["the answer", () => undefined],
  ["the first event", (response) => void tell(response)],
  ["the rest of an event", (response) => void tell(response).write("data: {")],
])("leaving while %s is waited for ends the wait and closes the connection", async (_what, respond) => {
  const { client, closed, asked } = await fake(respond);
  const events = stream(client, PATH, { body: BODY })[Symbol.asyncIterator]();
  const waiting = [events.next(), events.next()];
  await asked;
  const done = { done: true, value: undefined };
  expect(await events.return?.()).toEqual(done);
  expect(await Promise.all(waiting)).toEqual([done, done]);
  expect(await events.next()).toEqual(done);
  await closed;
});

test("leaving a stream that nobody began asks nothing", async () => {
  const { client, requests } = await fake((response) => void tell(response, WORD));
  const events = stream(client, PATH, { body: BODY })[Symbol.asyncIterator]();
  await events.return?.();
  expect(await events.next()).toEqual({ done: true, value: undefined });
  expect(requests).toHaveLength(0);
});

test("a body that does not know the signal is cancelled by it, and by leaving", async () => {
  const cancelled: string[] = [];
  const endless = (name: string) => {
    const body = new ReadableStream({ cancel: () => void cancelled.push(name) });
    const headers = { "content-type": "text/event-stream" };
    return createClient({ baseUrl: "http://gateway.test", fetch: async () => new Response(body, { headers }) });
  };
  const reason = new Error("the tide is in");
  const controller = new AbortController();
  const told = collect(stream(endless("aborted"), PATH, { body: BODY, signal: controller.signal }));
  const events = stream(endless("left"), PATH, { body: BODY })[Symbol.asyncIterator]();
  const waiting = events.next();
  await new Promise((later) => setTimeout(later));
  controller.abort(reason);
  await expect(told).rejects.toBe(reason);
  await events.return?.();
  expect((await waiting).done).toBe(true);
  expect(cancelled).toEqual(["aborted", "left"]);
});

test("a signal that outlives its streams holds none of them", async () => {
  const { client } = await fake((response) => tell(response, WORD, "[DONE]").end());
  const { signal } = new AbortController();
  const listening: unknown[] = [];
  let listened = 0;
  signal.addEventListener = (_type: string, listener: unknown) => {
    listened = listening.push(listener);
  };
  signal.removeEventListener = (_type: string, listener: unknown) => {
    listening.splice(listening.indexOf(listener), 1);
  };
  await collect(stream(client, PATH, { body: BODY, signal }));
  expect([listened, listening]).toEqual([1, []]);
});

test("a signal aborts before the answer and within it, with its own reason", async () => {
  const reason = new Error("the tide is in");
  const early = await fake(() => undefined);
  const aborted = AbortSignal.abort(reason);
  await expect(collect(stream(early.client, PATH, { body: BODY, signal: aborted }))).rejects.toBe(reason);
  expect(early.requests).toHaveLength(0);

  const { client, closed } = await fake((response) => void tell(response, WORD));
  const controller = new AbortController();
  const read = async () => {
    for await (const _ of stream(client, PATH, { body: BODY, signal: controller.signal })) controller.abort(reason);
  };
  await expect(read()).rejects.toBe(reason);
  await closed;
});

test("the reason is the signal's own where the runtime rejects with a copy", async () => {
  const controller = new AbortController();
  const reason = new Error("the tide is in");
  const client = createClient({
    baseUrl: "http://gateway.test",
    fetch: async () => {
      controller.abort(reason);
      throw new Error(reason.message);
    },
  });
  await expect(collect(stream(client, PATH, { body: BODY, signal: controller.signal }))).rejects.toBe(reason);
});

test("events arrive whole however the bytes are cut", async () => {
  const { client } = await fake(async (response) => {
    const bytes = Buffer.from(`: hello\r\n\r\ndata: ${JSON.stringify(WORD)}\r\n\r\ndata: [DONE]\r\n\r\n`);
    response.writeHead(200, { "content-type": "Text/Event-Stream; charset=utf-8" });
    for (const byte of bytes) await new Promise((sent) => response.write(Buffer.of(byte), sent));
    response.end();
  });
  expect(await allOf(stream(client, PATH, { body: BODY }))).toEqual([WORD]);
});

const WORD = { id: "c", choices: [{ index: 0, delta: { content: "Tide ⚓" }, finish_reason: null }] };
const RATE = { error: { message: "Slow down, please.", code: "rate_limited" } };

type Breaking = (response: ServerResponse) => unknown;

const FAILURES: readonly [name: string, breaking: Breaking, failure: object, received: number, words: string][] = [
  ["an error before the stream", answer(429, RATE), { kind: "http", status: 429, body: RATE }, 0, "429: Slow down"],
  ["an error page", (response) => response.writeHead(502).end("<h1>"), { kind: "http", body: "<h1>" }, 0, "502"],
  [
    "an error whose body breaks off",
    (response) => response.writeHead(503, { "content-length": 99 }).write("{", () => response.destroy()),
    { kind: "http", status: 503, body: undefined },
    0,
    "answered 503",
  ],
  ["a whole answer", answer(200, {}), { kind: "no-stream", contentType: "application/json" }, 0, "not an event stream"],
  [
    "an error in place of a chunk",
    (response) => tell(response, WORD, RATE, "[DONE]").end(),
    { kind: "error-event", payload: RATE },
    1,
    "told of an error: Slow down, please. (after 1 event)",
  ],
  [
    "an event of the type error",
    (response) => tell(response, { type: "error", message: "Out of tokens" }).end(),
    { kind: "error-event", payload: { type: "error", message: "Out of tokens" } },
    0,
    "Out of tokens",
  ],
  [
    "an event with the name error",
    (response) => tell(response, WORD, WORD).end('event: error\ndata: {"detail":"down"}\n\n'),
    { kind: "error-event", payload: { detail: "down" } },
    2,
    "after 2 events",
  ],
  [
    "an error beside choices",
    (response) => tell(response, WORD, { ...WORD, ...RATE }, "[DONE]").end(),
    { kind: "error-event", payload: { ...WORD, ...RATE } },
    1,
    "Slow down, please. (after 1 event)",
  ],
  [
    "an error object",
    (response) => tell(response, { object: "error", type: "BadRequestError", message: "Too long" }, "[DONE]").end(),
    { kind: "error-event" },
    0,
    "Too long",
  ],
  [
    "an event with the name error and plain words",
    (response) => tell(response, WORD).end("event: error\ndata: overloaded\n\n"),
    { kind: "error-event", payload: "overloaded" },
    1,
    "told of an error: overloaded",
  ],
  ["data that is no JSON", broken('{"id": "c", "choi'), { kind: "broken-frame", data: '{"id": "c", "choi' }, 1, "choi"],
  ["data that is no object", broken('"tide"'), { kind: "broken-frame" }, 1, "tide"],
  ["bytes that are no UTF-8", broken(Buffer.from('{"id":"\xff"}', "latin1")), { kind: "broken-frame" }, 1, "cannot"],
  ["an event without end", broken("x".repeat(17 * 1024 * 1024)), { kind: "broken-frame" }, 1, "larger than"],
  ["an end without the sentinel", (response) => tell(response, WORD).end(), { kind: "cut" }, 1, "before its end"],
  ["an end within an event", (response) => tell(response, WORD).end('data: {"id'), { kind: "cut" }, 1, "cut off"],
  [
    "a connection that breaks",
    (response) => tell(response, WORD, WORD).write("data: {", () => response.destroy()),
    { kind: "cut" },
    2,
    "cut off",
  ],
];

test.each(FAILURES)(
  "%s is a typed error, with what arrived so far",
  async (_name, breaking, failure, received, words) => {
    const { client, requests } = await fake(breaking);
    const seen: unknown[] = [];
    const read = async () => {
      for await (const chunk of stream(client, PATH, { body: BODY })) seen.push(chunk);
    };
    const error = await read().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(StreamError);
    const { failure: found, received: arrived, message } = error as StreamError;
    expect(found).toMatchObject(failure);
    expect(arrived).toEqual(seen);
    expect(arrived).toHaveLength(received);
    expect(message).toContain(words);
    expect(message.length).toBeLessThan(500);
    // Sent once, and the key is nowhere in what a log would show.
    expect(requests).toHaveLength(1);
    expect(requests[0]?.headers.authorization).toBe(`Bearer ${KEY}`);
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error)) + (error as Error).stack).not.toContain(KEY);
  },
);

test.each([
  ["status; status=503", "http", 0],
  ["wrong-content-type", "no-stream", 0],
  ["disconnect; when=after-headers", "cut", 0],
  ["cut; after=2", "cut", 2],
  ["missing-sentinel", "cut", undefined],
  ["truncate", "cut", undefined],
  ["malformed-event; event=1", "broken-frame", 1],
])("the twin's fault %s is found: %s", async (fault, kind, received) => {
  const { url } = await serve();
  const client = createClient({ baseUrl: url, apiKey: KEY, headers: { "x-gatetwin-fault": fault } });
  const error = await collect(stream(client, PATH, { body: BODY })).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: "StreamError", failure: { kind } });
  if (received !== undefined) expect((error as StreamError).received).toHaveLength(received);
});

test("what arrived so far folds to the reply so far", async () => {
  const { client } = await fake((response) => tell(response, WORD, WORD).end());
  const error = await collect(stream(client, PATH, { body: BODY })).catch((thrown: unknown) => thrown);
  const partial = (await collect((error as StreamError).received)) as Json;
  expect(partial.choices[0]).toMatchObject({ message: { content: "Tide ⚓Tide ⚓" }, finish_reason: null });
});

test("an event that ends a response stands for the sentinel; without either it was cut", async () => {
  const last = { type: "response.completed", response: { id: "resp_1", status: "completed", output: [] } };
  const body = { model: "openai/gpt-4o-mini", input: "Tide?" };
  const whole = await fake((response) => tell(response, { type: "response.created" }, last).end());
  expect(await collect(stream(whole.client, "/v2/proxy/responses", { body }))).toMatchObject({ id: "resp_1" });
  const cut = await fake((response) => tell(response, { type: "response.created" }).end());
  const read = collect(stream(cut.client, "/v2/proxy/responses", { body }));
  await expect(read).rejects.toMatchObject({ failure: { kind: "cut" }, received: [{ type: "response.created" }] });
});

test("where nobody listens, the error is fetch's own", async () => {
  const client = createClient({ baseUrl: "http://127.0.0.1:9", apiKey: KEY });
  await expect(collect(stream(client, PATH, { body: BODY }))).rejects.toThrow(TypeError);
});

async function allOf(events: AsyncIterable<unknown>): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const event of events) all.push(event);
  return all;
}

/** A server that answers as the test says, and a client of it. */
async function fake(respond: Breaking) {
  const requests: IncomingMessage[] = [];
  let close = (): void => undefined;
  const closed = new Promise<void>((resolve) => {
    close = resolve;
  });
  let ask = (): void => undefined;
  const asked = new Promise<void>((resolve) => {
    ask = resolve;
  });
  const server = createServer((request, response) => {
    requests.push(request);
    response.once("close", () => close());
    respond(response);
    ask();
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });
  const { port } = server.address() as AddressInfo;
  return { requests, asked, closed, client: createClient({ baseUrl: `http://127.0.0.1:${port}`, apiKey: KEY }) };
}

/** Begins a stream with these events; a text is data as it is. */
function tell(response: ServerResponse, ...events: (object | string)[]): ServerResponse {
  if (!response.headersSent) response.writeHead(200, { "content-type": "text/event-stream" });
  for (const event of events) {
    response.write(`data: ${typeof event === "string" ? event : JSON.stringify(event)}\n\n`);
  }
  return response;
}

function broken(data: string | Buffer): Breaking {
  return (response) => {
    tell(response, WORD).write("data: ");
    response.write(data);
    response.end("\n\ndata: [DONE]\n\n");
  };
}

function answer(status: number, body: object): Breaking {
  return (response) => response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
