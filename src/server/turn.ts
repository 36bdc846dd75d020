/** One request on its way through the pipeline: what each stage has found out so far. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Call, Outcome } from "../behaviours/behaviour.ts";
import type { Operation } from "../contract/operation.ts";
import type { Violation } from "../contract/violation.ts";

export interface Turn {
  /** Path without the query, as it came. */
  path: string;
  query: URLSearchParams;
  bytes: Buffer;
  operation: Operation | undefined;
  pathParameters: Readonly<Record<string, string>>;
  /** The bearer token, or the empty string. Never leaves the process. */
  token: string;
  call: Call | undefined;
  /** True when the request asks for the streaming face of its operation. */
  wantsStream: boolean;
  outcome: Outcome | undefined;
  /** What our own answer broke: empty unless Gatetwin itself is wrong. */
  violations: readonly Violation[];
}

const TURN = Symbol("turn");

interface Carrier extends IncomingMessage {
  [TURN]?: Turn;
}

export function openTurn(request: Carrier): Turn {
  const url = request.url ?? "/";
  const mark = url.indexOf("?");
  const turn: Turn = {
    path: mark < 0 ? url : url.slice(0, mark),
    query: new URLSearchParams(mark < 0 ? "" : url.slice(mark + 1)),
    bytes: EMPTY,
    operation: undefined,
    pathParameters: {},
    token: "",
    call: undefined,
    wantsStream: false,
    outcome: undefined,
    violations: [],
  };
  request[TURN] = turn;
  return turn;
}

const EMPTY = Buffer.alloc(0);

/** The turn of a request that `record` has opened; every later stage relies on it. */
export const turnOf = (request: Carrier): Turn => request[TURN] ?? openTurn(request);

export type Next = (error?: unknown) => void;
export type Stage = (request: IncomingMessage, response: ServerResponse, next: Next) => void;

/** A stage that waits for something: the next one follows when it is done, `fail` when it throws. */
export const waiting =
  (work: (request: IncomingMessage, response: ServerResponse) => Promise<void>): Stage =>
  (request, response, next) => {
    work(request, response).then(() => next(), next);
  };
