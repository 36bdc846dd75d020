/** Sends the answer and holds it against the contract and the laws: with `fail`, the only stage that writes. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Call } from "../../behaviours/behaviour.ts";
import { recalledOf } from "../../behaviours/recalling.ts";
import { checkReply } from "../../contract/check-reply.ts";
import { successOf } from "../../contract/operation.ts";
import type { Clock } from "../../lib/clock.ts";
import { essenceOf, isJson, isJsonLines } from "../../lib/media-type.ts";
import { firstPause, type Pace } from "../../scenario/pace.ts";
import { chanceOf } from "../chance.ts";
import type { InTurn } from "../in-turn.ts";
import { judge, lawsBrokenBy, type OnViolation, reporter } from "../judge.ts";
import { pause } from "../pause.ts";
import { jsonOf, recall, remember, type Whole } from "../rendition.ts";
import { createSendStream } from "../send-stream.ts";
import { strike } from "../strike.ts";
import { damagedBody, transmit } from "../transmit.ts";
import { type Next, type Stage, type Turn, turnOf } from "../turn.ts";

export interface SendOptions {
  clock: Clock;
  /** Where what can wait is put off. */
  inTurn: InTurn;
  /** How fast answers come when their scenario does not say. At once by default. */
  pace: Pace | undefined;
  /** Told of every answer of ours that departs from the contract: a fault of Gatetwin, never silent. */
  onViolation: OnViolation;
}

export function send({ clock, inTurn, pace: usualPace, onViolation }: SendOptions): Stage {
  const sendStream = createSendStream({ clock, inTurn, onViolation });

  return function send(request, response, next) {
    const turn = turnOf(request);
    const { operation } = turn.call as Call;
    const outcome = turn.outcome as Whole;
    const stream = turn.reading?.wantsStream ? successOf(operation)?.stream : undefined;
    if (outcome.headers !== undefined) Object.assign(turn.headers, outcome.headers);
    const { pace: own } = turn.delivery;
    const pace = own === undefined ? usualPace : { ...usualPace, ...own };
    if (stream === undefined) sendWhole(request, response, { turn, outcome, pace, next });
    else sendStream(request, response, { turn, outcome, pace, stream, next });
  };

  function sendWhole(request: IncomingMessage, response: ServerResponse, work: WholeWork): void {
    const { turn, outcome, pace, next } = work;
    const { status, mediaType } = outcome;
    const { headers } = turn;
    const text = encode(outcome);
    if (text !== undefined) headers["content-type"] = withCharset(mediaType);
    if (turn.faults.length > 0) {
      const findLaws = () => lawsOfDamaged(request, turn, { status, mediaType, text });
      strike(turn, { bytes: Buffer.byteLength(text ?? "") }, findLaws);
    }
    const answer = { status, headers: turn.headers, body: text };
    const wait = pace === undefined ? 0 : firstPause(pace, chanceOf(turn, "pace"));
    const go = () => transmit(response, answer, { clock, faults: turn.faults });
    if (wait > 0) pause(clock, wait, response).then(go).catch(next);
    else go();
    if (typeof text === "string" && recall(turn, outcome, text) !== undefined) return;
    const { body } = outcome;
    const report = reporter(turn, onViolation);
    const isFit = report(checkReply((turn.call as Call).operation, { status, headers, body }));
    if (turn.isDictated) return;
    const isLawful = judge(request, turn, { status, headers, body }, report);
    if (isFit && isLawful && typeof text === "string") remember(turn, outcome, text);
  }
}

/** What is left of JSON that was cut is none, which is a rule of every contract; the rest is judged as it goes out. */
function lawsOfDamaged(request: IncomingMessage, turn: Turn, { status, mediaType, text }: Written): string[] {
  if (text === undefined || isJson(essenceOf(mediaType))) return [];
  const sent = damagedBody(text, turn.faults);
  if (sent === undefined) return [];
  const body = typeof text === "string" ? new TextDecoder().decode(sent) : sent;
  return lawsBrokenBy(request, turn, { status, sent: { body } });
}

interface Written {
  status: number;
  mediaType: string;
  text: string | Uint8Array | undefined;
}

interface WholeWork {
  turn: Turn;
  outcome: Whole;
  pace: Pace | undefined;
  next: Next;
}

function encode(outcome: Whole): string | Uint8Array | undefined {
  if (recalledOf(outcome) !== undefined) return jsonOf(outcome);
  const { body, mediaType } = outcome;
  if (body === undefined || body instanceof Uint8Array) return body;
  const essence = essenceOf(mediaType);
  if (isJsonLines(essence)) {
    const mark = essence.endsWith("json-seq") ? "\u001e" : "";
    return [body]
      .flat()
      .map((item) => `${mark}${JSON.stringify(item)}\n`)
      .join("");
  }
  return isJson(essence) ? jsonOf(outcome) : String(body);
}

const withCharset = (mediaType: string): string =>
  mediaType.startsWith("text/") && !mediaType.includes(";") ? `${mediaType}; charset=utf-8` : mediaType;
