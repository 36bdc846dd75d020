/**
 * Reads what a caller calls a JSON Schema: refuses keywords whose values are of the wrong kind, as the meta-schema does,
 * and puts what older drafts wrote otherwise (tuples under `items`, boolean bounds) into the words of 2020-12.
 */
import { isSchema, modernize } from "../contract/normalize.ts";
import type { Schema, SchemaObject } from "../contract/schema-object.ts";
import { GatetwinError } from "../lib/errors.ts";
import { isFields } from "../lib/fields.ts";
import { toPointer } from "../lib/json-pointer.ts";

interface Kind {
  readonly noun: string;
  readonly has: (value: unknown) => boolean;
}

const isText = (value: unknown) => typeof value === "string";

const NUMBER: Kind = { noun: "a number", has: (value) => typeof value === "number" };
const STEP: Kind = { noun: "a number above 0", has: (value) => typeof value === "number" && value > 0 };
const BOUND: Kind = { noun: "a number", has: (value) => typeof value === "number" || typeof value === "boolean" };
const COUNT: Kind = {
  noun: "a whole number from 0",
  has: (value) => Number.isInteger(value) && (value as number) >= 0,
};
const FLAG: Kind = { noun: "true or false", has: (value) => typeof value === "boolean" };
const TEXT: Kind = { noun: "a string", has: isText };
const LIST: Kind = { noun: "a list", has: Array.isArray };
const NAMES: Kind = { noun: "a list of strings", has: (value) => Array.isArray(value) && value.every(isText) };
const SCHEMA: Kind = { noun: "a schema", has: isSchema };
const SCHEMAS: Kind = { noun: "a list of schemas", has: Array.isArray };
const ITEMS: Kind = { noun: "a schema, or a list of them", has: (value) => isSchema(value) || Array.isArray(value) };
const MAP: Kind = { noun: "an object of schemas", has: isFields };

/** The keywords by the kind of their values. What is not listed is an annotation, or judged where it is used. */
const KINDS: Readonly<Record<string, Kind>> = {
  ...keywords(NUMBER, "minimum maximum"),
  ...keywords(STEP, "multipleOf"),
  ...keywords(BOUND, "exclusiveMinimum exclusiveMaximum"),
  ...keywords(COUNT, "minLength maxLength minItems maxItems minProperties maxProperties minContains maxContains"),
  ...keywords(FLAG, "uniqueItems"),
  ...keywords(TEXT, "$ref pattern format"),
  ...keywords(LIST, "enum"),
  ...keywords(NAMES, "required"),
  ...keywords(
    SCHEMA,
    "additionalProperties unevaluatedProperties unevaluatedItems propertyNames contains not if then else",
  ),
  ...keywords(SCHEMAS, "allOf anyOf oneOf prefixItems"),
  ...keywords(ITEMS, "items"),
  ...keywords(MAP, "properties patternProperties dependentSchemas $defs definitions"),
};

function keywords(kind: Kind, names: string): Record<string, Kind> {
  return Object.fromEntries(names.split(" ").map((name) => [name, kind]));
}

/** The schema in the words of 2020-12. Throws GatetwinError `schema-unsatisfiable` that names the keyword at fault. */
export function readSchema(given: unknown): Schema {
  check(given, []);
  return modernize(given as Schema);
}

function check(given: unknown, path: readonly (string | number)[]): void {
  if (!isSchema(given)) throw malformed(path, "a schema is an object, true or false");
  if (typeof given === "boolean") return;
  for (const [keyword, value] of Object.entries(given)) {
    const kind = Object.hasOwn(KINDS, keyword) ? (KINDS[keyword] as Kind) : undefined;
    if (kind === undefined) continue;
    const at = [...path, keyword];
    if (!kind.has(value)) throw malformed(at, `${keyword} must be ${kind.noun}`);
    if (kind === SCHEMAS || (kind === ITEMS && Array.isArray(value))) {
      for (const [index, item] of (value as readonly unknown[]).entries()) check(item, [...at, index]);
    } else if (kind === SCHEMA || kind === ITEMS) check(value, at);
    else if (kind === MAP) for (const [name, item] of Object.entries(value as SchemaObject)) check(item, [...at, name]);
  }
}

function malformed(path: readonly (string | number)[], why: string): GatetwinError {
  const pointer = toPointer(path);
  const place = pointer === "" ? "" : ` at ${pointer}`;
  return new GatetwinError("schema-unsatisfiable", `Failed to read the schema${place}: ${why}`, {
    details: { pointer },
  });
}
