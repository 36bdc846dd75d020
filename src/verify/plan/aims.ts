/** Every corner of a request schema, as a schema of its own: each field, enum member, bound, type and branch of a union. */
import { resolve, type Schemas } from "../../contract/resolve.ts";
import type { JsonType, Schema, SchemaObject } from "../../contract/schema-object.ts";

export interface Aim {
  /** Such as `messages[]<3>.role = "tool"`. */
  label: string;
  /** The schema narrowed to this corner. What fits it fits the whole, but for the branches of a `oneOf`, which can overlap. */
  schema: Schema;
}

/** Deeper places differ in nothing from the same schema met higher up. */
const MOST_LEVELS = 7;

/** All corners of a schema, those of its fields' fields included; a schema within itself is entered once per path. */
export function aimsOf(schema: Schema, schemas: Schemas): Aim[] {
  const found = new Map<string, Aim>();
  visit(schema, { label: "", narrow: (inner) => inner, above: [], level: 0 }, { schemas, found });
  return [...found.values()];
}

interface Place {
  label: string;
  /** The whole schema with another one in this place. */
  narrow: (here: Schema) => Schema;
  /** The schemas on the way here. */
  above: readonly Schema[];
  level: number;
}

interface Search {
  schemas: Schemas;
  found: Map<string, Aim>;
}

function visit(given: Schema, { label, narrow, above, level }: Place, search: Search): void {
  const schema = resolve(given, search.schemas);
  if (typeof schema === "boolean" || above.includes(schema) || level > MOST_LEVELS) return;
  const inside = { label, level, above: [...above, schema] };
  const aim = (what: string, corner: Schema) => {
    if (!search.found.has(label + what))
      search.found.set(label + what, { label: label + what, schema: narrow(corner) });
  };
  for (const [what, constraint] of corners(schema)) aim(what, { allOf: [schema, constraint] });
  for (const [index, part] of (schema.allOf ?? []).entries()) {
    const allOf = (here: Schema) => narrow({ ...schema, allOf: schema.allOf?.with(index, here) as Schema[] });
    visit(part, { ...inside, narrow: allOf }, search);
  }
  for (const keyword of ["anyOf", "oneOf"] as const) {
    for (const [index, branch] of (schema[keyword] ?? []).entries()) {
      const one = (here: Schema) => narrow({ ...schema, [keyword]: [here] });
      aim(`<${index}>`, { ...schema, [keyword]: [branch] });
      visit(branch, { ...inside, label: `${label}<${index}>`, narrow: one }, search);
    }
  }
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const given = (here: Schema): Schema => ({
      ...schema,
      required: [...new Set([...(schema.required ?? []), name])],
      properties: { ...schema.properties, [name]: here },
    });
    const path = label === "" ? name : `${label}.${name}`;
    if (!schema.required?.includes(name)) {
      aim(`${label === "" ? "" : "."}${name}`, given(property));
      aim(`, no ${name}`, { ...schema, properties: { ...schema.properties, [name]: false } });
    }
    visit(property, { ...inside, label: path, narrow: (here) => narrow(given(here)), level: level + 1 }, search);
  }
  if (schema.items !== undefined) {
    const items = (here: Schema) => narrow({ ...schema, minItems: Math.max(1, schema.minItems ?? 0), items: here });
    visit(schema.items, { ...inside, label: `${label}[]`, narrow: items, level: level + 1 }, search);
  }
}

/** The corners of one schema by itself. */
function* corners(schema: SchemaObject): Generator<[string, Schema]> {
  const members = schema.const === undefined ? schema.enum : [schema.const];
  for (const member of members ?? []) yield [` = ${JSON.stringify(member)}`, { const: member }];
  const types = [schema.type ?? []].flat() as JsonType[];
  if (types.length > 1) for (const type of types) yield [` is ${type}`, { type }];
  if (members === undefined)
    for (const [type, what, corner] of BY_TYPE) {
      if (types.includes(type) && isPossible(schema, corner)) yield [what, { type, ...corner }];
    }
  for (const [keyword, limit] of BOUNDS) {
    const value = schema[keyword];
    if (typeof value === "number") yield [` at ${keyword}`, limit(value)];
  }
}

/** Whether a corner lies within the bounds of its schema: what cannot be is not worth a search. */
function isPossible(
  schema: SchemaObject,
  { const: value, maximum, maxItems, minItems, pattern, maxLength, minLength, maxProperties }: SchemaObject,
): boolean {
  const { minimum = -Infinity, exclusiveMinimum = -Infinity, exclusiveMaximum = Infinity } = schema;
  const low = Math.max(minimum, exclusiveMinimum);
  const high = Math.min(schema.maximum ?? Infinity, exclusiveMaximum);
  if (typeof value === "number") return value > low && value < high;
  if (maximum !== undefined) return low < maximum;
  if (maxItems !== undefined) return (schema.minItems ?? 0) <= maxItems;
  if (minItems !== undefined) return minItems <= (schema.maxItems ?? Infinity);
  if (maxProperties !== undefined) return !schema.required && !schema.allOf && !schema.anyOf && !schema.oneOf;
  const isFree = schema.format === undefined && schema.pattern === undefined;
  if (pattern !== undefined) return isFree && schema.maxLength === undefined && schema.minLength === undefined;
  if (maxLength !== undefined) return isFree && (schema.minLength ?? 0) === 0;
  return minLength === undefined || (isFree && minLength <= (schema.maxLength ?? Infinity));
}

/** What every schema of a type has, as far as the schema allows it. */
const BY_TYPE: readonly (readonly [JsonType, string, SchemaObject])[] = [
  ["boolean", " = true", { const: true }],
  ["boolean", " = false", { const: false }],
  ["array", " = []", { maxItems: 0 }],
  ["array", " of several", { minItems: 3 }],
  ["string", ' = ""', { maxLength: 0 }],
  ["string", " in another script", { pattern: "^[\\u3040-\\u30ff\\u{1f600}-\\u{1f64f}]{3,9}$" }],
  ["string", " of 3,000 characters", { minLength: 3000 }],
  ["integer", " = 0", { const: 0 }],
  ["integer", " below 0", { maximum: -1 }],
  ["integer", " of 32 bits", { const: 2 ** 31 - 1 }],
  ["number", " = 0", { const: 0 }],
  ["number", " below 0", { maximum: -0.5 }],
  ["number", " in the middle of two", { const: 1.5 }],
  ["object", " = {}", { maxProperties: 0 }],
];

const BOUNDS: readonly (readonly [keyof SchemaObject & string, (value: number) => Schema])[] = [
  ["minimum", (value) => ({ const: value })],
  ["maximum", (value) => ({ const: value })],
  ["exclusiveMinimum", (value) => ({ maximum: value + 1 })],
  ["exclusiveMaximum", (value) => ({ minimum: value - 1 })],
  ["minLength", (maxLength) => ({ maxLength })],
  ["maxLength", (minLength) => ({ minLength })],
  ["minItems", (maxItems) => ({ maxItems })],
  ["maxItems", (minItems) => ({ minItems })],
];
