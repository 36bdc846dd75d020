/** The top-level fields of a request schema, through references and `allOf`. */
import { resolve, type Schemas } from "../../contract/resolve.ts";
import type { Schema } from "../../contract/schema-object.ts";

export interface Field {
  name: string;
  required: boolean;
  schema: Schema;
}

export interface Shape {
  fields: readonly Field[];
  /** Other fields are refused. */
  isClosed: boolean;
}

export function shapeOf(schema: Schema, schemas: Schemas): Shape {
  const found = new Map<string, Schema[]>();
  const required = new Set<string>();
  let isClosed = false;
  const visit = (given: Schema, level: number): void => {
    const object = resolve(given, schemas);
    if (typeof object === "boolean" || level > 8) return;
    for (const [name, property] of Object.entries(object.properties ?? {}))
      if (property !== false) found.set(name, [...(found.get(name) ?? []), property]);
    for (const name of object.required ?? []) required.add(name);
    if (object.additionalProperties === false || object.unevaluatedProperties === false) isClosed = true;
    for (const part of object.allOf ?? []) visit(part, level + 1);
  };
  visit(schema, 0);
  return {
    isClosed,
    fields: [...found].map(([name, parts]) => ({
      name,
      required: required.has(name),
      schema: parts.length === 1 ? (parts[0] as Schema) : { allOf: parts },
    })),
  };
}
