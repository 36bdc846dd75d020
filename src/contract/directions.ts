/**
 * Tells what is sent from what is answered: a `readOnly` property is required in replies alone, a `writeOnly` one in
 * requests alone (OpenAPI 3.1, 4.8.24). Where a schema has such properties, each direction gets a copy of its own.
 */
import { mapSubschemas } from "./normalize.ts";
import { refName, resolve, type Schemas } from "./resolve.ts";
import type { Schema, SchemaObject } from "./schema-object.ts";

export type Direction = "request" | "reply";

export interface Directions {
  /** The schema as it holds for one direction. */
  of(schema: Schema, direction: Direction): Schema;
  /** The component schemas with the copies that were needed so far. */
  schemas(): Record<string, Schema>;
}

/** What each direction need not carry. */
const FOREIGN = { request: "readOnly", reply: "writeOnly" } as const;
const PREFIX = "#/components/schemas/";

export function createDirections(schemas: Schemas): Directions {
  const copies: Record<string, Schema> = {};
  const reaching = {
    request: namesReaching(schemas, FOREIGN.request),
    reply: namesReaching(schemas, FOREIGN.reply),
  };

  function of(schema: Schema, direction: Direction, foreign: ReadonlySet<string> = new Set()): Schema {
    if (typeof schema === "boolean") return schema;
    const name = schema.$ref === undefined ? undefined : refName(schema.$ref);
    const isTurned = name !== undefined && reaching[direction].has(name);
    const own = new Set([...foreign, ...foreignNames(schema, direction)]);
    const copy: Record<string, unknown> = {
      ...mapSubschemas(schema, (inner, [keyword]) => of(inner, direction, keyword === "allOf" ? own : undefined)),
      ...(isTurned && { $ref: PREFIX + copyOf(name, direction, foreign) }),
    };
    const { mapping, propertyName } = schema.discriminator ?? {};
    if (mapping !== undefined)
      copy.discriminator = {
        propertyName,
        mapping: Object.fromEntries(Object.entries(mapping).map(([tag, ref]) => [tag, turnedRef(ref, direction)])),
      };
    if (own.size === 0) return copy;
    if (schema.required !== undefined) copy.required = schema.required.filter((one) => !own.has(one));
    if (schema.properties !== undefined)
      // Nobody who makes a value gives what is deprecated.
      copy.properties = Object.fromEntries(
        Object.entries(copy.properties as Record<string, Schema>).map(([key, property]) => [
          key,
          own.has(key) && typeof property === "object" ? { ...property, deprecated: true } : property,
        ]),
      );
    return copy;
  }

  const turnedRef = (ref: string, direction: Direction): string => {
    const name = refName(ref) ?? ref;
    return reaching[direction].has(name) ? PREFIX + copyOf(name, direction, new Set()) : ref;
  };

  /** The name of a component's copy; one of its own for each set of properties that its surroundings make foreign. */
  function copyOf(name: string, direction: Direction, foreign: ReadonlySet<string>): string {
    const copy = [name, direction, ...[...foreign].sort()].join(".");
    if (copies[copy] === undefined) {
      copies[copy] = true;
      copies[copy] = of(schemas[name] ?? true, direction, foreign);
    }
    return copy;
  }

  /** The properties that the schema, or a part of its `allOf`, marks. */
  function foreignNames(schema: SchemaObject, direction: Direction, level = 0): string[] {
    const marked = Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
      const target = resolve(property, schemas);
      const isMarked = [property, target].some((one) => typeof one === "object" && one[FOREIGN[direction]] === true);
      return isMarked ? [name] : [];
    });
    if (level > 8) return marked;
    const parts = (schema.allOf ?? []).map((part) => resolve(part, schemas));
    return [
      ...marked,
      ...parts.flatMap((part) => (typeof part === "object" ? foreignNames(part, direction, level + 1) : [])),
    ];
  }

  return { of: (schema, direction) => of(schema, direction), schemas: () => ({ ...schemas, ...copies }) };
}

/** The components that have a marked property, or refer to one that has. */
function namesReaching(schemas: Schemas, keyword: "readOnly" | "writeOnly"): ReadonlySet<string> {
  const found = new Set<string>();
  const refs = new Map<string, readonly string[]>();
  for (const [name, schema] of Object.entries(schemas)) {
    const text = JSON.stringify(schema);
    if (text.includes(`"${keyword}":true`)) found.add(name);
    refs.set(
      name,
      [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, other]) => other as string),
    );
  }
  for (let before = -1; before < found.size; ) {
    before = found.size;
    for (const [name, others] of refs) if (others.some((other) => found.has(other))) found.add(name);
  }
  return found;
}
