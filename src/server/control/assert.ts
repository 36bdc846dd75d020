/** `POST assert`: says whether the journal has what a test expects, and if not, what it has instead. */

import type { Entry } from "../../exchange/entry.ts";
import type { RawEntry } from "../../exchange/journal.ts";
import { type Difference, differenceOf } from "../../exchange/match-entry.ts";
import { isFields } from "../../lib/fields.ts";
import type { Answer } from "../write.ts";
import { invalid, json } from "./answer.ts";
import { FILTERS, type Filter, meets, readFilter } from "./filter.ts";
import { breachesOf, type FoundBreach, type Render, readSide } from "./requests.ts";

/** An expectation fails with 409, the state of the journal being in conflict with it, so that `curl -f` fails too. */
const FAILED = 409;

const COUNTS = ["times", "atLeast", "atMost"] as const;
const PARTS = ["query", "headers", "body"] as const;
const MOST_NEAREST = 3;

interface Bounds {
  least: number;
  most: number;
  words: string;
}

/**
 * @param expected The JSON body of the request: the filters of the list; `query`, `headers` and `body` as partial values;
 * `times`, or `atLeast` (1 by default) and `atMost`. Or `breaches`, a count or `{by, rule, times, atLeast, atMost}`.
 */
export function assertJournal(entries: readonly RawEntry[], expected: unknown, render: Render): Answer {
  const given = asObject(expected, "The body");
  const filter = readFilter(given, [...COUNTS, ...PARTS, "breaches"]);
  if (given.breaches === undefined) return assertRequests(entries, { given, filter, render });
  const misplaced = [...COUNTS, ...PARTS].find((name) => given[name] !== undefined);
  if (misplaced !== undefined)
    throw invalid(`${misplaced} does not go with breaches. Put the count into it: {"breaches": {"atMost": 0}}.`);
  return assertBreaches(
    entries.filter((entry) => meets(entry, filter)),
    given.breaches,
    render,
  );
}

interface Wanted {
  given: Readonly<Record<string, unknown>>;
  filter: Filter;
  render: Render;
}

function assertRequests(entries: readonly RawEntry[], { given, filter, render }: Wanted): Answer {
  const bounds = boundsOf(given, { least: 1, most: Infinity, words: "at least 1" });
  const parts = Object.fromEntries(PARTS.flatMap((name) => (given[name] === undefined ? [] : [[name, given[name]]])));
  for (const name of ["query", "headers"]) if (parts[name] !== undefined) asObject(parts[name], name);
  if (parts.headers !== undefined) parts.headers = lowerNames(parts.headers as object);
  const candidates = entries.filter((entry) => meets(entry, filter));
  const compared =
    Object.keys(parts).length === 0
      ? candidates.map((raw) => ({ raw, entry: undefined, difference: undefined }))
      : candidates.map((raw) => {
          const entry = render(raw);
          return { raw, entry, difference: firstDifference(parts, entry) };
        });
  const met = compared.filter(({ difference }) => difference === undefined);
  if (isWithin(met.length, bounds)) return json(200, { ok: true, count: met.length });
  const missed = compared.filter(({ difference }) => difference !== undefined);
  // Too many: those that met it are what to look at. Too few: those that nearly did, else whatever else there was.
  const look = met.length > bounds.most ? met.map(({ raw }) => raw) : missed.map(({ raw }) => raw);
  const shown = (look.length > 0 ? look : entries).slice(-MOST_NEAREST);
  const nearest = shown.map((raw) => {
    const difference = missed.find((one) => one.raw === raw)?.difference ?? filterDifference(raw, filter);
    const { id, method, path, operationId, status } = render(raw);
    return { id, method, path, operationId, status, ...(difference && { difference }) };
  });
  const [first] = nearest;
  const hint = first?.difference
    ? ` The first of the nearest, ${first.id}, differs at ${first.difference.pointer}: ${tell(first.difference)}.`
    : entries.length === 0
      ? " The journal has no entry at all here: does the request send the same bearer token as this one?"
      : "";
  return json(FAILED, {
    ok: false,
    message: `Expected ${bounds.words} such request${bounds.words.endsWith(" 1") ? "" : "s"}, and saw ${met.length} among ${entries.length}.${hint}`,
    count: met.length,
    expected: bounds.words,
    seen: entries.length,
    nearest,
  });
}

