/** A stream as data: ordered steps, until one player gives them to a socket. */
import type { SseEvent } from "../sse/event.ts";

export type Step = EventStep | { kind: "wait"; ms: number };

export interface EventStep {
  kind: "event";
  event: SseEvent;
  /** The parsed data, for checks; absent for a sentinel. */
  payload?: unknown;
  /** How many tokens of text it tells, for pacing. Counted in the payload when absent. */
  tokens?: number;
}

export type Script = Iterable<Step>;

/** What goes to a socket in the end: a script, and what faults make of it. */
export type PlayStep =
  | Step
  /** Bytes as they are. */
  | { kind: "raw"; text: string | Uint8Array }
  /** Silence, without the comments that keep a connection alive; for good when `ms` is absent. */
  | { kind: "silence"; ms?: number }
  /** Closes the connection, though the message is not complete. */
  | { kind: "close" };

/** An event whose data is a JSON payload; its SSE name is written when the stream names its events. */
export const eventStep = (payload: unknown, name?: string): Step => ({
  kind: "event",
  event: name === undefined ? { data: JSON.stringify(payload) } : { event: name, data: JSON.stringify(payload) },
  payload,
});

export const sentinelStep = (data: string, name?: string): Step => ({
  kind: "event",
  event: name === undefined ? { data } : { event: name, data },
});
