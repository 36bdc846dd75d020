/**
 * Requests generated from the document itself, one for every corner of every schema: none is a 5xx, none that is valid is
 * refused but for a documented reason, every answer fits the document, and a stream tells what the JSON answer tells.
 */
import { isDeepStrictEqual } from "node:util";
import { createParser } from "eventsource-parser";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Operation, successOf } from "../../src/contract/operation.ts";
import { ownContract } from "../../src/contract/own-contract.ts";
import { checkExchange } from "../../src/laws/check-exchange.ts";
import { type RunningServer, start } from "../../src/server/start.ts";
import { collectChat } from "../../src/sse/collect/chat.ts";
import { collectCompletion } from "../../src/sse/collect/completions.ts";
import { collectResponse } from "../../src/sse/collect/responses.ts";
import type { SseEvent } from "../../src/sse/event.ts";
import type { Json } from "../support/collect/json.ts";
import { createRequestGenerator, type GeneratedRequest, toInit } from "../support/generate-request.ts";

/** Requests of all operations together; a longer search takes tens of thousands. */
const REQUESTS = Number(process.env.GATETWIN_GENERATED ?? 400);
const SEED = Number(process.env.GATETWIN_SEED ?? 20250101);

const contract = ownContract();
const generators = contract.operations.map((operation) => ({
  operation,
  ...createRequestGenerator(operation, contract),
}));
const allCorners = generators.reduce((sum, { corners }) => sum + corners, 0);
const FEWEST = 30;

