/** Whole calls through the real client over a socket. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type ClientOptions, createClient } from "../../src/client/index.ts";
import { successOf } from "../../src/contract/operation.ts";
import { ownContract } from "../../src/contract/own-contract.ts";
import type { Json } from "../support/collect/json.ts";
import { exampleRequest, keepCompletion } from "../support/requests.ts";
import { serve } from "../support/serve.ts";

const BODY = { model: "gpt-4o-mini", messages: [{ role: "user" as const, content: "When is high tide?" }] };
const bytesOf = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../fixtures/media/${name}`, import.meta.url)));

async function open(options: Partial<ClientOptions> = {}) {
  const { url } = await serve();
  return { url, client: createClient({ baseUrl: url, apiKey: "test-key", ...options }) };
}

type AnyCall = (
  path: string,
  init: object,
) => Promise<{ status: number; data: Json; error?: Json; response: Response }>;

test.each(ownContract().operations)("$id answers its own example", async (operation) => {
  const { url, client } = await open();
  const { method, path, body, mediaType } = exampleRequest(operation, "ID");
  const call = client[method as "GET"] as unknown as AnyCall;
  const upload = (name: string) => bytesOf(name === "file" ? "speech.wav" : "picture.png");
  const form = Object.entries((body ?? {}) as object).map(([name, value]) => [
    name,
    ["file", "image", "mask"].includes(name) ? upload(name) : value,
  ]);
  const sent = mediaType === "multipart/form-data" ? Object.fromEntries(form) : body;
  const { status, data, error } = await call(operation.path, {
    ...(path.includes("ID") && { params: { path: { completion_id: await keepCompletion(url) } } }),
    ...(sent !== undefined && {
      body: { ...(sent as object), ...("stream" in (sent as object) && { stream: false }) },
    }),
  });
  expect([status, error]).toEqual([200, undefined]);
  const content = successOf(operation)?.content.find(({ mediaType: type }) =>
    data instanceof Blob ? data.type.startsWith(type) : typeof data === "string" ? /text|subrip/.test(type) : true,
  );
  if (data instanceof Blob) expect(data.size).toBeGreaterThan(100);
  else expect(content?.check(data)).toEqual([]);
});

test("a form takes files, blobs and bytes, and lists repeat their name", async () => {
  const { client } = await open();
  const bytes = bytesOf("speech.wav");
  const model = "openai/whisper-1";
  const texts = new Set<string>();
  for (const file of [bytes, new Blob([bytes]), new File([bytes], "tide.wav", { type: "audio/wav" })]) {
    const { data } = await client.POST("/v2/proxy/audio/transcriptions", { body: { model, file, temperature: 0 } });
    texts.add((data as { text: string }).text);
  }
  expect(texts.size).toBe(1);

  const png = bytesOf("picture.png");
  const edit = { model: "openai/gpt-image-1", prompt: "At low tide", n: 2, image: [png, new Blob([png])] };
  const { status, data } = await client.POST("/v2/proxy/images/edits", { body: edit });
  expect([status, data?.data?.length]).toEqual([200, 2]);
});

test("bytes, text and JSON come as what they are", async () => {
  const { client } = await open();
  const speech = await client.POST("/v2/proxy/audio/speech", {
    body: { model: "openai/tts-1", input: "High tide.", voice: "alloy", response_format: "wav" },
  });
  expect(speech.data).toBeInstanceOf(Blob);
  expect([speech.data?.type, await speech.data?.slice(0, 4).text()]).toEqual(["audio/wav", "RIFF"]);
  const body = { model: "openai/whisper-1", file: speech.data as Blob };
  const subtitles = await client.POST("/v2/proxy/audio/transcriptions", { body: { ...body, response_format: "vtt" } });
  expect(subtitles.data).toMatch(/^WEBVTT\n/);
  const raw = await client.POST("/v1/chat/completions", { body: BODY, parseAs: "text" });
  expect(JSON.parse(raw.data as string)).toHaveProperty("choices");
});

test("an error has its status and its documented body", async () => {
  const { client } = await open({ apiKey: "" });
  const refused = await client.POST("/v1/chat/completions", { body: BODY });
  expect(refused).toMatchObject({ status: 401, error: { error: { message: expect.stringContaining("API key") } } });
  const { client: known } = await open();
  const wrong = await known.POST("/v2/router/chat/completions", { body: { ...BODY, temperature: 9 } });
  if (wrong.status !== 400) throw new Error("it was not refused");
  expect(wrong.error.error.message).toContain("temperature");
});

test("queries are written as the document says", async () => {
  const { url, client } = await open();
  for (const port of ["Dinard", "Cancale"]) {
    await client.POST("/v1/chat/completions", { body: { ...BODY, store: true, metadata: { port } } });
  }
  const init = toInit({ metadata: { port: "Cancale" }, limit: 5 });
  const { data } = await client.GET("/v1/chat/completions", init);
  expect(data?.data).toMatchObject([{ metadata: { port: "Cancale" } }]);
  expect(url).not.toMatch(/\/$/);
});

const toInit = (query: { metadata: Record<string, string>; limit: number }) => ({ params: { query } });

test("an event stream is no whole answer", async () => {
  const { client } = await open();
  const asked = client.POST("/v1/chat/completions", { body: { ...BODY, stream: true } });
  await expect(asked).rejects.toThrow("it is an event stream, which stream() reads");
});

test("a page is no reply of a gateway, unless it is asked for as text, or tells of an error", async () => {
  const answer = (status: number) =>
    createClient({
      baseUrl: "http://gateway.test",
      fetch: async () =>
        new Response("<h1>Log in</h1>", { status, headers: { "content-type": "Text/HTML; charset=utf-8" } }),
    });
  await expect(answer(200).POST("/v1/chat/completions", { body: BODY })).rejects.toThrow("a page (text/html)");
  const asked = await answer(200).POST("/v1/chat/completions", { body: BODY, parseAs: "text" });
  expect(asked.data).toBe("<h1>Log in</h1>");
  expect(await answer(502).POST("/v1/chat/completions", { body: BODY })).toMatchObject({ error: "<h1>Log in</h1>" });
});

test("fetch and headers are the caller's, and nothing is sent twice", async () => {
  const sent: Request[] = [];
  const client = createClient({
    baseUrl: "http://gateway.test/",
    apiKey: "k",
    headers: { "x-trace": "7" },
    fetch: async (request) => {
      sent.push(request);
      return new Response("<h1>Bad gateway</h1>", { status: 502 });
    },
  });
  client.use({ onRequest: ({ request }) => request.headers.set("x-late", "yes") });
  const { status, error } = await client.GET("/v1/chat/completions", { headers: { "x-trace": 8 } });
  expect([status, error]).toEqual([502, "<h1>Bad gateway</h1>"]);
  expect(sent.map(({ url }) => url)).toEqual(["http://gateway.test/v1/chat/completions"]);
  expect(Object.fromEntries(sent[0]?.headers ?? [])).toEqual({
    authorization: "Bearer k",
    "x-late": "yes",
    "x-trace": "8",
  });
});
