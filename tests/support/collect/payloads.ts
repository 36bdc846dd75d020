/** The JSON payloads of a stream, read from the text that goes over the wire. */
import { expect } from "vitest";
import type { Script } from "../../../src/scenario/script.ts";

export interface Told {
  /** One per JSON event, in order. */
  payloads: Record<string, unknown>[];
  /** The SSE event names, in order. */
  names: (string | undefined)[];
  /** The data of events without a payload. */
  sentinels: string[];
}

/** Reads a script to its end; what is said of each payload has to be what is sent. */
export function told(script: Script): Told {
  const payloads: Record<string, unknown>[] = [];
  const names: (string | undefined)[] = [];
  const sentinels: string[] = [];
  for (const step of script) {
    if (step.kind !== "event") continue;
    if (step.payload === undefined) {
      sentinels.push(step.event.data);
      continue;
    }
    expect(sentinels, "nothing comes after the sentinel").toEqual([]);
    const payload = JSON.parse(step.event.data);
    expect(payload).toEqual(JSON.parse(JSON.stringify(step.payload)));
    payloads.push(payload);
    names.push(step.event.event);
  }
  return { payloads, names, sentinels };
}
