/** Reads a text as the type that its schema asks for, and finds the schemas of the members of a value. */
import { resolve, type Schemas } from "./resolve.ts";
import type { JsonType, Schema } from "./schema-object.ts";

const COERCIONS: readonly { type: JsonType; pattern: RegExp; read: (text: string) => unknown }[] = [
  { type: "integer", pattern: /^-?\d+$/, read: Number },
  { type: "number", pattern: /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/, read: Number },
  { type: "boolean", pattern: /^(true|false)$/, read: (text) => text === "true" },
  { type: "null", pattern: /^null$/, read: () => null },
];

/** A text as the type that its schema asks for; unchanged when it cannot be read so, which the check then reports. */
export function coerce(text: string, schema: Schema, schemas: Schemas): unknown {
  const types = typesOf(schema, schemas);
  if (types.length === 0) return text;
  const fits = COERCIONS.find(({ type, pattern }) => types.includes(type) && pattern.test(text));
  if (fits !== undefined) return fits.read(text);
  if (!types.includes("string") && (types.includes("object") || types.includes("array")) && /^\s*[[{]/.test(text))
    return json(text);
  return text;
}

/** The types a schema admits, through references and combinators; empty when it does not say. */
export function typesOf(given: Schema, schemas: Schemas, level = 0): readonly JsonType[] {
  const schema = resolve(given, schemas);
  if (typeof schema === "boolean" || level > 8) return [];
  if (schema.type !== undefined) return [schema.type].flat() as JsonType[];
  return [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])].flatMap((part) =>
    typesOf(part, schemas, level + 1),
  );
}

export function itemOf(given: Schema, schemas: Schemas): Schema {
  const schema = resolve(given, schemas);
  if (typeof schema === "boolean") return true;
  if (schema.items !== undefined) return schema.items;
  const branch = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])].find((part) =>
    typesOf(part, schemas).includes("array"),
  );
  return branch === undefined ? true : itemOf(branch, schemas);
}

/** The schema of a named property, through `allOf`. */
export function propertyOf(given: Schema, name: string, schemas: Schemas, level = 0): Schema {
  const schema = resolve(given, schemas);
  if (typeof schema === "boolean" || level > 8) return true;
  const own = schema.properties && Object.hasOwn(schema.properties, name) ? schema.properties[name] : undefined;
  if (own !== undefined) return own;
  for (const part of [...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]) {
    const found = propertyOf(part, name, schemas, level + 1);
    if (found !== true) return found;
  }
  return schema.additionalProperties ?? true;
}

/** The names of the properties a schema tells of, through references and combinators. */
export function propertyNames(given: Schema, schemas: Schemas, level = 0): string[] {
  const schema = resolve(given, schemas);
  if (typeof schema === "boolean" || level > 8) return [];
  const inner = [...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  return [...Object.keys(schema.properties ?? {}), ...inner.flatMap((part) => propertyNames(part, schemas, level + 1))];
}

/** What is no JSON stays the text it is. */
export function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
