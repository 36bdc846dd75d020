/**
 * Knows an answer again that a request got before. The same answer under other ids keeps the contract and the laws too: no
 * rule asks for more of an id than that the places which tell it agree. Texts are compared and not values: those kept from
 * before are mostly out of the processor's cache, and a text is the least of them.
 */
import type { Outcome } from "../behaviours/behaviour.ts";
import type { Turn } from "./turn.ts";

/** An answer that was found right. */
export interface Rendition {
  status: number;
  mediaType: string;
  /** How many ids were minted for it. */
  ids: number;
  /** The whole answer, as JSON or text. */
  whole: Template;
  /** What went over the wire in its place, for the streaming face. */
  stream?: Template;
}

/** A text without its ids: the pieces between them and, before each piece but the first, which id stands there. */
export interface Template {
  readonly pieces: readonly string[];
  readonly holes: readonly number[];
}

export type Whole = Extract<Outcome, { kind: "reply" }>;

/** Longer texts are written and judged anew each time. */
const MOST_TEXT = 16_384;

/** What the same request was answered before, when this is the same answer but for its ids. */
export function recall({ reading, ids }: Turn, { status, mediaType }: Whole, whole: string): Rendition | undefined {
  const said = reading?.said;
  const isSame =
    said !== undefined &&
    said.status === status &&
    said.mediaType === mediaType &&
    said.ids === ids.length &&
    isFilled(said.whole, ids, whole);
  return isSame ? said : undefined;
}

/** Keeps an answer that was found right, where its request has come more than once. */
export function remember({ reading, ids }: Turn, { status, mediaType }: Whole, whole: string, stream = ""): void {
  if (reading?.isShared !== true || whole.length > MOST_TEXT || stream.length > MOST_TEXT) return;
  const kept = { status, mediaType, ids: ids.length, whole: templateOf(whole, ids) };
  reading.said = stream === "" ? kept : { ...kept, stream: templateOf(stream, ids) };
}

/** Whether the text is the template with these ids in it. */
export function isFilled({ pieces, holes }: Template, ids: readonly string[], text: string): boolean {
  let at = 0;
  for (let index = 0; index < pieces.length; index++) {
    if (index > 0) {
      const id = ids[holes[index - 1] as number] as string;
      if (!text.startsWith(id, at)) return false;
      at += id.length;
    }
    const piece = pieces[index] as string;
    if (!text.startsWith(piece, at)) return false;
    at += piece.length;
  }
  return at === text.length;
}

export function fill({ pieces, holes }: Template, ids: readonly string[]): string {
  const parts = [pieces[0] as string];
  for (let index = 0; index < holes.length; index++)
    parts.push(ids[holes[index] as number] as string, pieces[index + 1] as string);
  return parts.join("");
}

export function templateOf(text: string, ids: readonly string[]): Template {
  const found = ids.flatMap((id, index) => placesOf(id, text).map((at) => ({ at, index, end: at + id.length })));
  const inOrder = found.sort((one, other) => one.at - other.at);
  const starts = [0, ...inOrder.map(({ end }) => end)];
  return {
    pieces: starts.map((start, index) => text.slice(start, inOrder[index]?.at)),
    holes: inOrder.map(({ index }) => index),
  };
}

function placesOf(id: string, text: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(id); at >= 0; at = text.indexOf(id, at + id.length)) places.push(at);
  return places;
}
