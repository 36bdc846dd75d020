/** What `not` asks for, said positively, so that a value can be aimed at it instead of being found by luck. */
import type { JsonType, Schema, SchemaObject } from "../contract/schema-object.ts";

const TYPES: readonly JsonType[] = ["string", "number", "boolean", "object", "array", "null"];

type Negation = (value: never, schema: SchemaObject) => Schema[];

const number = (keywords: SchemaObject): Schema[] => [{ type: "number", ...keywords }];
const string = (keywords: SchemaObject): Schema[] => [{ type: "string", ...keywords }];

/** Keyword → the ways to break it. A keyword that is missing here is broken by luck and checked. */
const NEGATIONS: Readonly<Record<string, Negation>> = {
  type: (value: JsonType | readonly JsonType[]) => {
    const refused = new Set([value].flat());
    const left = TYPES.filter((type) => !refused.has(type) && !(type === "number" && refused.has("integer")));
    // Most numbers are no integers; being one is left to luck, and checked.
    const fraction: Schema[] = refused.has("integer") && !refused.has("number") ? number({}) : [];
    return left.length > 0 ? [{ type: left }, ...fraction] : fraction;
  },
  minimum: (value: number) => number({ exclusiveMaximum: value }),
  maximum: (value: number) => number({ exclusiveMinimum: value }),
  exclusiveMinimum: (value: number) => number({ maximum: value }),
  exclusiveMaximum: (value: number) => number({ minimum: value }),
  minLength: (value: number) => string({ maxLength: value - 1 }),
  maxLength: (value: number) => string({ minLength: value + 1 }),
  minItems: (value: number) => [{ type: "array", maxItems: value - 1 }],
  maxItems: (value: number) => [{ type: "array", minItems: value + 1 }],
  minProperties: (value: number) => [{ type: "object", maxProperties: value - 1 }],
  maxProperties: (value: number) => [{ type: "object", minProperties: value + 1 }],
  multipleOf: () => number({}),
  pattern: () => string({}),
  format: () => string({}),
  uniqueItems: (value: boolean) =>
    value ? ["", 0, null].map((item) => ({ type: "array", minItems: 2, items: { const: item } })) : [],
  additionalProperties: (rest: Schema, { properties = {} }) => [
    {
      type: "object",
      minProperties: Object.keys(properties).length + 1,
      properties: Object.fromEntries(Object.keys(properties).map((name) => [name, true])),
      additionalProperties: { not: rest },
    },
  ],
  unevaluatedProperties: () => [{ type: "object", minProperties: 1 }],
  propertyNames: (names: Schema) => [{ type: "object", minProperties: 1, propertyNames: { not: names } }],
  patternProperties: (patterns: Readonly<Record<string, Schema>>) =>
    Object.entries(patterns).map(([pattern, schema]) => ({
      type: "object",
      minProperties: 1,
      patternProperties: { [pattern]: { not: schema } },
    })),
  required: (names: readonly string[]) => names.map((name) => ({ type: "object", properties: { [name]: false } })),
  properties: (properties: Readonly<Record<string, Schema>>) =>
    Object.entries(properties).map(([name, schema]) => ({
      type: "object",
      required: [name],
      properties: { [name]: { not: schema } },
    })),
  items: (items: Schema, { prefixItems }) => (prefixItems ? [true] : [{ type: "array", contains: { not: items } }]),
  contains: (contains: Schema) => [{ type: "array", items: { not: contains } }],
  allOf: (all: readonly Schema[]) => all.map((not) => ({ not })),
  anyOf: (any: readonly Schema[]) => [{ allOf: any.map((not) => ({ not })) }],
  oneOf: (one: readonly Schema[]) => [{ allOf: one.map((not) => ({ not })) }, true],
  not: (not: Schema) => [not],
};

/** Says nothing of a value, so that breaking it is no way out. */
const ANNOTATIONS = new Set([
  "title",
  "description",
  "default",
  "examples",
  "example",
  "deprecated",
  "$comment",
  "$defs",
]);

/**
 * Schemas whose instances mostly do not fit `schema`, the likeliest first; none when everything fits it. Each is to be used
 * together with `not`, which decides.
 */
export function negate(schema: Schema): Schema[] {
  if (typeof schema === "boolean") return schema ? [] : [true];
  const keywords = Object.keys(schema).filter((keyword) => !ANNOTATIONS.has(keyword));
  const ways = keywords.flatMap((keyword) => {
    const negation = NEGATIONS[keyword] as ((value: unknown, schema: SchemaObject) => Schema[]) | undefined;
    return negation ? negation(schema[keyword], schema) : [true];
  });
  // `true` leaves it to luck: one such way is enough, after all the others.
  return ways.includes(true) ? [...ways.filter((way) => way !== true), true] : ways;
}
