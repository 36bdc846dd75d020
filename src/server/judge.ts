/** Judges our own answers by the laws that no schema can state. What it finds is a fault of Gatetwin. */
import type { IncomingMessage } from "node:http";
import type { Call } from "../behaviours/behaviour.ts";
import type { Violation } from "../contract/violation.ts";
import { checkExchange, type Finding, type Judgement } from "../laws/check-exchange.ts";
import type { Turn } from "./turn.ts";

/** Tells `report` of every law that the reply breaks; later, where a law has to wait. A stream is judged by what it tells. */
export function judge(
  request: IncomingMessage,
  { call, path, headers }: Turn,
  reply: { status: number; body: unknown },
  report: (violations: readonly Violation[]) => void,
): void {
  const { operation, body } = call as Call;
  const tell = ({ findings }: Judgement) => {
    if (findings.length > 0) report(findings.map(toViolation));
  };
  const judgement = checkExchange(
    {
      operationId: operation.id,
      request: { method: operation.method, path, query: "", headers: request.headers, body },
      reply: { status: reply.status, headers, body: reply.body },
    },
    { operation },
  );
  if (judgement instanceof Promise) void judgement.then(tell);
  else tell(judgement);
}

const toViolation = ({ law, pointer, message }: Finding): Violation => ({
  code: "broken-law",
  in: "reply",
  pointer: pointer ?? "",
  keyword: law,
  message,
});
