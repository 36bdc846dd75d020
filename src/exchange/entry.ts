/** One exchange as a reader of the journal sees it. */
import type { Breach } from "./exchange.ts";
import type { Delivered } from "./journal.ts";

/** Everything is JSON, and no credential is in it. */
export interface Entry extends Delivered {
  /** The `x-request-id` of the reply. */
  id: string;
  /** ISO 8601, of the server's clock. */
  when: string;
  method: string;
  path: string;
  /** Values by name; a list where a name came more than once. */
  query: Readonly<Record<string, string | readonly string[]>>;
  operationId: string | null;
  api: string | null;
  /** 0 when the connection ended before anything of a reply was sent. */
  status: number;
  /** Names the token without telling it; null when none was sent. */
  token: string | null;
  request: Message;
  reply: Message;
  breaches: readonly Breach[];
}

export interface Message {
  headers: Readonly<Record<string, unknown>>;
  /** The size of the whole body. */
  bytes: number;
  /** A JSON value or a text; a `FileSummary` for anything binary; null without a body. */
  body: unknown;
  /** How many events a stream had, and what they were. */
  eventCount?: number;
  events?: readonly { event?: string; data: unknown }[];
  /** Why `body` is not the whole body. */
  note?: string;
}

export interface FileSummary {
  filename?: string;
  mediaType: string;
  bytes: number;
  sha256: string;
}
