/** Sends the streaming face of an answer, and holds it against the contract and the laws. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Call } from "../behaviours/behaviour.ts";
import { present } from "../behaviours/present.ts";
import type { StreamContent } from "../contract/operation.ts";
import type { StreamedEvent } from "../exchange/exchange.ts";
import type { Clock } from "../lib/clock.ts";
import { essenceOf, isJson } from "../lib/media-type.ts";
import { fill } from "../lib/template.ts";
import { bytesSent } from "../scenario/damage.ts";
import { type Pace, paced } from "../scenario/pace.ts";
import type { Step } from "../scenario/script.ts";
import { encode } from "../sse/encode.ts";
import type { SseEvent } from "../sse/event.ts";
import { chanceOf } from "./chance.ts";
import type { InTurn } from "./in-turn.ts";
import { judge, lawsBrokenBy, type OnViolation, reporter } from "./judge.ts";
import { jsonOf, recall, remember, type Whole } from "./rendition.ts";
import { strike } from "./strike.ts";
import { toldTokens } from "./told-tokens.ts";
import { damaged, transmitStream } from "./transmit.ts";
import type { Next, Turn } from "./turn.ts";
import { write } from "./write.ts";

export interface StreamWork {
  turn: Turn;
  outcome: Whole;
  pace: Pace | undefined;
  stream: StreamContent;
  next: Next;
}

/** With the headers as they were before any fault. */
type Meant = StreamWork & { headers: Readonly<Record<string, string>> };

/** A stream up to this size, in characters, is one write: more is given to a socket as fast as its reader takes it. */
const ONE_WRITE = 65_536;

export type SendStream = (request: IncomingMessage, response: ServerResponse, work: StreamWork) => void;

export interface SendStreamOptions {
  clock: Clock;
  inTurn: InTurn;
  onViolation: OnViolation;
}

export function createSendStream({ clock, inTurn, onViolation }: SendStreamOptions): SendStream {
  return function sendStream(request, response, given) {
    const { turn, outcome, pace, next } = given;
    const { faults, headers } = turn;
    const work = { ...given, headers };
    headers["content-type"] = "text/event-stream; charset=utf-8";
    headers["cache-control"] = "no-cache";
    const mayRecur = faults.length === 0 && turn.delivery.script === undefined;
    const mayBeKnown = mayRecur && turn.reading?.isShared === true && isJson(essenceOf(outcome.mediaType));
    const known = mayBeKnown ? recall(turn, outcome)?.stream : undefined;
    const inspectOnce = (steps: readonly Step[], text: string | undefined): void => {
      if (inspect(request, steps, work) && mayBeKnown && text !== undefined)
        remember(turn, outcome, jsonOf(outcome), text);
    };
    if (pace !== undefined) {
      // Thousands may begin at once. Each is due from now on, whenever there is time to write and to judge it.
      const beganMs = clock.elapsed();
      const begin = () => {
        if (response.destroyed) return;
        const steps = stepsOf(work);
        play(request, response, steps, { work, beganMs });
        if (known === undefined) inTurn.later(() => inspectOnce(steps, textOf(steps)), next);
      };
      inTurn.soon(begin, next);
      return;
    }
    if (known !== undefined) {
      write(response, { status: outcome.status, headers: turn.headers, body: fill(known, turn.ids) });
      return;
    }
    const steps = stepsOf(work);
    const text = faults.length === 0 ? textOf(steps) : undefined;
    if (text === undefined || text.length > ONE_WRITE) {
      play(request, response, steps, { work, beganMs: clock.elapsed() });
    } else write(response, { status: outcome.status, headers: turn.headers, body: text });
    inspectOnce(steps, text);
  };

  function play(
    request: IncomingMessage,
    response: ServerResponse,
    steps: readonly Step[],
    { work, beganMs }: Playing,
  ): void {
    const { turn, outcome, pace } = work;
    if (turn.faults.length > 0) {
      const meant = turn.delivery.script === undefined ? outcome.body : undefined;
      const sent = () => bytesSent(damaged(steps, turn.faults));
      strike(turn, targetOf(steps), () => lawsBrokenBy(request, turn, { status: outcome.status, sent: sent(), meant }));
    }
    const left = turn.faults.length === 0 ? steps.map(withoutPayload) : steps;
    const script =
      pace === undefined ? left : paced(left, { pace, random: chanceOf(turn, "pace"), tokensOf: toldTokens });
    const options = { clock, faults: turn.faults, keepAliveMs: pace?.keepAliveMs, beganMs };
    transmitStream(response, { status: outcome.status, headers: turn.headers, script }, options);
  }

  /** Reports what the stream breaks. Returns whether it breaks nothing, as far as that is known already. */
  function inspect(
    request: IncomingMessage,
    steps: readonly Step[],
    { turn, outcome, stream, headers }: Meant,
  ): boolean {
    const report = reporter(turn, onViolation);
    const { script } = turn.delivery;
    // The laws look at the payloads of a scenario, so that it can say which of them it breaks.
    const isChecked = script === undefined || stream.laws === null;
    const events: StreamedEvent[] = [];
    let isFit = true;
    for (const step of steps) {
      if (step.kind === "wait") continue;
      const { event, payload } = step;
      if (isChecked && payload !== undefined) isFit = report(stream.check(payload)) && isFit;
      events.push(payload === undefined ? event : withPayload(event, payload));
    }
    if (turn.isDictated) return false;
    // A scenario's own stream tells a reply of its own.
    const body = script === undefined ? outcome.body : undefined;
    const isLawful = judge(request, turn, { status: outcome.status, headers, body, events, isChecked }, report);
    return isFit && isLawful;
  }
}

interface Playing {
  work: StreamWork;
  beganMs: number;
}

function stepsOf({ turn, outcome, stream }: StreamWork): readonly Step[] {
  const script = turn.delivery.script ?? present(outcome.body, stream, turn.call as Call);
  return Array.isArray(script) ? script : [...script];
}

/** The whole stream at once; undefined when it has to be waited for. */
function textOf(steps: readonly Step[]): string | undefined {
  let text = "";
  for (const step of steps) {
    if (step.kind === "wait") return undefined;
    text += encode(step.event);
  }
  return text;
}

/** What faults find to break. */
function targetOf(steps: readonly Step[]) {
  const events = steps.filter((step) => step.kind === "event");
  const bytes = events.reduce((sum, { event }) => sum + Buffer.byteLength(encode(event)), 0);
  const last = events.at(-1);
  return { bytes, events: events.length, hasSentinel: last !== undefined && last.payload === undefined };
}

/** What is left to be sent may wait for minutes, a thousand times over: the payloads would take most of the memory. */
const withoutPayload = (step: Step): Step =>
  step.kind === "wait" ? step : { kind: "event", event: step.event, tokens: step.tokens ?? toldTokens(step.payload) };

/** Without names and ids, which is nearly always, an object of two members: spreading it takes twenty times as long. */
const withPayload = (event: SseEvent, payload: unknown): StreamedEvent =>
  event.event === undefined && event.id === undefined && event.retry === undefined
    ? { data: event.data, payload }
    : { ...event, payload };
