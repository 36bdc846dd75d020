/** What the evaluation of a schema leaves for the keywords that look at what others have not seen (JSON Schema core, 11). */
import type { Schema } from "../contract/schema-object.ts";

/** What of an object or array has been looked at, for `unevaluatedProperties` and `unevaluatedItems`. */
export interface Evaluated {
  readonly names: Set<string>;
  readonly items: Set<number>;
}

/** Evaluates a schema against a value: what was looked at, or undefined when the value does not fit. */
export type Evaluate = (schema: Schema, value: unknown) => Evaluated | undefined;
