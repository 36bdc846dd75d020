/** The only stage that writes an answer to the socket; checks all that it sends against the contract. */
import type { ServerResponse } from "node:http";
import type { Call, Outcome } from "../../behaviours/behaviour.ts";
import { present } from "../../behaviours/present.ts";
import { checkReply } from "../../contract/check-reply.ts";
import { type StreamContent, successOf } from "../../contract/operation.ts";
import type { Violation } from "../../contract/violation.ts";
import type { Clock } from "../../lib/clock.ts";
import { isJson, parseMediaType } from "../../lib/media-type.ts";
import { play } from "../play.ts";
import { type Stage, turnOf } from "../turn.ts";

export interface SendOptions {
  clock: Clock;
  /** Told of every answer of ours that departs from the contract: a fault of Gatetwin, never silent. */
  onViolation: (operationId: string, violations: readonly Violation[]) => void;
}

export function send({ clock, onViolation }: SendOptions): Stage {
  return function send(request, response, next) {
    const turn = turnOf(request);
    const call = turn.call as Call;
    const outcome = turn.outcome as Extract<Outcome, { kind: "reply" }>;
    const stream = turn.wantsStream ? successOf(call.operation)?.stream : undefined;
    const report = (violations: readonly Violation[]) => {
      if (violations.length === 0) return;
      turn.violations = [...turn.violations, ...violations];
      onViolation(call.operation.id, violations);
    };
    for (const [name, value] of Object.entries(outcome.headers ?? {})) response.setHeader(name, value);
    if (stream === undefined) {
      sendWhole(response, outcome);
      report(
        checkReply(call.operation, { status: outcome.status, headers: response.getHeaders(), body: outcome.body }),
      );
      return;
    }
    sendStream(response, outcome, { stream, call, clock, report }).catch(next);
  };
}

function sendWhole(response: ServerResponse, { status, mediaType, body }: Extract<Outcome, { kind: "reply" }>): void {
  response.statusCode = status;
  if (body === undefined) {
    response.end();
    return;
  }
  const essence = parseMediaType(mediaType)?.essence ?? mediaType;
  const bytes = body instanceof Uint8Array ? body : Buffer.from(isJson(essence) ? JSON.stringify(body) : String(body));
  response.setHeader(
    "content-type",
    essence.startsWith("text/") && !mediaType.includes(";") ? `${mediaType}; charset=utf-8` : mediaType,
  );
  response.setHeader("content-length", bytes.length);
  response.end(bytes);
}

interface StreamWork {
  stream: StreamContent;
  call: Call;
  clock: Clock;
  report: (violations: readonly Violation[]) => void;
}

async function sendStream(
  response: ServerResponse,
  outcome: Extract<Outcome, { kind: "reply" }>,
  { stream, call, clock, report }: StreamWork,
): Promise<void> {
  const script = present(outcome.body, stream, call);
  response.statusCode = outcome.status;
  response.setHeader("content-type", "text/event-stream; charset=utf-8");
  response.setHeader("cache-control", "no-cache");
  const gone = new AbortController();
  response.on("close", () => gone.abort());
  await play(script, response, { clock, signal: gone.signal, onPayload: (payload) => report(stream.check(payload)) });
}
