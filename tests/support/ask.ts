/** Requests to the whole server as an API guide writes them; every answer is held against the document and its laws. */
import { createParser } from "eventsource-parser";
import request from "supertest";
import { expect } from "vitest";
import { type Operation, successOf } from "../../src/contract/operation.ts";
import { ownContract } from "../../src/contract/own-contract.ts";
import { checkExchange } from "../../src/laws/check-exchange.ts";
import { createHandler } from "../../src/server/create-server.ts";
import { collectChat } from "../../src/sse/collect/chat.ts";
import { collectCompletion } from "../../src/sse/collect/completions.ts";
import { collectResponse } from "../../src/sse/collect/responses.ts";
import type { SseEvent } from "../../src/sse/event.ts";
import type { Json } from "./collect/json.ts";
import { shapeOf } from "./document.ts";
import { strict } from "./serve.ts";

export const handler = createHandler(strict);

export interface Api {
  /** As in its path, such as `/v2/proxy`. */
  base: string;
  path: string;
  operation: Operation;
  /** The top-level fields that the request schema names. */
  fields: ReadonlySet<string>;
}

/** The APIs whose streams are of a family: all four for chat. */
export const apisOf = (family: "chat" | "completions" | "responses"): Api[] =>
  ownContract()
    .operations.filter((operation) => successOf(operation)?.stream?.laws === family)
    .map((operation) => ({
      base: operation.path.replace(/\/(chat\/completions|completions|responses)$/, ""),
      path: operation.path,
      operation,
      fields: new Set(Object.keys(shapeOf(operation.body?.content[0]?.schema ?? true).properties)),
    }));

/** Those of the APIs that document all of the fields. A field that none documents is a mistake of the test. */
export function documenting(apis: readonly Api[], ...fields: string[]): Api[] {
  const found = apis.filter((api) => fields.every((field) => api.fields.has(field)));
  if (found.length === 0) throw new Error(`no API documents ${fields.join(" and ")}`);
  return found;
}

/** Whether the document of an API takes a body. */
export const accepts = ({ operation }: Api, body: object): boolean =>
  operation.body?.content[0]?.check(body).length === 0;

export const post = (path: string, body: unknown) =>
  request(handler)
    .post(path)
    .set("authorization", "Bearer guide")
    .send(body as object);

/** The JSON answer: 200, as documented, lawful. */
export async function answer({ path, operation }: Api, body: object): Promise<Json> {
  const reply = await post(path, body);
  expect([reply.status, reply.body.error ?? null]).toEqual([200, null]);
  expect(successOf(operation)?.content[0]?.check(reply.body)).toEqual([]);
  await expectLawful(operation, { sent: body, headers: reply.headers, body: reply.body });
  return reply.body;
}

export interface Stream {
  /** The JSON events, in order. */
  payloads: Json[];
  names: (string | undefined)[];
  /** The data of the last event. */
  last: string | undefined;
  /** What the stream adds up to. */
  reply: Json;
}

const COLLECT: Readonly<Record<string, (payloads: Json[]) => Json>> = {
  chat: collectChat,
  completions: collectCompletion,
  responses: collectResponse,
};

/** The streamed answer: each event as documented, all of them lawful. */
export async function stream({ path, operation }: Api, body: object): Promise<Stream> {
  const sent = { ...body, stream: true };
  const { status, headers, text } = await post(path, sent);
  expect([status, headers["content-type"]]).toEqual([200, "text/event-stream; charset=utf-8"]);
  const events: SseEvent[] = [];
  createParser({
    onEvent: ({ event, data }) => events.push({ data, ...(event !== undefined && { event }) }),
  }).feed(text);
  const face = successOf(operation)?.stream;
  const told = events.filter(({ data }) => data.startsWith("{"));
  const payloads = told.map(({ data }) => JSON.parse(data));
  for (const payload of payloads) expect(face?.check(payload)).toEqual([]);
  const reply = COLLECT[face?.laws ?? ""]?.(payloads);
  await expectLawful(operation, { sent, headers, body: reply, events });
  return { payloads, names: told.map(({ event }) => event), last: events.at(-1)?.data, reply };
}

interface Answered {
  sent: object;
  headers: Readonly<Record<string, string>>;
  body: unknown;
  events?: readonly SseEvent[];
}

async function expectLawful(operation: Operation, { sent, ...reply }: Answered): Promise<void> {
  const { id: operationId, method, path } = operation;
  const { findings } = await checkExchange(
    { operationId, request: { method, path, query: "", headers: {}, body: sent }, reply: { status: 200, ...reply } },
    { operation },
  );
  expect(findings.filter(({ severity }) => severity === "ERROR")).toEqual([]);
}

/** The error of a refused request. */
export async function refusal({ path, operation }: Api, body: object): Promise<{ status: number; error: Json }> {
  const reply = await post(path, body);
  const documented = operation.replies.find(({ status }) => status === String(reply.status))?.content[0];
  expect(documented?.check(reply.body)).toEqual([]);
  return { status: reply.status, error: reply.body.error };
}
