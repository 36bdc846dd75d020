/** Watches one exchange as it passes: keeps its bounded copy, judges each event of a stream at once, the rest at its end. */
import type { IncomingMessage } from "node:http";
import type { RouteMatch } from "../contract/match.ts";
import { type Contract, type Operation, replyFor, type StreamContent } from "../contract/operation.ts";
import type { ExchangeReply, StreamedEvent } from "../exchange/exchange.ts";
import { type ReadRequest, readRequest } from "../exchange/read-request.ts";
import {
  type RecordedHeaders,
  type RecordedReply,
  type RecordedRequest,
  type Recording,
  toRecordedHeaders,
} from "../exchange/recording.ts";
import type { Profile } from "../laws/law.ts";
import type { Clock } from "../lib/clock.ts";
import { essenceOf } from "../lib/media-type.ts";
import { createDecoder, type Note } from "../sse/decode.ts";
import { type BodyCopy, createCopy } from "./copy.ts";
import { endToEnd } from "./headers.ts";
import { type FoundBreach, judgeReply, serverBreach, toBreach } from "./judge.ts";

export interface WatchOptions {
  contract: Contract;
  /** What the path and method of the request mean in the contract. */
  found: RouteMatch;
  clock: Clock;
  profile: Profile | undefined;
  /** A longer body is neither judged nor recorded. */
  mostBytes: number;
  /** Told of each breach once, as soon as it is known. */
  onBreach: (breach: FoundBreach) => void;
}

/** What was seen, once all is judged. */
export interface Seen {
  recording: Recording;
  breaches: readonly FoundBreach[];
  requestBytes: number;
  replyBytes: number;
}

/**
 * How an exchange ended. `cut`: the upstream broke off; `left`: the client did not wait for the end; `refused`: the proxy
 * answered itself. Only what is whole is judged as a reply.
 */
export type Ending = "whole" | "cut" | "left" | "refused";

interface Sent extends ReadRequest {
  recorded: RecordedRequest;
}

export interface Watch {
  readonly operation: Operation | undefined;
  sent(chunk: Uint8Array): void;
  /** The head of the reply; `rawHeaders` is a flat list of names and values. */
  answered(status: number, rawHeaders: readonly string[]): void;
  came(chunk: Uint8Array): void;
  /** A breach that no law tells of, such as a connection that broke. */
  add(breach: FoundBreach): void;
  /** Of the breaches so far. */
  breaches(): readonly FoundBreach[];
  /** Judges the request, which has come whole. */
  readSent(): Promise<unknown>;
  finish(ending: Ending): Promise<Seen>;
}

