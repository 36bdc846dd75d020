/** Record against one server, replay from disk: the client cannot tell the difference. */

import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { type IncomingMessage, request } from "node:http";
import { join } from "node:path";
import OpenAI from "openai";
import { describe, expect, test } from "vitest";
import { readExchanges } from "../../src/exchange/fixture.ts";
import type { Clock } from "../../src/lib/clock.ts";
import { fixedClock } from "../../src/lib/clock.ts";
import { serve } from "../support/serve.ts";
import { ask, proxyTo, replayOf, temporaryFolder, upstreamOf } from "./upstream.ts";

const KEY = "sk-harbour-0123456789";
const messages = [{ role: "user" as const, content: "When is high tide at Saint-Malo?" }];
const model = "openai/gpt-4o-mini";

const clientsOf = (url: string, apiKey = KEY) => ({
  client: new OpenAI({ baseURL: `${url}/v2/proxy`, apiKey, maxRetries: 0 }),
  sudo: new OpenAI({ baseURL: `${url}/v1`, apiKey, maxRetries: 0 }),
});

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}

/** One call of each kind: JSON, streams, bytes, a form, a list, and an error. */
async function session({ client, sudo }: ReturnType<typeof clientsOf>): Promise<unknown[]> {
  const speech = await client.audio.speech.create({ model: "openai/tts-1", input: "Low water.", voice: "alloy" });
  const sound = new Uint8Array(await speech.arrayBuffer());
  const stored = await sudo.chat.completions.create({ model: "gpt-4o-mini", messages, store: true });
  return [
    stored,
    await client.chat.completions
      .create({ model, messages })
      .withResponse()
      .then(({ data, request_id }) => [data, request_id]),
    await all(await client.chat.completions.create({ model, messages, stream: true })),
    await all(await client.responses.create({ model, input: "Tides", stream: true })),
    // The twin repeats what it is told, which a recording does not when it is the key.
    await client.responses.create({ model, input: `My key is ${client.apiKey}` }).then(({ id }) => id),
    await sudo.chat.completions.retrieve(stored.id),
    await all(sudo.chat.completions.list({ limit: 1 })),
    Buffer.from(sound).toString("base64"),
    await client.audio.transcriptions.create({ model: "openai/whisper-1", file: new File([sound], "tide.mp3") }),
    await client.chat.completions.create({ model, messages, temperature: 9 }).catch((error: Error) => error.message),
  ];
}

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.\w+$/.test(name))
    .sort();

async function recordSession() {
  const { url } = await serve();
  const folder = temporaryFolder();
  const proxy = await proxyTo(url, { recordFolder: folder });
  const live = await session(clientsOf(proxy.url));
  await proxy.settle();
  expect(proxy.errors).toEqual([]);
  const { recordings, notes } = await readExchanges(folder);
  expect(notes).toEqual([]);
  const files = Object.fromEntries(filesOf(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]));
  return { live, recordings, files };
}

describe("a recorded session", () => {
  test("is replayed to the official client, whatever its key", async () => {
    const { live, recordings } = await recordSession();
    const replayed = await replayOf(recordings);
    expect(await session(clientsOf(replayed, "another-key-altogether"))).toEqual(live);
  });

  test("lies on the disk by operation, with streams beside", async () => {
    const { files } = await recordSession();
    const told = JSON.parse(files["orqProxyCreateResponse/0001.json"] as string);
    const frames = files["orqProxyCreateResponse/0001.sse"] as string;
    expect(told.reply.bodyFile).toBe("0001.sse");
    expect(told.reply.eventMs).toHaveLength(frames.split("\n\n").length - 1);
  });

  test("holds no key, neither in a header nor in a body", async () => {
    const text = Object.values((await recordSession()).files).join("\n");
    expect(text).not.toContain(KEY);
    expect(text).toContain("My key is [redacted]");
  });

  test("marks the recording that breaks the contract, and no other", async () => {
    const { recordings } = await recordSession();
    const broken = recordings.filter(({ breaches }) => breaches.length > 0);
    const rules = broken.map(({ breaches }) => breaches.map(({ by, rule }) => `${by} ${rule}`));
    expect(rules).toEqual([["client out_of_range"]]);
  });
});

