/** The keywords of arrays. JSON Schema core 10.3.1, 11.2 and validation 6.4. */
import type { SchemaObject } from "../contract/schema-object.ts";
import { canonical } from "./canonical.ts";
import type { Evaluate, Evaluated } from "./evaluated.ts";

/** True when the array fits; adds the places it looked at to `evaluated`. */
export function fitsArray(
  schema: SchemaObject,
  value: readonly unknown[],
  { evaluated, evaluate }: { evaluated: Evaluated; evaluate: Evaluate },
): boolean {
  if (value.length < (schema.minItems ?? 0)) return false;
  if (value.length > (schema.maxItems ?? Number.POSITIVE_INFINITY)) return false;
  if (schema.uniqueItems && new Set(value.map(canonical)).size < value.length) return false;
  for (const [index, item] of value.entries()) {
    const own = schema.prefixItems?.[index] ?? schema.items;
    if (own === undefined) continue;
    evaluated.items.add(index);
    if (!evaluate(own, item)) return false;
  }
  const { contains, minContains = 1, maxContains = Number.POSITIVE_INFINITY } = schema;
  if (contains !== undefined) {
    const matching = [...value.keys()].filter((index) => evaluate(contains, value[index]));
    if (matching.length < minContains || matching.length > maxContains) return false;
    for (const index of matching) evaluated.items.add(index);
  }
  const rest = schema.unevaluatedItems;
  if (rest === undefined) return true;
  const fit = value.every((item, index) => evaluated.items.has(index) || evaluate(rest, item));
  for (const index of value.keys()) evaluated.items.add(index);
  return fit;
}
