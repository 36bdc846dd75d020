/**
 * What makes a run repeatable: content is chance seeded by (operation, request, seed); ids also by the token and by how
 * often it has asked the same before, so that two equal calls never share one.
 */
import { createHash } from "node:crypto";
import type { UploadedFile } from "../behaviours/behaviour.ts";
import { createRandom, hash, type Random } from "../lib/random.ts";

export interface Identity {
  random: Random;
  /** The chance that another request to the same operation has, told by its canonical text. */
  chanceFor: (request: string) => Random;
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

/** Counts are kept for so many different requests; those of the token that came first are forgotten first. */
const MOST_COUNTS = 100_000;

/** Prefixes that are followed by a dash in the real APIs; all others by an underscore. */
const DASHED = new Set(["chatcmpl", "cmpl", "modr"]);

export interface Identities {
  identify: (asked: Asked) => Identity;
  /** Starts the counts of a token anew, or all of them: it then gets the ids that a fresh server would give it. */
  forgetIds: (token?: string) => void;
}

export type Identify = Identities["identify"];

export function createIdentities(usualSeed: number): Identities {
  const worlds = new Map<string, Map<number, number>>();
  let kept = 0;

  const forgetIds = (token?: string): void => {
    kept = token === undefined ? 0 : kept - (worlds.get(token)?.size ?? 0);
    if (token === undefined) worlds.clear();
    else worlds.delete(token);
  };

  /** How often this was asked, now included. */
  const countOf = (token: string, asked: number): number => {
    let counts = worlds.get(token);
    if (counts === undefined) {
      counts = new Map();
      worlds.set(token, counts);
    }
    const before = counts.get(asked);
    if (before === undefined) kept++;
    counts.set(asked, (before ?? 0) + 1);
    if (kept > MOST_COUNTS) forgetIds(worlds.keys().next().value);
    return (before ?? 0) + 1;
  };

  const identify: Identify = ({ operationId, token, request, face, seed = usualSeed }) => {
    const contentOf = (text: string) => hash(`${operationId}\n${text}`, seed);
    const content = contentOf(request);
    // Numbers throughout: putting them into a text takes longer than all the hashing.
    const key = hash(token, content);
    const counted = hash(face, key);
    const nth = String(countOf(token, counted));
    const ids = createRandom(hash(nth, key));
    return {
      random: createRandom(content),
      chanceFor: (text) => createRandom(contentOf(text)),
      newId: (prefix) => `${prefix}${DASHED.has(prefix) ? "-" : "_"}${word(ids)}`,
      requestId: `req_${word(createRandom(hash(nth, counted)))}`,
    };
  };
  return { identify, forgetIds };
}

/** Every pair of lower-case letters and digits: writing numbers in base 36 takes ten times as long. */
const PAIRS = Array.from({ length: 36 ** 2 }, (_, number) => number.toString(36).padStart(2, "0"));
const PAIRS_OF_HALF = 6;

/** V8 copies what is up to 12 characters long, and makes a tree of what is longer, which costs more to keep. */
const half = (random: Random): string => {
  let text = "";
  for (let pair = 0; pair < PAIRS_OF_HALF; pair++) text += random.pick(PAIRS);
  return text;
};

const word = (random: Random): string => half(random) + half(random);

/**
 * The request as a text: its parameters and body without what only chooses the presentation (`stream`,
 * `stream_options`), so that a stream tells the same story as the JSON answer.
 */
export function canonical(path: string, query: URLSearchParams, body: unknown): string {
  const place = query.size === 0 ? `${path}?` : `${path}?${query}`;
  if (body instanceof Uint8Array) return `${place}\n${digest(body)}`;
  if (typeof body !== "object" || body === null || Array.isArray(body)) return `${place}\n${JSON.stringify(body)}`;
  const told = withoutFace(body as Record<string, unknown>);
  // A replacer makes the text of an ordinary body ten times as slow: only forms have files.
  return `${place}\n${JSON.stringify(hasFiles(told) ? digestFiles(told) : told)}`;
}

/** Copied only where there is something to leave out. */
function withoutFace(body: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  if (body.stream === undefined && body.stream_options === undefined) return body;
  const { stream: _, stream_options: __, ...rest } = body;
  return rest;
}

function hasFiles(fields: Readonly<Record<string, unknown>>): boolean {
  for (const name in fields) {
    const value = fields[name];
    if (Array.isArray(value) ? value.some(isFile) : isFile(value)) return true;
  }
  return false;
}

const isFile = (value: unknown): value is UploadedFile =>
  typeof value === "object" && value !== null && (value as Partial<UploadedFile>).bytes instanceof Uint8Array;

/** The fields of a form, with every file told by its digest. */
function digestFiles(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const told = (value: unknown): unknown =>
    isFile(value) ? { ...value, bytes: digest(value.bytes) } : Array.isArray(value) ? value.map(told) : value;
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, told(value)]));
}

const digest = (bytes: UploadedFile["bytes"]): string => createHash("sha256").update(bytes).digest("base64");
