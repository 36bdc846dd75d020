/**
 * The contract as plain data: what a document says, with every reference below the schemas followed and every schema
 * normalized. It can be written to a file, so that start-up of our own document reads it instead of working it out.
 */
import type { Schema } from "./schema-object.ts";
import type { Sequence } from "./sequence.ts";

export type ParameterPlace = "path" | "query" | "header" | "cookie";

export interface ParameterOutline {
  name: string;
  in: ParameterPlace;
  required: boolean;
  /** As OpenAPI names it; `json` for a parameter told by `content` that is JSON, `text` for any other. */
  style: string;
  explode: boolean;
  schema: Schema;
}

/** How a `text/event-stream` reply is framed and judged; from `x-gatetwin-stream`. */
export interface StreamOutline {
  sentinel: string | null;
  named: boolean;
  /** The family of stream laws, such as `chat`; null when the document names none. */
  laws: string | null;
  /** Events that each have a name of their own, in the order of the document; absent where the document tells none. */
  events?: readonly { name: string; schema: Schema }[];
  /** The name of the sentinel, where it has one. */
  sentinelName?: string;
}

export interface ContentOutline {
  mediaType: string;
  schema: Schema;
  /** Named example values in the order of the document. */
  examples: readonly { name: string; value: unknown }[];
  stream?: StreamOutline;
  /** What stands between the items of a form's field that is one text: `explode: false` in its `encoding`. */
  lists?: Readonly<Record<string, string>>;
}

export interface HeaderOutline {
  name: string;
  required: boolean;
  schema: Schema;
  /** `json` for a header told by `content` that is JSON; a list or object is written as the style `simple` has it. */
  style?: "json";
  /** `x=1` in place of `x,1` in an object. */
  explode?: true;
}

export interface ReplyOutline {
  /** `200`, a range such as `4XX`, or `default`. */
  status: string;
  headers: readonly HeaderOutline[];
  content: readonly ContentOutline[];
}

export interface CredentialOutline {
  kind: "bearer" | "basic" | "apiKey";
  in: "header" | "query" | "cookie";
  name: string;
}

export interface OperationOutline {
  id: string;
  /** The first tag, which names the API; `default` when the operation has none. */
  api: string;
  /** The dialect of the API, from `x-gatetwin-profile` of its tag; `openai` when it names none. */
  profile: string;
  /** The families of laws that judge whole replies, from `x-gatetwin-laws`; empty when it names none. */
  laws: readonly string[];
  method: string;
  path: string;
  /** In place of the contract's own, where the path or the operation names servers of its own. */
  basePath?: string;
  parameters: readonly ParameterOutline[];
  body?: { required: boolean; content: readonly ContentOutline[] };
  replies: readonly ReplyOutline[];
  /** Alternatives, each a set of credentials that are needed together; empty means that anybody may call. */
  security: readonly (readonly CredentialOutline[])[];
}

export interface Outline {
  title: string;
  version: string;
  /** Path prefix of the first server, such as `/v1`, or the empty string. */
  basePath: string;
  operations: readonly OperationOutline[];
  /** From `x-gatetwin-sequences`; empty when the document has none. */
  sequences: readonly Sequence[];
  schemas: Readonly<Record<string, Schema>>;
}
