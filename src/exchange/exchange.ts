/** One request and its reply as plain data: what laws judge, the journal keeps, and files hold. */
import type { Note, UnterminatedEvent } from "../sse/decode.ts";
import type { SseEvent } from "../sse/event.ts";

export interface Exchange {
  /** Undefined when no operation of the contract was meant. */
  operationId: string | undefined;
  request: ExchangeRequest;
  reply: ExchangeReply;
}

export interface ExchangeRequest {
  method: string;
  /** Without the query. */
  path: string;
  /** Without its question mark; empty when there is none. */
  query: string;
  /** Names in lower case. */
  headers: Readonly<Record<string, unknown>>;
  /** A JSON value; for a form an object whose files have `bytes`; a text; undefined without a body. */
  body: unknown;
}

export interface ExchangeReply {
  status: number;
  /** Names in lower case. */
  headers: Readonly<Record<string, unknown>>;
  /** A JSON value, a text or bytes; undefined without a body. For a stream, the reply that it tells, where that is known. */
  body: unknown;
  /** The events of a stream, in order. */
  events?: readonly StreamedEvent[];
  /** What only the bytes of a stream tell; absent where they are not known. */
  stream?: StreamFacts;
}

export interface StreamedEvent extends SseEvent {
  /** The parsed data, where it is at hand: who judges does not parse it again. */
  payload?: unknown;
}

/** What decoding noticed beside the events. */
export interface StreamFacts {
  notes: readonly Note[];
  /** What the end of the stream cut off. */
  unterminated?: UnterminatedEvent;
  /** All bytes as they came, where somebody keeps them. */
  bytes?: Uint8Array;
}

/** A departure from the contract, and who is to blame. */
export interface Breach {
  by: "client" | "server";
  /** The id of a law (`usage.U1`), or a rule that every contract has: `status`, `content-type`, `schema`, `header`. */
  rule: string;
  /** JSON pointer into the body, or `/<name>` of a parameter. */
  pointer: string;
  message: string;
}