/** The pointer starts with the part: `/body/messages/0/role`. */
const firstDifference = (parts: Readonly<Record<string, unknown>>, { query, request }: Entry): Difference | undefined =>
  differenceOf(parts, { query, headers: request.headers, body: request.body });

function filterDifference(raw: RawEntry, filter: Filter): Difference | undefined {
  const name = FILTERS.find((one) => {
    const value = filter[one as keyof Filter];
    return value !== undefined && !meets(raw, { [one]: value });
  });
  if (name === undefined || name === "token") return undefined;
  const actual = {
    operation: raw.operationId,
    api: raw.api,
    method: raw.method,
    path: raw.url.split("?", 1)[0],
    status: raw.status,
  };
  return {
    pointer: `/${name}`,
    expected: filter[name as keyof Filter],
    actual: actual[name as keyof typeof actual] ?? null,
  };
}

function assertBreaches(entries: readonly RawEntry[], expected: unknown, render: Render): Answer {
  const given = typeof expected === "number" ? { times: expected } : asObject(expected, "breaches");
  const unknown = Object.keys(given).find((name) => ![...COUNTS, "by", "rule"].includes(name));
  if (unknown !== undefined)
    throw invalid(`breaches has no ${unknown.slice(0, 80)}. It takes by, rule, times, atLeast and atMost.`);
  const side = readSide(given.by);
  const rule = given.rule;
  const bounds = boundsOf(given, { least: 0, most: 0, words: "exactly 0" });
  const found = breachesOf(entries, render).filter(
    (breach) => (side === undefined || breach.by === side) && (rule === undefined || breach.rule === rule),
  );
  if (isWithin(found.length, bounds)) return json(200, { ok: true, count: found.length });
  return json(FAILED, {
    ok: false,
    message: `Expected ${bounds.words} breaches${side ? ` by the ${side}` : ""}, and saw ${found.length}.${tellBreach(found[0])}`,
    count: found.length,
    expected: bounds.words,
    seen: entries.length,
    breaches: found.slice(0, 20),
  });
}

const tellBreach = (breach: FoundBreach | undefined): string =>
  breach ? ` The first, in ${breach.request} (${breach.method} ${breach.path}): ${breach.message}` : "";

const tell = ({ expected, actual }: Difference): string => `expected ${brief(expected)}, got ${brief(actual)}`;

const brief = (value: unknown): string => {
  const text = value === undefined ? "nothing" : JSON.stringify(value);
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
};

function boundsOf(given: Readonly<Record<string, unknown>>, usual: Bounds): Bounds {
  const [times, atLeast, atMost] = COUNTS.map((name) => {
    const value = given[name];
    if (value === undefined || (Number.isSafeInteger(value) && (value as number) >= 0))
      return value as number | undefined;
    throw invalid(`${name} must be a whole number from 0, not ${brief(value)}.`);
  });
  if (times !== undefined && (atLeast !== undefined || atMost !== undefined))
    throw invalid("times is an exact count: leave out atLeast and atMost.");
  if (times !== undefined) return { least: times, most: times, words: `exactly ${times}` };
  if (atLeast === undefined && atMost === undefined) return usual;
  const words = [atLeast !== undefined && `at least ${atLeast}`, atMost !== undefined && `at most ${atMost}`];
  return { least: atLeast ?? 0, most: atMost ?? Infinity, words: words.filter(Boolean).join(" and ") };
}

const isWithin = (count: number, { least, most }: Bounds): boolean => count >= least && count <= most;

const lowerNames = (headers: object) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

function asObject(value: unknown, name: string): Readonly<Record<string, unknown>> {
  if (isFields(value)) return value;
  throw invalid(`${name} must be an object, not ${brief(value)}.`);
}
