import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { openContract } from "../../src/contract/open-contract.ts";
import type { Schema } from "../../src/contract/schema-object.ts";
import type { GatetwinError } from "../../src/lib/errors.ts";

const documentOf = (schema: unknown, { openapi = "3.0.3", schemas = {} as unknown } = {}) => ({
  openapi,
  info: { title: "T", version: "1" },
  paths: {
    "/things": {
      post: {
        operationId: "make",
        requestBody: { content: { "application/json": { schema } } },
        responses: { "200": { description: "ok" } },
      },
    },
  },
  components: { schemas },
});

async function checkOf(schema: unknown, options?: { openapi?: string; schemas?: Record<string, Schema | unknown> }) {
  const contract = await openContract(documentOf(schema, options));
  return (value: unknown) => contract.operations[0]?.body?.content[0]?.check(value) ?? [];
}

describe("null is allowed where the author meant it", () => {
  const schemas = { Name: { type: "string" } };
  test.each([
    ["nullable beside a type", { type: "string", nullable: true }],
    ["nullable beside a $ref", { $ref: "#/components/schemas/Name", nullable: true }],
    ["nullable beside allOf", { allOf: [{ $ref: "#/components/schemas/Name" }], nullable: true }],
    ["nullable beside oneOf", { oneOf: [{ type: "string" }, { type: "integer" }], nullable: true }],
    ["nullable enum that forgets null", { type: "string", enum: ["x", "y"], nullable: true }],
    ["a type list whose enum forgets null", { type: ["string", "null"], enum: ["x", "y"] }],
  ])("%s", async (_name, schema) => {
    for (const openapi of ["3.0.3", "3.1.0"]) {
      const check = await checkOf(schema, { openapi, schemas });
      expect(check(null)).toEqual([]);
      expect(check("x")).toEqual([]);
      expect(check({})).not.toEqual([]);
    }
  });

  test("and nowhere else", async () => {
    const check = await checkOf({ $ref: "#/components/schemas/Name" }, { schemas });
    expect(check(null)).toMatchObject([{ code: "invalid-type", keyword: "type" }]);
  });
});

test("3.0 writes exclusive bounds as booleans", async () => {
  const check = await checkOf({ type: "number", minimum: 0, exclusiveMinimum: true });
  expect(check(0)).toMatchObject([{ keyword: "exclusiveMinimum", code: "out-of-range" }]);
  expect(check(0.1)).toEqual([]);
});

describe("a schema that cannot be compiled stops start-up with its pointer", () => {
  test.each([
    [
      "a type that does not exist",
      { type: "object", properties: { a: { type: "strng" } } },
      "/requestBody/content/application~1json/schema/properties/a/type",
    ],
    [
      "a pattern that is no expression",
      { type: "object", properties: { a: { type: "string", pattern: "(" } } },
      "/schema/properties/a/pattern",
    ],
    ["a limit that is no number", { type: "string", maxLength: "ten" }, "/schema/maxLength"],
  ])("%s", async (_name, schema, place) => {
    const error = await openContract(documentOf(schema)).then(
      () => undefined,
      (thrown: GatetwinError) => thrown,
    );
    expect(error).toMatchObject({ name: "GatetwinError", code: "schema-uncompilable" });
    expect(String(error?.details.pointer)).toContain("#/paths/~1things/post");
    expect(String(error?.details.pointer)).toContain(place);
  });

  test("a reference that leads nowhere", async () => {
    const error = await openContract(documentOf({ $ref: "#/components/schemas/Nobody" })).then(
      () => undefined,
      (thrown: GatetwinError) => thrown,
    );
    expect(error).toMatchObject({ code: "document-invalid" });
    expect(error?.message).toContain("#/components/schemas/Nobody");
  });
});

test("a document in several YAML files is read as one", async () => {
  const folder = mkdtempSync(join(tmpdir(), "gatetwin-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(
    join(folder, "api.yaml"),
    "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths:\n  /a/{id}:\n    $ref: a.yaml\n",
  );
  writeFileSync(
    join(folder, "a.yaml"),
    "get:\n  operationId: readA\n  parameters:\n    - {name: id, in: path, required: true, schema: {$ref: id.yaml}}\n  responses: {'200': {description: ok}}\n",
  );
  writeFileSync(join(folder, "id.yaml"), "type: integer\n");
  const contract = await openContract(join(folder, "api.yaml"));
  expect(contract.operations[0]?.parameters[0]?.check("x")).toHaveLength(1);
  expect(contract.operations[0]?.parameters[0]?.check(1)).toEqual([]);
});

test.each([
  ["no such file", "/nowhere/at/all.yaml", "document-unreadable"],
  ["Swagger 2", { swagger: "2.0" }, "document-invalid"],
])("%s is a clear error", async (_name, source, code) => {
  const folder = mkdtempSync(join(tmpdir(), "gatetwin-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "doc.json"), JSON.stringify(source));
  await expect(openContract(typeof source === "string" ? source : join(folder, "doc.json"))).rejects.toMatchObject({
    code,
  });
});

test("a recursive schema is compiled and judged", async () => {
  const schemas = {
    Tree: {
      type: "object",
      required: ["name"],
      properties: {
        name: { type: "string" },
        children: { type: "array", items: { $ref: "#/components/schemas/Tree" } },
      },
    },
  };
  const check = await checkOf({ $ref: "#/components/schemas/Tree" }, { schemas });
  expect(check({ name: "a", children: [{ name: "b", children: [{}] }] })).toMatchObject([
    { pointer: "/children/0/children/0/name", code: "missing" },
  ]);
});

test("files may refer back to the one that names them", async () => {
  const folder = mkdtempSync(join(tmpdir(), "gatetwin-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const root = {
    openapi: "3.1.0",
    info: { title: "T", version: "1" },
    paths: { "/tides": { $ref: "tides.json" } },
    components: { schemas: { Height: { type: "integer" } } },
  };
  const schema = { $ref: "root.json#/components/schemas/Height" };
  const tides = { get: { operationId: "tides", parameters: [{ name: "least", in: "query", schema }], responses: {} } };
  writeFileSync(join(folder, "root.json"), JSON.stringify(root));
  writeFileSync(join(folder, "tides.json"), JSON.stringify(tides));
  const { operations } = await openContract(join(folder, "root.json"));
  expect(operations[0]?.parameters[0]?.check("high")).toMatchObject([{ code: "invalid-type" }]);
});
