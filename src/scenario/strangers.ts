/**
 * Names in a body that no schema of it knows. Most schemas accept them, since gateways add fields of their own; but one
 * that is a slip away from a documented name is meant to be that name.
 */

import { resolve, type Schemas } from "../contract/resolve.ts";
import type { Schema, SchemaObject } from "../contract/schema-object.ts";
import { distance } from "../lib/nearest.ts";
import { toRegExp } from "../lib/to-regexp.ts";
import type { Path } from "./body-path.ts";

export interface Stranger {
  path: Path;
  /** The documented name that was meant. */
  meant: string | undefined;
}

/** All of a value, outermost first. Where a schema names no fields, every name is known. */
export function strangersIn(value: unknown, schema: Schema, schemas: Schemas): Stranger[] {
  const found: Stranger[] = [];
  const visit = (part: unknown, given: readonly Schema[], path: Path): void => {
    if (typeof part !== "object" || part === null || given.length === 0) return;
    const forms = given.flatMap((one) => formsOf(one, schemas));
    if (Array.isArray(part)) {
      for (const [index, item] of part.entries()) {
        const items = forms.map(({ prefixItems, items: rest }) => prefixItems?.[index] ?? rest);
        visit(
          item,
          items.filter((one) => one !== undefined),
          [...path, index],
        );
      }
      return;
    }
    const known = new Set(forms.flatMap(({ properties }) => Object.keys(properties ?? {})));
    for (const [name, item] of Object.entries(part)) {
      const named = forms.flatMap((form) => schemasOf(name, form));
      if (named.length === 0 && known.size > 0) {
        const missing = [...known].filter((one) => !Object.hasOwn(part, one));
        found.push({ path: [...path, name], meant: missing.find((one) => isSlip(name, one)) });
      } else visit(item, named, [...path, name]);
    }
  };
  visit(value, [schema], []);
  return found;
}

/** Deep enough for the unions of every document, and an end to those that contain themselves. */
const MOST_LEVELS = 8;

/** Every form that a value may have: the branches of all unions, in no order. */
function formsOf(given: Schema, schemas: Schemas, level = 0): SchemaObject[] {
  const schema = resolve(given, schemas);
  if (typeof schema === "boolean" || level > MOST_LEVELS) return [];
  const { allOf = [], anyOf = [], oneOf = [], then, else: otherwise } = schema;
  const branches = [...allOf, ...anyOf, ...oneOf, ...[then, otherwise].filter((branch) => branch !== undefined)];
  return [schema, ...branches.flatMap((branch) => formsOf(branch, schemas, level + 1))];
}

/** What a form says of a member; nothing when the member is a stranger to it. */
function schemasOf(name: string, { properties = {}, patternProperties = {}, additionalProperties }: SchemaObject) {
  if (Object.hasOwn(properties, name)) return [properties[name] as Schema];
  const patterns = Object.entries(patternProperties).filter(([pattern]) => toRegExp(pattern).test(name));
  if (patterns.length > 0) return patterns.map(([, schema]) => schema);
  const isMap = typeof additionalProperties === "object" && Object.keys(additionalProperties).length > 0;
  return isMap ? [additionalProperties] : [];
}

/** Short names are near to too many others. */
const SHORT = 4;
const LONG = 8;

/** One character off, two in a long name; or the same words joined in another way. Of a short name only a swap is sure. */
function isSlip(name: string, known: string): boolean {
  const [one, other] = [name, known].map((text) => text.toLowerCase().replaceAll(/[_-]/g, "")) as [string, string];
  if (one === other) return true;
  if (known.length < SHORT) return one.length === other.length && lettersOf(one) === lettersOf(other);
  if (Math.abs(one.length - other.length) > 2) return false;
  return distance(one, other) <= (known.length < LONG ? 1 : 2);
}

const lettersOf = (text: string): string => [...text].sort().join("");
