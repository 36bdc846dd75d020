/** Values that the caller knows better than chance does: what a question says goes before what a schema makes likely. */
import type { SchemaObject } from "../contract/schema-object.ts";
import { typesOf } from "./conjunction.ts";
import { fits } from "./fits.ts";
import type { Wanted } from "./wanted.ts";
import type { Place, Work } from "./work.ts";

/** What the caller would put here, or undefined when it would not, or cannot: nothing but a fitting value is taken. */
export function suggestedValue(
  parts: readonly SchemaObject[],
  place: Place,
  work: Work,
): { value: unknown } | undefined {
  if (!work.suggest || place.isMinimal || parts.some((part) => part.const !== undefined)) return undefined;
  const of = <Keyword extends keyof SchemaObject>(keyword: Keyword) =>
    parts.find((part) => part[keyword] !== undefined)?.[keyword];
  const wanted: Wanted = {
    name: place.name,
    title: of("title"),
    description: of("description"),
    types: typesOf(parts, place),
    format: of("format"),
    members: of("enum"),
    path: place.trail.filter((step) => /^(?:property|item) /.test(step)).join("/"),
    language: work.language().code,
  };
  const value = work.suggest(wanted, (value) => parts.every((part) => fits(part, value, work)));
  return value === undefined ? undefined : { value };
}
