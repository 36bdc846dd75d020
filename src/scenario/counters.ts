/** How often each token has met each rule. A token that is forgotten begins anew. */

export interface Counters {
  /** Counts one more, from 1. */
  next(token: string, key: string): number;
  /** Forgets what a token has done; everything without one. */
  reset(token?: string): void;
}

const MOST_TOKENS = 10_000;

export function createCounters(): Counters {
  /** In the order of their last use. */
  const tokens = new Map<string, Map<string, number>>();
  return {
    next(token, key) {
      const counts = tokens.get(token) ?? new Map<string, number>();
      tokens.delete(token);
      tokens.set(token, counts);
      if (tokens.size > MOST_TOKENS) tokens.delete(tokens.keys().next().value as string);
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return count;
    },
    reset(token) {
      if (token === undefined) tokens.clear();
      else tokens.delete(token);
    },
  };
}
