/** One request on its way through the pipeline: what each stage has found out so far. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Call, Outcome } from "../behaviours/behaviour.ts";
import type { Operation } from "../contract/operation.ts";
import type { Breach } from "../exchange/exchange.ts";
import type { Delivery } from "../scenario/delivery.ts";
import type { Fault } from "../scenario/fault.ts";
import type { Preferences } from "./preferences.ts";
import type { Reading } from "./readings.ts";

export interface Turn {
  /** Path without the query, as it came. */
  path: string;
  query: URLSearchParams;
  bytes: Buffer;
  /** The headers of the reply so far, by lower-case name. They are written at once, with the status. */
  headers: Record<string, string>;
  operation: Operation | undefined;
  pathParameters: Readonly<Record<string, string>>;
  /** The bearer token, or the empty string. Never leaves the process. */
  token: string;
  /** What was read in the request, and found right. */
  reading: Reading | undefined;
  call: Call | undefined;
  /** Minted for this answer, in that order. */
  ids: string[];
  outcome: Outcome | undefined;
  /** How the outcome is sent. */
  delivery: Delivery;
  /** The faults that hit this answer, from wherever they came. */
  faults: readonly Fault[];
  /** The rules and laws that it breaks with them; undefined until that is known. */
  broken: string[] | undefined;
  /** What the request prefers of its reply. */
  preferences: Preferences;
  /** True when the request itself said what the reply is: it then need not fit the rest of the request. */
  isDictated: boolean;
  /** What the journal blames on either side; whoever finds something adds it, even after the answer has left. */
  breaches: Breach[];
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
    query: mark < 0 ? NO_QUERY : new URLSearchParams(url.slice(mark + 1)),
    bytes: EMPTY,
    headers: {},
    operation: undefined,
    pathParameters: {},
    token: "",
    reading: undefined,
    call: undefined,
    ids: [],
    outcome: undefined,
    delivery: AS_USUAL,
    faults: NO_FAULTS,
    broken: undefined,
    preferences: NO_PREFERENCES,
    isDictated: false,
    breaches: [],
  };
  request[TURN] = turn;
  return turn;
}

const AS_USUAL: Delivery = Object.freeze({});
const NO_FAULTS: readonly Fault[] = Object.freeze([]);
const EMPTY = Buffer.alloc(0);
const NO_PREFERENCES: Preferences = Object.freeze({});
/** Nobody writes to the query of a turn, so those that have none share one. */
const NO_QUERY = new URLSearchParams();

/** The turn of a request that `record` has opened; every later stage relies on it. */
export const turnOf = (request: Carrier): Turn => request[TURN] ?? openTurn(request);

export type Next = (error?: unknown) => void;
export type Stage = (request: IncomingMessage, response: ServerResponse, next: Next) => void;

/**
 * A stage that may wait for something: the next one follows when it is done, `fail` when it throws. Work that did not
 * have to wait goes on at once, which is a tenth of the time that a small request takes.
 */
export const stage =
  (work: (turn: Turn, request: IncomingMessage, response: ServerResponse) => void | Promise<void>): Stage =>
  (request, response, next) => {
    try {
      const waiting = work(turnOf(request), request, response);
      if (waiting === undefined) next();
      else waiting.then(() => next(), next);
    } catch (error) {
      next(error);
    }
  };
