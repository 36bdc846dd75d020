/** Judges our own answers by the laws that no schema can state. What it finds is a fault of Gatetwin. */
import type { IncomingMessage } from "node:http";
import type { Call } from "../behaviours/behaviour.ts";
import type { Violation } from "../contract/violation.ts";
import type { Breach, StreamedEvent } from "../exchange/exchange.ts";
import { streamReply } from "../exchange/stream-reply.ts";
import { checkExchange, type Finding, type Judgement } from "../laws/check-exchange.ts";
import type { Turn } from "./turn.ts";

/** `rule`: the `scenario/rule` that decided the answer, and so may be to blame. */
export type OnViolation = (operationId: string, violations: readonly Violation[], rule?: string) => void;

/** Returns whether there was nothing to report. */
export type Report = (violations: readonly Violation[]) => boolean;

/** Puts what is found into the journal and tells of it, but for what the answer breaks on purpose. */
export const reporter =
  (turn: Turn, onViolation: OnViolation): Report =>
  (violations) => {
    if (violations.length === 0) return true;
    const { violates = [], rule } = turn.delivery;
    const ours = violations.filter((violation) => !violates.includes(ruleOf(violation)));
    if (ours.length === 0) return false;
    turn.breaches.push(...ours.map(toBreach));
    onViolation((turn.call as Call).operation.id, ours, rule);
    return false;
  };

const ruleOf = ({ in: place, keyword, code }: Violation): string =>
  code === "broken-law" ? keyword : place === "header" ? "header" : "schema";

const toBreach = (violation: Violation): Breach => ({
  by: "server",
  rule: ruleOf(violation),
  pointer: violation.pointer,
  message: violation.message,
});

export interface Judged {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: unknown;
  /** Those of a stream, as they were meant before any fault. */
  events?: readonly StreamedEvent[];
  /** Whether the payloads of the events were held against the contract already. */
  isChecked?: boolean;
}

/** Tells `report` of every law that the reply breaks; later, where a law has to wait. Returns whether it broke none, as far as that is known already. */
export function judge(
  request: IncomingMessage,
  { call, path }: Turn,
  { isChecked = false, ...reply }: Judged,
  report: Report,
): boolean {
  const { operation, body } = call as Call;
  const tell = ({ findings }: Judgement): boolean => report(findings.map(toViolation));
  const judgement = checkExchange(
    {
      operationId: operation.id,
      request: { method: operation.method, path, query: "", headers: request.headers, body },
      reply,
    },
    { operation, isChecked },
  );
  if (!(judgement instanceof Promise)) return tell(judgement);
  void judgement.then(tell);
  return false;
}

/** What goes out in place of what was meant. */
export interface Damaged {
  status: number;
  /** All bytes of a stream; of a whole answer its text or its bytes. */
  sent: Uint8Array | { body: unknown };
  /** What the stream should tell. */
  meant?: unknown;
}

/** The laws that an answer breaks with its faults. A law that has to wait is added to the list later. */
export function lawsBrokenBy(request: IncomingMessage, turn: Turn, { status, sent, meant }: Damaged): string[] {
  const { operation, body } = turn.call as Call;
  const { headers } = turn;
  const laws: string[] = [];
  const tell = ({ findings }: Judgement): void => {
    laws.push(...new Set(findings.map(({ law }) => law)));
  };
  const reply =
    sent instanceof Uint8Array
      ? { ...streamReply({ status, headers, bytes: sent }), body: meant }
      : { status, headers, ...sent };
  const asked = { method: operation.method, path: turn.path, query: "", headers: request.headers, body };
  const judgement = checkExchange({ operationId: operation.id, request: asked, reply }, { operation });
  if (judgement instanceof Promise) void judgement.then(tell);
  else tell(judgement);
  return laws;
}

const toViolation = ({ law, pointer, message }: Finding): Violation => ({
  code: "broken-law",
  in: "reply",
  pointer: pointer ?? "",
  keyword: law,
  message,
});
