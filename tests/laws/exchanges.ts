/** Exchanges to judge: those of `fixtures/broken`, and new ones from a request and a reply. */
import { readdirSync, readFileSync } from "node:fs";
import { type Operation, successOf } from "../../src/contract/operation.ts";
import { ownContract } from "../../src/contract/own-contract.ts";
import type { Exchange, ExchangeReply } from "../../src/exchange/exchange.ts";
import { streamReply } from "../../src/exchange/stream-reply.ts";
import { checkExchange, type Judgement } from "../../src/laws/check-exchange.ts";
import type { Profile } from "../../src/laws/law.ts";
import { encode } from "../../src/sse/encode.ts";

export interface BrokenExchange {
  file: string;
  breaks: string;
  pointer: string | undefined;
  eventIndex: number | undefined;
  profile: Profile | undefined;
  operation: Operation;
  exchange: Exchange;
}

const folder = new URL("../../fixtures/broken/", import.meta.url);

export const brokenExchanges: readonly BrokenExchange[] = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".json"))
  .map((file) => {
    const { breaks, pointer, eventIndex, profile, operationId, request, reply } = JSON.parse(
      readFileSync(new URL(file, folder), "utf8"),
    );
    const exchange = { operationId, request, reply: replyOf(reply) };
    return { file, breaks, pointer, eventIndex, profile, operation: operationNamed(operationId), exchange };
  });

interface WrittenReply {
  status: number;
  headers: Record<string, unknown>;
  body?: unknown;
  bodyBase64?: string;
  events?: readonly WrittenEvent[];
  text?: string;
  bytesBase64?: string;
}

export interface WrittenEvent {
  event?: string;
  /** A payload, or the text itself. */
  data: unknown;
}

/** A stream is written as its events, as its text or as its bytes; events beside them are what somebody read. */
function replyOf({ status, headers, body, bodyBase64, events, text, bytesBase64 }: WrittenReply): ExchangeReply {
  const read = events?.map(({ data, ...event }) => ({
    ...event,
    data: typeof data === "string" ? data : JSON.stringify(data),
  }));
  const bytes = bytesBase64 === undefined ? text && Buffer.from(text) : Buffer.from(bytesBase64, "base64");
  if (bytes) return { ...streamReply({ status, headers, bytes }), ...(read && { events: read }) };
  if (read === undefined) {
    return { status, headers, body: bodyBase64 ? new Uint8Array(Buffer.from(bodyBase64, "base64")) : body };
  }
  return { ...streamReply({ status, headers, bytes: Buffer.from(read.map(encode).join("")) }), body };
}

export function operationNamed(id: string): Operation {
  const operation = ownContract().operations.find((known) => known.id === id);
  if (operation === undefined) throw new Error(`the contract has no operation ${id}`);
  return operation;
}

/** An example reply of the document, to be changed at will. */
export function exampleReply(id: string, name?: string): Record<string, unknown> {
  const examples = successOf(operationNamed(id))?.content[0]?.examples ?? [];
  const example = name === undefined ? examples[0] : examples.find((known) => known.name === name);
  if (example === undefined) throw new Error(`${id} has no example reply ${name}`);
  return structuredClone(example.value) as Record<string, unknown>;
}

export interface Sketch {
  request?: unknown;
  reply: unknown;
  status?: number;
  mediaType?: string;
}

export const exchangeOf = (
  id: string,
  { request, reply, status = 200, mediaType = "application/json" }: Sketch,
): Exchange => {
  const { method, path } = operationNamed(id);
  return {
    operationId: id,
    request: { method, path, query: "", headers: {}, body: request },
    reply: { status, headers: { "content-type": mediaType }, body: reply },
  };
};

export const judge = async (id: string, sketch: Sketch): Promise<Judgement> =>
  checkExchange(exchangeOf(id, sketch), { operation: operationNamed(id) });
