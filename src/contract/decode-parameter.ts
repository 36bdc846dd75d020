/** Reads a parameter out of a request as its schema means it (OpenAPI 3.1, 4.8.12.2 and RFC 6570). */
import type { Parameter } from "./operation.ts";
import { resolve, type Schemas } from "./resolve.ts";
import type { JsonType, Schema } from "./schema-object.ts";

/** What a request carries outside its body, before it is read: header names in lower case. */
export interface RawParameters {
  path: Readonly<Record<string, string>>;
  query: URLSearchParams;
  header: Readonly<Record<string, string | string[] | undefined>>;
}

/** The value of one parameter, or undefined when the request does not carry it. Text that does not fit stays text. */
export function decodeParameter(parameter: Parameter, raw: RawParameters, schemas: Schemas): unknown {
  const { name, schema } = parameter;
  if (parameter.in === "query") return fromQuery(parameter, raw.query, schemas);
  const text =
    parameter.in === "path"
      ? raw.path[name]
      : parameter.in === "cookie"
        ? cookie(raw, name)
        : raw.header[name.toLowerCase()];
  if (text === undefined) return undefined;
  const types = typesOf(schema, schemas);
  const joined = Array.isArray(text) ? text.join(",") : text;
  if (parameter.style === "json") return json(joined);
  return types.includes("array")
    ? joined.split(",").map((item) => coerce(item, itemOf(schema, schemas), schemas))
    : coerce(joined, schema, schemas);
}

function fromQuery(parameter: Parameter, query: URLSearchParams, schemas: Schemas): unknown {
  const { name, schema, style, explode } = parameter;
  if (style === "deepObject") {
    const entries = [...query].flatMap(([key, value]) => {
      const inner = key.startsWith(`${name}[`) && key.endsWith("]") ? key.slice(name.length + 1, -1) : undefined;
      return inner === undefined ? [] : [[inner, value] as const];
    });
    return entries.length === 0
      ? undefined
      : Object.fromEntries(
          entries.map(([key, value]) => [key, coerce(value, propertyOf(schema, key, schemas), schemas)]),
        );
  }
  const values = query.getAll(name);
  if (values.length === 0) return undefined;
  if (style === "json") return json(values[0] as string);
  if (!typesOf(schema, schemas).includes("array")) {
    // The same name twice is an ambiguity, not a list: keep it visible to the check.
    return values.length === 1 ? coerce(values[0] as string, schema, schemas) : values;
  }
  const separator = style === "spaceDelimited" ? " " : style === "pipeDelimited" ? "|" : ",";
  const items = explode ? values : values.flatMap((value) => value.split(separator));
  return items.map((item) => coerce(item, itemOf(schema, schemas), schemas));
}

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

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function cookie(raw: RawParameters, name: string): string | undefined {
  const header = raw.header.cookie;
  const pairs = (typeof header === "string" ? header : "").split(/;\s*/);
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}
