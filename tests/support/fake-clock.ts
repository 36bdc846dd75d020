/** A clock whose time passes only when a test says so. */
import { type Clock, FIXED_EPOCH_MS } from "../../src/lib/clock.ts";

export interface FakeClock extends Clock {
  /** Lets time pass; what is due in between is called back at its own moment. */
  advance(ms: number): void;
  /** How many callbacks are still to come. */
  readonly pending: number;
}

export function createFakeClock(): FakeClock {
  let at = 0;
  const timers = new Set<{ due: number; callback: () => void }>();
  const after = (ms: number, callback: () => void) => {
    const timer = { due: at + ms, callback };
    timers.add(timer);
    return () => void timers.delete(timer);
  };
  return {
    now: () => FIXED_EPOCH_MS,
    elapsed: () => at,
    after,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        const cancel = after(ms, resolve);
        signal?.addEventListener("abort", () => {
          cancel();
          reject(signal.reason);
        });
      }),
    advance(ms) {
      const end = at + ms;
      for (;;) {
        const next = [...timers].filter(({ due }) => due <= end).sort((a, b) => a.due - b.due)[0];
        if (next === undefined) break;
        timers.delete(next);
        at = Math.max(at, next.due);
        next.callback();
      }
      at = end;
    },
    get pending() {
      return timers.size;
    },
  };
}
