import { expect, test } from "vitest";
import type { Schema } from "../../src/contract/schema-object.ts";
import { make, refusalOf } from "./judge.ts";

const within = (name: string, schema: Schema): Schema => ({
  type: "object",
  properties: { [name]: schema },
  required: [name],
});
const nest = (depth: number, around: (inner: Schema) => Schema, core: Schema) => {
  let schema = core;
  for (let level = 0; level < depth; level++) schema = around(schema);
  return schema;
};

const cases: [string, Schema, string, RegExp][] = [
  ["false", false, "none", /false/],
  [
    "a minimum above the maximum",
    within("age", { type: "integer", minimum: 9, maximum: 3 }),
    "/properties/age",
    /at property age.*at least 9 and at most 3/,
  ],
  ["no integer between two bounds", { type: "integer", exclusiveMinimum: 1, exclusiveMaximum: 2 }, "", /integer/],
  ["no multiple in range", { type: "number", multipleOf: 7, minimum: 1, maximum: 6 }, "", /between 1 and 6/],
  [
    "an enum against the type",
    within("plan", { type: "integer", enum: ["a", "b"] }),
    "/properties/plan",
    /enum \["a","b"\]/,
  ],
  ["a const against a pattern", { const: "a", pattern: "^b" }, "", /const "a"/],
  ["an empty enum", { enum: [] }, "", /enum/],
  [
    "a required property that is false",
    { type: "object", properties: { a: false }, required: ["a"] },
    "",
    /property a.*false/,
  ],
  [
    "a required property that must not be",
    { type: "object", required: ["a"], additionalProperties: false },
    "",
    /property a/,
  ],
  [
    "recursion without end",
    { $ref: "#/$defs/node", $defs: { node: within("next", { $ref: "#/$defs/node" }) } },
    "/$defs/node",
    /property next.*without end/,
  ],
  [
    "recursion through a choice",
    { type: "object", properties: { a: { anyOf: [{ $ref: "#" }, { allOf: [{ $ref: "#" }] }] } }, required: ["a"] },
    "",
    /without end/,
  ],
  [
    "recursion through properties that nobody names",
    { type: "object", additionalProperties: { $ref: "#" }, minProperties: 1 },
    "",
    /minProperties 1/,
  ],
  ["a reference to itself", { $ref: "#" }, "none", /./],
  [
    "a reference that leads nowhere",
    within("a", { $ref: "#/$defs/none" }),
    "/properties/a",
    /#\/\$defs\/none leads to no schema/,
  ],
  ["allOf of two types", { allOf: [{ type: "string" }, { type: "integer" }] }, "/allOf/1", /string and integer/],
  ["allOf of two values", { allOf: [{ const: 1 }, { const: 2 }] }, "/allOf/0", /const 1/],
  ["a oneOf of equals", { oneOf: [{ type: "string" }, { type: "string" }] }, "", /oneOf/],
  ["a not of anything", { not: {} }, "", /not/],
  ["a not of itself", { type: "string", not: { type: "string" } }, "", /./],
  ["lengths that cross", { type: "string", minLength: 3, maxLength: 2 }, "", /minLength 3 is above maxLength 2/],
  ["a pattern longer than maxLength", { type: "string", pattern: "^a{5}$", maxLength: 3 }, "", /pattern/],
  ["a pattern that is none", { type: "string", pattern: "(" }, "", /regular expression/],
  [
    "names of a pattern that takes long to measure",
    {
      type: "object",
      patternProperties: { ["a".repeat(100_000)]: true },
      additionalProperties: false,
      minProperties: 1,
    },
    "",
    /longer than 4000/,
  ],
  ["a pattern that contradicts itself", { type: "string", pattern: "^a(?!b)b$" }, "", /pattern/],
  ["more items than allowed", { type: "array", minItems: 3, maxItems: 2 }, "", /minItems 3/],
  ["more items than a tuple has", { type: "array", prefixItems: [true], items: false, minItems: 2 }, "", /minItems 2/],
  [
    "more unique items than values",
    { type: "array", items: { type: "boolean" }, uniqueItems: true, minItems: 3 },
    "",
    /item 2/,
  ],
  ["more properties than allowed", { type: "object", required: ["a", "b"], maxProperties: 1 }, "", /maxProperties 1/],
  ["names that none can have", { type: "object", propertyNames: false, minProperties: 1 }, "", /minProperties/],
  ["every branch impossible", within("a", { anyOf: [{ type: "string", maxLength: -1 }, false] }), "none", /./],
];

