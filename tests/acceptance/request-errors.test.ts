/** What every operation answers to a request it cannot serve: the status, the envelope of its gateway, the field. */
import http from "node:http";
import request from "supertest";
import { describe, expect, test } from "vitest";
import type { Operation } from "../../src/contract/operation.ts";
import { ownContract } from "../../src/contract/own-contract.ts";
import { createHandler } from "../../src/server/create-server.ts";
import { handler } from "../support/ask.ts";
import type { Json } from "../support/collect/json.ts";
import { exampleRequest } from "../support/requests.ts";
import { serve, strict } from "../support/serve.ts";

const operations = ownContract().operations;
const withJson = operations.filter(({ body }) => body?.content[0]?.mediaType === "application/json");
const withForm = operations.filter(({ body }) => body?.content[0]?.mediaType === "multipart/form-data");
const METHODS = ["get", "post", "put", "patch", "delete"] as const;

const to = (operation: Operation, method = operation.method.toLowerCase() as (typeof METHODS)[number]) =>
  request(handler)[method](exampleRequest(operation).path).set("authorization", "Bearer errors");

/** Status and error of a reply, which has to be in the words of its gateway and of the document. */
function errorOf(operation: Operation, { status, body, headers }: { status: number; body: Json; headers: Json }) {
  expect(headers["content-type"]).toBe("application/json");
  expect(headers["x-request-id"]).toMatch(/^req_\w{24}$/);
  const documented = operation.replies.find((reply) => reply.status === String(status))?.content[0];
  expect(documented?.check(body)).toEqual([]);
  const members = operation.api === "sudo" ? ["message", "type"] : ["code", "message", "param", "type"];
  expect(Object.keys(body)).toEqual(["error"]);
  expect(Object.keys(body.error).sort()).toEqual(members);
  expect(body.error.message.length).toBeGreaterThan(20);
  return { status, error: body.error };
}

describe.each(operations)("$method $path", (operation) => {
  test("asks for a key", async () => {
    const { path } = exampleRequest(operation);
    for (const authorization of ["", "Bearer", "Bearer  ", "Basic a2V5"]) {
      const method = operation.method.toLowerCase() as (typeof METHODS)[number];
      const reply = await request(handler)[method](path).set("authorization", authorization).send();
      const { status, error } = errorOf(operation, reply);
      expect([status, error.type]).toEqual([401, "authentication_error"]);
      expect(reply.headers["www-authenticate"]).toBe("Bearer");
    }
  });

  test("refuses every other method, and says which there are", async () => {
    const known = operations.filter(({ path }) => path === operation.path).map(({ method }) => method);
    for (const method of METHODS.filter((each) => !known.includes(each.toUpperCase()))) {
      const reply = await to(operation, method).send();
      expect(errorOf(operation, reply).status).toBe(405);
      expect(String(reply.headers.allow).split(", ").sort()).toEqual([...known].sort());
    }
  });

  test("has nothing below it", async () => {
    const path = `${exampleRequest(operation).path}/no/where`;
    const reply = await request(handler).post(path).set("authorization", "Bearer errors").send({});
    expect([reply.status, reply.body.error.type]).toEqual([404, "not_found_error"]);
    expect(reply.body.error.message).toContain(`Nothing is at ${path}`);
    expect("param" in reply.body.error).toBe(operation.api !== "sudo");
  });
});

describe.each(withJson)("$method $path with a JSON body", (operation) => {
  const rejected = operation.replies.some(({ status }) => status === "422") ? 422 : 400;

  test.each([
    ["no body", ""],
    ["half a body", '{"model": "gpt'],
    ["a body nested too deep", `{"a":${"[".repeat(500)}${"]".repeat(500)}}`],
  ])("%s is 400", async (_name, body) => {
    const reply = await to(operation).set("content-type", "application/json").send(body);
    expect(errorOf(operation, reply).status).toBe(400);
  });

  test("bytes that are no text are 400", async () => {
    const bytes = Buffer.from([0x7b, 0xff, 0x7d]);
    // What looks like an object is turned into JSON before it is sent, unless told otherwise.
    const raw = to(operation)
      .set("content-type", "application/json")
      .serialize((same) => same as never);
    const { status, error } = errorOf(operation, await raw.send(bytes as never));
    expect([status, error.message]).toEqual([400, expect.stringContaining("UTF-8")]);
  });

  test.each(["[]", "null", "7", '"text"'])("%s is no request", async (body) => {
    const reply = await to(operation).set("content-type", "application/json").send(body);
    expect(errorOf(operation, reply).status).toBe(rejected);
  });

  test.each(["text/plain", "application/x-www-form-urlencoded", "application/xml", "multipart/form-data; boundary=x"])(
    "%s is 415",
    async (type) => {
      const { status, error } = errorOf(operation, await to(operation).set("content-type", type).send("model=x"));
      expect([status, error.message]).toEqual([415, expect.stringContaining("application/json")]);
    },
  );

  test("a packed body is 415", async () => {
    const packed = to(operation).set("content-type", "application/json").set("content-encoding", "gzip");
    expect(errorOf(operation, await packed.send("{}")).status).toBe(415);
  });

  test("each required field is missed by its name", async () => {
    const { body } = exampleRequest(operation) as { body: Record<string, unknown> };
    const check = operation.body?.content[0]?.check;
    for (const name of Object.keys(body)) {
      const { [name]: _, ...rest } = body;
      if (check?.(rest).length === 0) continue;
      const { status, error } = errorOf(operation, await to(operation).send(rest));
      expect([status, error.message]).toEqual([rejected, expect.stringContaining(name)]);
      if (operation.api !== "sudo") expect(error).toMatchObject({ param: name, code: "missing" });
    }
  });

  test("a field of the wrong type is told by its name", async () => {
    const { body } = exampleRequest(operation) as { body: Record<string, unknown> };
    const faulty = Object.keys(body)
      .map((name) => [name, { ...body, [name]: { not: ["this"] } }] as const)
      .filter(([, wrong]) => operation.body?.content[0]?.check(wrong).length !== 0);
    expect(faulty.length).toBeGreaterThan(0);
    for (const [name, wrong] of faulty) {
      const { status, error } = errorOf(operation, await to(operation).send(wrong));
      expect([status, error.message]).toEqual([rejected, expect.stringContaining(name)]);
    }
  });
});