describe("what is asked of a replay", () => {
  const chat = (body: object, path = "/v1/chat/completions") => ({
    method: "POST",
    path,
    headers: { "content-type": "application/json", authorization: "Bearer k" },
    body: JSON.stringify(body),
  });
  const record = async (asked: readonly ReturnType<typeof chat>[]) => {
    let count = 0;
    const upstream = await upstreamOf((message, response) => {
      message.resume();
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({ count: count++ }));
    });
    const folder = temporaryFolder();
    const proxy = await proxyTo(upstream, { recordFolder: folder });
    for (const one of asked) await ask(proxy.url, one);
    await proxy.settle();
    return (await readExchanges(folder)).recordings;
  };

  test("equal requests get their recordings in turn, then the last one again; the order of names does not matter", async () => {
    const url = await replayOf(await record([chat({ model: "m", n: 1 }), chat({ model: "m", n: 1 })]));
    const counts: string[] = [];
    for (const body of [
      { model: "m", n: 1 },
      { n: 1, model: "m" },
      { model: "m", n: 1 },
    ])
      counts.push((await ask(url, chat(body))).body.toString());
    expect(counts).toEqual(['{"count":0}', '{"count":1}', '{"count":1}']);
  });

  test("a miss names the nearest recording and where it differs", async () => {
    const recorded = [chat({ model: "m", messages: [{ role: "user", content: "Hi" }] }), chat({ model: "other" })];
    const url = await replayOf(await record(recorded));
    const { status, body } = await ask(url, chat({ model: "m", messages: [{ role: "user", content: "Ho" }] }));
    expect(status).toBe(404);
    expect(JSON.parse(body.toString()).error.message).toBe(
      'None of the 2 recordings of POST /v1/chat/completions was asked the same. The nearest differs in the body at messages[0].content: it has "Hi", and this request has "Ho".',
    );
    const other = await ask(url, chat({}, "/v1/images/generations"));
    expect(other.body.toString()).toContain("There are recordings of POST /v1/chat/completions");
    expect((await ask(url, { path: "/v1/chat/completions?a=1" })).status).toBe(404);
  });

  test("two malformed bodies are not the same question", async () => {
    const broken = { ...chat({}), body: "{" };
    const url = await replayOf(await record([broken]));
    expect((await ask(url, broken)).status).toBe(200);
    expect((await ask(url, { ...broken, body: "{]" })).status).toBe(404);
  });
});

describe("time", () => {
  /** Sleeping is what makes time pass here. */
  function tickingClock(): Clock & { slept: number[] } {
    let elapsed = 0;
    const slept: number[] = [];
    return {
      ...fixedClock(),
      slept,
      elapsed: () => elapsed,
      sleep: async (ms) => {
        slept.push(ms);
        elapsed += ms;
      },
    };
  }

  const body = Buffer.from("data: 1\n\n: wait\n\ndata: 2\n\ndata: 3\n\n");
  const recording = {
    operationId: undefined,
    startedAt: "2025-01-01T00:00:00.000Z",
    request: { method: "GET", url: "/tides", headers: {}, body: new Uint8Array() },
    reply: {
      status: 200,
      headers: { "content-type": "text/event-stream" },
      body,
      firstByteMs: 100,
      durationMs: 500,
      eventMs: [100, 300, 400],
    },
    breaches: [],
  };

  test.each([
    [1, [100, 200, 100, 100]],
    [2, [50, 100, 50, 50]],
    [0, []],
  ])("at speed %d the pauses are %j", async (speed, pauses) => {
    const clock = tickingClock();
    const url = await replayOf([recording], { speed, clock });
    expect((await ask(url, { path: "/tides" })).body).toEqual(body);
    expect(clock.slept).toEqual(pauses);
  });

  test("a recording that was cut is cut again", async () => {
    const url = await replayOf([{ ...recording, reply: { ...recording.reply, isCut: true } }]);
    const [reply] = (await once(request(`${url}/tides`).end(), "response")) as [IncomingMessage];
    await expect(all(reply)).rejects.toThrow("aborted");
  });

  test("what came before the cut is read, however fast it is replayed", async () => {
    const cut = { ...recording, reply: { ...recording.reply, isCut: true as const } };
    const { body } = await fetch(`${await replayOf([cut], { speed: 0 })}/tides`);
    const reader = (body as ReadableStream<Uint8Array>).getReader();
    let came = 0;
    await expect(
      (async () => {
        for (;;) came += (await reader.read()).value?.length ?? 0;
      })(),
    ).rejects.toThrow();
    expect(came).toBe(recording.reply.body?.length);
  });
});
