/** The keywords of objects. JSON Schema core 10.3.2, 11.3 and validation 6.5. */
import type { Schema, SchemaObject } from "../contract/schema-object.ts";
import type { Evaluate, Evaluated } from "./evaluated.ts";
import { matchesPattern } from "./pattern-test.ts";
import type { Work } from "./work.ts";

/** True when the object fits; adds the names it looked at to `evaluated`. */
export function fitsObject(
  schema: SchemaObject,
  value: Readonly<Record<string, unknown>>,
  { evaluated, evaluate, work }: { evaluated: Evaluated; evaluate: Evaluate; work: Work },
): boolean {
  const names = Object.keys(value);
  const has = (name: string) => Object.hasOwn(value, name);
  if (names.length < (schema.minProperties ?? 0)) return false;
  if (names.length > (schema.maxProperties ?? Number.POSITIVE_INFINITY)) return false;
  if (!(schema.required ?? []).every(has)) return false;
  for (const [trigger, needed] of Object.entries(schema.dependentRequired ?? {})) {
    if (has(trigger) && !needed.every(has)) return false;
  }
  for (const [trigger, dependent] of Object.entries(schema.dependentSchemas ?? {})) {
    if (!has(trigger)) continue;
    const found = evaluate(dependent, value);
    if (!found) return false;
    for (const name of found.names) evaluated.names.add(name);
  }
  const { propertyNames } = schema;
  if (propertyNames !== undefined && !names.every((name) => evaluate(propertyNames, name))) return false;
  return names.every((name) => fitsMember(name)) && fitsUnevaluated();

  function fitsMember(name: string): boolean {
    const own = schemasOf(schema, name, work);
    if (own.length > 0) evaluated.names.add(name);
    return own.every((member) => evaluate(member, value[name]));
  }

  function fitsUnevaluated(): boolean {
    const rest = schema.unevaluatedProperties;
    if (rest === undefined) return true;
    const fit = names.every((name) => evaluated.names.has(name) || evaluate(rest, value[name]));
    for (const name of names) evaluated.names.add(name);
    return fit;
  }
}

/** What one schema object by itself says of a property of this name; `additionalProperties` speaks only of the unnamed. */
export function schemasOf(schema: SchemaObject, name: string, work: Work): Schema[] {
  const own: Schema[] = [];
  if (schema.properties && Object.hasOwn(schema.properties, name)) own.push(schema.properties[name] ?? true);
  for (const [pattern, member] of Object.entries(schema.patternProperties ?? {})) {
    if (matchesPattern(pattern, name, work)) own.push(member);
  }
  if (own.length === 0 && schema.additionalProperties !== undefined) own.push(schema.additionalProperties);
  return own;
}
