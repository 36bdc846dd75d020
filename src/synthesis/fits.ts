/** Whether a value fits a schema, without compiling it: synthesis asks about parts of schemas, once each. JSON Schema 2020-12. */
import type { Schema, SchemaObject } from "../contract/schema-object.ts";
import { Contradiction } from "./contradiction.ts";
import type { Evaluate, Evaluated } from "./evaluated.ts";
import { fitsArray } from "./fits-array.ts";
import { fitsObject } from "./fits-object.ts";
import { fitsScalar } from "./fits-scalar.ts";
import type { Work } from "./work.ts";

const endless = new Contradiction("it refers to itself without end");

/** References can lead in circles without touching a smaller value; nobody nests this deep on purpose. */
const MAX_DEPTH = 500;

/**
 * True when `value` fits `schema`. Unknown formats and keywords hold. The judge of a finished value remains the contract's
 * validator; this one chooses between examples, branches and tries.
 *
 * @throws Contradiction, final, when the schema is too intricate to evaluate.
 */
export function fits(schema: Schema, value: unknown, work: Work): boolean {
  let depth = 0;
  const evaluate: Evaluate = (schema, value) => {
    if (typeof schema === "boolean") return schema ? { names: new Set(), items: new Set() } : undefined;
    work.spend();
    if (depth >= MAX_DEPTH) throw endless;
    depth++;
    try {
      return evaluateObject(schema, value, evaluate, work);
    } finally {
      depth--;
    }
  };
  try {
    return evaluate(schema, value) !== undefined;
  } catch (cause) {
    // No validator could come to an end with this value either; another may not lead into the circle.
    if (cause === endless) return false;
    throw cause;
  }
}

function evaluateObject(schema: SchemaObject, value: unknown, evaluate: Evaluate, work: Work): Evaluated | undefined {
  if (!fitsScalar(schema, value, work)) return undefined;
  const evaluated: Evaluated = { names: new Set(), items: new Set() };
  for (const part of [...referred(schema, work), ...(schema.allOf ?? [])]) if (!absorb(part)) return undefined;
  if (schema.anyOf && schema.anyOf.filter(absorb).length === 0) return undefined;
  if (schema.oneOf && schema.oneOf.filter(absorb).length !== 1) return undefined;
  if (schema.not !== undefined && evaluate(schema.not, value)) return undefined;
  if (schema.if !== undefined && !absorb((absorb(schema.if) ? schema.then : schema.else) ?? true)) return undefined;
  if (Array.isArray(value)) {
    if (!fitsArray(schema, value, { evaluated, evaluate })) return undefined;
  } else if (typeof value === "object" && value !== null) {
    if (!fitsObject(schema, value as Record<string, unknown>, { evaluated, evaluate, work })) return undefined;
  }
  return evaluated;

  /** Evaluates a part for the same value and keeps what it looked at. */
  function absorb(part: Schema): boolean {
    const found = evaluate(part, value);
    for (const name of found?.names ?? []) evaluated.names.add(name);
    for (const item of found?.items ?? []) evaluated.items.add(item);
    return found !== undefined;
  }
}

/** What `$ref` and `$dynamicRef` stand for; a dynamic reference is read as a plain one. */
export function referred({ $ref, $dynamicRef }: SchemaObject, work: Work): Schema[] {
  return [$ref, $dynamicRef].filter((ref): ref is string => typeof ref === "string").map((ref) => work.resolve(ref));
}
