/**
 * Writes an answer again that a request got before. The same answer under other ids keeps the contract and the laws too:
 * no rule asks for more of an id than that the places which tell it agree.
 */
import type { Outcome } from "../behaviours/behaviour.ts";
import type { Turn } from "./turn.ts";

/** An answer as it was written and found right. */
export interface Rendition {
  status: number;
  mediaType: string;
  body: unknown;
  /** What was minted for the answer, in that order. */
  ids: readonly string[];
  /** What went over the wire. */
  text: string;
  /** Made when the answer is first given again. */
  template?: Template;
}

/** The text in pieces, and where the ids stand among them: at this piece, the id at this place in `ids`. */
interface Template {
  readonly pieces: string[];
  readonly holes: { at: number; id: number }[];
}

type Made = Pick<Rendition, "status" | "mediaType" | "body" | "ids">;

export type Whole = Extract<Outcome, { kind: "reply" }>;

/** Longer texts are written anew each time. */
const MOST_TEXT = 16_384;

/** The text of an answer that the same request got before, under its new ids; undefined when it got another, or none. */
export const recall = ({ reading, ids }: Turn, outcome: Whole): string | undefined =>
  reading?.said && renderAgain(reading.said, { ...outcome, ids });

/** Keeps an answer that was found right, where its request has come more than once. */
export function remember({ reading, ids }: Turn, { status, mediaType, body }: Whole, text: string): void {
  if (reading?.isShared && text.length <= MOST_TEXT) reading.said = { status, mediaType, body, ids, text };
}

/** The text of an answer that differs from the one written before in nothing but its ids; undefined for any other. */
export function renderAgain(before: Rendition, made: Made): string | undefined {
  const isAlike =
    before.status === made.status &&
    before.mediaType === made.mediaType &&
    before.ids.length === made.ids.length &&
    isSame(before.body, made.body, { before: before.ids, after: made.ids });
  if (!isAlike) return undefined;
  before.template ??= templateOf(before.text, before.ids);
  const pieces = before.template.pieces.slice();
  for (const { at, id } of before.template.holes) pieces[at] = made.ids[id] as string;
  return pieces.join("");
}

interface Ids {
  before: readonly string[];
  after: readonly string[];
}

function isSame(before: unknown, after: unknown, ids: Ids): boolean {
  if (typeof before === "string") {
    const id = ids.before.indexOf(before);
    return id < 0 ? before === after : ids.after[id] === after;
  }
  if (before === after) return true;
  if (typeof before !== "object" || typeof after !== "object" || before === null || after === null) return false;
  if (before instanceof Uint8Array || Array.isArray(before) !== Array.isArray(after)) return false;
  const fields = before as Readonly<Record<string, unknown>>;
  const others = after as Readonly<Record<string, unknown>>;
  // No lists of names: this runs for every answer, and looks at most of its values.
  let left = 0;
  for (const _ in others) left++;
  for (const name in fields) {
    if (!isSame(fields[name], others[name], ids)) return false;
    left--;
  }
  return left === 0;
}

function templateOf(text: string, ids: readonly string[]): Template {
  const template: Template = { pieces: [], holes: [] };
  const found = ids.flatMap((id, index) => placesOf(id, text).map((place) => ({ place, index, id })));
  let end = 0;
  for (const { place, index, id } of found.sort((a, b) => a.place - b.place)) {
    template.pieces.push(text.slice(end, place), id);
    template.holes.push({ at: template.pieces.length - 1, id: index });
    end = place + id.length;
  }
  template.pieces.push(text.slice(end));
  return template;
}

function placesOf(id: string, text: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(id); at >= 0; at = text.indexOf(id, at + id.length)) places.push(at);
  return places;
}
