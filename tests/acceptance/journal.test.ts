/** The journal: what a test can look up after the fact. */
import request from "supertest";
import { expect, test } from "vitest";
import { openContract } from "../../src/contract/open-contract.ts";
import { createHandler } from "../../src/server/create-server.ts";
import { strict } from "../support/serve.ts";

const CHAT = "/v1/chat/completions";
const SECRET = "sk-secret-0123456789";
const chat = (text = "When is high tide?") => ({ model: "gpt-4o-mini", messages: [{ role: "user", content: text }] });

function twin(options = {}) {
  const agent = request(createHandler({ ...strict, ...options }));
  return {
    agent,
    ask: (body: object, token = "k") => agent.post(CHAT).set("authorization", `Bearer ${token}`).send(body),
    journal: async (query = "") => (await agent.get(`/__gatetwin/requests${query}`).expect(200)).body,
  };
}

test("an entry tells both sides of an exchange", async () => {
  const { ask, journal, agent } = twin();
  const reply = await ask(chat());
  const { count, data } = await journal();
  expect(count).toBe(1);
  expect(data[0]).toMatchObject({
    id: reply.headers["x-request-id"],
    when: "2025-01-01T00:00:00.000Z",
    method: "POST",
    path: CHAT,
    operationId: "sudoCreateChatCompletion",
    api: "sudo",
    status: 200,
    token: expect.stringMatching(/^[0-9a-f]{12}$/),
    request: { body: chat(), headers: { authorization: "Bearer [redacted]" } },
    reply: { body: reply.body, bytes: Number(reply.headers["content-length"]) },
    breaches: [],
  });
  const one = await agent.get(`/__gatetwin/requests/${data[0].id}`).expect(200);
  expect(one.body).toEqual(data[0]);
});

test("a stream is told by its events", async () => {
  const { ask, journal } = twin();
  const reply = await ask({ ...chat(), stream: true });
  const [entry] = (await journal()).data;
  expect(entry.reply.events.at(-1).data).toBe("[DONE]");
  expect(entry.reply.eventCount).toBe(reply.text.split("\n\n").length - 1);
  expect(entry.reply.events[0].data.object).toBe("chat.completion.chunk");
});

