/** What a validator passes over in a JSON Schema that a rule holds a value against: a word that it does not know checks nothing. */
import { isSchema, mapSubschemas } from "../contract/normalize.ts";
import type { Schema } from "../contract/schema-object.ts";
import { toPointer } from "../lib/json-pointer.ts";
import { nearest } from "../lib/nearest.ts";

export interface SchemaSlip {
  /** Leads on from the schema. */
  pointer: string;
  /** The name of what it leads to is at fault, not its value. */
  isKey: boolean;
  message: string;
}

/** Of JSON Schema 2020-12, with what is left of older drafts and what OpenAPI adds. */
const KEYWORDS: ReadonlySet<string> = new Set(
  `$schema $id $ref $anchor $dynamicRef $dynamicAnchor $vocabulary $comment $defs definitions
  allOf anyOf oneOf not if then else dependentSchemas dependencies prefixItems items contains
  properties patternProperties additionalProperties propertyNames unevaluatedItems unevaluatedProperties
  type enum const multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern
  maxItems minItems uniqueItems maxContains minContains maxProperties minProperties required dependentRequired
  format contentEncoding contentMediaType contentSchema
  title description default deprecated readOnly writeOnly examples
  nullable example discriminator xml externalDocs`.split(/\s+/),
);
const TYPES = ["string", "number", "integer", "boolean", "object", "array", "null"];

/** The first one, outermost first. Names that begin with `x-` are anybody's. */
export function slipInSchema(schema: Schema, path: readonly (string | number)[] = []): SchemaSlip | undefined {
  if (!isSchema(schema) || typeof schema === "boolean") return undefined;
  const keyword = Object.keys(schema).find((name) => !KEYWORDS.has(name) && !name.startsWith("x-"));
  if (keyword !== undefined)
    return { pointer: toPointer([...path, keyword]), isKey: true, message: unknown("keyword", keyword, KEYWORDS) };
  const type = [schema.type ?? []].flat().find((name) => typeof name === "string" && !TYPES.includes(name));
  if (type !== undefined)
    return { pointer: toPointer([...path, "type"]), isKey: false, message: unknown("type", type, TYPES) };
  let found: SchemaSlip | undefined;
  mapSubschemas(schema, (subschema, steps) => {
    found ??= slipInSchema(subschema, [...path, ...steps]);
    return subschema;
  });
  return found;
}

function unknown(kind: string, name: string, known: Iterable<string>): string {
  const meant = nearest(name, known);
  return `there is no ${kind} ${JSON.stringify(name.slice(0, 80))}${meant === undefined ? "" : `; did you mean ${meant}?`}`;
}
