/** A case before it has a path, a name and a place among the others. */
import type { Fields } from "../../lib/fields.ts";
import type { CaseBody, Expectation, KeyChoice } from "../case.ts";
import type { Values } from "./parameters.ts";

export interface Draft {
  /** Tells the case apart from the others of its operation. */
  origin: string;
  expect: Expectation;
  /** The required parameters alone by default. */
  values?: Values;
  body?: CaseBody;
  base?: Fields;
  /** The single faults that this request has all at once. */
  parts?: readonly Draft[];
  /** `first` by default. */
  key?: KeyChoice;
  /** That of the operation by default. */
  method?: string;
}

export const SERVED: Expectation = { kind: "served" };

/** What keeps `input.V1`: servers differ in which of these they answer. */
export const REFUSED: readonly number[] = [400, 404, 422];

type Refused = Extract<Expectation, { kind: "refused" }>;

export const refused = (
  law: string,
  fault: string,
  { fields = [], ...owed }: Pick<Refused, "of" | "statuses" | "methods"> & Partial<Pick<Refused, "fields">>,
): Refused => ({ kind: "refused", law, fault, fields, ...owed });
