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
  /** In place of the server's own. */
  seed?: number | undefined;
}

/** Counts are kept for so many different requests; the oldest are forgotten first. */
const MOST_KEYS = 100_000;

/** An id is so many groups of six letters and digits; six are what one 32-bit number can fill. */
const GROUPS = 4;

/** Prefixes that are followed by a dash in the real APIs; all others by an underscore. */
const DASHED = new Set(["chatcmpl", "cmpl", "modr"]);

export type Identify = (asked: Asked) => Identity;

export function createIdentities(usualSeed: number): Identify {
  const counts = new Map<number, number>();
  return ({ operationId, token, request, face, seed = usualSeed }) => {
    const content = hash(`${operationId}\n${request}`, seed);
    // Numbers throughout: putting them into a text takes longer than all the hashing.
    const key = hash(token, content);
    const counted = hash(face, key);
    const count = (counts.get(counted) ?? 0) + 1;
    // Set anew, so that the order of the map is the order of use.
    counts.delete(counted);
    counts.set(counted, count);
    if (counts.size > MOST_KEYS) counts.delete(counts.keys().next().value as number);
    const nth = String(count);
    const ids = createRandom(hash(nth, key));
    return {
      random: createRandom(content),
      newId: (prefix) => `${prefix}${DASHED.has(prefix) ? "-" : "_"}${word(ids)}`,
      requestId: `req_${word(createRandom(hash(nth, counted)))}`,
    };
  };
}

const word = (random: Random): string => {
  let text = "";
  for (let group = 0; group < GROUPS; group++) {
    text += random
      .int(0, 36 ** 6 - 1)
      .toString(36)
      .padStart(6, "0");
  }
  return text;
};

/**
 * The request as a text: its parameters and body without what only chooses the presentation (`stream`,
 * `stream_options`), so that a stream tells the same story as the JSON answer.
 */
export function canonical(path: string, query: URLSearchParams, body: unknown): string {
  const place = `${path}?${query}`;
  if (body instanceof Uint8Array) return `${place}\n${digest(body)}`;
  if (typeof body !== "object" || body === null || Array.isArray(body)) return `${place}\n${JSON.stringify(body)}`;
  const { stream: _, stream_options: __, ...rest } = body as Record<string, unknown>;
  // A replacer makes the text of an ordinary body ten times as slow: only forms have files.
  return `${place}\n${JSON.stringify(hasFiles(rest) ? digestFiles(rest) : rest)}`;
}

const hasFiles = (fields: object): boolean =>
  Object.values(fields).some((value) => (Array.isArray(value) ? value.some(isFile) : isFile(value)));

const isFile = (value: unknown): value is UploadedFile =>
  typeof value === "object" && value !== null && (value as Partial<UploadedFile>).bytes instanceof Uint8Array;

/** The fields of a form, with every file told by its digest. */
function digestFiles(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const told = (value: unknown): unknown =>
    isFile(value) ? { ...value, bytes: digest(value.bytes) } : Array.isArray(value) ? value.map(told) : value;
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, told(value)]));
}

const digest = (bytes: UploadedFile["bytes"]): string => createHash("sha256").update(bytes).digest("base64");
