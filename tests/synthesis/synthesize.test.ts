import { describe, expect, test } from "vitest";
import type { Schema } from "../../src/contract/schema-object.ts";
import { buildJudge, make } from "./judge.ts";
import { SCHEMAS } from "./schemas.ts";

const SEEDS = Array.from({ length: 12 }, (_, index) => index * 7919);

describe("a value", () => {
  test.each(Object.keys(SCHEMAS))("fits its schema and repeats: %s", (name) => {
    const schema = SCHEMAS[name] as Schema;
    const judge = buildJudge(schema);
    for (const seed of SEEDS) {
      const value = make(schema, seed);
      expect(judge(value), JSON.stringify(value)).toBeUndefined();
      expect(make(schema, seed)).toEqual(value);
      expect(JSON.parse(JSON.stringify(value))).toEqual(value);
    }
  });

  const formats = [
    "date-time",
    "date",
    "time",
    "duration",
    "email",
    "hostname",
    "ipv4",
    "ipv6",
    "uri",
    "url",
    "uri-reference",
    "uri-template",
    "uuid",
    "json-pointer",
    "relative-json-pointer",
    "json-pointer-uri-fragment",
    "regex",
    "byte",
    "binary",
    "password",
    "iso-date-time",
    "iso-time",
  ];
  test.each(formats)("is of the format %s", (format) => {
    const schema: Schema = { type: "string", format };
    const judge = buildJudge(schema);
    for (const seed of SEEDS) expect(judge(make(schema, seed)), String(make(schema, seed))).toBeUndefined();
  });

  test.each([
    ["email", 8, 8],
    ["email", 60, 62],
    ["uri", 20, 22],
    ["uri", 200, 201],
    ["hostname", 6, 7],
    ["hostname", 100, 100],
    ["byte", 40, 40],
    ["uuid", 36, 36],
  ])("of the format %s has %i to %i characters", (format, minLength, maxLength) => {
    const schema: Schema = { type: "string", format, minLength, maxLength };
    const judge = buildJudge(schema);
    for (const seed of SEEDS) expect(judge(make(schema, seed)), String(make(schema, seed))).toBeUndefined();
  });

  test("differs from seed to seed", () => {
    const schema = SCHEMAS["steps of a solution"] as Schema;
    expect(new Set(SEEDS.map((seed) => JSON.stringify(make(schema, seed)))).size).toBe(SEEDS.length);
  });

  test("does not change where another property is added", () => {
    const before = make({ type: "object", properties: { city: { type: "string" } }, required: ["city"] });
    const after = make({
      type: "object",
      properties: { age: { type: "integer" }, city: { type: "string" } },
      required: ["city"],
    });
    expect(after).toMatchObject(before as object);
  });
});

describe("a value comes from", () => {
  const cases: [string, Schema, readonly unknown[]][] = [
    ["const before all", { const: "c", enum: ["c", "e"], examples: ["e"] }, ["c"]],
    ["enum before examples", { enum: ["a", "b"], examples: ["a"] }, ["a", "b"]],
    ["enum without null while there is another", { enum: [null, "a"] }, ["a"]],
    ["examples before default", { type: "string", examples: ["x", "y"], default: "d" }, ["x", "y"]],
    ["an OpenAPI example", { type: "string", example: "x" }, ["x"]],
    ["the example that fits", { type: "integer", examples: ["1", 1.5, 2] }, [2]],
    ["the default", { type: "string", default: "d" }, ["d"]],
  ];
  test.each(cases)("%s", (_, schema, wants) => {
    const values = Array.from({ length: 40 }, (__, seed) => make(schema, seed));
    expect(new Set(values)).toEqual(new Set(wants));
  });

  test("the branch that is not null", () => {
    expect(make({ anyOf: [{ type: "null" }, { const: 1 }] })).toBe(1);
    expect(make({ type: ["null", "boolean"] })).toBeTypeOf("boolean");
  });

  test("a default of null is not given where there is something to give", () => {
    expect(make({ type: ["string", "null"], default: null, title: "City" })).toBeTypeOf("string");
  });

  const meanings: [string, Schema, RegExp][] = [
    ["email", { type: "string" }, /^\S+@example\.\w+$/],
    ["userEmail", { type: "string" }, /@/],
    ["homepage_url", { type: "string" }, /^https:\/\//],
    ["created_at", { type: "string" }, /^202[45]-\d\d-\d\dT/],
    ["birthday", { type: "string" }, /^(?:19|20)\d\d-\d\d-\d\d$/],
    ["invoice_date", { type: "string" }, /^202[45]-\d\d-\d\d$/],
    ["hour", { type: "integer" }, /^(?:1?\d|2[0-3])$/],
    ["hex_color", { type: "string" }, /^#[\da-f]{6}$/],
    ["first name", { type: "string" }, /^\w+/],
    ["q1", { type: "string", description: "The email of the customer" }, /@/],
    ["summary", { type: "string" }, /^[A-Z].* .*\.$/],
    ["currency", { type: "string" }, /^[A-Z]{3}$/],
    ["language_code", { type: "string" }, /^[a-z]{2}$/],
    ["price", { type: "number" }, /^\d+(\.\d\d?)?$/],
    ["age", { type: "integer" }, /^[1-8]\d$/],
    ["created", { type: "integer" }, /^17[1-5]\d{7}$/],
    ["confidence", { type: "number" }, /^(0(\.\d+)?|1)$/],
  ];
  test.each(meanings)("the meaning of %s", (name, schema, want) => {
    for (const seed of SEEDS) {
      expect(
        String(
          (make({ type: "object", properties: { [name]: schema }, required: [name] }, seed) as Record<string, unknown>)[
            name
          ],
        ),
      ).toMatch(want);
    }
  });
});

describe("an optional property", () => {
  const schema: Schema = {
    type: "object",
    properties: {
      a: { type: "string" },
      b: { type: "string" },
      old: { type: "string", deprecated: true },
      impossible: false,
    },
    required: ["a"],
  };
  test("is given in full", () => expect(Object.keys(make(schema, 1, { fullness: 1 }) as object)).toEqual(["a", "b"]));
  test("is left out at no fullness", () =>
    expect(Object.keys(make(schema, 1, { fullness: 0 }) as object)).toEqual(["a"]));

  test("ends where it comes back within itself", () => {
    const text = JSON.stringify(make(SCHEMAS["a tree"] as Schema, 3, { fullness: 1 }));
    expect(text.split('"name"').length).toBeLessThan(15);
  });
});

describe("a caller's resolver and judge", () => {
  test("references are resolved by the caller", () => {
    const resolve = (ref: string): Schema =>
      ref === "#/components/schemas/Id" ? { type: "string", pattern: "^id-\\d$" } : false;
    expect(make({ $ref: "#/components/schemas/Id" }, 1, { resolve })).toMatch(/^id-\d$/);
  });

  test("a refused value is made again", () => {
    const accepts = (_: Schema, value: unknown) => value !== "x";
    expect(make({ type: "string", examples: ["x"] }, 1, { accepts })).not.toBe("x");
  });
});
