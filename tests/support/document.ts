/** The bundled document and what tests ask of it. */
import { readFileSync } from "node:fs";
import type { OperationOutline, Outline } from "../../src/contract/outline.ts";
import type { Schema, SchemaObject } from "../../src/contract/schema-object.ts";

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), "utf8"));

export const bundle = read("generated/openapi.json") as Record<string, unknown>;
export const outlined = read("generated/contract.json") as Outline;

export interface DocumentedOperation {
  api: string;
  method: string;
  path: string;
  operationId: string | null;
  parameters: { name: string; in: "path" | "query" | "body"; required: boolean; nullable: boolean }[];
}

/** The 24 operations as the vendors' pages name them. */
export const documented = read("fixtures/documented-operations.json") as DocumentedOperation[];

/** All property schemas and required names of an object schema, through references and allOf. */
export function shapeOf(schema: Schema): { properties: Record<string, Schema[]>; required: Set<string> } {
  const properties: Record<string, Schema[]> = {};
  const required = new Set<string>();
  const visit = (given: Schema) => {
    const object = deref(given);
    if (typeof object === "boolean") return;
    for (const [name, value] of Object.entries(object.properties ?? {}))
      properties[name] = [...(properties[name] ?? []), value];
    for (const name of object.required ?? []) required.add(name);
    for (const part of object.allOf ?? []) visit(part);
  };
  visit(schema);
  return { properties, required };
}

export function deref(schema: Schema): Schema {
  let current = schema;
  while (typeof current === "object" && current.$ref !== undefined) {
    current = outlined.schemas[(current as SchemaObject & { $ref: string }).$ref.split("/").at(-1) as string] as Schema;
  }
  return current;
}

export const operationOf = (id: string): OperationOutline => {
  const found = outlined.operations.find((operation) => operation.id === id);
  if (found === undefined) throw new Error(`the document has no operation ${id}`);
  return found;
};
