/** What an answer means to the gateway that asked for it: its status, how long it took, and what went wrong on the way. */
import type { Delivery } from "../../scenario/delivery.ts";
import type { Fault } from "../../scenario/fault.ts";
import type { Pace } from "../../scenario/pace.ts";
import type { Outcome } from "../behaviour.ts";

export interface Result {
  status: number;
  /** How long the gateway waits for it, in milliseconds. */
  waitMs: number;
  /** Why the status is not the model's own. */
  cause?: "timeout" | "connection lost";
}

export interface ResultOptions {
  /** The longest wait, in milliseconds; Infinity without a limit. */
  callTimeoutMs: number;
  /** How fast answers come that do not say it themselves. */
  usualPace: Pace | undefined;
  /** Whether a stream is asked for: only one can stall. */
  isStream: boolean;
}

export function resultOf(outcome: Outcome, { callTimeoutMs, usualPace, isStream }: ResultOptions): Result {
  const faults = (outcome.delivery?.faults ?? []).filter(({ kind }) => isStream || kind !== "stall");
  const ms = firstByteMs({ ...outcome.delivery, faults, pace: { ...usualPace, ...outcome.delivery?.pace } });
  if (ms > callTimeoutMs) return { status: 504, waitMs: callTimeoutMs, cause: "timeout" };
  const waitMs = Number.isFinite(ms) ? ms : 0;
  if (outcome.delivery?.faults?.some(isLoss)) return { status: 502, waitMs, cause: "connection lost" };
  return { status: outcome.kind === "reply" ? outcome.status : outcome.problem.status, waitMs };
}

/** Milliseconds until an answer begins: how slow it is later is not the gateway's to repair. */
function firstByteMs({ pace, faults = [], script = [] }: Delivery): number {
  const begins = script.findIndex((step) => step.kind === "event");
  const waits = script.slice(0, Math.max(0, begins)).map((step) => (step.kind === "wait" ? step.ms : 0));
  return [pace?.firstEventMs ?? 0, ...waits, ...faults.map(delayOf)].reduce((sum, ms) => sum + ms);
}

function delayOf(fault: Fault): number {
  if (fault.kind === "latency") return fault.ms;
  return fault.kind === "stall" && fault.after === 0 ? (fault.ms ?? Infinity) : 0;
}

const isLoss = (fault: Fault): boolean => fault.kind === "disconnect" && fault.when !== "after-headers";
