import { expect, test } from "vitest";
import type { Schema } from "../../src/contract/schema-object.ts";
import { readSchema } from "../../src/synthesis/read-schema.ts";
import { buildJudge, make } from "./judge.ts";

test.each([
  ["schema", "", "a schema is an object, true or false"],
  [[], "", "a schema is an object, true or false"],
  [null, "", "a schema is an object, true or false"],
  [{ properties: [] }, "/properties", "properties must be an object of schemas"],
  [{ properties: { a: null } }, "/properties/a", "a schema is an object"],
  [{ anyOf: [{}, { items: { minimum: "5" } }] }, "/anyOf/1/items/minimum", "minimum must be a number"],
  [{ $defs: { "a/b": { required: "a" } } }, "/$defs/a~1b/required", "required must be a list of strings"],
  [{ maxLength: -1 }, "/maxLength", "maxLength must be a whole number from 0"],
  [{ multipleOf: 0 }, "/multipleOf", "multipleOf must be a number above 0"],
])("%j is no schema, and the keyword at fault is named", (given, pointer, why) => {
  const refused = () => readSchema(given);
  expect(refused).toThrow(expect.objectContaining({ code: "schema-unsatisfiable", details: { pointer } }));
  expect(refused).toThrow(why);
});

test("what looks like a keyword is left alone where it is a name or a value", () => {
  const schema = {
    properties: { required: { const: { minimum: "5" } }, items: { enum: [{ anyOf: 1 }] } },
    "x-type": 1,
  };
  expect(readSchema(schema)).toEqual(schema);
});

test.each<[unknown, Schema]>([
  [
    { type: "array", items: [{ type: "string" }, { type: "integer" }], additionalItems: false, minItems: 2 },
    { type: "array", prefixItems: [{ type: "string" }, { type: "integer" }], items: false, minItems: 2 },
  ],
  [
    { type: "integer", minimum: 0, exclusiveMinimum: true, maximum: 1 },
    { type: "integer", exclusiveMinimum: 0, maximum: 1 },
  ],
])("draft 7 and older: %j", (old, now) => {
  for (let seed = 1; seed <= 20; seed++) {
    expect(buildJudge(now)(make(readSchema(old), seed))).toBeUndefined();
  }
});
