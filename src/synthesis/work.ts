/** What one synthesis carries along: how references resolve, what it may use, and how much it may still do. */
import type { Schema } from "../contract/schema-object.ts";
import type { Random } from "../lib/random.ts";
import { Contradiction } from "./contradiction.ts";
import type { Language } from "./language.ts";
import type { ResolveRef } from "./resolve-ref.ts";
import type { Suggest } from "./wanted.ts";

/** Steps after which a schema counts as too intricate. An ordinary reply takes some hundreds; this many take about a second. */
const STEPS = 60_000;

export interface Work {
  readonly resolve: ResolveRef;
  /** The least number of nested values an instance needs; infinite when it never ends. */
  readonly heightOf: (schema: Schema) => number;
  /** Share of the optional properties that are given, 0–1. */
  readonly fullness: number;
  /** False when the examples and defaults were tried and did not do. */
  readonly usesExamples: boolean;
  /** The language the whole schema is written in. */
  readonly language: () => Language;
  /** What the caller would put where; absent where it leaves all to chance. */
  readonly suggest?: Suggest | undefined;
  /** Counts steps, by default one. @throws Contradiction, final, when there have been too many. */
  spend(steps?: number): void;
  /** Counts a retry of an object or array and says whether it may be: each level that retries multiplies the work below. */
  mayRetry(): boolean;
  /** Notes the value that is being made, to tell where the bounds were met. */
  enter(place: Place, schema: Schema | undefined): void;
  readonly last: { readonly place: Place; readonly schema: Schema | undefined } | undefined;
  /** Counts a value and says whether there have been so many that only what is required should follow. */
  isLarge(): boolean;
}

/** Makes a value that fits all of `schemas`. Handed to the makers of objects and arrays for what is inside. */
export type MakeValue = (schemas: readonly Schema[], place: Place, work: Work) => unknown;

/** Objects and arrays that are made a second time, in all. */
const RETRIES = 200;
/** Values after which optional parts are left out. Larger than any reply of the gateways. */
const SOFT_SIZE = 2_000;

export function createWork(
  options: Pick<Work, "resolve" | "heightOf" | "fullness" | "usesExamples" | "language" | "suggest">,
): Work {
  let steps = 0;
  let values = 0;
  let retries = 0;
  let last: Work["last"];
  return {
    ...options,
    get last() {
      return last;
    },
    enter: (place, schema) => {
      last = { place, schema };
    },
    mayRetry: () => ++retries <= RETRIES,
    spend: (count = 1) => {
      steps += count;
      if (steps > STEPS) throw new Contradiction("it is too intricate to satisfy within bounds", { isFinal: true });
    },
    isLarge: () => ++values > SOFT_SIZE,
  };
}

/** Where in the value a synthesis is. Places are never changed; each child gets its own. */
export interface Place {
  readonly random: Random;
  /** The chance of the object around it, or of the item: what belongs together is drawn from it. */
  readonly kin: Random;
  /** The property that holds the object around it, or the list of it; empty at the root. */
  readonly parent: string;
  /** Which item the object around it is, from 0; undefined outside lists. */
  readonly turn: number | undefined;
  /** Which item this value is. */
  readonly index: number | undefined;
  /** The nearest property name, which tells what a value is about. Empty at the root. */
  readonly name: string;
  readonly depth: number;
  /** Give only what is required, and take the shortest branch. */
  readonly isMinimal: boolean;
  /** Any value will do: those that its name means were refused, as when a list has all of them already. */
  readonly isPlain: boolean;
  /** The value may as well be left out. */
  readonly isOptional: boolean;
  /** The schemas that the values around this one were made of, innermost first. */
  readonly around: Around | undefined;
  readonly trail: readonly string[];
}

export interface Around {
  readonly schemas: ReadonlySet<Schema>;
  readonly outer: Around | undefined;
}

/** How many of the values around a place were made of this schema. */
export function timesAround(place: Place, schema: Schema): number {
  let times = 0;
  for (let at = place.around; at; at = at.outer) if (at.schemas.has(schema)) times++;
  return times;
}
