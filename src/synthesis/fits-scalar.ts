/** The keywords that look at one value alone: type, enum, const, numbers and strings. JSON Schema validation, 6.1–6.3. */
import type { JsonType, SchemaObject } from "../contract/schema-object.ts";
import { isFields } from "../lib/fields.ts";
import { canonical } from "./canonical.ts";
import { fitsFormat } from "./format.ts";
import { matchesPattern } from "./pattern-test.ts";
import type { Work } from "./work.ts";

export function fitsScalar(schema: SchemaObject, value: unknown, work: Work): boolean {
  const { type } = schema;
  if (type !== undefined && ![type].flat().some((each) => isOfType(value, each as JsonType))) return false;
  if (schema.enum || schema.const !== undefined || schema.const === null) {
    const text = canonical(value);
    if (schema.enum?.every((each) => canonical(each) !== text)) return false;
    if (schema.const !== undefined && canonical(schema.const) !== text) return false;
  }
  if (typeof value === "number") return fitsNumber(schema, value);
  return typeof value !== "string" || fitsString(schema, value, work);
}

export function isOfType(value: unknown, type: JsonType): boolean {
  switch (type) {
    case "null":
      return value === null;
    case "array":
      return Array.isArray(value);
    case "object":
      return isFields(value);
    case "integer":
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}

function fitsNumber(schema: SchemaObject, value: number): boolean {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, format } = schema;
  if (minimum !== undefined && value < minimum) return false;
  if (maximum !== undefined && value > maximum) return false;
  if (exclusiveMinimum !== undefined && value <= exclusiveMinimum) return false;
  if (exclusiveMaximum !== undefined && value >= exclusiveMaximum) return false;
  if (multipleOf !== undefined && !isMultiple(value, multipleOf)) return false;
  return format === undefined || fitsFormat(format, value);
}

/**
 * As strict as validators that divide: 19.99 is not a multiple of 0.01 to them, since the quotient is 1998.9999999999998,
 * and 1e21 is one of nothing, since they cut a quotient by its digits. A value that passes here passes everywhere.
 */
export function isMultiple(value: number, of: number): boolean {
  const quotient = value / of;
  return Number.isInteger(quotient) && Math.abs(quotient) < 1e21;
}

function fitsString(schema: SchemaObject, value: string, work: Work): boolean {
  const { minLength, maxLength, pattern, format, contentEncoding } = schema;
  if (minLength !== undefined || maxLength !== undefined) {
    const length = [...value].length;
    if (length < (minLength ?? 0) || length > (maxLength ?? Number.POSITIVE_INFINITY)) return false;
  }
  if (format !== undefined && !fitsFormat(format, value)) return false;
  if (contentEncoding === "base64" && !fitsFormat("byte", value)) return false;
  return pattern === undefined || matchesPattern(pattern, value, work);
}
