/** Time as an argument. The twin's clock stands still unless it is told to run, so that runs repeat. */
import { setTimeout as delay } from "node:timers/promises";

export interface Clock {
  /** Milliseconds since the Unix epoch. */
  now(): number;
  /** Milliseconds since some moment in the past: runs on where `now` stands still, and never goes back. */
  elapsed(): number;
  /** Waits for `ms` milliseconds of `elapsed`; rejects with the signal's reason when it aborts first. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** Calls back once, when `ms` milliseconds have elapsed. The function that it returns takes this back. */
  after(ms: number, callback: () => void): () => void;
}

/** 2025-01-01T00:00:00Z: what `created` says when nobody asks for the real time. */
export const FIXED_EPOCH_MS = Date.UTC(2025, 0, 1);

/** Pacing is not a matter of dates: it takes real time whatever a clock shows. */
const RUNNING: Pick<Clock, "elapsed" | "sleep" | "after"> = {
  elapsed: () => performance.now(),
  sleep: async (ms, signal) => {
    await delay(ms, undefined, signal ? { signal } : {});
  },
  after(ms, callback) {
    // Timers know whole milliseconds and drop the rest, which would be too early.
    const timer = setTimeout(callback, Math.ceil(ms));
    return () => clearTimeout(timer);
  },
};

/** A clock that always shows the same time. */
export const fixedClock = (epochMs = FIXED_EPOCH_MS): Clock => ({ now: () => epochMs, ...RUNNING });

export const systemClock = (): Clock => ({ now: () => Date.now(), ...RUNNING });
