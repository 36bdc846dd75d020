/** The control API: what a test or a tool can ask of the twin itself. */
import request from "supertest";
import { expect, test } from "vitest";
import { ofApis } from "../../src/contract/compile.ts";
import { openContract } from "../../src/contract/open-contract.ts";
import { ownContract } from "../../src/contract/own-contract.ts";
import { createHandler, type ServerOptions } from "../../src/server/create-server.ts";
import { strict } from "../support/serve.ts";

const twin = (options: ServerOptions = {}) => request(createHandler({ ...strict, ...options }));

type Agent = ReturnType<typeof twin>;
const ask = (agent: Agent, text: string, more: object = {}) =>
  agent
    .post("/v1/chat/completions")
    .set("authorization", "Bearer k")
    .send({ model: "gpt-4o-mini", messages: [{ role: "user", content: text }], ...more });
const check = (agent: Agent, expected: unknown) => agent.post("/__gatetwin/assert").send(expected as object);

test("tells that it is alive and ready", async () => {
  const agent = twin();
  expect((await agent.get("/__gatetwin/health").expect(200)).body).toEqual({ status: "ok" });
  const { operations, version } = ownContract();
  expect((await agent.get("/__gatetwin/ready").expect(200)).body).toMatchObject({
    operations: operations.length,
    version,
  });
  const head = await agent.head("/__gatetwin/ready").expect(200);
  expect(Number(head.headers["content-length"])).toBeGreaterThan(10);
});

test("its index links to all there is", async () => {
  const { body } = await twin().get("/__gatetwin").expect(200);
  for (const { method, href } of body.links) {
    const reply = method === "GET" ? await twin().get(href) : await twin().post(href);
    expect(reply.body.error?.code, href).not.toBe("unknown_control_path");
  }
});

test("hands out the document, with this server as its server", async () => {
  const { body } = await twin().get("/openapi.json").set("host", "twin.test:80").expect(200);
  expect(body.servers).toEqual([{ url: "http://twin.test:80" }]);
  const documented = Object.values(body.paths as Record<string, object>).flatMap((item) =>
    Object.values(item).flatMap(({ operationId }) => operationId ?? []),
  );
  expect(documented.sort()).toEqual(
    ownContract()
      .operations.map(({ id }) => id)
      .sort(),
  );
  const part = await twin({ contract: ofApis(ownContract(), ["sudo"]) }).get("/openapi.json");
  expect(Object.keys(part.body.paths).every((path) => path.startsWith("/v1/"))).toBe(true);
});

const harbour = (path: string) => ({
  openapi: "3.1.0",
  info: { title: "Harbour", version: "1" },
  servers: [{ url: "https://harbour.example/api" }],
  paths: { [path]: { get: { operationId: "look", responses: { 200: { description: "ok" } } } } },
});

test("hands out a stranger's document too, unless that has an operation there itself", async () => {
  const stranger = await twin({ contract: await openContract(harbour("/tide")) })
    .get("/openapi.json")
    .set("host", "twin.test");
  expect(stranger.body).toEqual({ ...harbour("/tide"), servers: [{ url: "http://twin.test/api" }] });
  const agent = twin({ contract: await openContract(harbour("/openapi.json")) });
  expect((await agent.get("/openapi.json")).body.openapi).toBeUndefined();
  expect((await agent.get("/__gatetwin/requests")).body.data[0].operationId).toBe("look");
});

test("an expectation that is met", async () => {
  const agent = twin();
  await ask(agent, "When is high tide?");
  await ask(agent, "And low tide?");
  for (const expected of [
    { operation: "sudoCreateChatCompletion", times: 2 },
    { path: "/v1/chat/completions", status: "2xx" },
    { body: { messages: [{ content: { $contains: "low" } }] }, times: 1 },
    { headers: { "Content-Type": "application/json" }, atLeast: 1, atMost: 2 },
    { operation: "sudoGetChatCompletion", times: 0 },
    { breaches: 0 },
  ])
    expect((await check(agent, expected)).body, JSON.stringify(expected)).toMatchObject({ ok: true });
});

test("an expectation that is not met is 409 and says what was seen instead", async () => {
  const agent = twin();
  const reply = await ask(agent, "When is high tide?");
  const { body, status } = await check(agent, { body: { messages: [{ content: "When is low tide?" }] } });
  expect(status).toBe(409);
  expect(body).toMatchObject({
    ok: false,
    count: 0,
    seen: 1,
    nearest: [
      {
        id: reply.headers["x-request-id"],
        difference: {
          pointer: "/body/messages/0/content",
          expected: "When is low tide?",
          actual: "When is high tide?",
        },
      },
    ],
  });
  expect(body.message).toContain("differs at /body/messages/0/content");
  const other = await check(agent, { operation: "sudoGetChatCompletion" });
  expect(other.body.nearest[0].difference).toMatchObject({ pointer: "/operation", actual: "sudoCreateChatCompletion" });
  expect((await check(agent, { operation: "sudoCreateChatCompletion", atMost: 0 })).status).toBe(409);
});

test("breaches are listed and asserted by side", async () => {
  const agent = twin();
  await ask(agent, "When?", { temperature: "hot" });
  const { body } = await agent.get("/__gatetwin/breaches?by=client").expect(200);
  expect(body.data).toEqual([
    expect.objectContaining({ pointer: "/temperature", operationId: "sudoCreateChatCompletion" }),
  ]);
  expect((await agent.get("/__gatetwin/breaches?by=server")).body.count).toBe(0);
  expect((await check(agent, { breaches: { by: "server", atMost: 0 } })).status).toBe(200);
  const failed = await check(agent, { breaches: { by: "client", atMost: 0 } });
  expect([failed.status, failed.body.count]).toEqual([409, 1]);
});

