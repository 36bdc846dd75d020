/** Passes a reply on to the client. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { endToEnd, trailersOf } from "./headers.ts";
import type { FoundBreach } from "./judge.ts";
import type { Ending, Watch } from "./watch.ts";

const BREACHES_HEADER = "x-gatetwin-breaches";

interface PassOptions {
  watch: Watch;
  marksReplies: boolean;
  end: (ending: Ending) => void;
}

/** From here on the reply is the upstream's own: its head at once, its body as it comes, as fast as the client takes it. */
export function passOn(
  reply: IncomingMessage,
  response: ServerResponse,
  { watch, marksReplies, end }: PassOptions,
): void {
  const status = reply.statusCode as number;
  const headers = endToEnd(reply.rawHeaders, canTrail(reply, response) ? [] : ["trailer"]);
  if (marksReplies && watch.breaches().length > 0) headers.push(BREACHES_HEADER, mark(watch.breaches()));
  watch.answered(status, reply.rawHeaders);
  response.sendDate = false;
  response.writeHead(status, reply.statusMessage ?? "", headers);
  // At once, and to the byte: `flushHeaders` would write what is beyond ASCII as UTF-8.
  response.write("", "latin1");
  const broke = (): void => {
    if (reply.complete) return;
    response.destroy();
    end("cut");
  };
  reply.on("close", broke).on("error", broke);
  // Marks take a moment, in which the upstream may have left.
  if (reply.destroyed) broke();
  reply.on("end", () => {
    response.addTrailers(trailersOf(reply));
    const soFar = watch.breaches();
    if (marksReplies && soFar.length > 0) response.addTrailers([[BREACHES_HEADER, mark(soFar)]]);
  });
  reply.pipe(response);
  reply.on("data", watch.came);
  reply.on("end", () => end("whole"));
}

/** Trailers need chunks, which neither a reply without a body nor a client of HTTP/1.0 has. */
const canTrail = ({ headers, statusCode }: IncomingMessage, { req }: ServerResponse): boolean =>
  headers["transfer-encoding"] !== undefined &&
  req.method !== "HEAD" &&
  req.httpVersion !== "1.0" &&
  statusCode !== 204 &&
  statusCode !== 304;

/** Such as `client missing, server usage.U1`: rules alone, since messages may hold what no header can. */
const mark = (breaches: readonly FoundBreach[]): string =>
  [...new Set(breaches.map(({ by, rule }) => `${by} ${rule}`))].slice(0, 20).join(", ");
