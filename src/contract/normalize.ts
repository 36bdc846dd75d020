/**
 * Reads every schema of an OpenAPI 3.0 or 3.1 document as JSON Schema 2020-12, the way its author meant it.
 *
 * Real documents mix the two dialects: `nullable: true` beside a `$ref` or without a `type`, or a nullable type whose
 * enum forgets null. Tools that stumble over these drop validation without a word; here they mean "null is allowed".
 */
import { isFields } from "../lib/fields.ts";
import type { JsonType, Schema, SchemaObject } from "./schema-object.ts";

/** Which keywords hold schemas, and in what container. All others are copied as they are. */
const HOLDS = {
  one: [
    "additionalProperties",
    "unevaluatedProperties",
    "unevaluatedItems",
    "propertyNames",
    "items",
    "contains",
    "not",
    "contentSchema",
    "if",
    "then",
    "else",
  ],
  list: ["allOf", "anyOf", "oneOf", "prefixItems"],
  map: ["properties", "patternProperties", "dependentSchemas", "$defs", "definitions"],
} as const;

/** Applies `change` to every direct subschema, leaving the schema itself and its annotations alone. */
export function mapSubschemas(
  schema: SchemaObject,
  change: (subschema: Schema, path: (string | number)[]) => Schema,
): SchemaObject {
  const copy: Record<string, unknown> = { ...schema };
  for (const keyword of HOLDS.one) {
    const value = schema[keyword];
    if (isSchema(value)) copy[keyword] = change(value, [keyword]);
  }
  for (const keyword of HOLDS.list) {
    const value = schema[keyword];
    if (Array.isArray(value)) copy[keyword] = value.map((item: Schema, index) => change(item, [keyword, index]));
  }
  for (const keyword of HOLDS.map) {
    const value = schema[keyword];
    if (typeof value !== "object" || value === null) continue;
    copy[keyword] = Object.fromEntries(
      Object.entries(value as Record<string, Schema>).map(([name, item]) => [name, change(item, [keyword, name])]),
    );
  }
  return copy;
}

export const isSchema = (value: unknown): value is Schema => typeof value === "boolean" || isFields(value);

const NULL: SchemaObject = { type: "null" };

/** One schema and all below it, in JSON Schema 2020-12 and with null where its author allowed it. */
export function normalize(schema: Schema): Schema {
  if (typeof schema === "boolean") return schema;
  // Whatever draft it names: the older ones are read as they mean it, and no dialect is fetched.
  const { nullable, $schema: _, ...rest } = mapSubschemas(bounds(dependencies(schema)), normalize);
  const object = tuple(withExamples(rest), normalize);
  if (object.type === undefined) return nullable === true ? orNull(object) : object;
  const types: readonly JsonType[] = Array.isArray(object.type) ? object.type : [object.type as JsonType];
  return nullable === true || types.includes("null") ? nullableType(object, types) : object;
}

/** A typed schema that takes null: in its type, and in the enum that may have forgotten it. */
function nullableType(schema: SchemaObject, types: readonly JsonType[]): Schema {
  const type = types.includes("null") ? types : [...types, "null" as const];
  const lists = schema.enum !== undefined && !schema.enum.includes(null);
  const object = { ...schema, type, ...(lists && { enum: [...(schema.enum ?? []), null] }) };
  // A const or a combinator beside the type would still refuse null.
  return object.const !== undefined || object.allOf || object.anyOf || object.oneOf || object.$ref
    ? orNull(object)
    : object;
}

/** `nullable` beside `$ref`, a combinator or nothing at all: a union with null, annotations kept outside. */
function orNull(schema: SchemaObject): Schema {
  const { description, title, default: preset, deprecated, examples, ...shape } = schema;
  const outside = Object.fromEntries(
    Object.entries({ title, description, default: preset, deprecated, examples }).filter(
      ([, value]) => value !== undefined,
    ),
  );
  const isBare = Object.keys(shape).length === 0;
  const admitsNull = [shape.anyOf, shape.oneOf].some((list) =>
    list?.some((branch) => typeof branch === "object" && branch.type === "null"),
  );
  if (isBare || (admitsNull && Object.keys(shape).length === 1)) return schema;
  const union = shape.anyOf !== undefined && Object.keys(shape).length === 1 ? [...shape.anyOf, NULL] : [shape, NULL];
  return { ...outside, anyOf: union };
}

/** OpenAPI 3.0 writes `exclusiveMinimum: true` beside `minimum`; JSON Schema writes the number itself. */
function bounds(schema: SchemaObject): SchemaObject {
  const copy: Record<string, unknown> = { ...schema };
  for (const [limit, exclusive] of [
    ["minimum", "exclusiveMinimum"],
    ["maximum", "exclusiveMaximum"],
  ] as const) {
    if (copy[exclusive] === true && copy[limit] !== undefined) {
      copy[exclusive] = copy[limit];
      delete copy[limit];
    } else if (typeof copy[exclusive] === "boolean") delete copy[exclusive];
  }
  return copy;
}

/** `dependencies` of draft 7 and before became two keywords. */
function dependencies(schema: SchemaObject): SchemaObject {
  if (!isFields(schema.dependencies)) return schema;
  const { dependencies: both, ...rest } = schema;
  const entries = Object.entries(both as Record<string, Schema | readonly string[]>);
  const isNames = ([, one]: [string, unknown]) => Array.isArray(one);
  return {
    ...rest,
    dependentRequired: Object.fromEntries(entries.filter(isNames)) as Record<string, readonly string[]>,
    dependentSchemas: Object.fromEntries(entries.filter((entry) => !isNames(entry))) as Record<string, Schema>,
  };
}

/** Tuples of older drafts (`items: [...]`) became `prefixItems`. */
function tuple(schema: SchemaObject, change: (item: Schema) => Schema): SchemaObject {
  if (!Array.isArray(schema.items)) return schema;
  const { items: prefixItems, additionalItems, ...rest } = schema;
  return {
    ...rest,
    // A list under `items` is the older dialect, which the type does not know.
    prefixItems: (prefixItems as unknown as Schema[]).map(change),
    ...(isSchema(additionalItems) && { items: change(additionalItems) }),
  };
}

/** A JSON Schema of an older draft, such as 7, in the words of 2020-12. It means what it says: OpenAPI's null is not read into it. */
export function modernize(schema: Schema): Schema {
  if (!isSchema(schema) || typeof schema === "boolean") return schema;
  return tuple(mapSubschemas(bounds(dependencies(schema)), modernize), modernize);
}

/**
 * `example` (3.0) and `examples` (3.1) become one list. Many documents write a map there, as a Media Type Object has it;
 * what refuses nothing is no reason to refuse the document.
 */
function withExamples(schema: SchemaObject): SchemaObject {
  if (schema.example === undefined && schema.examples === undefined) return schema;
  const { example, examples, ...rest } = schema;
  const list = [...(example === undefined ? [] : [example]), ...(Array.isArray(examples) ? examples : [])];
  return list.length === 0 ? rest : { ...rest, examples: list };
}
