/** Values that the caller knows better than chance does: what a question says goes before what a schema makes likely. */
import type { JsonType, SchemaObject } from "../contract/schema-object.ts";
import { typesOf } from "./conjunction.ts";
import { fits } from "./fits.ts";
import type { Place, Work } from "./work.ts";

/** A value that is about to be made. */
export interface Wanted {
  /** The nearest property name, as written; empty at the root. */
  readonly name: string;
  readonly title: string | undefined;
  readonly description: string | undefined;
  /** The types it may have, the likeliest first. */
  readonly types: readonly JsonType[];
  readonly format: string | undefined;
  /** The only values it may have, where the schema lists them. */
  readonly members: readonly unknown[] | undefined;
  /** Names and indexes that lead to it: the same for the same place, however often it is tried. */
  readonly path: string;
  /** ISO 639-1 code of the language the schema is written in. */
  readonly language: string;
}

/** A value for the place, one that `accepts` lets through; undefined to leave it to chance. Asked once for each attempt. */
export type Suggest = (wanted: Wanted, accepts: (value: unknown) => boolean) => unknown;

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
