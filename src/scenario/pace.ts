/** How fast an answer comes, as a model would write it. Everything absent: at once, in as few writes as possible. */
import type { Random } from "../lib/random.ts";
import type { Script, Step } from "./script.ts";

export interface Pace {
  /** Milliseconds until the first event of a stream, whose headers go out before, or until a whole reply. */
  firstEventMs?: number;
  /** Tokens of text that a stream tells in a second; the tokens are those that `usage` counts, not the chunks. */
  tokensPerSecond?: number;
  /** How far each pause may stray from its mean, as a part of it, from 0 to 1. Seeded, so that runs repeat. */
  jitter?: number;
  /** Milliseconds of silence after which a comment keeps the connection alive. */
  keepAliveMs?: number;
}

/** Ten minutes: nobody waits longer on purpose. */
export const LONGEST_MS = 600_000;

const milliseconds = (description: string, minimum = 0) => ({
  type: "number",
  minimum,
  maximum: LONGEST_MS,
  description,
});

/** The JSON Schema of `Pace`. */
export const paceSchema = {
  type: "object",
  description: "How fast the answer comes. Without it: at once.",
  additionalProperties: false,
  properties: {
    firstEventMs: milliseconds("Milliseconds until the first event of a stream, or until a whole reply."),
    tokensPerSecond: {
      type: "number",
      exclusiveMinimum: 0,
      maximum: 1_000_000,
      description: "Tokens of text that a stream tells in a second, as `usage` counts them.",
    },
    jitter: {
      type: "number",
      minimum: 0,
      maximum: 1,
      description: "How far each pause may stray from its mean, as a part of it. Seeded.",
    },
    keepAliveMs: milliseconds("Milliseconds of silence after which a comment keeps the connection alive.", 1),
  },
} as const;

interface Bounds {
  minimum?: number;
  exclusiveMinimum?: number;
  maximum: number;
}

/** What is wrong with a pace that was given in code; undefined when nothing is. */
export function problemOfPace(pace: Pace): string | undefined {
  for (const [name, value] of Object.entries(pace)) {
    const bounds = (paceSchema.properties as Readonly<Record<string, Bounds>>)[name];
    if (bounds === undefined) return `there is no ${name}`;
    const { minimum = Number.NEGATIVE_INFINITY, exclusiveMinimum = Number.NEGATIVE_INFINITY, maximum } = bounds;
    if (typeof value !== "number" || !(value >= minimum && value > exclusiveMinimum && value <= maximum))
      return `${name} must be a number from ${bounds.minimum ?? "above 0"} to ${maximum}, not ${value}`;
  }
  return undefined;
}

export interface PaceOptions {
  pace: Pace;
  /** Chance for the jitter. Its numbers are drawn only where there is jitter. */
  random: Random;
  /** How many tokens of text the payload of an event tells. */
  tokensOf: (payload: unknown) => number;
}

/** The script with a wait before each event that takes time to write. What it says stays the same. */
export function* paced(script: Script, { pace, random, tokensOf }: PaceOptions): Generator<Step> {
  const { tokensPerSecond } = pace;
  let isFirst = true;
  for (const step of script) {
    if (step.kind === "event") {
      const tokens = tokensPerSecond === undefined ? 0 : (step.tokens ?? tokensOf(step.payload));
      const ms =
        (isFirst ? firstPause(pace, random) : 0) +
        (tokensPerSecond === undefined || tokens === 0 ? 0 : strayed((tokens * 1000) / tokensPerSecond, pace, random));
      isFirst = false;
      if (ms > 0) yield { kind: "wait", ms };
    }
    yield step;
  }
}

/** Milliseconds before anything of an answer is told. */
export const firstPause = (pace: Pace, random: Random): number =>
  pace.firstEventMs === undefined ? 0 : strayed(pace.firstEventMs, pace, random);

/** Evenly between the two ends, so that the mean stays what was asked for. */
const strayed = (ms: number, { jitter = 0 }: Pace, random: Random): number =>
  jitter === 0 ? ms : ms * (1 + jitter * (2 * random.next() - 1));
