/** Does work that can wait a moment one piece a turn of the event loop, so that what is due in between is not late. */
import type { Next } from "./turn.ts";

export interface InTurn {
  /** Before all that was put off for `later`. What the work throws goes to `next`. */
  soon(work: () => void, next: Next): void;
  /** When nothing else waits. */
  later(work: () => void, next: Next): void;
}

interface Job {
  work: () => void;
  next: Next;
}

export function createInTurn(): InTurn {
  const urgent: Job[] = [];
  const idle: Job[] = [];
  let isRunning = false;

  const run = (): void => {
    const job = urgent.shift() ?? idle.shift();
    isRunning = job !== undefined;
    if (job === undefined) return;
    try {
      job.work();
    } catch (error) {
      job.next(error);
    }
    setImmediate(run);
  };

  const add = (jobs: Job[], job: Job): void => {
    jobs.push(job);
    if (isRunning) return;
    isRunning = true;
    setImmediate(run);
  };

  return {
    soon: (work, next) => add(urgent, { work, next }),
    later: (work, next) => add(idle, { work, next }),
  };
}
