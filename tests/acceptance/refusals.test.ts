/** What is wrong with a request is said in the gateway's own envelope, with the field at fault. */
import { readFileSync } from "node:fs";
import request from "supertest";
import { describe, expect, test } from "vitest";
import { ownContract } from "../../src/contract/own-contract.ts";
import { createHandler } from "../../src/server/create-server.ts";
import { exampleRequest } from "../support/requests.ts";
import { strict } from "../support/serve.ts";

const PICTURE = readFileSync(new URL("../../fixtures/media/picture.png", import.meta.url));
const handler = createHandler(strict);
const post = (path: string, body: unknown) =>
  request(handler)
    .post(path)
    .set("authorization", "Bearer k")
    .send(body as object);

const message = { role: "user", content: "When is high tide?" };
const ok = { model: "openai/gpt-4o-mini", messages: [message] };
const { model: _, ...noModel } = ok;

/** The bodies that every chat operation refuses, and the field that is named. */
const BODIES: readonly [string, object, string][] = [
  ["no model", noModel, "model"],
  ["model 17", { ...ok, model: 17 }, "model"],
  ["temperature 9", { ...ok, temperature: 9 }, "temperature"],
  ['temperature "hot"', { ...ok, temperature: "hot" }, "temperature"],
  ["n -4", { ...ok, n: -4 }, "n"],
  ['stream "yes"', { ...ok, stream: "yes" }, "stream"],
  ["top_logprobs 99", { ...ok, top_logprobs: 99 }, "top_logprobs"],
  ["an unknown role", { ...ok, messages: [{ role: "wizard", content: "x" }] }, "messages[0].role"],
  ["a tool without a name", { ...ok, tools: [{ type: "function", function: {} }] }, "tools[0].function.name"],
  ["response_format yaml", { ...ok, response_format: { type: "yaml" } }, "response_format.type"],
  ["five stops", { ...ok, stop: ["a", "b", "c", "d", "e"] }, "stop"],
  [
    "include_usage that is no boolean",
    { ...ok, stream: true, stream_options: { include_usage: "yes" } },
    "stream_options.include_usage",
  ],
  ["a nested metadata value", { ...ok, metadata: { trip: { port: "Saint-Malo" } } }, "metadata.trip"],
  ["an unknown reasoning_effort", { ...ok, reasoning_effort: "ultra" }, "reasoning_effort"],
  ["an unknown tool_choice", { ...ok, tool_choice: "sometimes" }, "tool_choice"],
];

/** What a documented operation itself allows: a free string, or an optional field (docs/decisions/003). */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  "/v2/proxy/chat/completions": ["a tool without a name", "an unknown reasoning_effort"],
  "/v1/chat/completions": ["an unknown role"],
};

describe.each([
  "/v1/chat/completions",
  "/v2/proxy/chat/completions",
  "/v2/gateway/chat/completions",
  "/v2/router/chat/completions",
])("POST %s", (path) => {
  test.each(BODIES)("%s", async (name, body, field) => {
    const reply = await post(path, body);
    if (ALLOWED[path]?.includes(name)) return expect(reply.status).toBe(200);
    expect(reply.status).toBe(400);
    expect(reply.body.error.message).toContain(field);
    if (path.startsWith("/v2")) expect(reply.body.error).toMatchObject({ param: field, type: "invalid_request_error" });
    else expect(Object.keys(reply.body.error).sort()).toEqual(["message", "type"]);
  });
});

describe("before the body is looked at", () => {
  test.each([
    ["no key", undefined, 401],
    ["an empty key", "Bearer ", 401],
    ["another scheme", "Basic a2V5", 401],
    ["a scheme in lower case is fine", "bearer k", 200],
  ])("%s", async (_name, authorization, status) => {
    const call = request(handler).post("/v1/chat/completions");
    const reply = await (authorization === undefined ? call : call.set("authorization", authorization)).send(ok);
    expect(reply.status).toBe(status);
    if (status === 401) expect(reply.headers["www-authenticate"]).toContain("Bearer");
  });

  test("an unknown path says the nearest one", async () => {
    const reply = await post("/v1/chat/completion", ok);
    expect(reply.status).toBe(404);
    expect(reply.body.error.message).toContain("Did you mean /v1/chat/completions?");
  });

  test("a wrong method is 405 with Allow", async () => {
    const reply = await request(handler).put("/v2/proxy/rerank").set("authorization", "Bearer k").send({});
    expect([reply.status, reply.headers.allow]).toEqual([405, "POST"]);
    expect(reply.body.error.code).toBe("method_not_allowed");
  });
});

