/** Careful reading and merging of payloads that may be anything at all. */

export type Fields = Record<string, unknown>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

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

/** Takes over the members of a payload that are not known yet, but for those that are read in a way of their own. */
export function keepConstant(known: Fields, payload: Fields, apart: ReadonlySet<string>): void {
  for (const name in payload) {
    if (apart.has(name) || !isPlainName(name)) continue;
    if (!(name in known) || (isBlank(known[name]) && !isBlank(payload[name]))) known[name] = payload[name];
  }
}

export const inOrder = <Value>(byIndex: ReadonlyMap<number, Value>): Value[] =>
  [...byIndex].sort(([a], [b]) => a - b).map(([, value]) => value);
