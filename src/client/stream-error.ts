/** Why a stream did not come to its end. */
import type { StreamFinding } from "./strict.ts";

export type StreamFailure =
  /** The server answered with an error before the stream; `body` is parsed where it is JSON, undefined where it broke off. */
  | { kind: "http"; status: number; body: unknown; headers: Headers }
  /** The server answered 200 with something else than `text/event-stream`. */
  | { kind: "no-stream"; contentType: string | null }
  /** An event said that the server failed; `payload` is its data, parsed where it is a JSON object. */
  | { kind: "error-event"; payload: unknown }
  /** The data of an event is no JSON object, no UTF-8, or larger than 16 MiB. */
  | { kind: "broken-frame"; data: string }
  /** The connection ended before the stream did: no sentinel came, nor an event that ends a response. */
  | { kind: "cut" }
  /** The stream broke a law; only with `strict`. */
  | { kind: "broken-law"; findings: readonly StreamFinding[] };

/**
 * Thrown by the loop over a stream. `failure.kind` says what happened, `received` holds the events before it:
 * `collect(error.received)` folds them to the reply so far. Holds no header of the request, so that no key gets into a log.
 */
export class StreamError<Event = unknown> extends Error {
  override readonly name = "StreamError" as const;
  readonly failure: StreamFailure;
  readonly received: readonly Event[];

  constructor(path: string, failure: StreamFailure, received: readonly Event[], options?: { cause?: unknown }) {
    // Each text belongs to its kind, and TypeScript does not follow a key through a table.
    super(`Failed to read the stream of ${path}: ${WHY[failure.kind](failure as never)}${after(received)}`, options);
    this.failure = failure;
    this.received = received;
  }
}

type FailureOf<Kind extends StreamFailure["kind"]> = Extract<StreamFailure, { kind: Kind }>;

const WHY: { readonly [Kind in StreamFailure["kind"]]: (failure: FailureOf<Kind>) => string } = {
  http: ({ status, body }) => `the server answered ${status}${said(body)}`,
  "no-stream": ({ contentType }) => `the server answered with ${contentType ?? "no content type"}, not an event stream`,
  "error-event": ({ payload }) => `the server told of an error${said(payload)}`,
  "broken-frame": ({ data }) => `the data of an event cannot be read: ${short(data)}`,
  cut: () => "it was cut off before its end",
  "broken-law": ({ findings }) => findings.map(({ rule, message }) => `${rule}: ${message}`).join(" "),
};

const after = ({ length }: readonly unknown[]): string =>
  length === 0 ? "" : ` (after ${length} event${length === 1 ? "" : "s"})`;

/** The words of an error in the shapes that gateways use: `{error: {message}}`, `{error: "…"}`, `{message}`. */
function said(body: unknown): string {
  const { error, message } = (body ?? {}) as { error?: unknown; message?: unknown };
  const words = (error as { message?: unknown } | null | undefined)?.message ?? error ?? message ?? body;
  return typeof words === "string" && words.trim() !== "" ? `: ${short(words)}` : "";
}

const short = (text: string): string => (text.length > 200 ? `${text.slice(0, 200)}…` : text);
