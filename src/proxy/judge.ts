/** Judges a reply that passed through by the contract and the laws: the same judges, and the same ids, as everywhere. */
import { checkReply } from "../contract/check-reply.ts";
import type { Operation } from "../contract/operation.ts";
import type { Violation } from "../contract/violation.ts";
import type { Breach, ExchangeReply, ExchangeRequest } from "../exchange/exchange.ts";
import { headerOf, type RecordedReply } from "../exchange/recording.ts";
import { checkExchange } from "../laws/check-exchange.ts";
import type { Profile } from "../laws/law.ts";
import { isDeeper } from "../lib/depth.ts";
import { isJson, parseMediaType } from "../lib/media-type.ts";

export interface FoundBreach extends Breach {
  /** A departure from the document is an ERROR, that from a law what the profile says. */
  severity: "ERROR" | "WARN";
}

export interface JudgeOptions {
  operation: Operation;
  request: ExchangeRequest;
  profile?: Profile | undefined;
  /** Of a stream: its events and what decoding noticed; every payload has been held against the contract already. */
  streamed?: Pick<ExchangeReply, "events" | "stream"> | undefined;
}

/** All breaches of a whole reply by the server. A body that nobody kept is judged by its head alone. */
export async function judgeReply(reply: RecordedReply, options: JudgeOptions): Promise<FoundBreach[]> {
  const { operation, request, profile, streamed } = options;
  const body = streamed === undefined ? readBody(reply) : ({ kind: "value", value: undefined } as const);
  const view: ExchangeReply = {
    status: reply.status,
    headers: reply.headers,
    body: body.kind === "value" ? body.value : undefined,
    ...streamed,
  };
  const found = checkReply(operation, view)
    // What is not there cannot be judged by its schema.
    .filter(({ code }) => body.kind === "value" || code === "undocumented")
    .map(toBreach);
  if (body.kind === "unknown") return found;
  if (body.kind === "broken") return [...found, serverBreach("schema", `The reply is no JSON: ${body.why}.`)];
  const { findings } = await checkExchange(
    { operationId: operation.id, request, reply: view },
    { operation, isChecked: true, ...(profile !== undefined && { profile }) },
  );
  const laws = findings.map(({ law, severity, message, pointer = "", eventIndex }): FoundBreach => {
    const place = eventIndex === undefined ? "" : `Event ${eventIndex}: `;
    return { by: "server", rule: law, severity, pointer, message: place + message };
  });
  return [...found, ...laws];
}

type ReadBody = { kind: "value"; value: unknown } | { kind: "unknown" } | { kind: "broken"; why: string };

function readBody({ headers, body }: RecordedReply): ReadBody {
  if (body === undefined) return { kind: "unknown" };
  if (body.length === 0) return { kind: "value", value: undefined };
  const essence = parseMediaType(headerOf(headers, "content-type"))?.essence ?? "";
  if (!isJson(essence)) {
    const isText = essence === "" || essence.startsWith("text/");
    return { kind: "value", value: isText ? Buffer.from(body).toString("utf8") : body };
  }
  try {
    const value: unknown = JSON.parse(Buffer.from(body).toString("utf8"));
    return isDeeper(value) ? { kind: "unknown" } : { kind: "value", value };
  } catch (error) {
    return { kind: "broken", why: error instanceof Error ? error.message : String(error) };
  }
}

export const toBreach = ({ code, keyword, in: place, pointer, message }: Violation): FoundBreach => ({
  ...serverBreach(code === "undocumented" ? keyword : place === "header" ? "header" : "schema", message),
  pointer,
});

export const serverBreach = (rule: string, message: string): FoundBreach => ({
  by: "server",
  rule,
  severity: "ERROR",
  pointer: "",
  message,
});
