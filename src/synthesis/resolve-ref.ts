/** References within one JSON Schema: pointers, `$anchor`, `$dynamicAnchor` and `$id`. JSON Schema 2020-12, core 8. */
import type { Schema } from "../contract/schema-object.ts";
import { isFields } from "../lib/fields.ts";
import { valueAt } from "../lib/json-pointer.ts";

export type ResolveRef = (ref: string) => Schema;

const isSchema = (value: unknown): value is Schema => typeof value === "boolean" || isFields(value);

/** Every object within `root`, walked without recursion: a stranger decides how deep it is, or whether it is a cycle. */
function* objectsIn(root: unknown): Generator<Record<string, unknown>> {
  const seen = new Set<unknown>();
  const waiting = [root];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value !== "object" || value === null || seen.has(value)) continue;
    seen.add(value);
    if (!Array.isArray(value)) yield value as Record<string, unknown>;
    for (const member of Object.values(value)) waiting.push(member);
  }
}

function indexNames(root: Schema): Map<string, Schema> {
  const names = new Map<string, Schema>();
  for (const schema of objectsIn(root)) {
    const { $id, $anchor, $dynamicAnchor } = schema;
    if (typeof $id === "string" && !names.has($id)) names.set($id, schema);
    for (const anchor of [$anchor, $dynamicAnchor]) {
      if (typeof anchor === "string" && !names.has(`#${anchor}`)) names.set(`#${anchor}`, schema);
    }
  }
  return names;
}

/**
 * A resolver for references that stay within `root`. Pointers are read from the root even inside an embedded `$id`.
 *
 * @throws RangeError for a reference that leads to no schema.
 */
export function createResolver(root: Schema): ResolveRef {
  let names: Map<string, Schema> | undefined;
  return (ref) => {
    let fragment = ref;
    const id = typeof root === "object" && typeof root.$id === "string" ? root.$id : undefined;
    if (id && ref.startsWith(`${id}#`)) fragment = ref.slice(id.length);
    let found: unknown;
    if (fragment === "#" || ref === id) found = root;
    else if (fragment.startsWith("#/")) found = valueAt(root, decodeFragment(fragment.slice(1)));
    else {
      names ??= indexNames(root);
      found = names.get(fragment);
    }
    if (!isSchema(found)) throw new RangeError(`$ref ${ref} leads to no schema`);
    return found;
  };
}

function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