describe("the form of the body", () => {
  const raw = (text: string | Buffer, type = "application/json") =>
    request(handler)
      .post("/v2/proxy/chat/completions")
      .set("authorization", "Bearer k")
      .set("content-type", type)
      .send(text);

  test.each([
    ["malformed JSON", '{"model": ', "application/json", 400],
    ["an array where an object is due", "[]", "application/json", 400],
    ["no body", "", "application/json", 400],
    ["text", "hello", "text/plain", 415],
    ["a form", "model=x", "application/x-www-form-urlencoded", 415],
    ["deep nesting", "[".repeat(100_000) + "]".repeat(100_000), "application/json", 400],
    ["a charset parameter is fine", JSON.stringify(ok), "application/json; charset=utf-8", 200],
    [
      "a __proto__ field is just a field",
      `{"__proto__": {"x": 1}, ${JSON.stringify(ok).slice(1)}`,
      "application/json",
      200,
    ],
  ])("%s is %4$i", async (_name, text, type, status) => {
    const reply = await raw(text, type);
    expect(reply.status).toBe(status);
    if (status !== 200) expect(reply.body.error.message.length).toBeGreaterThan(10);
  });

  test("bytes that are no UTF-8 are 400", async () => {
    expect((await raw(Buffer.from([0x7b, 0xff, 0x7d]))).status).toBe(400);
  });

  test("a body over the limit is 413", async () => {
    const small = createHandler({ ...strict, maxBodyBytes: 100 });
    const reply = await request(small)
      .post("/v1/chat/completions")
      .set("authorization", "Bearer k")
      .send({ ...ok, pad: "x".repeat(200) });
    expect(reply.status).toBe(413);
    expect(reply.body.error.message).toContain("100 bytes");
  });
});

describe("multipart", () => {
  const form = (path: string) => request(handler).post(path).set("authorization", "Bearer k");

  test("a missing file is 422 where the page names it", async () => {
    const reply = await form("/v2/proxy/audio/transcriptions").field("model", "openai/whisper-1");
    expect(reply.status).toBe(422);
    expect(reply.body.error).toMatchObject({ param: "file" });
  });

  test("a text where a file is due is refused", async () => {
    const reply = await form("/v2/proxy/audio/translations").field("model", "m").field("file", "not a file");
    expect([400, 422]).toContain(reply.status);
    expect(reply.body.error.param).toBe("file");
  });

  test("numbers and booleans come as text and are judged as what they are", async () => {
    const send = (n: string) =>
      form("/v2/proxy/images/variations").field("model", "m").field("n", n).attach("image", PICTURE, "a.png");
    expect((await send("2")).status).toBe(200);
    expect((await send("11")).body.error.param).toBe("n");
    expect((await send("two")).body.error.param).toBe("n");
  });

  test("a broken body is 400", async () => {
    const reply = await form("/v2/proxy/images/variations")
      .set("content-type", "multipart/form-data; boundary=x")
      .send('--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nno end');
    expect(reply.status).toBe(400);
  });
});

test("moderations refuse with 422, as their page says", async () => {
  expect((await post("/v2/proxy/moderations", { input: 17 })).status).toBe(422);
});

test("every refusal fits the document", async () => {
  for (const operation of ownContract().operations) {
    const { method, path } = exampleRequest(operation);
    const reply = await request(handler)[method.toLowerCase() as "get" | "post" | "delete"](path).send();
    expect(reply.status).toBe(401);
    const documented = operation.replies.find(({ status }) => status === "401")?.content[0];
    expect(documented?.check(reply.body)).toEqual([]);
  }
});
