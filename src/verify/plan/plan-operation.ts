/** The cases of one operation: what must run, then what may run as far as the budget reaches, in a seeded order. */
import { pathShape } from "../../contract/match.ts";
import type { Contract, Operation } from "../../contract/operation.ts";
import { isFields } from "../../lib/fields.ts";
import { hash } from "../../lib/random.ts";
import type { Case, CaseBody, CaseRequest, KeyChoice } from "../case.ts";
import { contentOf } from "./draft.ts";
import { inTurn, mapped } from "./in-turn.ts";
import { parameterFaults, parameterRows, placed, requiredValues, type Values } from "./parameters.ts";
import { planBodies } from "./plan-bodies.ts";
import type { PlanOptions } from "./plan-options.ts";
import { type Draft, REFUSED, refused, SERVED } from "./sketch.ts";

export interface OperationPlan {
  operation: Operation;
  /** In the order of their worth. */
  needed: readonly Case[];
  /** Made as they are asked for. */
  further: Iterable<Case>;
  /** Those requests with a single fault that are left when no more of `further` are taken. */
  faults: Iterable<Case>;
}

export function planOperation(operation: Operation, options: PlanOptions): OperationPlan {
  const { contract } = options;
  const random = options.random.fork(operation.id);
  const values = requiredValues(operation, contract, random);
  const toCase = ({ origin, expect, body, key = "first", method = operation.method, ...draft }: Draft): Case => {
    const place = placed(operation, draft.values ?? values);
    const request: CaseRequest = { method, ...place, key, ...(body && { body }) };
    return {
      id: `${operation.id}.${slug(origin)}`,
      operation,
      request,
      expect,
      ...(draft.base && { base: draft.base }),
      ...(draft.parts && { parts: draft.parts.map(toCase) }),
      parameters: given(draft.values ?? values, body),
    };
  };
  const content = contentOf(operation);
  const sent = content === undefined ? undefined : planBodies(operation, content, { ...options, random });
  const base = sent?.examples[0]?.body;
  const basic: Draft = { origin: "", expect: SERVED, ...(base && { body: base }) };
  const rows = parameterRows(operation, contract, random).map(
    (row, index): Draft => ({ ...basic, origin: `parameters ${index}`, values: row }),
  );
  const wrongParameters = parameterFaults(operation, contract, random).map(
    ({ parameter: { name }, value, values: faulty }): Draft => ({
      ...basic,
      origin: `${name}=${value}`,
      values: faulty,
      expect: refused("input.V1", `a request whose parameter ${name} is ${JSON.stringify(value)}`, {
        of: "type",
        statuses: REFUSED,
        fields: [`/${name}`],
      }),
    }),
  );
  const { security } = operation;
  const isOpen = security.length === 0 || security.some((needed) => needed.length === 0);
  const wrongKeys = isOpen
    ? []
    : KEYS.filter(([key]) => key !== "wrong-scheme" || hasScheme(security)).map(
        ([key, what]): Draft => ({
          ...basic,
          origin: what,
          key,
          expect: refused("auth.A1", `a request with ${what}`, { of: "key", statuses: [401, 403] }),
        }),
      );
  const needed = [
    ...(sent?.examples ?? (content === undefined ? [{ ...basic, origin: "plain" }] : [])),
    ...wrongKeys,
    ...wrongMethod(operation, contract, basic),
    ...(sent?.malformed ?? []),
    ...(sent?.probes ?? []),
    ...rows,
    ...wrongParameters,
  ];
  const faults = mapped(sent?.negatives ?? [], toCase);
  const corners = mapped(sent?.rows ?? [], toCase);
  return {
    operation,
    needed: [...distinct(needed.map(toCase))],
    // A budget that is short goes to what servers check least.
    further: distinct(inTurn<Case>([faults, faults, corners, faults])),
    faults,
  };
}

const KEYS: readonly (readonly [KeyChoice, string])[] = [
  ["none", "no key"],
  ["empty", "an empty key"],
  ["wrong-scheme", "a key in the wrong scheme"],
];

/** A key that stands alone in a header or a query has none; and where both schemes will do, none is wrong. */
const hasScheme = (security: Operation["security"]): boolean => {
  const [needed = []] = security;
  const kinds = new Set(security.flat().map(({ kind }) => kind));
  return needed.some(({ kind }) => kind !== "apiKey") && !(kinds.has("basic") && kinds.has("bearer"));
};

/** One of the methods that no operation of the path has. */
function wrongMethod({ id, path, basePath, replies }: Operation, { operations }: Contract, basic: Draft): Draft[] {
  const siblings = operations.filter(
    (other) => other.basePath === basePath && pathShape(other.path) === pathShape(path),
  );
  // The path is judged once, by the first of its operations.
  if (siblings[0]?.id !== id) return [];
  const free = ["PUT", "PATCH", "DELETE", "GET"].find((one) => !siblings.some((other) => other.method === one));
  if (free === undefined) return [];
  const statuses = replies.some(({ status }) => status === "405") ? [405] : [400, 403, 404, 405, 501];
  const { body: _, ...draft } = basic;
  return [
    {
      ...draft,
      origin: `method ${free}`,
      method: free,
      expect: refused("method.M1", `the undeclared method ${free}`, {
        of: "method",
        statuses,
        methods: { refused: free, declared: siblings.map((sibling) => sibling.method) },
      }),
    },
  ];
}

function given(values: Values, body: CaseBody | undefined): string[] {
  const fields = body === undefined || body.kind === "text" || !isFields(body.value) ? [] : Object.keys(body.value);
  return [
    ...[...values.keys()].map((parameter) => `${parameter.in}.${parameter.name}`),
    ...fields.map((name) => `body.${name}`),
  ];
}

/** Readable where it can be, and always short. */
function slug(origin: string): string {
  const words = origin.replaceAll(/[^A-Za-z0-9_=-]+/g, "-").replaceAll(/^-+|-+$/g, "");
  return words.length <= 40 && words.length > 0
    ? words
    : `${words.slice(0, 24)}-${hash(origin).toString(36).slice(0, 8)}`;
}

/** The same request with the same expectation is sent once; two with the same name are told apart. */
function* distinct(cases: Iterable<Case>): Generator<Case> {
  const names = new Map<string, number>();
  const seen = new Set<string>();
  for (const one of cases) {
    const key = JSON.stringify([one.request, one.expect], (_key, value) =>
      value instanceof Uint8Array ? value.length : value,
    );
    if (seen.has(key)) continue;
    seen.add(key);
    const count = (names.get(one.id) ?? 0) + 1;
    names.set(one.id, count);
    yield count === 1 ? one : { ...one, id: `${one.id}-${count}` };
  }
}
