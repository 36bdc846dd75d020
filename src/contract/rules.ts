/** The keywords that judge a value by itself, each with the sentence for a value that breaks it. */

import { nearest } from "../lib/nearest.ts";
import { toRegExp } from "../lib/to-regexp.ts";
import { hasFormat } from "./formats.ts";
import type { JsonType, SchemaObject } from "./schema-object.ts";
import type { ViolationCode } from "./violation.ts";

/** What is wrong: a text about the value, or texts about some of its members. */
type Verdict = string | { at: string | number; text: string }[] | undefined;

interface Rule {
  keyword: string;
  code: ViolationCode;
  /** Undefined when the value keeps the rule, or when the rule is not about values of its type. */
  check: (value: unknown, limit: never, schema: SchemaObject) => Verdict;
}

const rule = <Limit>(
  keyword: string,
  code: ViolationCode,
  check: (value: unknown, limit: Limit, schema: SchemaObject) => Verdict,
): Rule => ({
  keyword,
  code,
  check: check as Rule["check"],
});

export const typeOf = (value: unknown): JsonType => {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  return typeof value as JsonType;
};

export const isOfType = (value: unknown, type: JsonType): boolean => {
  const actual = typeOf(value);
  return actual === type || (type === "number" && actual === "integer");
};

const NOUNS: Readonly<Record<JsonType, string>> = {
  string: "a string",
  number: "a number",
  integer: "a whole number",
  boolean: "true or false",
  object: "an object",
  array: "an array",
  null: "null",
};

export const nounsOf = (types: readonly JsonType[]): string => or(types.map((type) => NOUNS[type]));

export const or = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;

/** A value as an error may quote it: short, and never a whole document. */
export function quote(value: unknown): string {
  if (typeof value === "object" && value !== null) return NOUNS[typeOf(value)];
  // A number beyond the largest is infinite, for which JSON has no word.
  const text = typeof value === "number" ? String(value) : (JSON.stringify(value) ?? "nothing");
  return text.length > 60 ? `${text.slice(0, 56)}…"` : text;
}

const but = (text: string, value: unknown) => `${text}, but ${quote(value)} was sent`;
const same = (a: unknown, b: unknown) => a === b || (typeof a === "object" && JSON.stringify(a) === JSON.stringify(b));
/** A file is seen as its name, a text in its place as an object (read-body.ts). */
export const NO_FILE = "must be a file, sent as a part with a filename, but a text was sent";

const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : noun.endsWith("y") ? "" : "s"}`;

const numeric = (keyword: string, keeps: (value: number, limit: number) => boolean, words: string): Rule =>
  rule<number>(keyword, "out-of-range", (value, limit) =>
    typeof value === "number" && !keeps(value, limit) ? but(`must be ${words} ${limit}`, value) : undefined,
  );

/** Sizes: of strings in characters (code points), of arrays in items, of objects in fields. */
const sized = (keyword: string, measure: (value: unknown) => number | undefined, noun: string): Rule =>
  rule<number>(keyword, "invalid-length", (value, limit) => {
    const size = measure(value);
    const isLeast = keyword.startsWith("min");
    if (size === undefined || (isLeast ? size >= limit : size <= limit)) return undefined;
    return `must have ${isLeast ? "at least" : "at most"} ${plural(limit, noun)}, but has ${size}`;
  });

const isObject = (value: unknown): value is Record<string, unknown> => typeOf(value) === "object";
const characters = (value: unknown) => (typeof value === "string" ? [...value].length : undefined);
const entries = (value: unknown) => (Array.isArray(value) ? value.length : undefined);
const fields = (value: unknown) => (isObject(value) ? Object.keys(value).length : undefined);

export const RULES: readonly Rule[] = [
  rule<JsonType | readonly JsonType[]>("type", "invalid-type", (value, type, schema) => {
    const types = [type].flat() as JsonType[];
    if (schema.format === "binary" && isObject(value)) return NO_FILE;
    if (schema.format === "binary" && Array.isArray(value)) return `must be one file, but ${value.length} were sent`;
    return types.some((one) => isOfType(value, one)) ? undefined : but(`must be ${nounsOf(types)}`, value);
  }),
  rule<unknown>("const", "invalid-value", (value, wanted) =>
    same(value, wanted) ? undefined : but(`must be ${quote(wanted)}`, value),
  ),
  rule<readonly unknown[]>("enum", "invalid-value", (value, members) => {
    if (members.some((member) => same(member, value))) return undefined;
    const meant =
      typeof value === "string"
        ? nearest(
            value,
            members.filter((member) => typeof member === "string"),
          )
        : undefined;
    return `${but(`must be ${or(members.map(quote))}`, value)}${meant === undefined ? "" : `; did you mean ${quote(meant)}?`}`;
  }),
  numeric("minimum", (value, limit) => value >= limit, "at least"),
  numeric("maximum", (value, limit) => value <= limit, "at most"),
  numeric("exclusiveMinimum", (value, limit) => value > limit, "greater than"),
  numeric("exclusiveMaximum", (value, limit) => value < limit, "less than"),
  numeric("multipleOf", (value, limit) => Math.abs(value / limit - Math.round(value / limit)) < 1e-9, "a multiple of"),
  sized("minLength", characters, "character"),
  sized("maxLength", characters, "character"),
  sized("minItems", entries, "item"),
  sized("maxItems", entries, "item"),
  sized("minProperties", fields, "field"),
  sized("maxProperties", fields, "field"),
  rule<string>("pattern", "invalid-format", (value, pattern) =>
    typeof value === "string" && !matches(pattern, value) ? but(`must match the pattern ${pattern}`, value) : undefined,
  ),
  rule<string>("format", "invalid-format", (value, format) =>
    hasFormat(format, value) ? undefined : but(`must be a valid ${format}`, value),
  ),
  rule<boolean>("uniqueItems", "invalid-value", (value, unique) =>
    unique && Array.isArray(value) && new Set(value.map((item) => JSON.stringify(item))).size < value.length
      ? "must not hold the same item twice"
      : undefined,
  ),
  rule<readonly string[]>("required", "missing", (value, names) =>
    isObject(value)
      ? names
          .filter((name) => !Object.hasOwn(value, name))
          .map((at) => ({ at, text: "is missing, and it is required" }))
      : undefined,
  ),
  rule<Readonly<Record<string, readonly string[]>>>("dependentRequired", "missing", (value, needs) =>
    isObject(value)
      ? Object.entries(needs)
          .filter(([trigger]) => Object.hasOwn(value, trigger))
          .flatMap(([trigger, names]) =>
            names
              .filter((name) => !Object.hasOwn(value, name))
              .map((at) => ({ at, text: `is missing, and it is required beside ${trigger}` })),
          )
      : undefined,
  ),
  rule<boolean>("additionalProperties", "unknown-field", (value, allowed, schema) => {
    if (allowed !== false || !isObject(value)) return undefined;
    const known = Object.keys(schema.properties ?? {});
    const patterns = Object.keys(schema.patternProperties ?? {});
    const unknown = Object.keys(value).filter(
      (name) => !known.includes(name) && !patterns.some((pattern) => matches(pattern, name)),
    );
    return unknown.map((at) => ({ at, text: unknownField(at, known) }));
  }),
];

/** What is wrong with a field that none of the known ones is. */
export function unknownField(name: string, known: readonly string[]): string {
  const meant = nearest(name, known);
  if (meant !== undefined) return `is not a known field; did you mean ${meant}?`;
  return known.length === 0 ? "is not a known field" : `is not a known field; known are ${or(known)}`;
}

const matches = (pattern: string, text: string): boolean => toRegExp(pattern).test(text);
