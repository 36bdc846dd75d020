/** Follows `$ref` between component schemas, keeping what is written beside it (JSON Schema 2020-12, 8.2.3.1). */
import type { Schema } from "./schema-object.ts";

export type Schemas = Readonly<Record<string, Schema>>;

const PREFIX = "#/components/schemas/";

/** The name a reference points at, or undefined when it points elsewhere. */
export const refName = (ref: string): string | undefined =>
  ref.startsWith(PREFIX) ? ref.slice(PREFIX.length) : undefined;

/** The schema itself, or the one its `$ref` leads to; keywords beside the `$ref` become an `allOf`. */
export function resolve(schema: Schema, schemas: Schemas): Schema {
  let current = schema;
  // A chain longer than this is a circle of references, which accepts everything.
  for (let step = 0; step < 32; step++) {
    if (typeof current === "boolean" || current.$ref === undefined) return current;
    const name = refName(current.$ref);
    const target: Schema = (name === undefined ? undefined : schemas[name]) ?? true;
    const { $ref: _, ...beside } = current;
    const isPlain = !Object.keys(beside).some((keyword) => !ANNOTATIONS.has(keyword));
    if (!isPlain) return { ...beside, allOf: [target, ...(beside.allOf ?? [])] };
    current = target;
  }
  return true;
}

const ANNOTATIONS = new Set(["title", "description", "deprecated", "default", "examples", "readOnly", "writeOnly"]);
