/** Puts together lists that a stream tells in pieces: those of one index are one entry, and so are texts in a row. */
import { type Fields, isFields } from "../../lib/fields.ts";
import { indexOr, isPlainName, join, replace } from "./fields.ts";

/** What grows piece by piece; names, signatures and encrypted data come whole. */
const TEXTS: ReadonlySet<string> = new Set(["text", "summary", "thinking", "reasoning", "content"]);

/** Lists of texts within an entry that are followed: thoughts are one, and nobody nests deeper but to exhaust a stack. */
const LEVELS = 1;

/**
 * A list with more entries. One whose `index` is there already, under the same `type`, goes on with that entry, as in
 * `reasoning_details`; one without an index is another entry. `before` is what this function gave, or anything else for
 * an empty list.
 */
export function growPieces(before: unknown, more: readonly unknown[]): unknown[] {
  const list: unknown[] = Array.isArray(before) ? before : [];
  for (const piece of more) {
    const index = isFields(piece) ? indexOr(piece.index, -1) : -1;
    // The place that the index names, or the last one where several types share an index: no list is searched.
    const known = index < 0 ? undefined : [list[index], list.at(-1)].find((entry) => isSameEntry(entry, piece));
    if (known === undefined) list.push(copyOf(piece, LEVELS));
    else goOn(known as Fields, piece as Fields, LEVELS);
  }
  return list;
}

const isSameEntry = (one: unknown, other: unknown): boolean =>
  isFields(one) && isFields(other) && one.index === other.index && one.type === other.type;

/**
 * Content that some servers tell as a list of parts, with the thinking apart from the text: texts in a row are one part,
 * and so are thoughts. `before` is what this function gave, or nothing.
 */
export function growContent(before: unknown, more: string | readonly unknown[], levels = LEVELS): unknown {
  if (typeof more === "string" && !Array.isArray(before)) return join(before, more);
  const list = Array.isArray(before) ? before : partsOf(before);
  for (const part of typeof more === "string" ? partsOf(more) : more) {
    const last: unknown = list.at(-1);
    if (isFields(last) && isFields(part) && last.type === part.type && RUNNING.has(part.type)) goOn(last, part, levels);
    else list.push(copyOf(part, levels));
  }
  return list;
}

const RUNNING: ReadonlySet<unknown> = new Set(["text", "thinking"]);

const partsOf = (text: unknown): unknown[] => (typeof text === "string" && text !== "" ? [{ type: "text", text }] : []);

/** An entry of our own, as are the lists of texts and the objects in it: a payload is not ours to change. */
function copyOf(piece: unknown, levels: number): unknown {
  if (!isFields(piece)) return piece;
  const copy: Fields = {};
  goOn(copy, piece, levels);
  return copy;
}

function goOn(entry: Fields, piece: Fields, levels: number): void {
  for (const name in piece) {
    const value = piece[name];
    if (!isPlainName(name)) continue;
    if (value === null || value === undefined) entry[name] ??= value;
    else if (TEXTS.has(name) && (typeof value === "string" || (Array.isArray(value) && levels > 0))) {
      entry[name] = growContent(entry[name], value, levels - 1);
    } else entry[name] = replace(entry[name], value);
  }
}
