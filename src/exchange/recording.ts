/** One exchange to the byte, with its times: what recordings on disk, HAR files and replay share. */
import type { Breach } from "./exchange.ts";

export interface Recording {
  /** Undefined when no operation of the contract was meant. */
  operationId: string | undefined;
  /** ISO 8601. */
  startedAt: string;
  request: RecordedRequest;
  reply: RecordedReply;
  /** Where either side broke the contract; empty for a recording that keeps it. */
  breaches: readonly Breach[];
}

/** By lower-case name; a list where a name came more than once. */
export type RecordedHeaders = Readonly<Record<string, string | readonly string[]>>;

export interface RecordedRequest {
  method: string;
  /** Path and query as they were sent, or an absolute URL. */
  url: string;
  headers: RecordedHeaders;
  /** Empty without a body; undefined when nobody kept it. */
  body: Uint8Array | undefined;
}

export interface RecordedReply {
  status: number;
  headers: RecordedHeaders;
  /** Without any content encoding, the frames of a stream included. Empty without a body; undefined when nobody kept it. */
  body: Uint8Array | undefined;
  /** Milliseconds from the start of the exchange to the first byte of the body. */
  firstByteMs: number;
  /** Milliseconds from the start of the exchange to its end. */
  durationMs: number;
  /** Of a stream: milliseconds from the start of the exchange to the end of each event, in order. */
  eventMs?: readonly number[];
  /** The connection broke before the end. */
  isCut?: true;
}

/** A flat list of names and values, as Node tells the headers of a message. */
export function toRecordedHeaders(raw: readonly string[]): RecordedHeaders {
  const headers = new Map<string, string[]>();
  for (let index = 0; index + 1 < raw.length; index += 2) {
    const name = (raw[index] as string).toLowerCase();
    headers.set(name, [...(headers.get(name) ?? []), raw[index + 1] as string]);
  }
  return Object.fromEntries(
    [...headers].map(([name, values]) => [name, values.length > 1 ? values : (values[0] as string)]),
  );
}

/** The first value of a header. */
export const headerOf = (headers: RecordedHeaders, name: string): string | undefined => {
  const value = headers[name];
  return typeof value === "string" ? value : value?.[0];
};
