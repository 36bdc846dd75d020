/** Sends an answer as faults and pace would have it. An ordinary one is written at once. */
import type { ServerResponse } from "node:http";
import type { Clock } from "../lib/clock.ts";
import { bodySteps, bytesSent, damageBytes, damageScript, lengthOf } from "../scenario/damage.ts";
import type { Fault } from "../scenario/fault.ts";
import type { PlayStep, Script } from "../scenario/script.ts";
import { closeConnection, play } from "./play.ts";
import { type Answer, write } from "./write.ts";

export interface TransmitOptions {
  clock: Clock;
  faults: readonly Fault[];
  keepAliveMs?: number | undefined;
  /** From when on waits are counted, in `elapsed` of the clock. From now on by default. */
  beganMs?: number | undefined;
}

/** A whole answer. */
export function transmit(response: ServerResponse, answer: Answer, { clock, faults }: TransmitOptions): void {
  const { status, headers, body } = answer;
  if (faults.length === 0 || body === undefined) {
    write(response, answer);
    return;
  }
  const steps = damageBytes(bodySteps(body), faults);
  response.writeHead(status, { ...headers, "content-length": String(lengthOf(steps)) });
  if (isDisconnected(faults)) {
    response.flushHeaders();
    closeConnection(response);
  } else play(steps, response, { clock });
}

export interface Streamed {
  status: number;
  /** By lower-case name. */
  headers: Readonly<Record<string, string>>;
  script: Script;
}

/** A stream that has waits or faults in it. Its headers go out before the first event. */
export function transmitStream(
  response: ServerResponse,
  { status, headers, script }: Streamed,
  { clock, faults, keepAliveMs, beganMs }: TransmitOptions,
): void {
  response.writeHead(status, headers);
  response.flushHeaders();
  if (isDisconnected(faults)) {
    closeConnection(response);
    return;
  }
  const steps: Iterable<PlayStep> = faults.length === 0 ? script : damaged(script, faults);
  play(steps, response, { clock, keepAliveMs, beganMs });
}

/** A stream with all its faults in it. */
export const damaged = (script: Script, faults: readonly Fault[]): readonly PlayStep[] =>
  isDisconnected(faults) ? [{ kind: "close" }] : damageBytes(damageScript(script, faults), faults);

/** A whole answer with the faults in it that a judge of its bytes might mind; undefined where it never comes. */
export const damagedBody = (body: string | Uint8Array, faults: readonly Fault[]): Uint8Array | undefined =>
  isDisconnected(faults) ? undefined : bytesSent(damageBytes(bodySteps(body), faults));

/** A connection that should have been closed before the headers never gets here. */
const isDisconnected = (faults: readonly Fault[]): boolean => faults.some(({ kind }) => kind === "disconnect");
