/** A departure of one exchange from the contract: where, which keyword, and a sentence a person can act on. */

export type ViolationPlace = "path" | "query" | "header" | "cookie" | "body" | "reply" | "event";

export type ViolationCode =
  | "missing"
  | "invalid-type"
  | "invalid-value"
  | "out-of-range"
  | "invalid-length"
  | "invalid-format"
  | "unknown-field"
  | "no-matching-variant"
  | "not-a-file"
  | "undocumented"
  /** A rule beyond the schema; its id stands as the keyword. */
  | "broken-law";

export interface Violation {
  code: ViolationCode;
  in: ViolationPlace;
  /** JSON pointer into the body, or `/<name>` of a parameter or header. The empty string is the whole. */
  pointer: string;
  /** The JSON Schema keyword that refused the value. */
  keyword: string;
  message: string;
}

/** Judges one value; an empty list means that it fits. */
export type Check = (value: unknown) => readonly Violation[];
