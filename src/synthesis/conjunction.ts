/** Lays out what a value must fit all at once: references followed, `allOf` opened, no schema twice. */
import type { JsonType, Schema, SchemaObject } from "../contract/schema-object.ts";
import { Contradiction } from "./contradiction.ts";
import { referred } from "./fits.ts";
import type { Place, Work } from "./work.ts";

/** Every schema object that `schemas` put together ask a value to fit; choices among them are still open. */
export function conjunctionOf(schemas: readonly Schema[], place: Place, work: Work): SchemaObject[] {
  const found = new Set<SchemaObject>();
  // A list instead of recursion, in document order: how deep `allOf` nests is a stranger's decision.
  const waiting = [...schemas].reverse();
  while (waiting.length > 0) {
    const schema = waiting.pop();
    if (schema === undefined || schema === true) continue;
    if (schema === false)
      throw new Contradiction("the schema is false, which nothing fits", { schema, trail: place.trail });
    if (found.has(schema)) continue;
    work.spend();
    found.add(schema);
    waiting.push(...[...(schema.allOf ?? [])].reverse(), ...targetsOf(schema, place, work));
  }
  return [...found];
}

function targetsOf(schema: SchemaObject, place: Place, work: Work): Schema[] {
  try {
    return referred(schema, work);
  } catch (cause) {
    if (cause instanceof Contradiction) throw cause;
    const why = cause instanceof Error ? cause.message : `its $ref ${schema.$ref} leads nowhere`;
    throw new Contradiction(why, { schema, trail: place.trail });
  }
}

const KEYWORDS: Readonly<Partial<Record<JsonType, readonly string[]>>> = {
  object: [
    "properties",
    "required",
    "additionalProperties",
    "patternProperties",
    "unevaluatedProperties",
    "propertyNames",
    "minProperties",
    "maxProperties",
    "dependentRequired",
    "dependentSchemas",
  ],
  array: ["items", "prefixItems", "contains", "minItems", "maxItems", "uniqueItems", "unevaluatedItems"],
  string: ["pattern", "minLength", "maxLength", "format", "contentEncoding", "contentMediaType"],
  number: ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"],
};
const BY_LIKELIHOOD: readonly JsonType[] = ["object", "array", "string", "number", "integer", "boolean", "null"];
const ANY_TYPE: readonly JsonType[] = BY_LIKELIHOOD.filter((type) => type !== "integer");
const NUMBER_FORMATS = new Set(["int32", "int64", "float", "double"]);

/**
 * The types a value may have, the one meant first: a schema without `type` means the one its keywords speak of, and null is
 * always last.
 *
 * @throws Contradiction when the schemas ask for different types.
 */
export function typesOf(schemas: readonly SchemaObject[], place: Place): JsonType[] {
  let types: JsonType[] | undefined;
  for (const schema of schemas) {
    if (schema.type === undefined) continue;
    const asked = [schema.type].flat() as JsonType[];
    const before: readonly JsonType[] = types ?? asked;
    types = before.flatMap((type) => {
      if (asked.includes(type)) return [type];
      if (type === "number" && asked.includes("integer")) return ["integer" as const];
      return type === "integer" && asked.includes("number") ? [type] : [];
    });
    if (types.length === 0) {
      const why = `it would have to be ${before.join(" or ")} and ${asked.join(" or ")} at once`;
      throw new Contradiction(why, { schema, trail: place.trail });
    }
  }
  if (types) return types.includes("null") ? [...types.filter((type) => type !== "null"), "null"] : types;
  // An open schema falls back from what it means, or a text when it says nothing, to whatever else fits.
  const meant = BY_LIKELIHOOD.filter((type) => schemas.some((schema) => speaksOf(schema, type)));
  return [...new Set([...(meant.length > 0 ? meant : (["string"] as const)), ...ANY_TYPE])];
}

function speaksOf(schema: SchemaObject, type: JsonType): boolean {
  if (schema.format !== undefined && NUMBER_FORMATS.has(schema.format)) {
    if (type === "string") return false;
    if (type === "number") return true;
  }
  return KEYWORDS[type]?.some((keyword) => schema[keyword] !== undefined) ?? false;
}
