/** Runs tasks so many at a time, and starts no more than so many a second. */
import type { Clock } from "../../lib/clock.ts";

export interface PoolOptions {
  clock: Clock;
  concurrency: number;
  /** Starts a second; undefined sets no limit. */
  rate?: number | undefined;
}

/** A gate that lets requests through in their order, each no earlier than the rate allows. */
export function createGate({ clock, rate }: Pick<PoolOptions, "clock" | "rate">): () => Promise<void> {
  let next = 0;
  return async () => {
    if (rate === undefined) return;
    const now = clock.now();
    const at = Math.max(now, next);
    next = at + 1000 / rate;
    if (at > now) await clock.sleep(at - now);
  };
}

export interface PoolTask<Item, Result> {
  concurrency: number;
  ask: (item: Item) => Promise<Result>;
  /** Called for one result at a time in the order of the items, whatever order they come in. */
  settle: (item: Item, result: Result) => Promise<void>;
}

/** Asks so many at a time; what follows from the results does not depend on which came first. A throw ends the run. */
export async function runPool<Item, Result>(
  items: readonly Item[],
  { concurrency, ask, settle }: PoolTask<Item, Result>,
): Promise<void> {
  let settled: Promise<void> = Promise.resolve();
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < items.length) {
      const item = items[next++] as Item;
      const result = ask(item);
      settled = Promise.all([result, settled]).then(([value]) => settle(item, value));
      // Awaited at the end, or never when an earlier one throws.
      settled.catch(() => undefined);
      await result;
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(concurrency, items.length)) }, work));
  await settled;
}