test("files and audio are told by size and digest", async () => {
  const { agent, journal } = twin();
  const speech = await agent
    .post("/v2/proxy/audio/speech")
    .set("authorization", "Bearer k")
    .send({ model: "openai/tts-1", input: "High tide at noon", voice: "alloy" });
  const audio = Buffer.from(speech.body);
  await agent
    .post("/v2/proxy/audio/transcriptions")
    .set("authorization", "Bearer k")
    .field("model", "openai/whisper-1")
    .attach("file", audio, { filename: "tide.mp3", contentType: "audio/mpeg" });
  const [spoken, heard] = (await journal()).data;
  expect(spoken.reply.body).toMatchObject({ bytes: audio.length, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(heard.request.body).toEqual({
    model: "openai/whisper-1",
    file: { filename: "tide.mp3", mediaType: "audio/mpeg", bytes: audio.length, sha256: spoken.reply.body.sha256 },
  });
});

test("a refused request is in it, with the breach that the client is to blame for", async () => {
  const { ask, agent, journal } = twin();
  await ask({ model: "gpt-4o-mini", messages: [{ role: "user", content: 5 }] });
  await agent.get("/v1/chat/complete").set("authorization", "Bearer k");
  const [invalid, unknown] = (await journal()).data;
  expect(invalid.breaches).toEqual([
    expect.objectContaining({
      by: "client",
      pointer: "/messages/0/content",
      message: expect.stringContaining("content"),
    }),
  ]);
  expect(unknown).toMatchObject({ status: 404, operationId: null, breaches: [{ by: "client", rule: "unknown_path" }] });
});

test("filters and pages", async () => {
  const { ask, agent, journal } = twin();
  for (const text of ["a", "b", "c"]) await ask(chat(text));
  await agent.get("/nowhere");
  expect((await journal("?status=4xx")).count).toBe(1);
  expect((await journal("?operation=sudoCreateChatCompletion")).count).toBe(3);
  expect((await journal(`?path=${CHAT}&status=200&api=sudo&method=post`)).count).toBe(3);
  const first = await journal("?limit=2");
  expect([first.count, first.hasMore]).toEqual([4, true]);
  const rest = await journal(`?limit=2&after=${first.data[1].id}`);
  expect(rest.hasMore).toBe(false);
  expect(new Set([...first.data, ...rest.data].map(({ id }) => id)).size).toBe(4);
  expect((await journal(`?token=${first.data[0].token}`)).count).toBe(3);
});

test("a bearer token sees its own entries alone", async () => {
  const { ask, agent } = twin();
  await Promise.all(["one", "two", "one"].map((token) => ask(chat(token), token)));
  const own = await agent.get("/__gatetwin/requests").set("authorization", "Bearer one").expect(200);
  expect(own.body.data.map((entry: { request: { body: unknown } }) => entry.request.body)).toEqual([
    chat("one"),
    chat("one"),
  ]);
  const other = await agent.get(`/__gatetwin/requests/${own.body.data[0].id}`).set("authorization", "Bearer two");
  expect(other.status).toBe(404);
});

test("no credential is told, wherever it came in", async () => {
  const contract = await openContract({
    openapi: "3.1.0",
    info: { title: "Harbour", version: "1" },
    paths: {
      "/tide": {
        get: {
          security: [{ key: [] }],
          parameters: [{ name: "q", in: "query", schema: { type: "string" } }],
          responses: { 200: { description: "ok" } },
        },
      },
    },
    components: { securitySchemes: { key: { type: "apiKey", in: "query", name: "harbour_pass" } } },
  });
  const harbour = twin({ contract });
  await harbour.agent.get(`/tide?harbour_pass=short&api_key=tiny&q=${SECRET}`).set("cookie", `session=${SECRET}; a=b`);
  const { ask, journal, agent } = twin();
  await ask(chat(`My key is ${SECRET}, keep it`), SECRET);
  await ask({ ...chat(), api_key: "other" }, SECRET);
  await agent.get(`/${SECRET}?api_key=${SECRET}`).set("authorization", `Bearer ${SECRET}`);
  await agent.get("/nowhere").set("x-api-key", SECRET).set("cookie", `session=${SECRET}`);
  await ask({ model: SECRET }, SECRET);
  const told = [await journal(), await harbour.journal()];
  for (const path of ["breaches", "ready", ""]) told.push((await agent.get(`/__gatetwin/${path}`)).body);
  const failed = await agent.post("/__gatetwin/assert").send({ body: { model: "other" }, times: 9 });
  told.push(failed.body, (await agent.post("/__gatetwin/reset").set("authorization", `Bearer ${SECRET}`)).body);
  const text = JSON.stringify(told);
  for (const secret of [SECRET, "short", "tiny"]) expect(text).not.toContain(secret);
  expect(told[0].data[0].request.body.messages[0].content).toBe("My key is [redacted], keep it");
});

test("it is bounded, and tells the size of what it did not keep", async () => {
  const { ask, journal } = twin({ journal: { entries: 3, bodyBytes: 2_000 } });
  for (let index = 0; index < 5; index++) await ask(chat("x".repeat(index < 4 ? 1 : 50_000)));
  const { count, data } = await journal();
  expect(count).toBe(3);
  expect(data[2].request).toMatchObject({ body: null, note: expect.stringContaining("too large to keep") });
  expect(data[2].request.bytes).toBeGreaterThan(50_000);
});

test("a body nested to exhaust a stack is shown as a text", async () => {
  const { agent, journal } = twin();
  const deep = "[".repeat(100_000) + "]".repeat(100_000);
  await agent
    .post(CHAT)
    .set("authorization", "Bearer k")
    .set("content-type", "application/json")
    .send(deep)
    .expect(400);
  expect((await journal()).data[0].request.body).toBe(deep);
});

test("looking at the journal leaves no entry", async () => {
  const { agent, journal } = twin();
  await agent.get("/__gatetwin/health");
  await agent.get("/openapi.json");
  expect((await journal()).count).toBe(0);
});
