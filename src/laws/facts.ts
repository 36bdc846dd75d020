/** Careful readings of requests and replies that may be anything at all. */
import { abridge } from "../lib/abridge.ts";
import { isFields } from "../lib/fields.ts";

export type Facts = Readonly<Record<string, unknown>>;

/** An object that is neither a list nor bytes. */
export const isFacts = (value: unknown): value is Facts => isFields(value) && !ArrayBuffer.isView(value);

const NOTHING: Facts = Object.freeze({});
const NO_LIST: readonly unknown[] = Object.freeze([]);

/** The object itself, or one without members. */
export const factsOf = (value: unknown): Facts => (isFacts(value) ? value : NOTHING);
/** The list itself, or an empty one. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : NO_LIST);

/**
 * How many inputs a field holds that takes one text, several, the token ids of one, or those of several. Undefined for an
 * empty list, of which servers disagree whether it is one empty input or none, and for any other type.
 */
export function countInputs(field: unknown): number | undefined {
  if (typeof field === "string") return 1;
  if (!Array.isArray(field) || field.length === 0) return undefined;
  return typeof field[0] === "number" ? 1 : field.length;
}

/** A count such as `n`: 1 when left out or null; forms may carry it as text. Undefined when it is no count. */
export function countOf(field: unknown): number | undefined {
  if (field === undefined || field === null) return 1;
  const count = typeof field === "string" && field !== "" ? Number(field) : field;
  return typeof count === "number" && Number.isInteger(count) && count >= 0 ? count : undefined;
}

/** A prompt that is kept on the server may bring tools, formats and limits that the request does not show. */
export const hasKeptPrompt = (request: Facts): boolean =>
  isFacts(request.prompt) || isFacts(factsOf(request.orq).prompt);

const MOST_SHOWN = 80;

/** A value as it may stand in a sentence: short, whatever a stranger sent. */
export function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  try {
    // What lies beyond the cut need not be written first.
    return abridge(JSON.stringify(typeof value === "string" ? value.slice(0, MOST_SHOWN + 1) : value), MOST_SHOWN);
  } catch {
    // Nested deeper than the serializer can go.
    return "a value too deep to show";
  }
}

export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