/** Why a request that fits the document may be refused all the same: status and message. */
const REASONS: readonly (readonly [number, RegExp])[] = [
  // A schema of the caller's own that nothing fits, or that is none.
  [400, /^Invalid schema for '(tools\[\d+\]|response_format|text\.format)/],
  // The bounds of one reply (docs/decisions/015).
  [400, /choices such a call can have|texts are more than the/],
  // Vectors have a whole number of dimensions, and not too many.
  [400, /^dimensions must be a whole number/],
  // A format that cannot do what another field asks for.
  [400, /^Invalid 'background': a JPEG has no transparency/],
  // Generated ids name nothing.
  [404, /chatcmpl-none|No such|not found|[Nn]o .* with id/],
  [400, /^(Previous response|Item) with id .* not found|^No tool call found for function call output/],
];

const faults: string[] = [];
let server: RunningServer;
beforeAll(async () => {
  const note = (fault: unknown) => faults.push(fault instanceof Error ? String(fault.stack) : JSON.stringify(fault));
  server = await start({ onViolation: (id, violations) => note([id, violations]), onError: note });
});
afterAll(() => server.close());

test.each(generators)("$operation.id", { timeout: 1_800_000 }, async ({ operation, corners, generate }) => {
  const count = Math.max(FEWEST, Math.ceil((REQUESTS * corners) / allCorners));
  const ids = await createKept(operation);
  const findings: string[] = [];
  let served = 0;
  for (let done = 0; done < count; done++) {
    // A short run looks into corners all over the schema, a long one into every one of them before it mixes.
    const index = count < corners ? Math.floor((done * corners) / count) : done;
    const request = generate(index, { seed: SEED, ids });
    const { status, findings: some } = await judge(request);
    findings.push(...some.map((finding) => `${tell(request)}\n  ${finding}`));
    if (status === 200) served++;
  }
  expect(findings.slice(0, 10).join("\n\n")).toBe("");
  // What is refused for a reason is the exception, but for ids that are deleted one after the other.
  expect(served).toBeGreaterThan(operation.method === "DELETE" ? 0 : count / 4);
});

const tell = ({ operation, origin, method, path, body }: GeneratedRequest) =>
  `${operation.id}, ${JSON.stringify(origin)}: ${method} ${path} ${JSON.stringify(body, withoutBytes)?.slice(0, 1_000)}`;
const withoutBytes = (name: string, value: unknown) => (name === "bytes" ? "…" : value);

/** Sends a request, in both faces where it has two, and tells what is wrong with the answers. */
async function judge(request: GeneratedRequest): Promise<Pick<Answer, "status" | "findings">> {
  if (successOf(request.operation)?.stream === undefined) return send(request);
  const ask = (more: object) => send({ ...request, body: { ...(request.body as object), ...more } });
  const whole = await ask({ stream: false });
  const told = await ask({ stream: true, stream_options: { include_usage: true } });
  const findings = [...whole.findings, ...told.findings];
  if (whole.status !== told.status) findings.push(`is ${whole.status} as JSON and ${told.status} as a stream`);
  if (whole.status !== 200 || told.status !== 200) return { status: whole.status, findings };
  const [one, other] = [comparable(whole.body, request), comparable(told.body, request)];
  if (!isDeepStrictEqual(one, other)) findings.push(`the stream tells another story: ${difference(one, other)}`);
  return { status: 200, findings };
}

/** The chunks of a chat have no metadata, and two completions that are kept are two. */
function comparable(reply: unknown, { operation, body }: GeneratedRequest): unknown {
  if (successOf(operation)?.stream?.laws !== "chat") return reply;
  const { metadata: _, id, ...rest } = reply as Json;
  return (body as { store?: boolean | null }).store === true ? rest : { id, ...rest };
}

/** The first place where two values differ. */
function difference(one: Json, other: Json): string {
  if (typeof one !== "object" || typeof other !== "object" || !one || !other)
    return [one, other].map((value) => String(JSON.stringify(value)).slice(0, 200)).join(" ≠ ");
  const key = [...Object.keys(one), ...Object.keys(other)].find((name) => !isDeepStrictEqual(one[name], other[name]));
  return key === undefined ? "by its type" : `/${key}${difference(one[key], other[key]).replace(/^(?!\/)/, ": ")}`;
}

interface Answer {
  status: number;
  /** A JSON value, a text or bytes; of a stream the reply that it tells. */
  body: unknown;
  findings: string[];
}

async function send(request: GeneratedRequest): Promise<Answer> {
  const { operation, method, body: sent } = request;
  const reply = await fetch(server.url + request.path, toInit(request));
  const bytes = Buffer.from(await reply.arrayBuffer());
  const { status, headers } = reply;
  const findings = faults.splice(0).map((fault) => `breaks the contract: ${fault.slice(0, 800)}`);
  if (!headers.get("x-request-id")?.startsWith("req_")) findings.push("no x-request-id");
  const type = headers.get("content-type") ?? "";
  const events = type.startsWith("text/event-stream") ? eventsOf(bytes.toString("utf8")) : undefined;
  const body = events ? tellingOf(operation, events) : bodyOf(bytes, type);
  if (status !== 200) findings.push(...refusalFindings(operation, status, body));
  const [path = "", query = ""] = request.path.split("?");
  const judgement = await checkExchange(
    {
      operationId: operation.id,
      request: { method, path, query, headers: {}, body: sent },
      reply: { status, headers: Object.fromEntries(headers), body, ...(events && { events }) },
    },
    { operation },
  );
  findings.push(...judgement.findings.map((finding) => `breaks a law: ${JSON.stringify(finding)}`));
  return { status, body, findings };
}

function bodyOf(bytes: Buffer, type: string): unknown {
  if (bytes.length === 0) return undefined;
  if (type.startsWith("application/json")) return JSON.parse(bytes.toString("utf8"));
  return /^(audio|image)\//.test(type) ? bytes : bytes.toString("utf8");
}

function eventsOf(text: string): SseEvent[] {
  const events: SseEvent[] = [];
  createParser({
    onEvent: ({ event, data }) => events.push({ data, ...(event !== undefined && { event }) }),
  }).feed(text);
  return events;
}

const COLLECT: Readonly<Record<string, (payloads: Json[]) => Json>> = {
  chat: collectChat,
  completions: collectCompletion,
  responses: collectResponse,
};

/** The reply that a stream tells. */
function tellingOf(operation: Operation, events: readonly SseEvent[]): Json {
  const payloads = events.filter(({ data }) => data.startsWith("{")).map(({ data }) => JSON.parse(data));
  return COLLECT[successOf(operation)?.stream?.laws ?? ""]?.(payloads);
}

/** A refusal has a documented reason and a documented shape. */
function refusalFindings({ replies }: Operation, status: number, body: unknown): string[] {
  const message = (body as Json)?.error?.message ?? "";
  const isKnown = REASONS.some(([known, pattern]) => known === status && pattern.test(message));
  const content = replies.find((reply) => reply.status === String(status))?.content[0];
  return [
    ...(isKnown ? [] : [`is refused: ${status} ${JSON.stringify(body)?.slice(0, 400)}`]),
    ...(content === undefined ? [`${status} is not documented`] : []),
    ...(content?.check(body) ?? []).map((violation) => `the error breaks the contract: ${violation.message}`),
  ];
}

const QUESTION = { role: "user", content: "When is high tide at Saint-Malo?" };
const KEPT: Readonly<Record<string, object>> = {
  "/v1/chat/completions": { model: "gpt-4o-mini", messages: [QUESTION], store: true },
  "/v2/proxy/responses": { model: "openai/gpt-4o-mini", input: [QUESTION] },
  "/v2/gateway/responses": { model: "openai/gpt-4o-mini", input: [QUESTION] },
};

/** The ids of some replies that are kept, for the operations that name them. */
async function createKept(operation: Operation): Promise<string[]> {
  const path = Object.keys(KEPT).find((kept) => operation.path === kept || operation.path.startsWith(`${kept}/{`));
  if (path === undefined) return [];
  const create = async (port: string) => {
    const body = { ...KEPT[path], metadata: { port } };
    const init = toInit({ method: "POST", mediaType: "application/json", body });
    return ((await (await fetch(server.url + path, init)).json()) as Json).id as string;
  };
  return Promise.all(Array.from({ length: 40 }, (_, index) => create(`${index}`)));
}
