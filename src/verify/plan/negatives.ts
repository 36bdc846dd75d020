/** Requests with a single fault, each proven invalid by the contract after it has been written and read again. */
import type { Content, Contract } from "../../contract/operation.ts";
import { resolve, type Schemas } from "../../contract/resolve.ts";
import { isOfType } from "../../contract/rules.ts";
import type { JsonType, Schema } from "../../contract/schema-object.ts";
import { type Fields, isFields } from "../../lib/fields.ts";
import { fromPointer, toPointer } from "../../lib/json-pointer.ts";
import type { Random } from "../../lib/random.ts";
import { isUpload } from "../run/wire.ts";
import { shuffle } from "./corners.ts";
import { asForm, isBinary, isForm, violationsOf } from "./draft.ts";
import { shapeOf } from "./fields.ts";
import { inTurn } from "./in-turn.ts";

export interface Negative {
  /** Such as `missing model`; unique within the operation. */
  label: string;
  kind: "missing" | "type" | "enum" | "range" | "unknown";
  /** As the end of "The server accepted …". */
  fault: string;
  body: unknown;
  /** JSON pointers, any of which the refusal may name. */
  fields: readonly string[];
}

/** A negative that is not proven yet; its body is made when its turn comes. */
type Candidate = Omit<Negative, "body"> & { body: () => unknown };

export interface NegativeOptions {
  content: Content;
  contract: Contract;
  /** Bodies that fit; the first is the smallest. */
  bodies: readonly Fields[];
  random: Random;
  /** How often each fault, by its label, has been sent with the operations of this run. */
  sent: Map<string, number>;
}

const UNKNOWN = "gatetwin_unknown_field";
const NO_MEMBER = "gatetwin_no_member";

/** Each required field left out first, then one of each kind and one of each again, until all are told. */
export function* negativesOf({ random, content, contract, bodies, sent }: NegativeOptions): Generator<Negative> {
  const [base] = bodies;
  if (base === undefined) return;
  const { fields, isClosed } = shapeOf(content.schema, contract.schemas);
  // A form without any field is no body at all, which an operation may allow.
  const isLast = content.mediaType === "application/x-www-form-urlencoded" && Object.keys(base).length === 1;
  const missing = fields
    .filter(({ name, required }) => required && name in base && !isLast)
    .map(({ name }) => ({
      kind: "missing" as const,
      label: `missing ${name}`,
      fault: `a request without the required field ${name}`,
      body: () => without(base, name),
      fields: [toPointer([name])],
    }));
  const unknown = isClosed
    ? [
        {
          kind: "unknown" as const,
          label: "unknown field",
          fault: "a request with an unknown field where the contract closes the object",
          body: () => ({ ...base, [UNKNOWN]: true }),
          fields: [toPointer([UNKNOWN])],
        },
      ]
    : [];
  const wrong: Record<"type" | "enum" | "range", Candidate[]> = { type: [], enum: [], range: [] };
  for (const { name, schema } of fields) {
    if (isBinary(schema, contract)) continue;
    for (const { kind, what, value } of wrongValues(schema, contract.schemas))
      wrong[kind].push({
        kind,
        label: `${name} ${what}`,
        fault: `a request whose ${name} is ${what}`,
        body: () => ({ ...base, [name]: value }),
        fields: [toPointer([name])],
      });
  }
  // What servers check least comes early: a small budget may reach no further.
  const inside = nested(bodies);
  const of = (kind: Negative["kind"]) => inside.filter((candidate) => candidate.kind === kind);
  const kinds = [wrong.enum, wrong.range, of("missing"), unknown, wrong.type, of("enum"), of("unknown"), of("type")];
  const told = new Set<string>();
  for (const candidate of oneByOne(missing, kinds, { random, sent, bodies })) {
    if (told.has(candidate.label)) continue;
    const negative = prove(candidate, content, contract);
    if (negative === undefined) continue;
    told.add(candidate.label);
    sent.set(negative.label, (sent.get(negative.label) ?? 0) + 1);
    yield negative;
  }
}

function* oneByOne(
  missing: readonly Candidate[],
  kinds: readonly Candidate[][],
  { random, ...known }: Pick<NegativeOptions, "random" | "sent" | "bodies">,
): Generator<Candidate> {
  yield* missing;
  yield* inTurn(kinds.map((kind) => freshFirst(shuffle(kind, random), known)));
}

/**
 * Operations share most of their fields: what no other one was sent tells more than what several were, and the fields
 * that examples show, which callers use most, more than the others.
 */
function* freshFirst(
  candidates: readonly Candidate[],
  { sent, bodies }: Pick<NegativeOptions, "sent" | "bodies">,
): Generator<Candidate> {
  const left = [...candidates];
  const shown = new Set(bodies.flatMap((body) => Object.keys(body)));
  const isShown = ({ fields: [pointer = ""] }: Candidate): boolean => shown.has(fromPointer(pointer)[0] ?? "");
  const countOf = (one: Candidate): number => (sent.get(one.label) ?? 0) + (isShown(one) ? 0 : 0.5);
  while (left.length > 0) {
    const least = Math.min(...left.map(countOf));
    yield* left.splice(
      left.findIndex((one) => countOf(one) === least),
      1,
    );
  }
}

