/** The only writer of error envelopes: every refusal of every stage ends here. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { requiredHeaders } from "../../behaviours/synthesize-reply.ts";
import { errorReply } from "../../contract/error-reply.ts";
import { type Contract, replyFor } from "../../contract/operation.ts";
import { problem } from "../../contract/problem.ts";
import type { Breach } from "../../exchange/exchange.ts";
import type { Clock } from "../../lib/clock.ts";
import { GatetwinError } from "../../lib/errors.ts";
import { toPointer } from "../../lib/json-pointer.ts";
import { createRandom } from "../../lib/random.ts";
import { canonical, type Identify } from "../identity.ts";
import type { ErrorStage } from "../pipeline.ts";
import { Refusal } from "../refusal.ts";
import { strike } from "../strike.ts";
import { transmit } from "../transmit.ts";
import { turnOf } from "../turn.ts";

export interface FailOptions {
  contract: Contract;
  identify: Identify;
  clock: Clock;
  /** Told of errors that no stage foresaw: faults of Gatetwin. */
  onError: (error: unknown) => void;
}

export function fail({ contract, identify, clock, onError }: FailOptions): ErrorStage {
  return function fail(error: unknown, request: IncomingMessage, response: ServerResponse): void {
    const turn = turnOf(request);
    const isRefusal = error instanceof Refusal;
    if (!isRefusal) onError(error);
    if (!isRefusal || !error.isOnPurpose) turn.breaches.push(breachOf(error));
    if (response.headersSent || response.destroyed) {
      response.destroy();
      return;
    }
    const why = isRefusal
      ? error.problem
      : isContradiction(error)
        ? problem(500, "schema_unsatisfiable", `${error.message}. Mend the document, or name the reply in a scenario.`)
        : problem(
            500,
            "internal_error",
            "Gatetwin failed while it handled this request. This is a bug: please report it.",
          );
    const { status, mediaType, text } = errorReply(why, turn.operation, contract);
    if (turn.headers["x-request-id"] === undefined) {
      const request_ = canonical(
        `${request.method} ${turn.path}`,
        turn.query,
        turn.bytes.length > 4096 ? turn.bytes.length : turn.bytes.toString("latin1"),
      );
      turn.headers["x-request-id"] = identify({
        operationId: "refused",
        token: turn.token,
        request: request_,
        face: "whole",
      }).requestId;
    }
    const documented = turn.operation && replyFor(turn.operation, status);
    const needed = documented === undefined ? {} : requiredHeaders(documented, contract, createRandom(status));
    turn.headers = { ...needed, ...turn.headers };
    Object.assign(turn.headers, why.headers, { "content-type": mediaType });
    strike(turn, { bytes: Buffer.byteLength(text) });
    transmit(response, { status, headers: turn.headers, body: text }, { clock, faults: turn.faults });
  };
}

/** A schema that admits nothing is a fault of the document. */
const isContradiction = (error: unknown): error is GatetwinError =>
  error instanceof GatetwinError && error.code === "schema-unsatisfiable";

/** Whose fault it is, for the journal. */
const breachOf = (error: unknown): Breach =>
  error instanceof Refusal && error.problem.status < 500
    ? {
        by: "client",
        rule: error.problem.code,
        pointer: pointerOf(error.problem.param),
        message: error.problem.message,
      }
    : {
        by: "server",
        rule: "internal_error",
        pointer: "",
        message: "Gatetwin failed while it handled this request.",
      };

/** `messages[0].role` → `/messages/0/role`. */
const pointerOf = (param: string | null): string =>
  param === null ? "" : toPointer(param.replaceAll(/\[(\d+)\]/g, ".$1").split("."));
