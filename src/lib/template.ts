/** Texts that differ by their ids alone. */

/** A text without its ids: the pieces between them and, before each piece but the first, which id stands there. */
export interface Template {
  readonly pieces: readonly string[];
  readonly holes: readonly number[];
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
