/** The only stage that writes an answer to the socket; checks all that it sends against the contract. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Call, Outcome } from "../../behaviours/behaviour.ts";
import { present } from "../../behaviours/present.ts";
import { checkReply } from "../../contract/check-reply.ts";
import { type StreamContent, successOf } from "../../contract/operation.ts";
import type { StreamedEvent } from "../../exchange/exchange.ts";
import type { Clock } from "../../lib/clock.ts";
import { essenceOf, isJson, isJsonLines } from "../../lib/media-type.ts";
import { firstPause, type Pace, paced } from "../../scenario/pace.ts";
import type { Step } from "../../scenario/script.ts";
import { encode as encodeEvent } from "../../sse/encode.ts";
import type { SseEvent } from "../../sse/event.ts";
import { chanceOf } from "../chance.ts";
import { judge, type OnViolation, reporter } from "../judge.ts";
import { pause } from "../pause.ts";
import { toldTokens } from "../told-tokens.ts";
import { damageHeaders, transmit, transmitStream } from "../transmit.ts";
import { type Next, type Stage, type Turn, turnOf } from "../turn.ts";
import { write } from "../write.ts";

type Whole = Extract<Outcome, { kind: "reply" }>;

export interface SendOptions {
  clock: Clock;
  /** How fast answers come when their scenario does not say. At once by default. */
  pace: Pace | undefined;
  /** Told of every answer of ours that departs from the contract: a fault of Gatetwin, never silent. */
  onViolation: OnViolation;
}

/** A stream up to this size, in characters, is one write: more is given to a socket as fast as its reader takes it. */
const ONE_WRITE = 65_536;

export function send({ clock, pace: usualPace, onViolation }: SendOptions): Stage {
  return function send(request, response, next) {
    const turn = turnOf(request);
    const { operation } = turn.call as Call;
    const outcome = turn.outcome as Whole;
    const stream = turn.wantsStream ? successOf(operation)?.stream : undefined;
    if (outcome.headers !== undefined) Object.assign(turn.headers, outcome.headers);
    const { pace: own } = turn.delivery;
    const pace = own === undefined ? usualPace : { ...usualPace, ...own };
    if (stream === undefined) sendWhole(request, response, { turn, outcome, pace, next });
    else sendStream(request, response, { turn, outcome, pace, stream });
  };

  function sendWhole(request: IncomingMessage, response: ServerResponse, work: WholeWork): void {
    const { turn, outcome, pace, next } = work;
    const { status, mediaType, body } = outcome;
    const { headers } = turn;
    if (body !== undefined) headers["content-type"] = withCharset(mediaType);
    turn.headers = damageHeaders(headers, turn.faults);
    const answer = { status, headers: turn.headers, body: body === undefined ? body : encode(body, mediaType) };
    const wait = pace === undefined ? 0 : firstPause(pace, chanceOf(turn, "pace"));
    const go = () => transmit(response, answer, { clock, faults: turn.faults });
    if (wait > 0) pause(clock, wait, response).then(go).catch(next);
    else go();
    const report = reporter(turn, onViolation);
    report(checkReply((turn.call as Call).operation, { status, headers, body }));
    if (!turn.isDictated) judge(request, turn, { status, headers, body }, report);
  }

  function sendStream(request: IncomingMessage, response: ServerResponse, work: StreamWork): void {
    const { turn, outcome, pace, stream } = work;
    const { faults, headers } = turn;
    const report = reporter(turn, onViolation);
    const { script } = turn.delivery;
    // The laws look at the payloads of a scenario, so that it can say which of them it breaks.
    const isChecked = script === undefined || stream.laws === null;
    headers["content-type"] = "text/event-stream; charset=utf-8";
    headers["cache-control"] = "no-cache";
    turn.headers = damageHeaders(headers, faults);
    const steps: Step[] = [];
    const events: StreamedEvent[] = [];
    let text = "";
    for (const step of script ?? present(outcome.body, stream, turn.call as Call)) {
      steps.push(step);
      if (step.kind === "wait") continue;
      const { event, payload } = step;
      if (isChecked && payload !== undefined) report(stream.check(payload));
      events.push(payload === undefined ? event : withPayload(event, payload));
      text += encodeEvent(event);
    }
    const isTimed = pace !== undefined || events.length < steps.length;
    if (!isTimed && faults.length === 0 && text.length <= ONE_WRITE) {
      write(response, { status: outcome.status, headers: turn.headers, body: text });
    } else {
      const left = faults.length === 0 ? steps.map(withoutPayload) : steps;
      const timed =
        pace === undefined ? left : paced(left, { pace, random: chanceOf(turn, "pace"), tokensOf: toldTokens });
      const options = { clock, faults, keepAliveMs: pace?.keepAliveMs };
      transmitStream(response, { status: outcome.status, headers: turn.headers, script: timed }, options);
    }
    if (turn.isDictated) return;
    // A scenario's own stream tells a reply of its own.
    const body = script === undefined ? outcome.body : undefined;
    judge(request, turn, { status: outcome.status, headers, body, events, isChecked }, report);
  }
}

interface WholeWork {
  turn: Turn;
  outcome: Whole;
  pace: Pace | undefined;
  next: Next;
}

interface StreamWork {
  turn: Turn;
  outcome: Whole;
  pace: Pace | undefined;
  stream: StreamContent;
}

/** What is left to be sent may wait for minutes, a thousand times over: the payloads would take most of the memory. */
const withoutPayload = (step: Step): Step =>
  step.kind === "wait" ? step : { kind: "event", event: step.event, tokens: step.tokens ?? toldTokens(step.payload) };

/** Without names and ids, which is nearly always, an object of two members: spreading it takes twenty times as long. */
const withPayload = (event: SseEvent, payload: unknown): StreamedEvent =>
  event.event === undefined && event.id === undefined && event.retry === undefined
    ? { data: event.data, payload }
    : { ...event, payload };

function encode(body: unknown, mediaType: string): string | Uint8Array {
  if (body instanceof Uint8Array) return body;
  const essence = essenceOf(mediaType);
  if (isJsonLines(essence)) {
    const mark = essence.endsWith("json-seq") ? "\u001e" : "";
    return [body]
      .flat()
      .map((item) => `${mark}${JSON.stringify(item)}\n`)
      .join("");
  }
  return isJson(essence) ? JSON.stringify(body) : String(body);
}

const withCharset = (mediaType: string): string =>
  mediaType.startsWith("text/") && !mediaType.includes(";") ? `${mediaType}; charset=utf-8` : mediaType;
