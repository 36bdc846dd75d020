/** What is found wrong with a value, before it is known where in an exchange the value stands. */
import type { Schema } from "./schema-object.ts";
import type { ViolationCode } from "./violation.ts";

export interface Finding {
  path: readonly (string | number)[];
  keyword: string;
  code: ViolationCode;
  /** What is wrong, to follow the name of the field: "must be …". */
  text: string;
}

/** All that is wrong with a value. */
export type Explain = (schema: Schema, value: unknown, path: readonly (string | number)[]) => Finding[];