/** A form of one part, larger than what its parser reads at once. */
const partOf = (header: string) => `--x\r\n${header}\r\n\r\n${"a".repeat(100_000)}\r\n--x--\r\n`;

describe.each(withForm)("$method $path with a form", (operation) => {
  test("JSON is 415", async () => {
    const { status, error } = errorOf(operation, await to(operation).send({ model: "openai/whisper-1" }));
    expect([status, error.message]).toEqual([415, expect.stringContaining("multipart/form-data")]);
  });

  test.each([
    ["without a boundary", "multipart/form-data", "--x"],
    ["that breaks off", "multipart/form-data; boundary=x", '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n'],
    ["with a part without a name", "multipart/form-data; boundary=x", partOf("Content-Disposition: form-data")],
  ])("a form %s is 400", async (_name, type, body) => {
    expect(errorOf(operation, await to(operation).set("content-type", type).send(body)).status).toBe(400);
  });

  test.each([
    ["no disposition", partOf("Content-Type: image/png")],
    ["another disposition", partOf('Content-Disposition: attachment; name="file"; filename="a"')],
  ])("a large part with %s is no field, and does not stop the reading", async (_name, body) => {
    const { status, error } = errorOf(
      operation,
      await to(operation).set("content-type", "multipart/form-data; boundary=x").send(body),
    );
    expect([status, error.message]).toEqual([expect.any(Number), expect.stringMatching(/(file|image) is missing/)]);
  });

  test("a text in the place of a file is told to be no file, unless it may be one of a picture", async () => {
    const isPicture = operation.path.includes("/images/");
    const { error } = errorOf(
      operation,
      await to(operation).field(isPicture ? "image" : "file", "https://example.com/a"),
    );
    if (isPicture) expect(error.message).not.toMatch(/image (?:must|is)/);
    else expect(error.message).toContain("file must be a file");
  });

  test("a form without its file is told which", async () => {
    const { status, error } = errorOf(operation, await to(operation).field("model", "openai/any"));
    expect([400, 422]).toContain(status);
    expect(error.message).toMatch(/file|image/);
  });
});

test.each([...withJson, ...withForm])("$path: a body over the limit is 413", async (operation) => {
  const small = createHandler({ ...strict, maxBodyBytes: 1_000 });
  const { method, path } = exampleRequest(operation);
  const reply = await request(small)
    [method.toLowerCase() as "post"](path)
    .set("authorization", "Bearer errors")
    .set("content-type", operation.body?.content[0]?.mediaType ?? "")
    .send("x".repeat(2_000));
  const { status, error } = errorOf(operation, reply);
  expect([status, error.message]).toEqual([413, expect.stringContaining("1000 bytes")]);
});

test.each(["http://127.0.0.1:4010/v1/chat/completions", "HTTPS://api.example.com/v1/chat/completions?a=1"])(
  "a target that is a whole URL, %s, is its path",
  async (target) => {
    const { url } = await serve();
    const body = '{"model":"gpt-4o-mini","messages":[{"role":"user","content":"Hello"}]}';
    const status = await new Promise((resolve, reject) => {
      const { hostname, port } = new URL(url);
      const headers = { authorization: "Bearer whole", "content-type": "application/json" };
      const asked = http.request({ hostname, port, path: target, method: "POST", headers });
      asked.on("response", (reply) => resolve(reply.resume().statusCode)).on("error", reject);
      asked.end(body);
    });
    expect(status).toBe(200);
  },
);
