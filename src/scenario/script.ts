/** A stream as data: ordered steps, until one player gives them to a socket. */
import type { SseEvent } from "../sse/event.ts";

export type Step =
  /** `payload` is the parsed data, for checks; absent for a sentinel. */
  { kind: "event"; event: SseEvent; payload?: unknown } | { kind: "wait"; ms: number };

export type Script = Iterable<Step>;

/** An event whose data is a JSON payload; its SSE name is written when the stream names its events. */
export const eventStep = (payload: unknown, name?: string): Step => ({
  kind: "event",
  event: name === undefined ? { data: JSON.stringify(payload) } : { event: name, data: JSON.stringify(payload) },
  payload,
});

export const sentinelStep = (data: string): Step => ({ kind: "event", event: { data } });
