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

/** Results in the order of the tasks, whatever order they end in. A task that throws ends the run. */
export async function runPool<Item, Result>(
  items: readonly Item[],
  concurrency: number,
  task: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = new Array(items.length);
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < items.length) {
      const at = next++;
      results[at] = await task(items[at] as Item);
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(concurrency, items.length)) }, work));
  return results;
}
