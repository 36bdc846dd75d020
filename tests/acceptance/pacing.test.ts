/** Paced answers over a real socket, against a clock that the test moves. */
import { expect, test } from "vitest";
import type { Pace } from "../../src/scenario/pace.ts";
import type { RunningServer } from "../../src/server/start.ts";
import { createFakeClock, type FakeClock } from "../support/fake-clock.ts";
import { serve } from "../support/serve.ts";

const CHAT = "/v1/chat/completions";
const chat = { model: "gpt-4o-mini", messages: [{ role: "user", content: "When is high tide?" }], max_tokens: 12 };

const ask = ({ url }: RunningServer, body: object, signal?: AbortSignal) =>
  fetch(url + CHAT, {
    method: "POST",
    headers: { authorization: "Bearer k", "content-type": "application/json" },
    body: JSON.stringify(body),
    ...(signal && { signal }),
  });

const tick = () => new Promise<void>((done) => setImmediate(done));

/** Waits until something is so, for what crosses a socket takes a moment of real time. */
async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await tick();
}

async function twin(pace: Pace, more: { seed?: number } = {}) {
  const clock = createFakeClock();
  return { clock, server: await serve({ clock, pace, ...more }) };
}

/** The moments, in milliseconds, at which new events arrive, with how many had come by then. */
async function moments(clock: FakeClock, server: RunningServer, stepMs: number) {
  const reply = await ask(server, { ...chat, stream: true });
  let text = "";
  let isDone = false;
  const reading = (async () => {
    for await (const piece of reply.body as unknown as AsyncIterable<Uint8Array>) text += Buffer.from(piece);
    isDone = true;
  })();
  const found: [ms: number, events: number][] = [];
  const told = () => text.split("data: ").length - 1;
  const journalled = async () => {
    const list = await fetch(`${server.url}/__gatetwin/requests`);
    return ((await list.json()) as { data: { reply: { eventCount?: number } }[] }).data.at(-1)?.reply.eventCount ?? 0;
  };
  while (!isDone) {
    const sent = await journalled();
    await until(() => told() === sent);
    if (sent > 0 && sent !== found.at(-1)?.[1]) found.push([clock.elapsed(), sent]);
    if (clock.pending === 0) await reading;
    else clock.advance(stepMs);
  }
  return { found, text };
}

test("the headers go out at once, the first event when it is due, and then a token at a time", async () => {
  const { clock, server } = await twin({ firstEventMs: 300, tokensPerSecond: 20 });
  const { found, text } = await moments(clock, server, 50);
  const tokens = 12;
  expect(found).toEqual([
    [300, 1],
    ...Array.from({ length: tokens - 1 }, (_, index) => [350 + index * 50, index + 2]),
    // The last chunk and the sentinel tell no text, so they come with the last token.
    [300 + tokens * 50, tokens + 3],
  ]);
  expect(text).toBe(await (await ask(await serve(), { ...chat, stream: true })).text());
});

test("jitter changes when, never what; and repeats", async () => {
  const run = async (seed?: number) => {
    const { clock, server } = await twin({ tokensPerSecond: 20, jitter: 1 }, seed === undefined ? {} : { seed });
    return moments(clock, server, 5);
  };
  const first = await run();
  expect(first.text).toBe(await (await ask(await serve(), { ...chat, stream: true })).text());
  expect((await run()).found).toEqual(first.found);
  expect((await run(2)).found).not.toEqual(first.found);
});

test("a whole reply comes when the first event would", async () => {
  const { clock, server } = await twin({ firstEventMs: 700, tokensPerSecond: 5 });
  const coming = ask(server, chat);
  await until(() => clock.pending === 1);
  clock.advance(699);
  expect(clock.pending).toBe(1);
  clock.advance(1);
  expect((await coming).status).toBe(200);
});

test("comments keep the connection alive until the first event", async () => {
  const { clock, server } = await twin({ firstEventMs: 1_000, keepAliveMs: 400 });
  const reply = await ask(server, { ...chat, stream: true });
  clock.advance(400);
  clock.advance(400);
  clock.advance(400);
  const text = await reply.text();
  expect(text.startsWith(": keep-alive\n\n: keep-alive\n\ndata: {")).toBe(true);
  expect(text.match(/keep-alive/g)).toHaveLength(2);
});

test.each([
  ["streamed", true],
  ["whole", false],
])("a client that leaves a %s answer leaves nothing behind", async (_name, stream) => {
  const { clock, server } = await twin({ firstEventMs: 60_000, tokensPerSecond: 1 });
  const patience = new AbortController();
  const coming = ask(server, { ...chat, stream }, patience.signal);
  coming.catch(() => {});
  await until(() => clock.pending === 1);
  patience.abort();
  await until(() => clock.pending === 0);
  await expect(coming.then((reply) => reply.text())).rejects.toThrow();
});

test("a client that leaves before any byte of the reply is in the journal", async () => {
  const { clock, server } = await twin({ firstEventMs: 60_000 });
  const patience = new AbortController();
  const coming = ask(server, chat, patience.signal);
  coming.catch(() => {});
  await until(() => clock.pending === 1);
  patience.abort();
  await until(() => clock.pending === 0);
  const list = await fetch(`${server.url}/__gatetwin/requests`);
  expect(await list.json()).toMatchObject({
    count: 1,
    data: [
      {
        operationId: "sudoCreateChatCompletion",
        status: 0,
        request: { body: chat },
        reply: { headers: {}, bytes: 0, body: null, note: "The connection ended before the reply began." },
        breaches: [{ by: "client", rule: "client_left" }],
      },
    ],
  });
});

test("a client that leaves while it sends its request is in the journal", async () => {
  const server = await serve();
  const patience = new AbortController();
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode('{"model": ')),
  });
  const coming = fetch(server.url + CHAT, {
    method: "POST",
    headers: { authorization: "Bearer k", "content-type": "application/json" },
    body,
    duplex: "half",
    signal: patience.signal,
  } as RequestInit);
  coming.catch(() => {});
  const entries = async () => {
    const list = await fetch(`${server.url}/__gatetwin/requests`);
    return ((await list.json()) as { data: unknown[] }).data;
  };
  await tick();
  setTimeout(() => patience.abort(), 20);
  await until(async () => (await entries()).length === 1);
  expect((await entries())[0]).toMatchObject({ id: "left_1", status: 0, operationId: "sudoCreateChatCompletion" });
});

test("a stream that is too large for one write arrives whole", async () => {
  const many = { ...chat, n: 60, max_tokens: 40, stream: true };
  const text = await (await ask(await serve(), many)).text();
  expect(text.length).toBeGreaterThan(200_000);
  const { clock, server } = await twin({ firstEventMs: 10 });
  const coming = ask(server, many).then((reply) => reply.text());
  await until(() => clock.pending === 1);
  clock.advance(10);
  expect(await coming).toBe(text);
  expect(text.endsWith("data: [DONE]\n\n")).toBe(true);
});
