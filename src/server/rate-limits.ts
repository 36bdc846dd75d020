/** Counts the calls of each token in windows of time, and tells what is left in the headers that gateways use. */
import type { Limited } from "../behaviours/routing/draw-faults.ts";
import { problem } from "../contract/problem.ts";
import type { Clock } from "../lib/clock.ts";
import type { Fault } from "../scenario/fault.ts";

const USUAL_WINDOW_SECONDS = 60;

/** What the limit of a fault does to a call: `limits` counts it. */
export function countCall(
  limits: RateLimits,
  { requests, perSeconds = USUAL_WINDOW_SECONDS }: LimitFault,
  token: string,
): Limited {
  const { isOver, headers } = limits.count(token, { requests, perSeconds });
  const message = `Rate limit reached: ${requests} requests in ${perSeconds} s. Try again in ${headers["retry-after"]} s.`;
  return { headers, problem: isOver ? problem(429, "rate_limit_exceeded", message) : undefined };
}

type LimitFault = Extract<Fault, { kind: "rate-limit" }>;

export interface Limit {
  /** How many calls a window lets through. */
  requests: number;
  perSeconds: number;
}

export interface Count {
  isOver: boolean;
  /** `x-ratelimit-*`, and `retry-after` where the call was one too many. */
  headers: Readonly<Record<string, string>>;
}

export interface RateLimits {
  count(token: string, limit: Limit): Count;
  /** Begins anew for a token, or for all. */
  clear(token?: string): void;
}

interface Window {
  endsMs: number;
  used: number;
}

/** Windows of so many tokens and limits are kept; the oldest go first. */
const MOST_WINDOWS = 10_000;

/** A window begins with the first call in it, and runs on `elapsed`: waiting takes real time, whatever the date says. */
export function createRateLimits(clock: Clock): RateLimits {
  const windows = new Map<string, Map<string, Window>>();
  const windowOf = (token: string, { requests, perSeconds }: Limit): Window => {
    const mine = windows.get(token) ?? new Map<string, Window>();
    const key = `${requests}/${perSeconds}`;
    const known = mine.get(key);
    if (known !== undefined && clock.elapsed() < known.endsMs) return known;
    const window = { endsMs: clock.elapsed() + perSeconds * 1000, used: 0 };
    mine.delete(key);
    mine.set(key, window);
    if (mine.size > MOST_LIMITS) mine.delete(mine.keys().next().value as string);
    windows.delete(token);
    windows.set(token, mine);
    if (windows.size > MOST_WINDOWS) windows.delete(windows.keys().next().value as string);
    return window;
  };
  return {
    count(token, limit) {
      const window = windowOf(token, limit);
      const isOver = window.used >= limit.requests;
      if (!isOver) window.used++;
      const leftMs = Math.max(0, window.endsMs - clock.elapsed());
      return {
        isOver,
        headers: {
          "x-ratelimit-limit-requests": String(limit.requests),
          "x-ratelimit-remaining-requests": String(limit.requests - window.used),
          "x-ratelimit-reset-requests": durationOf(leftMs),
          // Whole seconds (RFC 9110, 10.2.3), rounded up: a client that waits as told is let through.
          ...(isOver && { "retry-after": String(Math.max(1, Math.ceil(leftMs / 1000))) }),
        },
      };
    },
    clear(token) {
      if (token === undefined) windows.clear();
      else windows.delete(token);
    },
  };
}

/** Different limits that one token may meet. */
const MOST_LIMITS = 20;

/** As OpenAI writes it: `6m0s`, `1.5s`, `120ms`. */
function durationOf(ms: number): string {
  if (ms < 1000) return `${Math.ceil(ms)}ms`;
  const seconds = Math.ceil(ms / 10) / 100;
  return seconds < 60 ? `${seconds}s` : `${Math.floor(Math.ceil(seconds) / 60)}m${Math.ceil(seconds) % 60}s`;
}
