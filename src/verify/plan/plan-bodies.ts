/** The bodies that an operation is asked with: examples, probes of its laws, rows of corners, and single faults. */
import { typesOf } from "../../contract/coerce.ts";
import { type Content, type Contract, type Operation, successOf } from "../../contract/operation.ts";
import { type Fields, isFields } from "../../lib/fields.ts";
import { covers, isJson } from "../../lib/media-type.ts";
import { type Corners, cornersOf } from "./corners.ts";
import { asForm, bodyOf, examplesOf, isForm, repaired, violationsOf } from "./draft.ts";
import { type Field, shapeOf } from "./fields.ts";
import { type FaultGroup, groupFaults } from "./group-faults.ts";
import { mapped } from "./in-turn.ts";
import { type Negative, negativesOf } from "./negatives.ts";
import type { PlanOptions } from "./plan-options.ts";
import { endsEarly, probesOf, streamProbesOf } from "./probes.ts";
import { isMeant, meant, namesForeign, settle } from "./settle.ts";
import { type Draft, REFUSED, refused, SERVED } from "./sketch.ts";

export interface BodyPlan {
  examples: readonly Draft[];
  malformed: readonly Draft[];
  probes: readonly Draft[];
  /** Made as they are asked for. */
  rows: Iterable<Draft>;
  negatives: Iterable<Draft>;
}

interface Making {
  operation: Operation;
  content: Content;
  contract: Contract;
  fields: readonly Field[];
  options: PlanOptions;
}

export function planBodies(operation: Operation, content: Content, options: PlanOptions): BodyPlan {
  const { contract, random } = options;
  const { fields } = shapeOf(content.schema, contract.schemas);
  const hasBoth = successOf(operation)?.stream !== undefined && fields.some(({ name }) => name === "stream");
  let faults = 0;
  // What refuses a stream is another part of a server than what refuses the whole reply.
  const asked = (body: unknown): unknown =>
    hasBoth && isFields(body) && !("stream" in body) && faults++ % 2 === 1 ? { ...body, stream: true } : body;
  const making: Making = { operation, content, contract, fields, options };
  const examples = examplesOf(operation, contract, random);
  const bodies = examples.map(({ value }) => value).filter(isFields);
  const [base] = bodies.map(withoutFace);
  const fitting = [...(base ? [base] : []), ...bodies].map((body) => adapted(body, making) as Fields);
  const negatives = { content, contract, bodies: fitting, sent: options.sentFaults };
  const [smallest = {}] = fitting.map((body) => (isForm(content) ? asForm(body, content, contract) : body));
  return {
    examples: examples.map(({ name, value }) => served(`example ${name}`, value, making)),
    malformed: malformed(operation, content),
    probes: base === undefined ? [] : probes(base, bodies, making),
    rows: { [Symbol.iterator]: () => rows(bodies, making) },
    negatives: mapped(groupFaults(negativesOf({ ...negatives, random: random.fork("negatives") }), smallest), (one) =>
      "faults" in one ? severalFaults(one, asked, making) : singleFault(one, asked, making),
    ),
  };
}

type Asked = (body: unknown) => unknown;

const singleFault = ({ kind, label, fault, body, fields }: Negative, asked: Asked, making: Making): Draft => ({
  origin: `fault ${label}`,
  body: bodyOf(making.content, asked(body), making.contract),
  expect: refused("input.V1", fault, { of: kind, statuses: REFUSED, fields }),
});

function severalFaults({ faults, body }: FaultGroup, asked: Asked, making: Making): Draft {
  const told = faults.map(({ fault }) => fault.replace(/^a request /, ""));
  return {
    origin: `faults ${faults.map(({ label }) => label).join(", ")}`,
    body: bodyOf(making.content, asked(body), making.contract),
    expect: refused("input.V1", `a request ${told.join(", and ")}`, {
      of: "several faults",
      statuses: REFUSED,
      fields: faults.flatMap(({ fields }) => fields),
    }),
    parts: faults.map((fault) => singleFault(fault, (one) => one, making)),
  };
}