test("a breach of our own reply is the server's", async () => {
  const contract = await openContract({
    ...harbour("/tide"),
    paths: {
      "/tide": {
        get: {
          responses: {
            // No text keeps this, so whatever is sent breaks it.
            200: { description: "ok", headers: { "x-tide": { required: true, schema: { type: "string", not: {} } } } },
          },
        },
      },
    },
  });
  const seen: string[] = [];
  const agent = twin({ contract, onViolation: (_id, all) => void seen.push(...all.map(({ message }) => message)) });
  await agent.get("/tide");
  const { body } = await agent.get("/__gatetwin/breaches?by=server");
  expect(body.data.map(({ message }: { message: string }) => message)).toEqual(seen);
  expect(seen).not.toEqual([]);
});

test("reset forgets one token's world and leaves the others", async () => {
  const agent = twin();
  const stored = await ask(agent, "Keep this", { store: true });
  const path = `/v1/chat/completions/${stored.body.id}`;
  await agent.get(path).set("authorization", "Bearer k").expect(200);
  await agent.get("/nowhere").set("authorization", "Bearer other");
  const { body } = await agent.post("/__gatetwin/reset").set("authorization", "Bearer k").expect(200);
  expect(body).toMatchObject({ ok: true, forgotten: 2 });
  await agent.get(path).set("authorization", "Bearer k").expect(404);
  expect((await agent.get("/__gatetwin/requests?status=404")).body.count).toBe(2);
  expect((await agent.post("/__gatetwin/reset")).status).toBe(400);
  await agent.post("/__gatetwin/reset?all=true").expect(200);
  expect((await agent.get("/__gatetwin/requests")).body.count).toBe(0);
});

test("after a reset a token gets the ids of a fresh server, and nobody else does", async () => {
  const agent = twin();
  const idsOf = async (token: string) => {
    const sent = await agent
      .post("/v1/chat/completions")
      .set("authorization", `Bearer ${token}`)
      .send({ model: "gpt-4o-mini", messages: [{ role: "user", content: "When is high tide?" }] });
    return [sent.body.id, sent.headers["x-request-id"]];
  };
  const first = await idsOf("k");
  const other = await idsOf("other");
  expect(await idsOf("k")).not.toEqual(first);
  await agent.post("/__gatetwin/reset").set("authorization", "Bearer k").expect(200);
  expect(await idsOf("k")).toEqual(first);
  expect(await idsOf("other")).not.toEqual(other);
  await agent.post("/__gatetwin/reset?all=true").expect(200);
  expect(await idsOf("other")).toEqual(other);
});

test("with a control key, only health, ready and files are open", async () => {
  const agent = twin({ controlKey: "harbour-master" });
  for (const path of ["health", "ready"]) await agent.get(`/__gatetwin/${path}`).expect(200);
  await agent.get("/__gatetwin/files/none.png").expect(404);
  for (const path of ["", "/requests", "/breaches", "/nothing"]) {
    await agent.get(`/__gatetwin${path}`).expect(401);
    await agent.get(`/__gatetwin${path}`).set("x-gatetwin-key", "harbour").expect(401);
  }
  await agent.post("/__gatetwin/reset?all=true").expect(401);
  await agent.get("/__gatetwin/requests").set("x-gatetwin-key", "harbour-master").expect(200);
});

test.each([
  ["an unknown place names the nearest", "get", "/request", 404, "Did you mean /__gatetwin/requests?"],
  ["a deeper path", "get", "/health/now", 404, "nothing at this path"],
  ["an unknown id", "get", "/requests/none", 404, "x-request-id"],
  ["a broken escape", "get", "/requests/%E0", 400, "percent-encoded"],
  ["an unknown filter names the nearest", "get", "/requests?opration=x", 400, "Did you mean operation?"],
  ["a status that is none", "get", "/requests?status=ok", 400, "status must be a status code"],
  ["a limit that is none", "get", "/requests?limit=0", 400, "from 1 to 1000"],
  ["an unknown place to start after", "get", "/requests?after=x", 400, "not in this list"],
  ["a side that is none", "get", "/breaches?by=me", 400, "client or server"],
  ["a method that is not answered", "delete", "/requests", 405, "GET, HEAD"],
] as const)("%s", async (_name, method, path, status, words) => {
  const reply = await twin()[method](`/__gatetwin${path}`);
  expect([reply.status, reply.body.error.message]).toEqual([status, expect.stringContaining(words)]);
  if (status === 405) expect(reply.headers.allow).toBe("GET, HEAD");
});

test.each([
  ["no body", "", 400, "missing"],
  ["no JSON", '{"times": }', 400, "Unexpected token '}'"],
  ["no object", "[]", 400, "must be an object"],
  ["an unknown field", '{"time": 1}', 400, "Did you mean times?"],
  ["a count that is none", '{"times": -1}', 400, "whole number"],
  ["two counts", '{"times": 1, "atMost": 2}', 400, "exact count"],
  ["a count beside breaches", '{"breaches": 0, "times": 1}', 400, "does not go with breaches"],
  ["an unknown field of breaches", '{"breaches": {"side": "x"}}', 400, "no side"],
  ["too many levels", `{"body": ${"[".repeat(9_999)}${"]".repeat(9_999)}}`, 400, "nested deeper"],
  ["too much", `"${"x".repeat(1024 * 1024)}"`, 413, "larger"],
])("an assertion with %s is refused", async (_name, text, status, words) => {
  const reply = await twin().post("/__gatetwin/assert").set("content-type", "application/json").send(text);
  expect([reply.status, reply.body.error.message]).toEqual([status, expect.stringContaining(words)]);
});
