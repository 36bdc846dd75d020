/** An exchange that passed, as the journal keeps it. */
import type { IncomingMessage } from "node:http";
import type { KeptBody, RawEntry } from "../exchange/journal.ts";
import { headerOf, type RecordedHeaders } from "../exchange/recording.ts";
import { createDecoder } from "../sse/decode.ts";
import { encode } from "../sse/encode.ts";
import type { Seen } from "./watch.ts";

export interface EntryFacts {
  id: string;
  /** Milliseconds since the Unix epoch. */
  when: number;
  request: IncomingMessage;
  api: string | undefined;
}

/** A body of more bytes is told by its size alone. */
const MOST_BYTES = 1024 * 1024;

export function toEntry({ recording, breaches, requestBytes, replyBytes }: Seen, facts: EntryFacts): RawEntry {
  const { request, reply, operationId } = recording;
  const isStream = headerOf(reply.headers, "content-type")?.startsWith("text/event-stream") === true;
  return {
    id: facts.id,
    when: facts.when,
    method: request.method,
    url: request.url,
    operationId,
    api: facts.api,
    token: /^bearer\s+(\S.*)$/i.exec(facts.request.headers.authorization ?? "")?.[1]?.trim() ?? "",
    requestHeaders: facts.request.rawHeaders.join("\n"),
    request: keep(request.body, requestBytes),
    status: reply.status,
    replyHeaders: flat(reply.headers),
    reply: keep(isStream ? reply.body && plainFrames(reply.body) : reply.body, replyBytes),
    breaches: breaches.map(({ severity: _, ...breach }) => breach),
  };
}

const keep = (body: Uint8Array | undefined, bytes: number): KeptBody => ({
  bytes,
  parts: body === undefined || body.length > MOST_BYTES ? undefined : [body],
});

const flat = (headers: RecordedHeaders): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value].flat().join(", ")]));

/** The journal reads frames as our own encoder writes them; a recording has them as they came. */
function plainFrames(bytes: Uint8Array): Uint8Array {
  const events = createDecoder({ maxEventBytes: Number.POSITIVE_INFINITY }).push(bytes);
  return Buffer.from(events.map(encode).join(""));
}
