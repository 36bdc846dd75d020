/** Long work that can rest: written once as a generator, and run at once where nobody waits, or with rests where others do. */
import type { Clock } from "./clock.ts";

/** Work that yields wherever it may be left alone for a while. */
export type Sliced<Result> = Generator<void, Result, void>;

/** So long others wait at most, as far as the work yields in time. */
const SLICE_MS = 8;

export function atOnce<Result>(work: Sliced<Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

/** Lets the event loop do what is due between the slices. */
export async function withRests<Result>(work: Sliced<Result>, { elapsed }: Pick<Clock, "elapsed">): Promise<Result> {
  for (let beganMs = elapsed(); ; ) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (elapsed() - beganMs < SLICE_MS) continue;
    await new Promise((resolve) => setImmediate(resolve));
    beganMs = elapsed();
  }
}