export function createWatch(request: IncomingMessage, options: WatchOptions): Watch {
  const { contract, found, clock, mostBytes } = options;
  const operation = found.kind === "found" ? found.operation : undefined;
  const began = clock.elapsed();
  const startedAt = new Date(clock.now()).toISOString();
  const sentHeaders = withoutEncoding(request.rawHeaders);
  const sentCopy = createCopy({ encoding: request.headers["content-encoding"], mostBytes });
  const breaches: FoundBreach[] = [];
  let head = { status: 0, headers: {} as RecordedHeaders };
  let cameCopy: BodyCopy | undefined;
  let stream: StreamWatch | undefined;
  let firstByteMs: number | undefined;
  let reading: Promise<Sent> | undefined;

  const add = (breach: FoundBreach): void => {
    breaches.push(breach);
    options.onBreach(breach);
  };
  const sinceStart = (): number => Math.round((clock.elapsed() - began) * 10) / 10;

  const readSent = async (): Promise<Sent> => {
    const { method = "GET", url = "/" } = request;
    // A reply may end before its request does: what was sent till then is no body.
    const body = request.complete ? await sentCopy.end() : undefined;
    const recorded = { method, url, headers: sentHeaders, body };
    const read = await readRequest(recorded, { contract, match: () => found });
    for (const breach of read.breaches) add({ ...breach, severity: "ERROR" });
    return { ...read, recorded };
  };

  return {
    operation,
    add,
    breaches: () => breaches,
    sent: (chunk) => sentCopy.push(chunk),
    answered(status, rawHeaders) {
      head = { status, headers: withoutEncoding(rawHeaders) };
      const type = head.headers["content-type"];
      const isStream = typeof type === "string" && essenceOf(type) === "text/event-stream";
      if (isStream) stream = watchStream(operation && replyFor(operation, status)?.stream, { add, sinceStart });
      const encoding = toRecordedHeaders(rawHeaders)["content-encoding"];
      cameCopy = createCopy({
        encoding: encoding === undefined ? undefined : String(encoding),
        mostBytes,
        ...(stream && { onChunk: stream.push }),
      });
    },
    came(chunk) {
      firstByteMs ??= sinceStart();
      cameCopy?.push(chunk);
    },
    readSent: () => {
      reading ??= readSent();
      return reading;
    },
    async finish(ending) {
      const durationMs = sinceStart();
      const body = await cameCopy?.end();
      reading ??= readSent();
      const { request: asked, recorded } = await reading;
      const told = stream?.end();
      const reply: RecordedReply = {
        ...head,
        body,
        firstByteMs: firstByteMs ?? durationMs,
        durationMs,
        ...(told && { eventMs: told.eventMs }),
        ...(ending === "cut" && { isCut: true as const }),
      };
      if (ending === "cut")
        add(serverBreach("connection", "The connection to the upstream broke before the end of the reply."));
      else if (ending === "whole" && operation !== undefined) {
        const streamed =
          told && body !== undefined ? { events: told.events, stream: { ...told.facts, bytes: body } } : undefined;
        // A stream that is too long to keep has no body, and is judged by its head and its single events.
        const judged = await judgeReply(reply, { operation, request: asked, profile: options.profile, streamed });
        for (const breach of judged) add(breach);
      }
      const recording: Recording = {
        operationId: operation?.id,
        startedAt,
        request: recorded,
        reply,
        breaches: breaches.map(({ severity: __, ...breach }) => breach),
      };
      return { recording, breaches, requestBytes: sentCopy.bytes, replyBytes: cameCopy?.bytes ?? 0 };
    },
  };
}

/** Bodies are kept decoded, so that no credential hides in them; framing belongs to a connection. */
const withoutEncoding = (raw: readonly string[]): RecordedHeaders =>
  toRecordedHeaders(endToEnd(raw, ["content-encoding", "content-length"]));

interface StreamWatch {
  push: (chunk: Uint8Array) => void;
  end: () => { events: StreamedEvent[]; eventMs: number[]; facts: NonNullable<ExchangeReply["stream"]> };
}

interface StreamWatchOptions {
  add: (breach: FoundBreach) => void;
  sinceStart: () => number;
}

function watchStream(content: StreamContent | undefined, { add, sinceStart }: StreamWatchOptions): StreamWatch {
  const notes: Note[] = [];
  const events: StreamedEvent[] = [];
  const eventMs: number[] = [];
  // The copy has bounded the bytes.
  const decoder = createDecoder({ maxEventBytes: Number.POSITIVE_INFINITY, onNote: (note) => notes.push(note) });
  return {
    push(chunk) {
      for (const event of decoder.push(chunk)) {
        const payload = parse(event.data);
        eventMs.push(sinceStart());
        events.push(payload === undefined ? event : { ...event, payload });
        // What is no JSON is for the laws of framing to judge: it may be a sentinel.
        if (payload === undefined || content === undefined || event.data === content.sentinel) continue;
        for (const violation of content.check(payload)) {
          const breach = toBreach(violation);
          add({ ...breach, message: `Event ${event.index}: ${breach.message}` });
        }
      }
    },
    end: () => ({ events, eventMs, facts: { notes, ...decoder.end() } }),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
