/** A bound on how much happens at once: threads and encoders take megabytes each, and a server is asked in parallel. */

/** Runs tasks in the order they come, at most `atOnce` of them at a time. A task that fails frees its place too. */
export function createTurns(atOnce: number): <Value>(task: () => Promise<Value>) => Promise<Value> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (task) => {
    if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    else running++;
    try {
      return await task();
    } finally {
      // Who waits takes over this place, so that nobody slips in between.
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}
