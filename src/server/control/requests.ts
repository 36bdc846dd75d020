/** Reads the journal: the list of exchanges, one exchange, and all breaches. */

import type { Entry } from "../../exchange/entry.ts";
import type { RawEntry } from "../../exchange/journal.ts";
import { nearest } from "../../lib/nearest.ts";
import type { Answer } from "../write.ts";
import { ControlError, invalid, json } from "./answer.ts";
import { meets, readFilter } from "./filter.ts";

export type Render = (entry: RawEntry) => Entry;

const MOST_LISTED = 1_000;
const USUALLY_LISTED = 100;

/** `GET requests`: in order of arrival, `limit` (100, at most 1,000) at a time, those `after` an id. */
export function listRequests(entries: readonly RawEntry[], query: URLSearchParams, render: Render): Answer {
  const { filter, limit, after } = readQuery(query, ["limit", "after"]);
  const found = entries.filter((entry) => meets(entry, filter));
  const page = pageOf(found, after);
  return json(200, {
    count: found.length,
    hasMore: page.length > limit,
    data: page.slice(0, limit).map(render),
  });
}

/** `after` may be an entry that the filter leaves out, but it must still be in the journal. */
function pageOf(found: readonly RawEntry[], after: string | undefined): readonly RawEntry[] {
  if (after === undefined) return found;
  const place = found.findIndex(({ id }) => id === after);
  if (place < 0)
    throw invalid(`after names ${after.slice(0, 80)}, which is not in this list. Leave it out to start anew.`);
  return found.slice(place + 1);
}

/** `GET requests/<id>`. */
export function oneRequest(entries: readonly RawEntry[], id: string, render: Render): Answer {
  const entry = entries.findLast((one) => one.id === id);
  if (entry !== undefined) return json(200, render(entry));
  const meant = nearest(
    id,
    entries.slice(-100).map((one) => one.id),
  );
  throw new ControlError(
    404,
    "unknown_request",
    `The journal has no request ${id.slice(0, 80)}.${meant === undefined ? " Its id is the x-request-id of the reply; the oldest entries go first, and a bearer token sees only its own." : ` Did you mean ${meant}?`}`,
  );
}

export interface FoundBreach {
  request: string;
  operationId: string | null;
  method: string;
  path: string;
  status: number;
  by: "client" | "server";
  rule: string;
  pointer: string;
  message: string;
}

/** The breaches of some entries, each with the exchange it was found in. */
export const breachesOf = (entries: readonly RawEntry[], render: Render): FoundBreach[] =>
  entries
    .filter(({ breaches }) => breaches.length > 0)
    .map(render)
    .flatMap(({ id, operationId, method, path, status, breaches }) =>
      breaches.map((breach) => ({ request: id, operationId, method, path, status, ...breach })),
    );

/** `GET breaches`: of one side with `by`, of one rule with `rule`. */
export function listBreaches(entries: readonly RawEntry[], query: URLSearchParams, render: Render): Answer {
  const { filter, limit } = readQuery(query, ["limit", "by", "rule"]);
  const side = readSide(query.get("by") ?? undefined);
  const rule = query.get("rule");
  const found = breachesOf(
    entries.filter((entry) => meets(entry, filter)),
    render,
  ).filter((breach) => (side === undefined || breach.by === side) && (rule === null || breach.rule === rule));
  return json(200, { count: found.length, hasMore: found.length > limit, data: found.slice(0, limit) });
}

export function readSide(by: unknown): "client" | "server" | undefined {
  if (by === undefined || by === "client" || by === "server") return by;
  throw invalid(`by must be client or server, not ${JSON.stringify(by)?.slice(0, 80)}.`);
}

function readQuery(query: URLSearchParams, others: readonly string[]) {
  const filter = readFilter(Object.fromEntries(query), others);
  const text = query.get("limit") ?? String(USUALLY_LISTED);
  const limit = Number(text);
  if (!/^\d+$/.test(text) || limit < 1 || limit > MOST_LISTED)
    throw invalid(`limit must be a whole number from 1 to ${MOST_LISTED}, not ${text.slice(0, 80)}.`);
  return { filter, limit, after: query.get("after") ?? undefined };
}