/** What the check finds wrong is added to the fields that may be named: a union can only point at itself. */
function prove({ body, fields, ...rest }: Candidate, content: Content, contract: Contract): Negative | undefined {
  const made = body();
  const sent = isForm(content) ? asForm(made as Fields, content, contract) : made;
  const violations = violationsOf(content, sent, contract);
  if (violations.length === 0) return undefined;
  return { ...rest, body: sent, fields: [...new Set([...fields, ...violations.map(({ pointer }) => pointer)])] };
}

const without = (body: Fields, name: string): Fields =>
  Object.fromEntries(Object.entries(body).filter(([key]) => key !== name));

interface WrongValue {
  kind: "type" | "enum" | "range";
  what: string;
  value: unknown;
}

const BY_TYPE: Readonly<Record<JsonType, unknown>> = {
  string: 17,
  number: "many",
  integer: "many",
  boolean: "maybe",
  array: "one",
  object: "one",
  null: { any: "thing" },
};

function wrongValues(given: Schema, schemas: Schemas): WrongValue[] {
  const found: WrongValue[] = [];
  const types = new Set<JsonType>();
  const visit = (part: Schema, level: number): void => {
    const schema = resolve(part, schemas);
    if (typeof schema === "boolean" || level > 4) return;
    for (const type of [schema.type ?? []].flat()) types.add(type as JsonType);
    if (schema.enum ?? schema.const) found.push({ kind: "enum", what: "outside its enum", value: NO_MEMBER });
    for (const [keyword, past] of LIMITS) {
      const limit = schema[keyword];
      if (typeof limit === "number" && limit < 100_000)
        found.push({ kind: "range", what: `past its ${keyword}`, value: past(limit) });
    }
    for (const inner of [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])])
      visit(inner, level + 1);
  };
  visit(given, 0);
  for (const type of types) {
    const value = BY_TYPE[type];
    if (![...types].some((one) => isOfType(value, one))) found.push({ kind: "type", what: "of the wrong type", value });
  }
  if (types.has("number") || types.has("integer"))
    found.push({ kind: "type", what: "a number written as a text", value: "1" });
  if (types.has("integer")) found.push({ kind: "type", what: "a fraction", value: 1.5 });
  if (!types.has("object") && types.size > 0)
    found.push({ kind: "type", what: "an object in place of its type", value: { wrong: 1 } });
  return found;
}

const LIMITS: readonly (readonly [string, (limit: number) => unknown])[] = [
  ["minimum", (limit) => limit - 1],
  ["maximum", (limit) => limit + 1],
  ["exclusiveMinimum", (limit) => limit],
  ["exclusiveMaximum", (limit) => limit],
  ["minLength", (limit) => "x".repeat(Math.max(0, limit - 1))],
  ["maxLength", (limit) => "x".repeat(limit + 1)],
  ["minItems", (limit) => Array.from({ length: limit - 1 }, () => "x")],
  ["maxItems", (limit) => Array.from({ length: limit + 1 }, (_, index) => `x${index}`)],
];

/** Faults below the top: a member dropped, or replaced by what does not belong there. */
function nested(bodies: readonly Fields[]): Candidate[] {
  return bodies.flatMap((body) =>
    placesOf(body).flatMap(({ path, key, value }): Candidate[] => {
      const where = [...path, key];
      const place = where.filter((token) => typeof token === "string").join(".");
      const fields = [toPointer(where)];
      const put = (wrong: unknown) => () =>
        changed(body, path, (holder) => {
          holder[key] = wrong;
        });
      const dropped: Candidate = {
        kind: "missing",
        label: `missing ${place}`,
        fault: `a request without the required field ${place}`,
        body: () => changed(body, path, (holder) => delete holder[key]),
        fields,
      };
      const wrong = (kind: Negative["kind"], what: string, value: unknown): Candidate => ({
        kind,
        label: `${place} ${what}`,
        fault: `a request whose ${place} is ${what}`,
        body: put(value),
        fields,
      });
      return [
        ...(typeof key === "string" ? [dropped] : []),
        ...(typeof value === "string" ? [wrong("enum", "outside its enum", NO_MEMBER)] : []),
        ...(isFields(value)
          ? [wrong("unknown", "an object with an unknown field", { ...value, [UNKNOWN]: true })]
          : []),
        wrong("type", "of the wrong type", typeof value === "string" ? { wrong: 1 } : "wrong"),
      ];
    }),
  );
}

interface Place {
  path: readonly (string | number)[];
  key: string | number;
  value: unknown;
}

function placesOf(value: unknown, path: readonly (string | number)[] = []): Place[] {
  if (typeof value !== "object" || value === null || isUpload(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const key = Array.isArray(value) ? Number(name) : name;
    const here = path.length > 0 ? [{ path, key, value: inner }] : [];
    return [...here, ...placesOf(inner, [...path, key])];
  });
}

function changed(
  body: Fields,
  path: readonly (string | number)[],
  change: (holder: Record<string | number, unknown>) => void,
): unknown {
  const copy = structuredClone(body);
  let holder: unknown = copy;
  for (const token of path) holder = (holder as Record<string | number, unknown>)[token];
  if (isFields(holder) || Array.isArray(holder)) change(holder as Record<string | number, unknown>);
  return copy;
}
