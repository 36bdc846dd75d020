/** Which headers pass through: all but those that speak of one connection (RFC 9110, 7.6.1). */
import type { IncomingMessage } from "node:http";

const HOP_BY_HOP = new Set([
  "connection",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "transfer-encoding",
  "upgrade",
]);

/**
 * The headers that belong to the message, in their order and spelling, from a flat list of names and values.
 *
 * @param others More names to leave out, in lower case.
 */
export function endToEnd(raw: readonly string[], others: readonly string[] = []): string[] {
  const named = pairsOf(raw)
    .filter(([name]) => name.toLowerCase() === "connection")
    .flatMap(([, value]) => value.split(","))
    .map((name) => name.trim().toLowerCase());
  const dropped = new Set([...HOP_BY_HOP, ...named, ...others]);
  return pairsOf(raw).flatMap(([name, value]) => (dropped.has(name.toLowerCase()) ? [] : [name, value]));
}

/** What came after the last chunk. */
export const trailersOf = ({ rawTrailers }: IncomingMessage): [name: string, value: string][] =>
  pairsOf(rawTrailers).map(([name, value]) => [name, value]);

const pairsOf = (raw: readonly string[]): (readonly [name: string, value: string])[] =>
  raw.flatMap((name, index) => (index % 2 === 0 ? [[name, raw[index + 1] ?? ""] as const] : []));
