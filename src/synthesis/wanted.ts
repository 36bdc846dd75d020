/** What a caller of synthesis is asked, who may know a value better than chance does. */
import type { JsonType } from "../contract/schema-object.ts";

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
