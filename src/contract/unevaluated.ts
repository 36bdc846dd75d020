/**
 * The members of a value that no keyword of a schema has looked at (JSON Schema 2020-12, 11): what `unevaluatedProperties`
 * and `unevaluatedItems` judge.
 */
import { toRegExp } from "../lib/to-regexp.ts";
import { resolve, type Schemas } from "./resolve.ts";
import type { Schema, SchemaObject } from "./schema-object.ts";

type Accepts = (schema: Schema, value: unknown) => boolean;

export function unevaluated(schema: SchemaObject, value: object, accepts: Accepts, schemas: Schemas): string[] {
  const { unevaluatedProperties: _, unevaluatedItems: __, ...looking } = schema;
  return Object.keys(value).filter((key) => !sees(looking, key, 0));

  function sees(given: Schema, key: string, level: number): boolean {
    const part = resolve(given, schemas);
    // A reference that leads back to itself looks at nothing more.
    if (typeof part === "boolean" || level > 32) return false;
    const looksAt = Array.isArray(value) ? looksAtItem(part, value, Number(key), accepts) : looksAtProperty(part, key);
    return looksAt || partsOf(part).some((inner) => sees(inner, key, level + 1));
  }

  /** Those that judge the same value, where they hold. */
  function partsOf(part: SchemaObject): Schema[] {
    const { allOf = [], anyOf = [], oneOf = [], if: condition, dependentSchemas = {} } = part;
    const holding = [...anyOf, ...oneOf].filter((branch) => accepts(branch, value));
    const dependent = Object.entries(dependentSchemas).flatMap(([name, one]) =>
      Object.hasOwn(value, name) ? [one] : [],
    );
    return [...allOf, ...holding, ...dependent, ...(condition === undefined ? [] : chosen(part, condition))];
  }

  function chosen({ then, else: otherwise }: SchemaObject, condition: Schema): Schema[] {
    return accepts(condition, value) ? [condition, then ?? true] : [otherwise ?? true];
  }
}

function looksAtProperty(schema: SchemaObject, name: string): boolean {
  const { properties = {}, patternProperties = {}, additionalProperties, unevaluatedProperties } = schema;
  if (additionalProperties !== undefined || unevaluatedProperties !== undefined) return true;
  return Object.hasOwn(properties, name) || Object.keys(patternProperties).some((one) => toRegExp(one).test(name));
}

function looksAtItem(schema: SchemaObject, value: readonly unknown[], index: number, accepts: Accepts): boolean {
  const { prefixItems = [], items, contains, unevaluatedItems } = schema;
  if (items !== undefined || unevaluatedItems !== undefined || index < prefixItems.length) return true;
  return contains !== undefined && accepts(contains, value[index]);
}
