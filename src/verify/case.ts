/** One request of a run as plain data, with what the contract says must come of it. */
import type { Operation } from "../contract/operation.ts";

/** Which credential goes with a request: the caller's key, that of a second caller, or a faulty one. */
export type KeyChoice = "first" | "second" | "none" | "empty" | "wrong-scheme";

/** A file of a form; laws know it by its `bytes`. */
export interface Upload {
  filename: string;
  mediaType: string;
  bytes: Uint8Array;
}

export type CaseBody =
  | { kind: "json"; mediaType: string; value: unknown }
  /** Values are scalars, `Upload`s, objects that go as JSON, or lists of these. multipart/form-data by default. */
  | { kind: "form"; mediaType?: "application/x-www-form-urlencoded"; value: Readonly<Record<string, unknown>> }
  | { kind: "text"; mediaType: string; text: string };

export interface CaseRequest {
  method: string;
  /** As in the document, its parameters filled in and percent-encoded; without the query. */
  path: string;
  /** Without its question mark. */
  query: string;
  /** Lower-case names; neither credentials nor `content-type`. */
  headers: Readonly<Record<string, string>>;
  key: KeyChoice;
  body?: CaseBody;
}

export type Expectation =
  /** The request keeps the contract: it is answered with a documented success. */
  | { kind: "served" }
  /** The request breaks the contract in one place: it is refused. */
  | {
      kind: "refused";
      /** The law that says so, such as `input.V1`. */
      law: string;
      /** Faults of one kind that are treated alike have one cause: `missing`, `type`, `enum`, `range`, `unknown` … */
      of: string;
      /** What is wrong with the request, as the end of "The server was sent …". */
      fault: string;
      /** The statuses that keep the law. */
      statuses: readonly number[];
      /** Where the fault is; the error names one of these fields. Empty when there is none to name. */
      fields: readonly string[];
      /** Of a request with a method that its path does not declare. */
      methods?: { refused: string; declared: readonly string[] };
    };

export interface Case {
  /** Stable for a contract and a seed. */
  id: string;
  operation: Operation;
  request: CaseRequest;
  expect: Expectation;
  /** The body of an example from which the request was made; absent where it is one. */
  base?: Readonly<Record<string, unknown>>;
  /** The single faults that this request has all at once: what its refusal does not name is asked for alone. */
  parts?: readonly Case[];
  /** The parameters and top-level fields that the request gives, as `in.name`. */
  parameters: readonly string[];
}
