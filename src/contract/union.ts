/**
 * Finds the branch of a union that a wrong value was meant to be: by its tag (a property with a const in every
 * branch), else by its type, else by the fewest findings. One branch is explained, never all of them.
 */

import { nearest } from "../lib/nearest.ts";
import type { Explain, Finding } from "./finding.ts";
import { resolve, type Schemas } from "./resolve.ts";
import { isOfType, NO_FILE, nounsOf, or, quote, typeOf } from "./rules.ts";
import type { JsonType, Schema, SchemaObject } from "./schema-object.ts";

export interface Union {
  keyword: "anyOf" | "oneOf";
  schema: SchemaObject;
  value: unknown;
  path: readonly (string | number)[];
  schemas: Schemas;
  explain: Explain;
}

/** Nothing when one branch accepts the value (exactly one for oneOf); else the findings of the branch that was meant. */
export function explainUnion({ keyword, schema, value, path, schemas, explain }: Union): Finding[] {
  const branches = flatten((schema[keyword] as readonly Schema[] | undefined) ?? [], schemas);
  const typed = branches.filter((branch) => typesOf(branch).some((type) => isOfType(value, type)));
  if (typed.length === 0) {
    const types = [...new Set(branches.flatMap(typesOf))];
    const takesFile = branches.some((branch) => typeof branch === "object" && branch.format === "binary");
    const isText = takesFile && typeof value === "object" && !Array.isArray(value);
    const text = isText ? NO_FILE : `must be ${nounsOf(types)}, but ${quote(value)} was sent`;
    return [{ path, keyword, code: "invalid-type", text }];
  }
  const byTag = tagged(typed, value, schemas, schema.discriminator?.propertyName);
  if (byTag !== undefined && byTag.branches.length === 0) return [wrongTag(byTag, value, path, keyword)];
  const candidates = (byTag?.branches ?? typed).map((branch) => explain(branch, value, path));
  const fits = candidates.filter((findings) => findings.length === 0).length;
  if (fits > 1 && keyword === "oneOf") {
    return [{ path, keyword, code: "no-matching-variant", text: "fits more than one of the allowed forms" }];
  }
  if (fits > 0) return [];
  return nearestOf(candidates, path, keyword);
}

/**
 * The findings of the branch that was meant: the one whose constants and required fields the value has, then
 * the one with the fewest findings, the deeper ones first, as they come from a value that got further. Where a field is all that each of several
 * branches wants, any of these fields would do, and all of them are named.
 */
function nearestOf(candidates: readonly Finding[][], path: Union["path"], keyword: Union["keyword"]): Finding[] {
  const own = (findings: readonly Finding[], keyword: string) =>
    findings.filter((finding) => finding.keyword === keyword && finding.path.length === path.length + 1);
  const missing = (findings: readonly Finding[]) => own(findings, "required");
  // Another constant, such as a type, says more than a field that was forgotten.
  const distance = (findings: readonly Finding[]) => missing(findings).length + 2 * own(findings, "const").length;
  const depth = (findings: readonly Finding[]) => Math.max(...findings.map((finding) => finding.path.length));
  const order = (a: readonly Finding[], b: readonly Finding[]) =>
    distance(a) - distance(b) || a.length - b.length || depth(b) - depth(a);
  const [best = [], ...others] = [...candidates].sort(order);
  const equals = [best, ...others.filter((other) => order(other, best) === 0)];
  const names = [...new Set(equals.flatMap(missing).map((finding) => String(finding.path.at(-1))))];
  if (best.length > 1 || names.length < 2) return best;
  return [{ path, keyword, code: "missing", text: `must have ${or(names)}, and has none of them` }];
}

/** Unions inside a union are one union to a reader. */
function flatten(branches: readonly Schema[], schemas: Schemas, level = 0): Schema[] {
  return branches.flatMap((branch) => {
    const schema = resolve(branch, schemas);
    if (typeof schema === "boolean" || level > 4) return [schema];
    const inner = schema.anyOf ?? schema.oneOf;
    const isOnlyUnion =
      inner !== undefined && schema.properties === undefined && schema.allOf === undefined && schema.type === undefined;
    return isOnlyUnion ? flatten(inner, schemas, level + 1) : [schema];
  });
}

const ALL: readonly JsonType[] = ["string", "number", "boolean", "object", "array", "null"];

function typesOf(schema: Schema): readonly JsonType[] {
  if (typeof schema === "boolean") return schema ? ALL : [];
  if (schema.type !== undefined) return [schema.type].flat() as JsonType[];
  const members = schema.enum ?? (schema.const === undefined ? undefined : [schema.const]);
  return members === undefined ? ALL : [...new Set(members.map(typeOf))];
}

interface Tagged {
  tag: string;
  /** The branches whose tag is the value's. */
  branches: Schema[];
  known: unknown[];
}

/** Reads the tag that tells object branches apart; undefined when there is none or the value does not carry it. */
function tagged(
  branches: readonly Schema[],
  value: unknown,
  schemas: Schemas,
  hint: string | undefined,
): Tagged | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const objects = branches.filter((branch) => typeof branch === "object");
  const constants = (branch: SchemaObject, name: string, level = 0): readonly unknown[] | undefined => {
    const own = branch.properties?.[name];
    const property = own === undefined ? undefined : resolve(own, schemas);
    if (typeof property === "object" && (property.const !== undefined || property.enum))
      return property.enum ?? [property.const];
    if (level > 4) return undefined;
    for (const part of branch.allOf ?? []) {
      const inner = resolve(part, schemas);
      const found = typeof inner === "object" ? constants(inner, name, level + 1) : undefined;
      if (found) return found;
    }
    return undefined;
  };
  for (const tag of hint === undefined ? ["type", "role", "object"] : [hint, "type", "role"]) {
    const known = objects.map((branch) => constants(branch, tag));
    if (objects.length < 2 || known.some((list) => list === undefined)) continue;
    if (!Object.hasOwn(value, tag)) continue;
    const sent = (value as Record<string, unknown>)[tag];
    return {
      tag,
      branches: objects.filter((_, index) => known[index]?.includes(sent)),
      known: [...new Set(known.flat())],
    };
  }
  return undefined;
}

function wrongTag(
  { tag, known }: Tagged,
  value: unknown,
  path: readonly (string | number)[],
  keyword: string,
): Finding {
  const sent = (value as Record<string, unknown>)[tag];
  const meant =
    typeof sent === "string"
      ? nearest(
          sent,
          known.filter((one) => typeof one === "string"),
        )
      : undefined;
  const list = known.map(quote).join(", ");
  const text = `must be one of ${list}, but ${quote(sent)} was sent${meant === undefined ? "" : `; did you mean ${quote(meant)}?`}`;
  return { path: [...path, tag], keyword, code: "invalid-value", text };
}
