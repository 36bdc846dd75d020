/** Makes a failing request smaller (delta debugging, Zeller 2002), with a bounded number of requests. */
import { type Fields, isFields } from "../../lib/fields.ts";
import type { CaseBody } from "../case.ts";

export interface ShrinkOptions {
  /** A body that is known to fit: a required field is not left out but put back to what it has here. */
  base: Fields;
  /** The body still fits its schema. */
  fits: (value: Fields) => boolean;
  /** The same finding comes of this body; undefined when no request is left to ask. */
  shows: (body: CaseBody) => Promise<boolean | undefined>;
  /** The most requests to spend. */
  mostTries: number;
}

/** Tries ever smaller bodies; the last one that `shows` confirmed is the smallest found. */
export async function shrink(body: CaseBody, { base, fits, shows, mostTries }: ShrinkOptions): Promise<void> {
  if (body.kind === "text" || !isFields(body.value)) return;
  const given = body.value;
  let left = mostTries;
  /** Undefined when it cannot be known any more. */
  const attempt = async (value: Fields): Promise<boolean | undefined> => {
    if (!fits(value)) return false;
    return left-- > 0 ? shows({ ...body, value }) : undefined;
  };
  // The fields that may matter.
  const all = Object.keys(given).filter((name) => fits(reduced(given, base, [name], true)));
  const kept = await leastOf(all, (names) => attempt(reduced(given, base, names)));
  // What the base gives beside the required fields is not needed either, as a rule.
  const bare = Object.entries(reduced(given, base, kept)).filter(
    ([name]) => kept.includes(name) || !fits(reduced(given, {}, [name], true)),
  );
  if (bare.length < Object.keys(reduced(given, base, kept)).length) await attempt(Object.fromEntries(bare));
}

type Attempt = (names: readonly string[]) => Promise<boolean | undefined>;

/** The fewest of the names that still show it, as far as the tries reach. */
async function leastOf(all: readonly string[], attempt: Attempt): Promise<readonly string[]> {
  if (await attempt([])) return [];
  let kept = all;
  let parts = 2;
  while (kept.length > 1) {
    const next = await firstShown(split(kept, parts), kept, attempt);
    if (next === undefined) return kept;
    if (next !== false) {
      parts = next.isSubset ? 2 : Math.max(2, parts - 1);
      kept = next.names;
    } else if (parts >= kept.length) return kept;
    else parts = Math.min(kept.length, parts * 2);
  }
  return kept;
}

/** One of the groups by itself, else all but one of them; false where none of these shows the finding. */
async function firstShown(
  groups: readonly (readonly string[])[],
  all: readonly string[],
  attempt: Attempt,
): Promise<{ names: string[]; isSubset: boolean } | false | undefined> {
  const rest = (group: readonly string[]) => all.filter((name) => !group.includes(name));
  const tries = [
    ...groups.map((group) => ({ names: [...group], isSubset: true })),
    // Of two groups each is what the other leaves.
    ...(groups.length > 2 ? groups.map((group) => ({ names: rest(group), isSubset: false })) : []),
  ];
  for (const one of tries) {
    const isShown = await attempt(one.names);
    if (isShown === undefined) return undefined;
    if (isShown) return one;
  }
  return false;
}

/** The body with only these of its fields, and else with what the base has; or, the other way round, without these. */
function reduced(given: Fields, base: Fields, names: readonly string[], isWithout = false): Fields {
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => {
      if (names.includes(name) !== isWithout) return [[name, value]];
      return name in base ? [[name, base[name]]] : [];
    }),
  );
}

function split(names: readonly string[], parts: number): string[][] {
  const size = Math.ceil(names.length / parts);
  return Array.from({ length: Math.ceil(names.length / size) }, (_, at) => names.slice(at * size, (at + 1) * size));
}

/** The fields in which a body departs from another one that is known to fit. */
export const departures = (value: Fields, base: Fields): string[] =>
  Object.keys(value).filter((name) => JSON.stringify(value[name]) !== JSON.stringify(base[name]));
