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
  const { schema, style } = parameter;
  const texts = textsOf(parameter, raw);
  const kind = kindOf(schema, schemas);
  if (kind === "object" && style === "deepObject") return deepObject(parameter, raw.query, schemas);
  if (kind === "object" && isSpread(parameter)) return spread(parameter, raw, schemas);
  if (texts.length === 0) return undefined;
  if (style === "json") return json(texts[0] as string);
  if (style === "text") return coerce(texts[0] as string, schema, schemas);
  if (kind === "scalar") {
    const bare = texts.map((text) => unprefixed(text, parameter));
    // The same name twice is an ambiguity, not a list: keep it visible to the check.
    return bare.length === 1 ? coerce(bare[0] as string, schema, schemas) : bare;
  }
  const parts = texts.flatMap((text) => split(text, parameter));
  if (kind === "array") return parts.map((item) => coerce(item, itemOf(schema, schemas), schemas));
  const whole = texts[0] as string;
  // JSON in a text is how many clients write an object, whatever the style.
  if (/^\s*\{/.test(whole)) return json(whole);
  return objectOf({ parts, isExploded: parameter.explode }, { schema, schemas });
}

/** What the request has under the name of the parameter, decoded once. */
function textsOf({ name, in: place }: Parameter, raw: RawParameters): string[] {
  if (place === "query") return raw.query.getAll(name);
  if (place === "cookie") return cookies(raw, name);
  const text = place === "path" ? raw.path[name] : raw.header[name.toLowerCase()];
  return text === undefined ? [] : [Array.isArray(text) ? text.join(",") : text];
}

function kindOf(schema: Schema, schemas: Schemas): "scalar" | "array" | "object" {
  const types = typesOf(schema, schemas);
  if (types.includes("array")) return "array";
  return types.includes("object") && !types.includes("string") ? "object" : "scalar";
}

/** `form` in a query or cookie, exploded: each property of an object is a parameter of its own. */
const isSpread = ({ style, explode, in: place }: Parameter): boolean =>
  style === "form" && explode && (place === "query" || place === "cookie");

function spread(parameter: Parameter, raw: RawParameters, schemas: Schemas): unknown {
  const { schema, in: place } = parameter;
  const given = place === "query" ? [...raw.query] : cookiePairs(raw);
  const names = new Set(propertyNames(schema, schemas));
  const entries = given.filter(([key]) => names.has(key));
  // An object that is not spread after all.
  const [whole] = textsOf(parameter, raw);
  if (entries.length === 0) return whole === undefined ? undefined : json(whole);
  return Object.fromEntries(
    entries.map(([key, value]) => [key, coerce(value, propertyOf(schema, key, schemas), schemas)]),
  );
}

function deepObject({ name, schema }: Parameter, query: URLSearchParams, schemas: Schemas): unknown {
  const values = new Map<string, string[]>();
  for (const [key, value] of query) {
    const inner = key.startsWith(`${name}[`) && key.endsWith("]") ? key.slice(name.length + 1, -1) : undefined;
    if (inner !== undefined) values.set(inner, [...(values.get(inner) ?? []), value]);
  }
  if (values.size === 0) return undefined;
  return Object.fromEntries(
    [...values].map(([key, all]) => {
      const property = propertyOf(schema, key, schemas);
      const isList = typesOf(property, schemas).includes("array");
      if (isList) return [key, all.map((one) => coerce(one, itemOf(property, schemas), schemas))];
      return [key, all.length === 1 ? coerce(all[0] as string, property, schemas) : all];
    }),
  );
}

/** Without what `label` and `matrix` put before a value. */
function unprefixed(text: string, { name, style }: Parameter): string {
  const prefix = style === "label" ? "." : style === "matrix" ? `;${name}=` : "";
  return text.startsWith(prefix) ? text.slice(prefix.length) : text;
}

const SEPARATORS: Readonly<Record<string, string>> = { spaceDelimited: " ", pipeDelimited: "|" };

/** The items of a list, or the names and values of an object, as they stand. */
function split(text: string, parameter: Parameter): string[] {
  const { style, explode, name, in: place } = parameter;
  if (style === "label") return unprefixed(text, parameter).split(explode ? "." : ",");
  if (style === "matrix" && explode)
    return text
      .split(";")
      .slice(1)
      .map((item) => (item.startsWith(`${name}=`) ? item.slice(name.length + 1) : item));
  // Each item of an exploded list has the name of its own before it: there is nothing to take apart.
  if (place === "query" && explode) return [text];
  return unprefixed(text, parameter).split(SEPARATORS[style] ?? ",");
}

interface Parts {
  parts: readonly string[];
  /** `x=1` in place of `x`, `1`. */
  isExploded: boolean;
}

function objectOf({ parts, isExploded }: Parts, { schema, schemas }: { schema: Schema; schemas: Schemas }) {
  const pairs = isExploded
    ? parts.map((part) => [part.split("=", 1)[0] as string, part.slice(part.indexOf("=") + 1)] as const)
    : parts.flatMap((part, index) => (index % 2 === 0 ? [[part, parts[index + 1]] as const] : []));
  // What is no list of pairs stays the text it is, and the check says what was expected.
  if (pairs.some(([, value]) => value === undefined)) return parts.join(",");
  return Object.fromEntries(
    pairs.map(([key, value]) => [key, coerce(value as string, propertyOf(schema, key, schemas), schemas)]),
  );
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

/** The names of the properties a schema tells of, through references and combinators. */
export function propertyNames(given: Schema, schemas: Schemas, level = 0): string[] {
  const schema = resolve(given, schemas);
  if (typeof schema === "boolean" || level > 8) return [];
  const inner = [...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  return [...Object.keys(schema.properties ?? {}), ...inner.flatMap((part) => propertyNames(part, schemas, level + 1))];
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const cookies = (raw: RawParameters, name: string): string[] =>
  cookiePairs(raw).flatMap(([key, value]) => (key === name ? [value] : []));

function cookiePairs({ header: { cookie } }: RawParameters): (readonly [string, string])[] {
  const pairs = (typeof cookie === "string" ? cookie : "").split(/;\s*/).filter((pair) => pair.includes("="));
  return pairs.map((pair) => [pair.slice(0, pair.indexOf("=")), decoded(pair.slice(pair.indexOf("=") + 1))] as const);
}

/** A cookie may be percent-encoded, and need not be. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
