import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openContract } from "../../src/contract/open-contract.ts";

const OK = { "200": { description: "ok" } };
const get = (more: object = {}) => ({ get: { operationId: "a", responses: OK, ...more } });
const withPaths = (paths: unknown, more: object = {}) => ({
  openapi: "3.1.0",
  info: { title: "T", version: "1" },
  paths,
  ...more,
});
const parameters = (...list: unknown[]) => withPaths({ "/a": get({ parameters: list }) });
const SELF = { A: { $ref: "#/components/schemas/B" }, B: { $ref: "#/components/schemas/A" } };

test.each<[name: string, document: object, place: string]>([
  ["no paths", withPaths(undefined), "#/paths"],
  ["no operation", withPaths({}), "#/paths"],
  ["an operation that is nothing", withPaths({ "/a": { get: null } }), "#/paths/~1a/get"],
  ["a path without its slash", withPaths({ a: get() }), "#/paths/a"],
  ["two operations of one id", withPaths({ "/a": get(), "/b": get() }), "#/paths/~1b/get/operationId"],
  [
    "two paths that are one",
    withPaths({ "/a/{x}": get(), "/a/{y}": get({ operationId: "b" }) }),
    "#/paths/~1a~1{y}/get",
  ],
  ["a place that is none", parameters({ name: "x", in: "quary" }), "#/paths/~1a/get/parameters/0/in"],
  ["a parameter without a name", parameters({ in: "query" }), "#/paths/~1a/get/parameters/0"],
  ["a body of Swagger 2.0", parameters({ name: "x", in: "body" }), "#/paths/~1a/get/parameters/0/in"],
  ["a status that is none", withPaths({ "/a": get({ responses: { ok: {} } }) }), "#/paths/~1a/get/responses/ok"],
  ["an unknown credential", withPaths({ "/a": get() }, { security: [{ ghost: [] }] }), "#/security/0/ghost"],
  [
    "a circle of parameters",
    withPaths(
      { "/a": get({ parameters: [{ $ref: "#/components/parameters/A" }] }) },
      {
        components: { parameters: { A: { $ref: "#/components/parameters/A" } } },
      },
    ),
    "#/components/parameters/A",
  ],
  ["a circle of schemas", withPaths({ "/a": get() }, { components: { schemas: SELF } }), "#/components/schemas/"],
])("%s is refused with its pointer", async (_name, document, place) => {
  await expect(openContract(document as Record<string, unknown>)).rejects.toMatchObject({
    code: "document-invalid",
    message: expect.stringContaining(place),
  });
});

test.each([
  ["JSON with comments", "a.json", '{\n  // no\n  "openapi": "3.1.0"\n}', /line 2/],
  ["a cut file", "a.json", '{"openapi": "3.1.0", "info": {', /line \d/],
  ["an empty file", "a.yaml", "", /empty/],
  ["a version that is a number", "a.yaml", "openapi: 3.1\npaths: {}\n", /quotes/],
  ["Swagger 2.0", "a.yaml", "swagger: '2.0'\n", /Swagger 2.0/],
  ["a file without a version", "a.yaml", "paths: {}\n", /openapi/],
  [
    "a remote reference",
    "a.yaml",
    "openapi: 3.1.0\npaths: {/a: {$ref: 'https://example.com/a.yaml'}}\n",
    /#\/paths\/~1a/,
  ],
  [
    "aliases without end",
    "a.yaml",
    `a: &a [${"x,".repeat(9)}x]\nb: &b [${"*a,".repeat(99)}*a]\nc: &c [${"*b,".repeat(99)}*b]\nd: [${"*c,".repeat(99)}*c]\n`,
    /alias/,
  ],
])("%s is refused, and says where or what to do", async (_name, file, text, message) => {
  const folder = mkdtempSync(join(tmpdir(), "gatetwin-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, file), text);
  const refused = openContract(join(folder, file));
  await expect(refused).rejects.toMatchObject({ name: "GatetwinError", message: expect.stringMatching(message) });
  await expect(refused).rejects.toThrow(file);
});

test.each([
  ["https://{region}.example/{base}/v1", "/api/v1"],
  ["v1/", "/v1"],
  ["./v1", "/v1"],
  ["https://api.example/v1?x=1", "/v1"],
  ["/", ""],
  ["https://api.example", ""],
])("the server %s puts %j before every path", async (url, basePath) => {
  const servers = [{ url, variables: { region: { default: "eu" }, base: { default: "api" } } }];
  const contract = await openContract(withPaths({ "/a": get() }, { servers }));
  expect(contract.basePath).toBe(basePath);
});
