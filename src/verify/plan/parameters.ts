/** Paths and queries with their parameters filled in, and queries with a single fault. */
import { checkParameters } from "../../contract/check-request.ts";
import { pairsOf, textOf } from "../../contract/encode-parameter.ts";
import type { Contract, Operation, Parameter } from "../../contract/operation.ts";
import { refName } from "../../contract/resolve.ts";
import type { Schema } from "../../contract/schema-object.ts";
import type { Random } from "../../lib/random.ts";
import { synthesize } from "../../synthesis/synthesize.ts";
import { cornersOf } from "./corners.ts";

export type Values = ReadonlyMap<Parameter, unknown>;

/** The path with its parameters in place, the query, and the headers that parameters ask for. */
export function placed(
  { path, parameters }: Operation,
  values: Values,
): { path: string; query: string; headers: Record<string, string> } {
  const query = new URLSearchParams();
  const headers: Record<string, string> = {};
  const cookies: string[] = [];
  let filled = path;
  for (const parameter of parameters) {
    if (!values.has(parameter)) continue;
    const value = values.get(parameter);
    const { name } = parameter;
    if (parameter.in === "path") filled = filled.replaceAll(`{${name}}`, encodeURIComponent(textOf(parameter, value)));
    else if (parameter.in === "header") headers[name.toLowerCase()] = textOf(parameter, value);
    else if (parameter.in === "cookie")
      cookies.push(...pairsOf(parameter, value).map(([key, text]) => `${key}=${encodeURIComponent(text)}`));
    else for (const [key, text] of pairsOf(parameter, value)) query.append(key, text);
  }
  if (cookies.length > 0) headers.cookie = cookies.join("; ");
  return { path: filled, query: query.toString(), headers };
}

/** What the contract says of a request with these values, once they have been written. */
function violationsOf(operation: Operation, values: Values, contract: Contract): readonly { pointer: string }[] {
  const { query, headers } = placed(operation, values);
  const inPath = [...values].filter(([parameter]) => parameter.in === "path");
  const path = Object.fromEntries(inPath.map(([parameter, value]) => [parameter.name, textOf(parameter, value)]));
  return checkParameters(operation, { path, query: new URLSearchParams(query), header: headers }, contract).violations;
}

/** Required parameters with likely values: what a request of the operation cannot do without. */
export function requiredValues(operation: Operation, contract: Contract, random: Random): Map<Parameter, unknown> {
  const needed = operation.parameters.filter(({ required }) => required);
  return new Map(needed.map((parameter) => [parameter, make(parameter, contract, random)]));
}

function make(parameter: Parameter, { schemas }: Contract, random: Random): unknown {
  const { name, schema } = parameter;
  try {
    const value = synthesize(schema, {
      random: random.fork(name),
      name,
      resolve: (ref) => schemas[refName(ref) ?? ""] ?? true,
    });
    return value === "" || value === undefined || !isSendable(parameter, value) ? "x" : value;
  } catch {
    return "x";
  }
}

/** A header has to be printable ASCII (RFC 9110, 5.5); everything else is percent-encoded. */
const isSendable = (parameter: Parameter, value: unknown): boolean =>
  parameter.in !== "header" || /^(?! )[\x20-\x7e]*(?<! )$/.test(textOf(parameter, value));

/** Optional parameters, row by row at their corners; a cursor names an entry, which only a sequence knows. */
export function parameterRows(operation: Operation, contract: Contract, random: Random): Map<Parameter, unknown>[] {
  const optional = operation.parameters.filter(({ required, name }) => !required && !CURSOR.test(name));
  if (optional.length === 0) return [];
  const corners = optional.map((parameter) => ({
    parameter,
    ...cornersOf(parameter, { schemas: contract.schemas, random }),
  }));
  const rows = Math.min(4, Math.max(...corners.map(({ count }) => count)));
  const base = requiredValues(operation, contract, random);
  return Array.from({ length: rows }, (_, row) => {
    const values = new Map(base);
    for (const { parameter, value, count } of corners) {
      const one = row < count ? value(row) : undefined;
      if (one === undefined || one === null || one === "" || !isSendable(parameter, one)) continue;
      const more = new Map(values).set(parameter, one);
      if (violationsOf(operation, more, contract).length === 0) values.set(parameter, one);
    }
    return values;
  });
}

const CURSOR = /^(after|before|cursor|page_token|starting_after|ending_before)$/;

/** A value that is no number where one is asked for, and past each limit; each alone. */
export function parameterFaults(
  operation: Operation,
  contract: Contract,
  random: Random,
): { parameter: Parameter; values: Values; value: string }[] {
  const base = requiredValues(operation, contract, random);
  return operation.parameters
    .filter((parameter) => parameter.in === "query")
    .flatMap((parameter) => {
      const { minimum, maximum } = (typeof parameter.schema === "object" ? parameter.schema : {}) as Exclude<
        Schema,
        boolean
      >;
      const wrong = [
        "many",
        ...(minimum === undefined ? [] : [String(minimum - 1)]),
        ...(maximum === undefined ? [] : [String(maximum + 1)]),
      ];
      return wrong.map((value) => ({ parameter, value, values: new Map(base).set(parameter, value) }));
    })
    .filter(({ values }) => violationsOf(operation, values, contract).length > 0);
}
