/** The only stage that writes an answer to the socket; checks all that it sends against the contract. */
import type { ServerResponse } from "node:http";
import type { Call, Outcome } from "../../behaviours/behaviour.ts";
import { present } from "../../behaviours/present.ts";
import { checkReply } from "../../contract/check-reply.ts";
import { type StreamContent, successOf } from "../../contract/operation.ts";
import type { Violation } from "../../contract/violation.ts";
import type { Breach } from "../../exchange/exchange.ts";
import type { Clock } from "../../lib/clock.ts";
import { essenceOf, isJson } from "../../lib/media-type.ts";
import { judge } from "../judge.ts";
import { play } from "../play.ts";
import { type Stage, type Turn, turnOf } from "../turn.ts";
import { write } from "../write.ts";

type Whole = Extract<Outcome, { kind: "reply" }>;

export interface SendOptions {
  clock: Clock;
  /** Told of every answer of ours that departs from the contract: a fault of Gatetwin, never silent. */
  onViolation: (operationId: string, violations: readonly Violation[]) => void;
}

export function send({ clock, onViolation }: SendOptions): Stage {
  return function send(request, response, next) {
    const turn = turnOf(request);
    const call = turn.call as Call;
    const outcome = turn.outcome as Whole;
    const stream = turn.wantsStream ? successOf(call.operation)?.stream : undefined;
    const report = (violations: readonly Violation[]) => {
      if (violations.length === 0) return;
      turn.breaches.push(...violations.map(toBreach));
      onViolation(call.operation.id, violations);
    };
    Object.assign(turn.headers, outcome.headers);
    if (stream === undefined) {
      sendWhole(response, turn, outcome);
      report(checkReply(call.operation, { status: outcome.status, headers: turn.headers, body: outcome.body }));
    } else {
      sendStream(response, turn, { outcome, stream, call, clock, report }).catch(next);
    }
    if (!turn.isDictated) judge(request, turn, outcome, report);
  };
}

const toBreach = ({ in: place, pointer, keyword, code, message }: Violation): Breach => ({
  by: "server",
  rule: code === "broken-law" ? keyword : place === "header" ? "header" : "schema",
  pointer,
  message,
});

function sendWhole(response: ServerResponse, turn: Turn, { status, mediaType, body }: Whole): void {
  if (body !== undefined) turn.headers["content-type"] = withCharset(mediaType);
  write(response, { status, headers: turn.headers, body: body === undefined ? body : encode(body, mediaType) });
}

const encode = (body: unknown, mediaType: string): string | Uint8Array =>
  body instanceof Uint8Array ? body : isJson(essenceOf(mediaType)) ? JSON.stringify(body) : String(body);

const withCharset = (mediaType: string): string =>
  mediaType.startsWith("text/") && !mediaType.includes(";") ? `${mediaType}; charset=utf-8` : mediaType;

interface StreamWork {
  outcome: Whole;
  stream: StreamContent;
  call: Call;
  clock: Clock;
  report: (violations: readonly Violation[]) => void;
}

async function sendStream(
  response: ServerResponse,
  turn: Turn,
  { outcome, stream, call, clock, report }: StreamWork,
): Promise<void> {
  const script = present(outcome.body, stream, call);
  turn.headers["content-type"] = "text/event-stream; charset=utf-8";
  turn.headers["cache-control"] = "no-cache";
  response.writeHead(outcome.status, turn.headers);
  const gone = new AbortController();
  response.on("close", () => gone.abort());
  await play(script, response, { clock, signal: gone.signal, onPayload: (payload) => report(stream.check(payload)) });
}
