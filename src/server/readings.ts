/** Remembers bodies that were read and found right, so that the same bytes need not be read, checked and judged again. */
import type { Call } from "../behaviours/behaviour.ts";
import type { KeptBody } from "../exchange/journal.ts";
import { hash } from "../lib/random.ts";
import type { Template } from "../lib/template.ts";

/** An answer that was found right. */
export interface Rendition {
  status: number;
  mediaType: string;
  /** How many ids were minted for it. */
  ids: number;
  /** The whole answer, as JSON or text. */
  whole: Template;
  /** What went over the wire in its place, for the streaming face. */
  stream?: Template;
}

/** A request that keeps its contract. */
export interface Reading {
  readonly params: Call["params"];
  /** The parsed value; frozen through and through where calls share it. */
  readonly value: unknown;
  /** The canonical text of the request, from which chance and ids follow. */
  readonly request: string;
  /** Whether the request asks for the streaming face of its operation. */
  readonly wantsStream: boolean;
  /** What it was answered last, where the reading is shared. */
  said?: Rendition | undefined;
  /** The bytes as the journal keeps them, where the reading is shared. */
  kept?: KeptBody;
  isShared?: true;
}

export interface Readings {
  find(key: string): Reading | undefined;
  /** Shares a reading from the second time on: traffic that never repeats itself is not kept. */
  keep(key: string, reading: Reading): void;
}

/** Larger bodies are read anew each time, so that all of them together stay within a few megabytes. */
export const MOST_BODY_BYTES = 4_096;
const MOST_READINGS = 500;
const MOST_SEEN_ONCE = 5_000;

export function createReadings(): Readings {
  const readings = new Map<string, Reading>();
  const seenOnce = new Set<number>();
  return {
    find: (key) => readings.get(key),
    keep(key, reading) {
      const seen = hash(key);
      if (!seenOnce.delete(seen)) {
        if (seenOnce.size >= MOST_SEEN_ONCE) seenOnce.clear();
        seenOnce.add(seen);
        return;
      }
      // The oldest one goes; a body that still comes is soon back.
      if (readings.size >= MOST_READINGS) readings.delete(readings.keys().next().value as string);
      deepFreeze(reading.value);
      reading.isShared = true;
      readings.set(key, reading);
    },
  };
}

function deepFreeze(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  for (const member of Object.values(value)) deepFreeze(member);
  Object.freeze(value);
}
