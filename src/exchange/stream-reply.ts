/** Reads the bytes of a stream into the facts that laws judge: what `verify`, the proxy and recordings have in hand. */
import { createDecoder, type DecodedEvent, type Note } from "../sse/decode.ts";
import type { ExchangeReply } from "./exchange.ts";

export interface StreamedBytes {
  status: number;
  /** Names in lower case. */
  headers: Readonly<Record<string, unknown>>;
  /** The body as it came, in one piece or in the pieces in which the network gave it. */
  bytes: Uint8Array | readonly Uint8Array[];
}

/**
 * The reply with its events, and with what decoding noticed. The media type is not looked at: whether it is the one of a
 * stream is a law. Bounds nothing; the caller has bounded the bytes.
 */
export function streamReply({ status, headers, bytes }: StreamedBytes): ExchangeReply {
  const pieces = bytes instanceof Uint8Array ? [bytes] : bytes;
  const notes: Note[] = [];
  const decoder = createDecoder({ maxEventBytes: Number.POSITIVE_INFINITY, onNote: (note) => notes.push(note) });
  const events: DecodedEvent[] = [];
  for (const piece of pieces) for (const event of decoder.push(piece)) events.push(event);
  return { status, headers, body: undefined, events, stream: { notes, ...decoder.end(), bytes: joined(pieces) } };
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  if (pieces.length === 1) return pieces[0] as Uint8Array;
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
