/** Keeps out of the journal what a request marks as personal: inputs of the `orq` block with `is_pii`. */
import { escapeRegExp } from "../lib/escape-regexp.ts";
import { type Fields, isFields } from "../lib/fields.ts";
import { REDACTED } from "../lib/redact.ts";
import type { Entry, Message } from "./entry.ts";

/** The entry without those values, wherever a text repeats one. */
export function withoutPersonal(entry: Entry): Entry {
  const { body } = entry.request;
  const orq = isFields(body) ? body.orq : undefined;
  const inputs = isFields(orq) && Array.isArray(orq.inputs) ? orq.inputs : [];
  const personal = inputs.filter(isPersonal);
  if (personal.length === 0) return entry;
  const kept = inputs.map((input: unknown) => (isPersonal(input) ? { ...input, value: REDACTED } : input));
  const request = { ...entry.request, body: { ...(body as Fields), orq: { ...(orq as Fields), inputs: kept } } };
  const texts = personal.flatMap(({ value }) => textsOf(value));
  const reply = texts.length > MOST_SEARCHED ? withoutBody(entry.reply) : withoutEvents(entry.reply);
  const pattern = patternOf(texts.slice(0, MOST_SEARCHED));
  return { ...entry, ...(replaceAll({ request, reply, breaches: entry.breaches }, pattern) as Partial<Entry>) };
}

const isPersonal = (input: unknown): input is Fields => isFields(input) && input.is_pii === true;

/** Each is looked for everywhere. */
const MOST_SEARCHED = 200;
const NOTE = "is left out: the request has personal inputs.";

const withoutBody = (message: Message): Message => ({
  ...withoutEvents(message),
  body: null,
  note: `The body ${NOTE}`,
});

/** The events of a stream cut a value into pieces that no search finds. */
function withoutEvents({ events, ...message }: Message): Message {
  return events === undefined ? message : { ...message, note: `What the events say ${NOTE}` };
}

function textsOf(value: unknown): string[] {
  if (typeof value === "string") return value.trim() === "" ? [] : [value.trim()];
  if (typeof value === "number") return [String(value)];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}

/** A shorter value stands alone as a word: elsewhere it would tear others apart. */
const LEAST_INSIDE = 8;

/** In any case, the longest first: one value may be part of another. */
function patternOf(texts: readonly string[]): RegExp | undefined {
  if (texts.length === 0) return undefined;
  const parts = texts
    .toSorted((a, b) => b.length - a.length)
    .map((text) => {
      const literal = escapeRegExp(text);
      return text.length < LEAST_INSIDE ? `(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])` : literal;
    });
  return new RegExp(parts.join("|"), "giu");
}

function replaceAll(value: unknown, pattern: RegExp | undefined): unknown {
  if (pattern === undefined) return value;
  if (typeof value === "string") return value.replaceAll(pattern, REDACTED);
  if (Array.isArray(value)) return value.map((item) => replaceAll(item, pattern));
  if (!isFields(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, replaceAll(item, pattern)]));
}
