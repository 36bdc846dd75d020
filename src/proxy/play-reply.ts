/** Plays a recorded reply to a client: its head, its body or events, and the pauses between them. */
import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { headerOf, type RecordedReply } from "../exchange/recording.ts";
import type { Clock } from "../lib/clock.ts";
import { essenceOf } from "../lib/media-type.ts";
import { createDecoder } from "../sse/decode.ts";

export interface PlayOptions {
  /** 1 waits as long as was recorded, 2 half as long; 0 does not wait. */
  speed: number;
  clock: Clock;
}

/** Clients forget what they have not read yet when a connection breaks. */
const CUT_AFTER_MS = 20;

/** Resolves when the reply is sent, or the client has left. */
export async function playReply(
  reply: RecordedReply,
  response: ServerResponse,
  { speed, clock }: PlayOptions,
): Promise<void> {
  const gone = new AbortController();
  response.on("close", () => gone.abort());
  const began = clock.elapsed();
  const waitUntil = async (ms: number): Promise<void> => {
    const rest = speed === 0 ? 0 : ms / speed - (clock.elapsed() - began);
    if (rest > 0) await clock.sleep(rest, gone.signal);
  };
  const { status, headers, firstByteMs, durationMs, isCut } = reply;
  const body = reply.body ?? new Uint8Array();
  const steps = isStream(reply) ? framesOf(body, reply) : [{ bytes: body, ms: durationMs }];
  try {
    await waitUntil(Math.min(firstByteMs, steps[0]?.ms ?? firstByteMs));
    response.sendDate = headers.date === undefined;
    // A reply that was cut never came to the end that its length promised.
    const length = isStream(reply) || isCut ? {} : { "content-length": body.length };
    response.writeHead(status, { ...(headers as Record<string, string | string[]>), ...(hasBody(status) && length) });
    if (isStream(reply)) response.flushHeaders();
    for (const { bytes, ms } of steps) {
      await waitUntil(ms);
      if (bytes.length > 0 && !response.write(bytes)) await once(response, "drain", { signal: gone.signal });
    }
    await waitUntil(durationMs);
    if (!isCut) return void response.end();
    // What was sent is to be read first: to break a connection drops what has not left, or not been taken.
    await new Promise<void>((resolve) => void response.write("", () => resolve()));
    await clock.sleep(CUT_AFTER_MS, gone.signal);
    response.destroy();
  } catch (error) {
    if (!gone.signal.aborted) throw error;
  }
}

const hasBody = (status: number): boolean => status !== 204 && status !== 304;

const isStream = ({ headers }: RecordedReply): boolean =>
  essenceOf(headerOf(headers, "content-type") ?? "") === "text/event-stream";

/** The bytes of each event with the time at which it had come, and what follows the last one. */
function framesOf(body: Uint8Array, { eventMs = [], firstByteMs, durationMs }: RecordedReply) {
  const events = createDecoder({ maxEventBytes: Number.POSITIVE_INFINITY }).push(body);
  if (events.length === 0) return [{ bytes: body, ms: durationMs }];
  // An event begins where its first line does: what stands before, a comment or a blank line, ends the one before it.
  const starts = events.map(({ offset }) => offset);
  return events.map((_, index) => ({
    bytes: body.subarray(index === 0 ? 0 : starts[index], starts[index + 1] ?? body.length),
    ms: eventMs[index] ?? (index === events.length - 1 ? durationMs : firstByteMs),
  }));
}