const served = (origin: string, value: unknown, making: Making, base?: Fields): Draft => ({
  origin,
  expect: SERVED,
  body: bodyOf(making.content, adapted(value, making), making.contract),
  ...(base && { base: adapted(base, making) as Fields }),
});

const LIMIT_FIELDS = ["max_completion_tokens", "max_tokens", "max_output_tokens"];

/** The body with the model and the limit of tokens that the caller wants, as far as it fits then. */
function adapted(value: unknown, { operation, content, contract, fields, options }: Making): unknown {
  if (!isFields(value)) return value;
  const { modelOf, maxTokens } = options;
  const named = typeof value.model === "string" ? { ...value, model: modelOf(operation, value.model) } : value;
  const limit = LIMIT_FIELDS.some((name) => name in value)
    ? undefined
    : fields.find(({ name }) => LIMIT_FIELDS.includes(name));
  const limited = limit && maxTokens !== undefined ? { ...named, [limit.name]: maxTokens } : named;
  return [limited, named].find((body) => violationsOf(content, body, contract).length === 0) ?? value;
}

function withoutFace({ stream: _, stream_options: __, ...rest }: Fields): Fields {
  return rest;
}

/** The first example, changed so that each law has something to judge; what an example shows already is left out. */
function probes(base: Fields, examples: readonly Fields[], making: Making): Draft[] {
  const { operation, content, contract, fields } = making;
  const stream = successOf(operation)?.stream;
  const isShown = (patch: Fields) =>
    examples.some((value) => (value.stream === true) === (patch.stream === true) && isLike(value, patch));
  const asked: Fields[] = [];
  const patches = [...probesOf(operation.laws), ...(stream ? streamProbesOf(stream.laws) : [])].filter(
    (patch) => !isShown(patch) && Object.keys(patch).every((name) => fields.some((field) => field.name === name)),
  );
  // A text may be asked for with any sampling: these corners need no requests of their own.
  const corners = stream === undefined ? [] : cornersFor(fields.filter(isSampling(making)), making);
  return patches.flatMap((patch, row) => {
    const sampling = Object.fromEntries(
      corners.flatMap(({ name, own, value }) => (own > 0 ? [[name, value(row % own)] as const] : [])),
    );
    const given = { ...base, ...sampling, ...(Number(patch.n) > 1 ? modelOfSeveral(operation, base) : {}), ...patch };
    const value = repaired(given, base, content, contract) ?? given;
    const body = isForm(content) ? asForm(value, content, contract) : value;
    if (!shows(value, patch) || violationsOf(content, body, contract).length > 0) return [];
    // A stream without the options of another one is another stream.
    if (patch.stream !== true && asked.some((earlier) => shows(earlier, patch))) return [];
    asked.push(value);
    // Whether a reply says truly that no limit cut it shows only where none was set.
    const limits = endsEarly(patch) ? { ...making, options: { ...making.options, maxTokens: undefined } } : making;
    return [served(`probe ${JSON.stringify(patch)}`, body, limits, base)];
  });
}

const shows = (value: Fields, patch: Fields): boolean =>
  Object.entries(patch).every(([name, wanted]) => JSON.stringify(value[name]) === JSON.stringify(wanted));

/** Texts in a list, and all of an object but its type, may be others: the same law judges them. */
const kindOf = (value: unknown): unknown =>
  Array.isArray(value)
    ? [value.length > 1, typeof value[0] === "string" ? "text" : kindOf(value[0])]
    : !isFields(value)
      ? value
      : typeof value.type === "string"
        ? value.type
        : Object.fromEntries(Object.entries(value).map(([name, one]) => [name, kindOf(one)]));

const isLike = (value: Fields, patch: Fields): boolean =>
  Object.entries(patch).every(
    ([name, wanted]) => JSON.stringify(kindOf(value[name])) === JSON.stringify(kindOf(wanted)),
  );

/** Of the documented picture models the one that draws several at once. */
const modelOfSeveral = ({ laws }: Operation, { model }: Fields): Fields =>
  laws.includes("images") && typeof model === "string" ? { model: model.replace(/dall-e-3$/, "dall-e-2") } : {};

