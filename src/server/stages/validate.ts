/** Checks parameters and body against the contract and binds them into a call. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { checkBody, checkParameters } from "../../contract/check-request.ts";
import { type Contract, type Operation, successOf } from "../../contract/operation.ts";
import { problem } from "../../contract/problem.ts";
import { type ReadBody, readBody } from "../../contract/read-body.ts";
import type { Violation } from "../../contract/violation.ts";
import type { Clock } from "../../lib/clock.ts";
import { fromPointer, toParam } from "../../lib/json-pointer.ts";
import { essenceOf, isJson } from "../../lib/media-type.ts";
import type { Store } from "../../store/store.ts";
import { canonical, type Identify } from "../identity.ts";
import { readPreferences } from "../preferences.ts";
import { createReadings, MOST_BODY_BYTES, type Reading } from "../readings.ts";
import { Refusal } from "../refusal.ts";
import { type Stage, stage, type Turn } from "../turn.ts";

export interface ValidateOptions {
  contract: Contract;
  identify: Identify;
  clock: Clock;
  store: Store;
}

export function validate({ contract, identify, clock, store }: ValidateOptions): Stage {
  const readings = createReadings();

  const check = (body: ReadBody, turn: Turn, { headers }: IncomingMessage): Reading => {
    const operation = turn.operation as Operation;
    if (body.kind === "refused") throw new Refusal(body.problem);
    const raw = { path: turn.pathParameters, query: turn.query, header: headers };
    const { params, violations } = checkParameters(operation, raw, contract);
    const all = body.kind === "body" ? [...violations, ...checkBody(body.content, body.checked)] : violations;
    if (all.length > 0) throw new Refusal(refuse(operation, all));
    const value = body.kind === "body" ? body.value : undefined;
    const request = canonical(turn.path, turn.query, value);
    return { params, value, request, wantsStream: wantsStream(operation, value) };
  };

  const bind = (turn: Turn, reading: Reading, { request, response }: Socket): void => {
    const operation = turn.operation as Operation;
    turn.reading = reading;
    turn.preferences = readPreferences(request.headers.prefer);
    const identity = identify({
      operationId: operation.id,
      token: turn.token,
      request: reading.request,
      face: reading.wantsStream ? "stream" : "whole",
      seed: turn.preferences.seed,
    });
    turn.headers["x-request-id"] = identity.requestId;
    const newId = (prefix: string): string => {
      const id = identity.newId(prefix);
      turn.ids.push(id);
      return id;
    };
    let departure: AbortSignal | undefined;
    turn.call = {
      contract,
      operation,
      params: reading.params,
      headers: request.headers,
      body: reading.value,
      token: turn.token,
      world: store.world(turn.token),
      files: store.files,
      random: identity.random,
      chanceFor: (other) => identity.chanceFor(canonical(turn.path, turn.query, other)),
      newId,
      clock,
      gone: () => {
        departure ??= departureOf(response);
        return departure;
      },
      baseUrl: `http://${request.headers.host ?? "127.0.0.1"}`,
    };
  };
  return stage((turn, request, response) => {
    const encoding = request.headers["content-encoding"]?.toLowerCase() || "identity";
    if (encoding !== "identity") {
      throw new Refusal(
        problem(415, "unsupported_content_encoding", `A body in ${encoding} is not read here. Send it as it is.`),
      );
    }
    const socket = { request, response };
    const key = keyOf(turn, request);
    const known = key === undefined ? undefined : readings.find(key);
    if (known !== undefined) return bind(turn, known, socket);
    const body = readBody(turn.operation as Operation, request.headers["content-type"], turn.bytes, contract.schemas);
    if (body instanceof Promise) return body.then((late) => bind(turn, check(late, turn, request), socket));
    const reading = check(body, turn, request);
    if (key !== undefined) readings.keep(key, reading);
    bind(turn, reading, socket);
  });
}

interface Socket {
  request: IncomingMessage;
  response: ServerResponse;
}

function departureOf(response: ServerResponse): AbortSignal {
  const gone = new AbortController();
  if (response.destroyed) gone.abort();
  else response.once("close", () => gone.abort());
  return gone.signal;
}

/** All that a reading depends on, as a text; undefined where it is more than the body. */
function keyOf({ operation, path, query, bytes }: Turn, { headers }: IncomingMessage): string | undefined {
  const isWhole = operation?.parameters.length === 0 && query.size === 0 && bytes.length <= MOST_BODY_BYTES;
  const type = headers["content-type"];
  if (!isWhole || type === undefined || !isJson(essenceOf(type))) return undefined;
  return `${path}\n${type}\n${bytes.toString("latin1")}`;
}

/** The streaming face answers `stream: true`, or everything where the operation documents nothing else. */
function wantsStream(operation: Operation, body: unknown): boolean {
  const success = successOf(operation);
  if (success?.stream === undefined) return false;
  const asks = typeof body === "object" && body !== null && (body as { stream?: unknown }).stream === true;
  return asks || success.content.length === 1;
}

/** 422 where the operation documents it for a body that is well formed and still wrong, else 400. */
function refuse(operation: Operation, violations: readonly Violation[]) {
  const [first] = violations as [Violation];
  const isBody = first.in === "body";
  const status = isBody && operation.replies.some((reply) => reply.status === "422") ? 422 : 400;
  const others = onePerField(violations).slice(1);
  const told = others.slice(0, MOST_OTHERS).map(({ message }) => message);
  const more = others.length === 0 ? "" : ` (and ${others.length} more: ${told.join(" ")})`;
  const param = isBody ? toParam(first.pointer) : (fromPointer(first.pointer)[0] ?? "");
  return problem(status, first.code.replaceAll("-", "_"), first.message + more, { param: param === "" ? null : param });
}

/** What else is wrong with a field, as a rule, says the same once more: of a wrong type is no member of the enum either. */
const onePerField = (violations: readonly Violation[]): Violation[] =>
  violations.filter(
    (one, at) => violations.findIndex((other) => other.in === one.in && other.pointer === one.pointer) === at,
  );

/** A client that sends a whole form wrong is told of as many fields as a person reads at once. */
const MOST_OTHERS = 7;
