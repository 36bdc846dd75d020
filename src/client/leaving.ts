/** Lets a loop be left while it waits: by itself a generator keeps `return` back until its `next` has an answer. */

export interface Leaving {
  /** Aborted with the reason of the caller's signal, or because the loop was left. */
  readonly signal: AbortSignal;
  /** Whether the loop was left; throws the reason of the caller's signal where that was aborted. */
  isOver(): boolean;
}

/**
 * Iterates what `begin` makes. `return` aborts `signal`, so that a `next` that waits ends, with `done`, and then the
 * generator.
 */
export function leavable<Event>(
  outer: AbortSignal | null | undefined,
  begin: (leaving: Leaving) => AsyncGenerator<Event, void>,
): AsyncIterator<Event, void> {
  const stop = new AbortController();
  let isLeft = false;
  const isOver = (): boolean => {
    if (!isLeft) outer?.throwIfAborted();
    return isLeft;
  };
  const events = followed(outer, stop, () => begin({ signal: stop.signal, isOver }));
  return {
    next: () => events.next(),
    return() {
      isLeft = true;
      stop.abort();
      return events.return();
    },
  };
}

/** Passes the caller's abort on while the events are read: a signal that outlives many streams must not hold them all. */
async function* followed<Event>(
  outer: AbortSignal | null | undefined,
  stop: AbortController,
  begin: () => AsyncGenerator<Event, void>,
): AsyncGenerator<Event, void> {
  const follow = (): void => stop.abort(outer?.reason);
  if (outer?.aborted) follow();
  outer?.addEventListener("abort", follow);
  try {
    yield* begin();
  } finally {
    outer?.removeEventListener("abort", follow);
  }
}