/** Chosen by the faces, not by corners. */
const NOT_TRIED = new Set(["stream", "stream_options"]);

/** A name that the document leaves free and the server does not: only what is listed can be tried. */
const isTried = ({ name, schema }: Field): boolean =>
  !NOT_TRIED.has(name) &&
  !(typeof schema === "object" && schema.readOnly === true) &&
  !/_id$/.test(name) &&
  (!/^(model|size|voice|language)$/.test(name) || /"(enum|const)":/.test(JSON.stringify(schema)));

/** Numbers with bounds, but for those that say how much comes. */
const isSampling =
  ({ contract }: Making) =>
  ({ name, schema }: Field): boolean =>
    typesOf(schema, contract.schemas).every((type) => ["number", "integer", "null"].includes(type)) &&
    /"(exclusiveM|m)(in|ax)imum":/.test(JSON.stringify(schema)) &&
    !/^n$|tokens|top_logprobs/.test(name);

const cornersFor = (fields: readonly Field[], { contract: { schemas }, options: { random } }: Making): Corners[] =>
  fields.map((field) => cornersOf(field, { schemas, random }));

/** One body after the other, in which each field is at its next corner. */
function* rows(examples: readonly Fields[], making: Making): Generator<Draft> {
  const { fields } = making;
  // The examples name different models, of which one takes what another refuses.
  const starts = examples.filter((value) => !namesForeign(value)).map(withoutFace);
  const corners = cornersFor(fields.filter(isTried), making);
  const count = Math.max(0, ...corners.map((corner) => corner.count));
  for (let row = 0; row < 2 * count; row++) {
    const start = starts[row % starts.length];
    const body = start && rowOf(row % count, { start, corners, making, isSecond: row >= count });
    if (start !== undefined && body !== undefined) yield served(`row ${row}`, body, making, start);
  }
}

interface RowOptions {
  start: Fields;
  corners: readonly Corners[];
  making: Making;
  /** Each row is made twice: what the first leaves out is in the second. */
  isSecond: boolean;
}

function rowOf(
  row: number,
  { start, corners, isSecond, making: { operation, content, contract, options } }: RowOptions,
): Fields | undefined {
  const draw = options.random.fork(`row ${row}`);
  const body: Fields = { ...start };
  for (const { name, own, count, value } of corners) {
    // Each field at its own limits first; then it is mostly left alone, so that few stand in each other's way.
    const isIn = row < own || draw.next() > 0.6;
    if (row >= count || isIn === isSecond) continue;
    const one = value(row);
    if (one !== undefined) body[name] = one;
  }
  if (successOf(operation)?.stream !== undefined && draw.next() < 0.5) body.stream = true;
  // Of a picture that comes as a link nothing can be told.
  if (operation.laws.includes("images")) body.response_format ??= "b64_json";
  const sendable = isForm(content) ? asForm(body, content, contract) : meant(settle(body) as Fields);
  const fitting = repaired(sendable, start, content, contract);
  return fitting && isMeant(fitting) ? fitting : undefined;
}

function malformed({ replies, body }: Operation, { mediaType }: Content): Draft[] {
  const documents = (status: string) => replies.some((reply) => reply.status === status);
  const statuses = documents("400") ? [400] : [400, 415, 422];
  const json: Draft = {
    origin: "malformed JSON",
    body: { kind: "text", mediaType, text: '{"model": "gpt-4o", ' },
    expect: refused("input.V3", "malformed JSON", { of: "malformed", statuses }),
  };
  const other: Draft = {
    origin: "wrong media type",
    body: { kind: "text", mediaType: "text/csv", text: "model\ngpt-4o\n" },
    expect: refused("input.V3", "a body of the wrong media type text/csv", {
      of: "media type",
      statuses: documents("415") ? [415] : [400, 415, 422],
    }),
  };
  const isRead = body?.content.some((content) => covers(content.mediaType, "text/csv"));
  return [...(isJson(mediaType) ? [json] : []), ...(isRead ? [] : [other])];
}
