/** Random schemas: some written around a value that fits them, some put together freely. */
import fc from "fast-check";
import type { Schema, SchemaObject } from "../../src/contract/schema-object.ts";

const name = fc.constantFrom("id", "name", "email", "tags", "price", "kind", "a", "b", "created_at", "x-y");
const scalar = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom("red", "Berlin", "2025-01-01", "a@example.com", "über", "🙂🙂"),
  fc.integer({ min: -1000, max: 1000 }),
  fc.integer({ min: -400, max: 400 }).map((quarters) => quarters / 4),
  fc.boolean(),
  fc.constant(null),
);

/** A small JSON value. */
export const jsonValue: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small", maxDepth: 3 },
    scalar,
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(name, tie("value"), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value;

const maybe = (keywords: SchemaObject): fc.Arbitrary<SchemaObject> => fc.constantFrom({}, keywords);
const merge = (...parts: fc.Arbitrary<SchemaObject>[]): fc.Arbitrary<SchemaObject> =>
  fc.tuple(...parts).map((all) => Object.assign({}, ...all) as SchemaObject);
const decoy = fc.constantFrom<Schema>(
  false,
  { type: "string", minLength: 3, maxLength: 1 },
  { type: "object", required: ["zz"], properties: { zz: false } },
  { type: "array", minItems: 2, maxItems: 0 },
);

/** A schema that `value` fits, whatever else does. */
export function schemaAround(value: unknown): fc.Arbitrary<Schema> {
  return plain(value).chain((schema) =>
    fc.oneof(
      { weight: 8, arbitrary: fc.constant(schema) },
      { weight: 1, arbitrary: fc.constant({ const: value }) },
      { weight: 1, arbitrary: scalar.map((other) => ({ enum: [other, value] })) },
      { weight: 2, arbitrary: decoy.map((other) => ({ anyOf: [other, schema] })) },
      { weight: 2, arbitrary: decoy.map((other) => ({ oneOf: [schema, other] })) },
      { weight: 1, arbitrary: plain(value).map((other) => ({ allOf: [schema, other] })) },
      { weight: 1, arbitrary: decoy.map((not) => ({ ...schema, not })) },
      { weight: 1, arbitrary: plain(value).map((then) => ({ if: schema, ["then" as string]: then })) },
      { weight: 1, arbitrary: fc.constant({ $ref: "#/$defs/s", $defs: { s: schema } }).map(inline) },
    ),
  );
}

/** References would point to the root of what the schema becomes part of; an `allOf` of one stands for them. */
const inline = ({ $defs }: { $defs: { s: Schema } }): Schema => ({ allOf: [$defs.s] });

function plain(value: unknown): fc.Arbitrary<SchemaObject> {
  if (value === null)
    return fc.constantFrom<SchemaObject>({ type: "null" }, { type: ["null", "object"] }, { const: null });
  if (typeof value === "boolean") return fc.constantFrom<SchemaObject>({ type: "boolean" }, { const: value });
  if (typeof value === "number") return aroundNumber(value);
  if (typeof value === "string") return aroundString(value);
  return Array.isArray(value) ? aroundArray(value) : aroundObject(value as Record<string, unknown>);
}

function aroundNumber(value: number): fc.Arbitrary<SchemaObject> {
  const step = Number.isInteger(value) ? (value % 5 === 0 ? 5 : 1) : 0.25;
  return fc
    .integer({ min: 0, max: 9 })
    .chain((room) =>
      merge(
        fc.constantFrom<SchemaObject>({ type: "number" }, { type: Number.isInteger(value) ? "integer" : "number" }),
        fc.constantFrom<SchemaObject>({}, { minimum: value - room }, { exclusiveMinimum: value - room - 1 }),
        fc.constantFrom<SchemaObject>({}, { maximum: value + room }, { exclusiveMaximum: value + room + 1 }),
        maybe({ multipleOf: step }),
      ),
    );
}

function aroundString(value: string): fc.Arbitrary<SchemaObject> {
  const length = [...value].length;
  const first = /^[A-Za-z]/.test(value) ? "^[A-Za-z]" : "^";
  return fc
    .integer({ min: 0, max: 4 })
    .chain((room) =>
      merge(
        fc.constant<SchemaObject>({ type: "string" }),
        maybe({ minLength: Math.max(0, length - room) }),
        maybe({ maxLength: length + room }),
        maybe({ pattern: first }),
        maybe({ pattern: `^[\\s\\S]{${Math.max(0, length - 2)},${length + 3}}$` }),
      ),
    );
}

function aroundArray(value: readonly unknown[]): fc.Arbitrary<SchemaObject> {
  const isUnique = new Set(value.map((item) => JSON.stringify(item))).size === value.length;
  return fc.tuple(fc.integer({ min: 0, max: 3 }), ...value.map(schemaAround)).chain(([room, ...items]) => {
    const anyItem: Schema = items.length > 0 ? { anyOf: items } : true;
    return merge(
      fc.constant<SchemaObject>({ type: "array" }),
      maybe({ minItems: value.length }),
      maybe({ maxItems: value.length + room }),
      // Unlike the items of `value`, what two schemas make may be equal wherever there is but one such value.
      isUnique ? maybe({ uniqueItems: true }) : fc.constant({}),
      fc.constantFrom<SchemaObject>(
        {},
        { items: anyItem },
        { prefixItems: items, items: false },
        { prefixItems: items.slice(0, 1) },
      ),
      items.length > 0 ? maybe({ contains: items[0] as Schema }) : fc.constant({}),
    );
  });
}

function aroundObject(value: Readonly<Record<string, unknown>>): fc.Arbitrary<SchemaObject> {
  const names = Object.keys(value);
  return fc.tuple(fc.boolean(), ...names.map((key) => schemaAround(value[key]))).chain(([isClosed, ...members]) => {
    const properties = Object.fromEntries(names.map((key, index) => [key, members[index] as Schema]));
    return merge(
      fc.constant<SchemaObject>({ type: "object", properties }),
      fc.subarray(names).map((required) => ({ required })),
      maybe({ minProperties: names.length }),
      maybe({ maxProperties: names.length }),
      fc.constantFrom<SchemaObject>({}, isClosed ? { additionalProperties: false } : { unevaluatedProperties: false }),
      maybe({ propertyNames: { minLength: 1 } }),
      names.length > 1 ? maybe({ dependentRequired: { [names[0] as string]: [names[1] as string] } }) : fc.constant({}),
    );
  });
}

const bound = fc.integer({ min: 0, max: 4 });
const keyword = (inner: fc.Arbitrary<Schema>): fc.Arbitrary<SchemaObject> =>
  fc.oneof(
    fc
      .constantFrom("string", "number", "integer", "boolean", "object", "array", "null")
      .map((type) => ({ type }) as SchemaObject),
    fc.subarray(["string", "integer", "object", "array", "null"] as const, { minLength: 1 }).map((type) => ({ type })),
    fc.array(scalar, { minLength: 1, maxLength: 3 }).map((values) => ({ enum: values })),
    bound.map((minLength) => ({ minLength })),
    bound.map((maxLength) => ({ maxLength })),
    fc.constantFrom("^[a-z]+$", "\\d{2}", "^.{3}$", "x$").map((pattern) => ({ pattern })),
    fc.constantFrom("date", "email", "uuid", "uri").map((format) => ({ format })),
    bound.map((minimum) => ({ minimum })),
    bound.map((maximum) => ({ maximum })),
    fc.constantFrom(2, 3, 0.5, 0.1).map((multipleOf) => ({ multipleOf })),
    inner.map((items) => ({ items })),
    fc.array(inner, { minLength: 1, maxLength: 3 }).map((prefixItems) => ({ prefixItems })),
    bound.map((minItems) => ({ minItems })),
    bound.map((maxItems) => ({ maxItems })),
    fc.constant({ uniqueItems: true }),
    inner.map((contains) => ({ contains })),
    fc.dictionary(name, inner, { maxKeys: 3 }).map((properties) => ({ properties })),
    fc.uniqueArray(name, { maxLength: 2 }).map((required) => ({ required })),
    inner.map((additionalProperties) => ({ additionalProperties })),
    inner.map((member) => ({ patternProperties: { "^[a-k]": member } })),
    bound.map((minProperties) => ({ minProperties })),
    bound.map((maxProperties) => ({ maxProperties })),
    fc.constant({ unevaluatedProperties: false }),
    fc.array(inner, { minLength: 1, maxLength: 3 }).map((allOf) => ({ allOf })),
    fc.array(inner, { minLength: 1, maxLength: 3 }).map((anyOf) => ({ anyOf })),
    fc.array(inner, { minLength: 1, maxLength: 3 }).map((oneOf) => ({ oneOf })),
    inner.map((not) => ({ not })),
    fc
      .tuple(inner, inner, inner)
      .map(([met, then, otherwise]) => ({ if: met, ["then" as string]: then, else: otherwise })),
    fc.constant({ $ref: "#" }),
  ) as fc.Arbitrary<SchemaObject>;

/** Any keywords with any others, recursion included. Many of these fit nothing. */
export const freeSchema: fc.Arbitrary<Schema> = fc.letrec<{ schema: Schema }>((tie) => ({
  schema: fc.oneof(
    { depthSize: "small", maxDepth: 3 },
    fc.constantFrom<Schema>(true, {}, { type: "string" }, { type: "integer" }),
    fc.array(keyword(tie("schema")), { minLength: 1, maxLength: 4 }).map((all) => Object.assign({}, ...all) as Schema),
  ),
})).schema;

/** Regular expressions of every construct that a generator can aim at. */
export const pattern: fc.Arbitrary<string> = fc
  .letrec<{ part: string; whole: string }>((tie) => ({
    whole: fc.array(tie("part"), { minLength: 1, maxLength: 4 }).map((parts) => parts.join("")),
    part: fc.oneof(
      { depthSize: "small", maxDepth: 3 },
      fc.constantFrom(
        "a",
        "Z",
        "0",
        "-",
        "_",
        "\\.",
        "\\d",
        "\\w",
        "\\s",
        ".",
        "[a-f]",
        "[^a-z]",
        "[A-Z0-9_-]",
        "é",
        "\\u{1f600}",
        "\\p{L}",
        "\\x41",
      ),
      fc
        .tuple(tie("part"), fc.constantFrom("?", "*", "+", "{2}", "{1,3}", "{2,}", "+?"))
        .map(([part, times]) => `(?:${part})${times}`),
      fc.tuple(tie("whole"), tie("whole")).map(([one, other]) => `(${one}|${other})`),
    ),
  }))
  .whole.chain((whole) => fc.constantFrom(whole, `^${whole}$`, `^${whole}`, `${whole}$`));
