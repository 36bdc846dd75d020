/** Careful reading and merging of payloads that may be anything at all. */
import { type Fields, isFields } from "../../lib/fields.ts";

/** The number itself where it can count things, else what is assumed in its place. */
export const indexOr = (value: unknown, otherwise: number): number =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 ? value : otherwise;

/** Text after text; anything that is none counts as empty. */
export const join = (before: unknown, after: unknown): string =>
  (typeof before === "string" ? before : "") + (typeof after === "string" ? after : "");

/** A list of our own with more at its end; the first time a copy, since a payload is not ours to change. */
export function grow(before: unknown, more: readonly unknown[]): unknown[] {
  if (!Array.isArray(before)) return [...more];
  for (const value of more) before.push(value);
  return before;
}

/** What an object can be given without changing what it is. */
export const isPlainName = (name: string): boolean => name !== "__proto__";

/** Says nothing yet: a later payload may know better. */
const isBlank = (value: unknown): boolean => value === undefined || value === null || value === "" || value === 0;

/** What names the whole stream: the first payload that tells it is believed. */
const NAMES: ReadonlySet<string> = new Set(["id", "object", "created", "model"]);

/**
 * Takes over the members of a payload, but for those that are read in a way of their own. Of what is told again the last
 * word counts, and objects are put together: servers tell their extras in pieces, or as they stand so far.
 */
export function foldMembers(known: Fields, payload: Fields, apart: ReadonlySet<string>): void {
  for (const name in payload) {
    if (apart.has(name) || !isPlainName(name)) continue;
    const value = payload[name];
    if (isBlank(known[name])) {
      if (!(name in known) || !isBlank(value)) known[name] = replace(undefined, value);
    } else if (!NAMES.has(name) && !isBlank(value)) known[name] = replace(known[name], value);
  }
}

/**
 * The later value; of two objects one with the members of both, which is `before` itself: that has to be what this function
 * gave, since a payload is not ours to change.
 */
export function replace(before: unknown, after: unknown): unknown {
  if (!isFields(after)) return after;
  const own = isFields(before) ? before : {};
  for (const name in after) if (isPlainName(name)) own[name] = after[name];
  return own;
}

/** An object of our own with more members, of which the named texts grow; blanks say nothing. */
export function growTexts(before: unknown, more: Fields, texts: readonly string[]): Fields {
  const own = isFields(before) ? before : {};
  for (const name in more) {
    const value = more[name];
    // Some servers repeat a name as null or empty where others leave it out.
    if (value === null || value === undefined || value === "" || !isPlainName(name)) continue;
    if (!texts.includes(name)) own[name] = value;
  }
  for (const name of texts) own[name] = join(own[name], more[name]);
  return own;
}

export const inOrder = <Value>(byIndex: ReadonlyMap<number, Value>): Value[] =>
  [...byIndex].sort(([a], [b]) => a - b).map(([, value]) => value);
