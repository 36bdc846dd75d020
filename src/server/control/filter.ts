/** Which entries of the journal are meant: the filters that the list, the breaches and the assertions share. */
import type { RawEntry } from "../../exchange/journal.ts";
import { fingerprint, pathOf } from "../../exchange/render-entry.ts";
import { nearest } from "../../lib/nearest.ts";
import { invalid } from "./answer.ts";

export interface Filter {
  /** An operationId. */
  operation?: string;
  api?: string;
  method?: string;
  path?: string;
  /** `200`, `4xx` for a whole class, or `0` where no reply began. */
  status?: string;
  /** The scenario that decided, or one of its rules: `tides`, `tides/only`. */
  scenario?: string;
  /** A fingerprint, as entries show it. */
  token?: string;
}

export const FILTERS: readonly string[] = ["operation", "api", "method", "path", "status", "scenario", "token"];

/** Refuses names that are not known, with the one that was meant, and statuses that are none. */
export function readFilter(given: Readonly<Record<string, unknown>>, others: readonly string[]): Filter {
  const known = [...FILTERS, ...others];
  for (const name of Object.keys(given)) {
    if (known.includes(name)) continue;
    const meant = nearest(name, known);
    const hint = meant === undefined ? `The known ones are ${known.join(", ")}.` : `Did you mean ${meant}?`;
    throw invalid(`There is no ${name.slice(0, 80)} here. ${hint}`);
  }
  const filter: Record<string, string> = {};
  for (const name of FILTERS) {
    const value = given[name];
    if (value === undefined) continue;
    if (typeof value !== "string" && !(name === "status" && typeof value === "number"))
      throw invalid(`${name} must be a text, not ${JSON.stringify(value)?.slice(0, 80)}.`);
    filter[name] = String(value);
  }
  if (filter.status !== undefined && !/^(0|[1-5](\d\d|xx))$/i.test(filter.status))
    throw invalid(
      `status must be a status code such as 200, or a class such as 4xx, not ${filter.status.slice(0, 80)}.`,
    );
  return filter;
}

export function meets(entry: RawEntry, { operation, api, method, path, status, scenario, token }: Filter): boolean {
  return (
    (operation === undefined || entry.operationId === operation) &&
    (api === undefined || entry.api === api) &&
    (method === undefined || entry.method === method.toUpperCase()) &&
    (path === undefined || pathOf(entry.url) === path) &&
    (status === undefined || isOf(entry.status, status)) &&
    (scenario === undefined || isBy(entry.delivered?.rule, scenario)) &&
    (token === undefined || (entry.token !== "" && fingerprint(entry.token) === token))
  );
}

const isOf = (status: number, wanted: string): boolean =>
  /xx$/i.test(wanted) ? String(status)[0] === wanted[0] : String(status) === wanted;

const isBy = (rule: string | undefined, scenario: string): boolean =>
  rule !== undefined && (rule === scenario || rule.startsWith(`${scenario}/`));
