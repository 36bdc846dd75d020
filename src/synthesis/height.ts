/** How deep the smallest instance of a schema is: by this recursion finds its way out. */
import type { JsonType, Schema, SchemaObject } from "../contract/schema-object.ts";
import { attempting } from "./contradiction.ts";
import type { ResolveRef } from "./resolve-ref.ts";

const ALL_TYPES: readonly JsonType[] = ["null", "boolean", "number", "integer", "string", "array", "object"];

/**
 * A function from a schema to the least number of values its instances nest, computed when first asked: 0 for a scalar or
 * `{}`, Infinity for what nothing satisfies or what needs itself. Exact where keywords do not contradict each other.
 */
export function createHeightOf(resolve: ResolveRef): (schema: Schema) => number {
  const heights = new Map<SchemaObject, number>();

  const heightOf = (schema: Schema): number => {
    if (typeof schema === "boolean") return schema ? 0 : Number.POSITIVE_INFINITY;
    if (!heights.has(schema)) settle(schema);
    return heights.get(schema) ?? 0;
  };

  /** Least fixed point over everything reachable: heights only ever fall, from Infinity to what they are. */
  function settle(schema: SchemaObject): void {
    const found = new Map<SchemaObject, Needs>();
    const waiting: Schema[] = [schema];
    while (waiting.length > 0) {
      const next = waiting.pop() as Schema;
      if (typeof next === "boolean" || heights.has(next) || found.has(next)) continue;
      const needs = needsOf(next, resolve);
      found.set(next, needs);
      waiting.push(...needs.all, ...needs.choices.flat(), ...needs.members.flat());
    }
    for (const each of found.keys()) heights.set(each, Number.POSITIVE_INFINITY);
    // Leaves were found last, so that going backwards a tree is settled in one round; only circles take more.
    const backwards = [...found].reverse();
    for (let isChanging = true; isChanging; ) {
      isChanging = false;
      for (const [each, needs] of backwards) {
        const height = measure(needs);
        if (height < (heights.get(each) ?? 0)) {
          heights.set(each, height);
          isChanging = true;
        }
      }
    }
  }

  const known = (schema: Schema) =>
    typeof schema === "boolean" ? (schema ? 0 : Number.POSITIVE_INFINITY) : (heights.get(schema) ?? 0);
  const highest = (schemas: readonly Schema[]) =>
    schemas.reduce<number>((most, each) => Math.max(most, known(each)), 0);
  const lowest = (schemas: readonly Schema[]) =>
    schemas.reduce<number>((least, each) => Math.min(least, known(each)), Number.POSITIVE_INFINITY);

  function measure({ members, all, choices }: Needs): number {
    const own = Math.min(...members.map((each) => (each.length === 0 ? 0 : 1 + highest(each))));
    return Math.max(own, highest(all), ...choices.map(lowest));
  }

  return heightOf;
}

interface Needs {
  /** Per type of value: what such a value must contain. */
  readonly members: readonly (readonly Schema[])[];
  /** What the value itself must fit as well. */
  readonly all: readonly Schema[];
  /** What the value must fit one of. */
  readonly choices: readonly (readonly Schema[])[];
}

function needsOf(schema: SchemaObject, resolve: ResolveRef): Needs {
  const isListed = schema.enum !== undefined || schema.const !== undefined;
  const types = isListed ? [] : schema.type === undefined ? ALL_TYPES : ([schema.type].flat() as JsonType[]);
  const members = types.map((type) => {
    if (type === "object") return membersOf(schema);
    if (type !== "array") return [];
    const least = schema.minItems ?? 0;
    const prefix = (schema.prefixItems ?? []).slice(0, least);
    return prefix.length < least && schema.items !== undefined ? [...prefix, schema.items] : prefix;
  });
  const all = [...(schema.allOf ?? [])];
  if (typeof schema.$ref === "string") {
    const target = attempting(() => resolve(schema.$ref as string));
    // A reference that leads nowhere is reported where it is met, with the way there.
    if ("value" in target) all.push(target.value);
  }
  const choices = [schema.anyOf, schema.oneOf].filter((each) => each !== undefined);
  return { members: members.length > 0 ? members : [[]], all, choices };
}

/** What is required, and one more where `minProperties` asks for more than the schema names. */
function membersOf({ required = [], properties = {}, ...schema }: SchemaObject): Schema[] {
  const members = required.map((name) => (Object.hasOwn(properties, name) ? (properties[name] as Schema) : true));
  const named = new Set([...required, ...Object.keys(properties)]).size;
  const isShort = (schema.minProperties ?? 0) > named && schema.patternProperties === undefined;
  return isShort && schema.additionalProperties !== undefined ? [...members, schema.additionalProperties] : members;
}
