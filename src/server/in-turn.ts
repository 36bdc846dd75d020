/** Does work that can wait a moment one piece a turn of the event loop, so that what is due in between is not late. */
import type { Clock } from "../lib/clock.ts";
import type { Next } from "./turn.ts";

export interface InTurn {
  /** Before all that was put off for `later`. What the work throws goes to `next`. */
  soon(work: () => void, next: Next): void;
  /** When the event loop has little else to do, or after a second at the latest. */
  later(work: () => void, next: Next): void;
  /** Does at once all that was put off. */
  finish(): void;
}

interface Job {
  work: () => void;
  next: Next;
  /** In `elapsed` of the clock. */
  addedMs: number;
}

/** A turn in which timers and sockets took longer than this was a busy one: there is more to come. */
const BUSY_MS = 0.5;
const LONGEST_WAIT_MS = 1_000;

export function createInTurn({ elapsed }: Pick<Clock, "elapsed">): InTurn {
  const urgent: Job[] = [];
  const idle: Job[] = [];
  let isRunning = false;
  let lastMs = 0;

  const choose = (): Job | undefined => {
    const [oldest] = idle;
    if (urgent.length > 0 || oldest === undefined) return urgent.shift();
    const now = elapsed();
    const isBusy = now - lastMs > BUSY_MS;
    return isBusy && now - oldest.addedMs < LONGEST_WAIT_MS ? undefined : idle.shift();
  };

  const work = (job: Job): void => {
    try {
      job.work();
    } catch (error) {
      job.next(error);
    }
  };

  const run = (): void => {
    const job = choose();
    if (job !== undefined) work(job);
    lastMs = elapsed();
    isRunning = urgent.length + idle.length > 0;
    if (isRunning) setImmediate(run);
  };

  const add = (jobs: Job[], job: Omit<Job, "addedMs">): void => {
    jobs.push({ ...job, addedMs: elapsed() });
    if (isRunning) return;
    isRunning = true;
    lastMs = elapsed();
    setImmediate(run);
  };

  return {
    soon: (work, next) => add(urgent, { work, next }),
    later: (work, next) => add(idle, { work, next }),
    finish() {
      for (let job = urgent.shift() ?? idle.shift(); job !== undefined; job = urgent.shift() ?? idle.shift()) work(job);
    },
  };
}
