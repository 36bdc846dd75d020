/** Reads a parameter out of a request as its schema means it (OpenAPI 3.1, 4.8.12.2 and RFC 6570). */
import { readBrackets, stepsOf } from "./bracket-fields.ts";
import { coerce, itemOf, json, propertyNames, propertyOf, typesOf } from "./coerce.ts";
import type { ParameterOutline as Parameter } from "./outline.ts";
import type { Schemas } from "./resolve.ts";
import type { Schema } from "./schema-object.ts";

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
  if (style === "deepObject") {
    const nested = deepObject(parameter, raw.query, schemas);
    if (nested !== undefined) return nested;
    // A scalar may stand in place of the object: `created=5` beside `created[gte]=5`.
    if (kind === "object" && typesOf(schema, schemas).every((type) => type === "object")) return undefined;
    if (kind === "object") return texts[0] === undefined ? undefined : coerce(texts[0], schema, schemas);
  }
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
  const fields = [...query].flatMap(([key, text]) => {
    const [root, ...steps] = stepsOf(key) ?? [];
    return root === name ? [{ steps, text }] : [];
  });
  return fields.length === 0 ? undefined : readBrackets(fields, schema, schemas);
}

/** Without what `label` and `matrix` put before a value. */
function unprefixed(text: string, { name, style }: Parameter): string {
  const prefix = style === "label" ? "." : style === "matrix" ? `;${name}=` : "";
  return text.startsWith(prefix) ? text.slice(prefix.length) : text;
}

/** By the styles that are no lists of commas. */
export const SEPARATORS: Readonly<Record<string, string>> = { spaceDelimited: " ", pipeDelimited: "|" };

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
