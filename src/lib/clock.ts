/** Time as an argument. The twin's clock stands still unless it is told to run, so that runs repeat. */
import { setTimeout as delay } from "node:timers/promises";

export interface Clock {
  /** Milliseconds since the Unix epoch. */
  now(): number;
  /** Waits for `ms` milliseconds of this clock; rejects with the signal's reason when it aborts first. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** 2025-01-01T00:00:00Z: what `created` says when nobody asks for the real time. */
export const FIXED_EPOCH_MS = Date.UTC(2025, 0, 1);

const sleep = async (ms: number, signal?: AbortSignal) => {
  await delay(ms, undefined, signal ? { signal } : {});
};

/** A clock that always shows the same time. Waiting still takes real time: pacing is not a matter of dates. */
export const fixedClock = (epochMs = FIXED_EPOCH_MS): Clock => ({ now: () => epochMs, sleep });

export const systemClock = (): Clock => ({ now: () => Date.now(), sleep });
