/** Gives a script to a socket: waits where it says so, honours back-pressure, stops when the client is gone. */
import { once } from "node:events";
import type { Writable } from "node:stream";
import type { Clock } from "../lib/clock.ts";
import type { Script } from "../scenario/script.ts";
import { encode } from "../sse/encode.ts";

export interface PlayOptions {
  clock: Clock;
  /** Aborts when the client has left. */
  signal: AbortSignal;
  /** Sees every payload before it is sent. */
  onPayload?: (payload: unknown) => void;
}

/** Events between two waits go out in writes of about this size: few system calls, and no long silence either. */
const WRITE_BYTES = 32_768;

/** Resolves when the stream has ended, or the client has left. */
export async function play(script: Script, sink: Writable, { clock, signal, onPayload }: PlayOptions): Promise<void> {
  let pending = "";
  const flush = async () => {
    if (pending === "") return;
    const text = pending;
    pending = "";
    if (!sink.write(text)) await once(sink, "drain", { signal });
  };
  try {
    for (const step of script) {
      if (signal.aborted) return;
      if (step.kind === "wait") {
        await flush();
        await clock.sleep(step.ms, signal);
        continue;
      }
      if (step.payload !== undefined) onPayload?.(step.payload);
      pending += encode(step.event);
      if (pending.length >= WRITE_BYTES) await flush();
    }
    sink.end(pending);
  } catch (error) {
    // A client that leaves in the middle is no failure of ours.
    if (!signal.aborted) throw error;
  }
}
