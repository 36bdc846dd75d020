/**
 * Tells what stands where in an OpenAPI document. The same word is a keyword in one place, a name that somebody chose in
 * another (a reply `default`, a property `properties`) and data in a third, where a `$ref` is no reference.
 */

/** `objects` and `schemas` are maps from chosen names to objects of OpenAPI, and to schemas. */
export type Kind = "object" | "objects" | "schema" | "schemas" | "data";

const DATA = new Set(["example", "default", "enum", "const", "value", "dataValue"]);

const SCHEMAS_OF_SCHEMA = new Set([
  "properties",
  "patternProperties",
  "dependentSchemas",
  "dependencies",
  "$defs",
  "definitions",
]);

const OBJECTS_OF_OBJECT = new Set([
  "paths",
  "webhooks",
  "pathItems",
  "content",
  "headers",
  "responses",
  "parameters",
  "examples",
  "requestBodies",
  "securitySchemes",
  "links",
  "callbacks",
  "encoding",
  "mediaTypes",
  "additionalOperations",
]);

/** What a member of an object is. The items of a list are what the list is. */
export function kindOf(outer: Kind, name: string, member: unknown): Kind {
  switch (outer) {
    case "data":
      return "data";
    case "schemas":
      return "schema";
    case "objects":
      return "object";
    case "schema":
      return DATA.has(name) || name === "examples" ? "data" : SCHEMAS_OF_SCHEMA.has(name) ? "schemas" : "schema";
    case "object":
      if (name === "schema" || name === "itemSchema") return "schema";
      if (name === "schemas") return "schemas";
      if (DATA.has(name)) return "data";
      if (!OBJECTS_OF_OBJECT.has(name)) return "object";
      return !Array.isArray(member) ? "objects" : name === "examples" ? "data" : "object";
    default:
      return outer satisfies never;
  }
}

/** Whether an object of this kind may be a reference. */
export const mayRefer = (kind: Kind): boolean => kind === "object" || kind === "schema";
