/**
 * What makes a run repeatable: content is chance seeded by (operation, request, seed); ids also by the token and by how
 * often it has asked the same before, so that two equal calls never share one.
 */
import { createHash } from "node:crypto";
import type { UploadedFile } from "../behaviours/behaviour.ts";
import { createRandom, hash, type Random } from "../lib/random.ts";

export interface Identity {
  random: Random;
  newId: (prefix: string) => string;
  /** Names the exchange; unlike the ids of its content it differs between the faces of an answer. */
  requestId: string;
}

export interface Asked {
  operationId: string;
  token: string;
  /** The canonical text of the request. */
  request: string;
  /** The presentation that was asked for. Each is counted apart, so that the first stream equals the first JSON answer. */
  face: "whole" | "stream";
}

/** Counts are kept for so many different requests; the oldest are forgotten first. */
const MOST_KEYS = 100_000;

const ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz";
const ID_LENGTH = 24;

/** Prefixes that are followed by a dash in the real APIs; all others by an underscore. */
const DASHED = new Set(["chatcmpl", "cmpl", "modr"]);

export type Identify = (asked: Asked) => Identity;

export function createIdentities(seed: number): Identify {
  const counts = new Map<string, number>();
  return ({ operationId, token, request, face }) => {
    const content = hash(`${operationId}\n${request}`, seed);
    const key = `${content} ${hash(token, 1)}`;
    const counted = `${key} ${face}`;
    const count = (counts.get(counted) ?? 0) + 1;
    // Set anew, so that the order of the map is the order of use.
    counts.delete(counted);
    counts.set(counted, count);
    if (counts.size > MOST_KEYS) counts.delete(counts.keys().next().value as string);
    const ids = createRandom(hash(`${key} ${count}`, seed));
    return {
      random: createRandom(content),
      newId: (prefix) => `${prefix}${DASHED.has(prefix) ? "-" : "_"}${word(ids)}`,
      requestId: `req_${word(createRandom(hash(`${counted} ${count}`, seed)))}`,
    };
  };
}

const word = (random: Random): string => {
  let text = "";
  for (let index = 0; index < ID_LENGTH; index++) text += ALPHABET[random.int(0, 35)];
  return text;
};

/**
 * The request as a text: its parameters and body without what only chooses the presentation (`stream`,
 * `stream_options`), so that a stream tells the same story as the JSON answer.
 */
export function canonical(path: string, query: URLSearchParams, body: unknown): string {
  const place = `${path}?${query}`;
  if (typeof body !== "object" || body === null || Array.isArray(body)) return `${place}\n${JSON.stringify(body)}`;
  const { stream: _, stream_options: __, ...rest } = body as Record<string, unknown>;
  return `${place}\n${JSON.stringify(rest, (_name, value) => (value instanceof Uint8Array ? digest(value) : value))}`;
}

const digest = (bytes: UploadedFile["bytes"]): string => createHash("sha256").update(bytes).digest("base64");
