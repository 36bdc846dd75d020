/** Reads the streaming face of an operation as typed events. */
import type { Middleware } from "openapi-fetch";
import type { paths } from "../../generated/schema.d.ts";
import { type Fields, isFields } from "../lib/fields.ts";
import { EventTooLargeError, type Note } from "../sse/decode.ts";
import { decodeStream } from "../sse/decode-stream.ts";
import type { Client } from "./create-client.ts";
import type { InitOf, OperationAt } from "./init.ts";
import { type Leaving, leavable } from "./leaving.ts";
import { StreamError, type StreamFailure } from "./stream-error.ts";
import type { StreamFinding } from "./strict.ts";

/** What the whole reply has and its events leave out. */
export const untold = Symbol("untold");

/** The events of one stream, to be read once; `Whole` is the reply that they add up to, which `collect` returns. */
export interface EventStream<Event, Whole = unknown> extends AsyncIterable<Event> {
  readonly [untold]?: Partial<Whole>;
}

type Faces = { "application/json": unknown; "text/event-stream": unknown };

/** The content of an operation's reply that comes whole or as a stream. */
type FacesAt<Paths, Path extends keyof Paths> =
  OperationAt<Paths, Path, "post"> extends {
    responses: { 200: { content: infer Content extends Faces } };
  }
    ? Content
    : never;

/** The paths whose reply can be streamed. */
export type StreamPath<Paths> = {
  [Path in keyof Paths]: [FacesAt<Paths, Path>] extends [never] ? never : Path;
}[keyof Paths] &
  string;

/**
 * Calls an operation and reads its reply as it is written. The request is sent when the loop begins, with `stream: true`
 * and, unless the body says otherwise, with `stream_options.include_usage`, so that the events tell all that the whole
 * reply would. The loop ends on the sentinel; leaving it early, or aborting `signal`, closes the connection.
 *
 * Throws StreamError from the loop where the stream does not come to its end; what fetch throws where there is no
 * connection; the signal's reason where it was aborted.
 */
export function stream<Path extends StreamPath<Paths>, Paths = paths>(
  client: Client<Paths>,
  path: Path,
  init: InitOf<OperationAt<Paths, Path, "post">>,
): EventStream<FacesAt<Paths, Path>["text/event-stream"], FacesAt<Paths, Path>["application/json"]> {
  let isRead = false;
  // Which path it is decides the type of init; what is read of it is the same for all.
  const request = init as unknown as AnyInit;
  return {
    [untold]: (path === ECHOING ? { metadata: request.body.metadata ?? null } : {}) as object,
    [Symbol.asyncIterator]() {
      if (isRead) throw new TypeError(`The stream of ${path} was read already: call stream() again to ask again`);
      isRead = true;
      // The types of the paths serve the caller alone.
      return leavable(request.signal, (leaving) => read(client as unknown as AnyClient, path, request, leaving));
    },
  };
}

type AnyInit = { body: Fields; signal?: AbortSignal | null };
interface AnyClient extends Pick<Client, "strict"> {
  POST(path: string, init: object): Promise<{ error?: unknown; response: Response }>;
}

type Fail = (failure: StreamFailure, cause?: unknown) => never;

async function* read(
  client: AnyClient,
  path: string,
  init: AnyInit,
  { signal, isOver }: Leaving,
): AsyncGenerator<never, void> {
  const received: unknown[] = [];
  const fail: Fail = (failure, cause) => {
    throw new StreamError(path, failure, received, cause === undefined ? undefined : { cause });
  };
  const body = streamed(path, init.body);
  const judge = client.strict?.({ path, body });
  const obey = (findings: readonly StreamFinding[]): void => {
    if (findings.length > 0) fail({ kind: "broken-law", findings });
  };
  let isWhole = false;
  let garbledAt = -1;
  const onNote = ({ kind, offset }: Note): void => {
    if (kind === "invalid-utf8") garbledAt = offset;
  };
  const bytes = await open(client, path, { ...init, body, signal }, fail).catch((cause: unknown) => {
    // Some runtimes reject with a copy of the reason.
    if (isOver()) return undefined;
    throw cause;
  });
  if (bytes === undefined) return;
  try {
    for await (const { data, event: name, offset } of decodeStream(bytes, { onNote, signal })) {
      const isGarbled = garbledAt >= offset && data.includes("\ufffd");
      const payload = isGarbled ? undefined : parse(data);
      if (isError(name, payload)) fail({ kind: "error-event", payload: payload ?? data });
      if (payload === undefined && data !== SENTINEL) return fail({ kind: "broken-frame", data });
      if (judge !== undefined) obey(judge.event({ name, data, payload }));
      isWhole ||= payload === undefined || LAST_EVENTS.has(String(payload.type));
      if (payload === undefined) break;
      received.push(payload);
      // Typed by the path, for which the document vouches; `strict` checks it.
      yield payload as never;
      // Events that are here already must not outlive an abort.
      if (isOver()) return;
    }
  } catch (cause) {
    if (cause instanceof StreamError) throw cause;
    if (isOver()) return;
    if (cause instanceof EventTooLargeError) fail({ kind: "broken-frame", data: cause.message }, cause);
    fail({ kind: "cut" }, cause);
  }
  if (isOver()) return;
  if (!isWhole) fail({ kind: "cut" });
  if (judge !== undefined) obey(await judge.end());
}

/** Sends the request; the body of its answer, if that is a stream. */
async function open(client: AnyClient, path: string, init: AnyInit, fail: Fail): Promise<ReadableStream<Uint8Array>> {
  let answer: Response | undefined;
  const watch: Middleware = {
    onResponse({ response }) {
      answer = response;
    },
  };
  const { error, response } = await client
    .POST(path, { ...init, parseAs: "stream", middleware: [watch] })
    .catch((cause: unknown) => {
      // The status of an error is known, though its body broke off.
      if (answer === undefined || answer.ok) throw cause;
      return fail({ kind: "http", status: answer.status, body: undefined, headers: answer.headers }, cause);
    });
  const { ok, status, headers, body } = response;
  if (!ok) return fail({ kind: "http", status, body: error, headers });
  const contentType = headers.get("content-type");
  if (body !== null && /^text\/event-stream\s*(;|$)/i.test(contentType ?? "")) return body;
  await body?.cancel();
  return fail({ kind: "no-stream", contentType });
}

/** The one API whose whole chat replies have the metadata of their request; by law they have it unchanged. */
const ECHOING = "/v1/chat/completions";

const SENTINEL = "[DONE]";

/** One of these ends a response, sentinel or not. */
const LAST_EVENTS: ReadonlySet<string> = new Set(["response.completed", "response.failed", "response.incomplete"]);

/** Responses tell their usage without being asked. */
function streamed(path: string, body: Fields): Fields {
  if (path.endsWith("/responses")) return { ...body, stream: true };
  return { ...body, stream: true, stream_options: { include_usage: true, ...(body.stream_options as Fields | null) } };
}

function parse(data: string): Fields | undefined {
  try {
    const payload: unknown = JSON.parse(data);
    return isFields(payload) ? payload : undefined;
  } catch {
    return undefined;
  }
}

/** Gateways tell of a failure within a stream by the event's name, by what it says it is, or by an error in it. */
const isError = (name: string | undefined, { type, object, error }: Fields = {}): boolean =>
  name === "error" || type === "error" || object === "error" || (error !== undefined && error !== null);