test.each(cases)("%s is refused, and where and why is said", (_, schema, pointer, message) => {
  const error = refusalOf(schema);
  expect(error?.message).toMatch(/^Failed to synthesize a value/);
  expect(error?.message).toMatch(message);
  expect(error?.details.trail).toBeInstanceOf(Array);
  if (pointer !== "none") expect(error?.details.pointer).toBe(pointer);
});

test("the trail tells the way", () => {
  const schema = within("pets", {
    type: "array",
    minItems: 1,
    items: { oneOf: [within("name", { type: "string", minLength: 2, maxLength: 1 })] },
  });
  expect(refusalOf(schema)?.details).toEqual({
    pointer: "/properties/pets/items/oneOf/0/properties/name",
    trail: ["property pets", "item 0", "branch 0 of oneOf", "property name"],
  });
});

const choice = (count: number): Schema => ({
  $ref: "#/$defs/t0",
  $defs: Object.fromEntries(
    Array.from({ length: count }, (_, at) => [
      `t${at}`,
      { anyOf: Array.from({ length: count }, (__, to) => within(`p${to}`, { $ref: `#/$defs/t${to}` })) },
    ]),
  ),
});
const hostile: Record<string, Schema> = Object.fromEntries<Schema>([
  ["a million items", { type: "array", minItems: 1e6 }],
  ["a billion characters", { type: "string", minLength: 1e9 }],
  ["a pattern of a billion characters", { type: "string", pattern: "^((a{1000}){1000}){1000}$" }],
  ["a pattern in five hundred groups", { type: "string", pattern: `${"(".repeat(500)}a${")".repeat(500)}` }],
  ["a thousand nested properties", nest(1000, (inner) => within("a", inner), { type: "string" })],
  ["five thousand nested allOf", nest(5000, (inner) => ({ allOf: [inner] }), false)],
  ["choices that all go round", choice(9)],
  ["a thousand nested not", nest(1000, (not) => ({ not }), { type: "string", minLength: 2, maxLength: 1 })],
  [
    "choices that double",
    nest(60, (inner) => ({ anyOf: [inner, inner], allOf: [{ anyOf: [inner, inner] }] }), {
      type: "string",
      minLength: 2,
      maxLength: 1,
    }),
  ],
  ["a not of itself by reference", { not: { $ref: "#" } }],
  [
    "references in a circle",
    {
      $ref: "#/$defs/a",
      $defs: {
        a: { anyOf: [{ $ref: "#/$defs/b" }, { $ref: "#/$defs/b" }] },
        b: { anyOf: [{ $ref: "#/$defs/a" }, { $ref: "#/$defs/a" }] },
      },
    },
  ],
]);
// By name: a test runner that printed these arguments would write for hours.
test.each(Object.keys(hostile))("%s is refused, and does not go on without end", (name) => {
  expect(refusalOf(hostile[name] as Schema)?.details.trail).toBeInstanceOf(Array);
});

test("a schema that would grow without end stays small", () => {
  const wide: Schema = {
    $ref: "#/$defs/node",
    $defs: {
      node: {
        type: "object",
        properties: Object.fromEntries(
          Array.from({ length: 12 }, (_, index) => [`p${index}`, { $ref: `#/$defs/m${index}` }]),
        ),
      },
      ...Object.fromEntries(
        Array.from({ length: 12 }, (_, index) => [
          `m${index}`,
          { type: "object", properties: { a: { $ref: "#/$defs/node" }, b: { $ref: "#/$defs/node" } } },
        ]),
      ),
    },
  };
  expect(JSON.stringify(make(wide, 1, { fullness: 1 })).length).toBeLessThan(200_000);
});

test("examples that backtrack without end are passed over, and each time alike", () => {
  const examples = ["!", "?", "-", "#"].map((end) => "a".repeat(60) + end);
  const schema: Schema = { type: "string", pattern: "^(?:a+)+$", examples };
  const values = Array.from({ length: 4 }, () => make(schema));
  expect(values).toEqual(Array(4).fill(expect.stringMatching(/^a+$/)));
  expect(new Set(values).size).toBe(1);
});
