/** The Prefer header (RFC 7240), as users of OpenAPI mocks know it. */
import request from "supertest";
import { expect, test } from "vitest";
import { successOf } from "../../src/contract/operation.ts";
import { ownContract } from "../../src/contract/own-contract.ts";
import { createHandler } from "../../src/server/create-server.ts";
import { exampleRequest } from "../support/requests.ts";
import { strict } from "../support/serve.ts";

const app = createHandler(strict);

const ask = (prefer: string, { path = "/v1/chat/completions", body = {} }: { path?: string; body?: object } = {}) =>
  request(app)
    .post(path)
    .set("authorization", "Bearer key")
    .set("prefer", prefer)
    .send({ model: "gpt-4o-mini", messages: [{ role: "user", content: "When is high tide?" }], ...body });

test.each([
  "/v1/chat/completions",
  "/v2/proxy/chat/completions",
  "/v2/gateway/chat/completions",
  "/v2/router/chat/completions",
])("code=429 is answered in the envelope of %s, with Retry-After", async (path) => {
  const plain = await ask("handling=lenient", { path, body: { messages: 7 } });
  const { status, headers, body } = await ask("code=429", { path, body: { stream: true } });
  expect(status).toBe(429);
  expect(headers).toMatchObject({ "preference-applied": "code=429", vary: "Prefer", "retry-after": "1" });
  expect(Object.keys(body)).toEqual(Object.keys(plain.body));
  expect(JSON.stringify(body)).toContain("asked for by the Prefer header");
});

test("an invalid request is refused whatever it prefers", async () => {
  const { status, headers } = await ask("code=503", { body: { messages: "none" } });
  expect([400, 422]).toContain(status);
  expect(headers).not.toHaveProperty("preference-applied");
});

test("a success that the operation does not document is refused, with those it does", async () => {
  const { status, text } = await ask("code=204");
  expect(status).toBe(400);
  expect(text).toContain("documents no status 204. Documented: 200");
});

test("example=name answers with that example of the document; an unknown name is refused with the known ones", async () => {
  const unknown = await ask("example=nonesuch");
  expect(unknown.status).toBe(400);
  const [, name] = /It has (\w+)/.exec(unknown.text) ?? [];
  const { status, body, headers } = await ask(`example=${name}`);
  expect(status).toBe(200);
  expect(body.object).toBe("chat.completion");
  expect(headers["preference-applied"]).toBe(`example=${name}`);
  const { text } = await ask(`example=${name}`, { body: { stream: true } });
  expect(text).toContain(`"id":"${body.id}"`);
  expect(text.endsWith("data: [DONE]\n\n")).toBe(true);
});

test("dynamic=true makes the reply from its schema", async () => {
  const { status, body, headers } = await ask("dynamic=true");
  expect(status).toBe(200);
  expect(headers["preference-applied"]).toBe("dynamic=true");
  expect(body.object).toBe("chat.completion");
});

test.each(
  ownContract()
    .operations.filter((operation) => successOf(operation)?.stream !== undefined)
    .map((operation) => [operation.id, exampleRequest(operation)] as const),
)("%s streams whatever its reply schema leaves open", async (_, { path, body }) => {
  for (let seed = 0; seed < 8; seed++) {
    const { status, text } = await ask(`dynamic=true, seed=${seed}`, {
      path,
      body: { ...(body as object), stream: true },
    });
    expect([status, text.slice(0, 200)]).toEqual([200, expect.stringMatching(/^(event|data): /)]);
  }
});

test("seed=7 answers as a server with that seed", async () => {
  const other = createHandler({ ...strict, seed: 7 });
  const theirs = await request(other)
    .post("/v1/chat/completions")
    .set("authorization", "Bearer key")
    .send({ model: "gpt-4o-mini", messages: [{ role: "user", content: "When is high tide?" }] });
  const { body } = await ask("seed=7");
  expect(body).toEqual(theirs.body);
});

test("wait=0.2 is applied, and several preferences in one header", async () => {
  const { status, headers } = await ask('respond-async, @=x,, "a,b", WAIT="0.2";foo="1,2", code=503, code=429');
  expect(status).toBe(503);
  expect(headers["preference-applied"]).toBe("wait=0.2, code=503");
});

test.each([
  "",
  ",,,",
  "code",
  "code=abc",
  "code=999",
  "seed=-1",
  "wait=forever",
  "=",
  '"',
  "__proto__=1",
  "example",
  "x".repeat(9000),
])("what makes no sense is ignored: %j", async (prefer) => {
  const { status, headers } = await ask(prefer);
  expect(status).toBe(200);
  expect(headers).not.toHaveProperty("preference-applied");
});
