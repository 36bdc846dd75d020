/**
 * Looks for many short texts in a long one at once: each is kept under three of its characters, and one pass over the
 * long text finds those that may be in it (a simple form of the Rabin-Karp search).
 */

/** How many characters a text needs to be looked for. */
export const NEEDLE_LENGTH = 3;

const SLOTS = 8_192;

export interface Needles<Value> {
  /** Visits the value of every needle that is in the text, and perhaps of some that are not: each once. */
  search(text: string, visit: (value: Value) => void): void;
}

export function createNeedles<Value>(needles: ReadonlyMap<string, Value>): Needles<Value> {
  const slots: ([needle: string, value: Value][] | undefined)[] = new Array(SLOTS).fill(undefined);
  for (const [needle, value] of needles) {
    const places = Array.from({ length: needle.length - NEEDLE_LENGTH + 1 }, (_, at) => slotAt(needle, at));
    // The emptiest of its places, so that words which many needles share do not gather them all.
    const place = places.reduce((a, b) => ((slots[b]?.length ?? 0) < (slots[a]?.length ?? 0) ? b : a));
    slots[place] = [...(slots[place] ?? []), [needle, value]];
  }
  return {
    search(text, visit) {
      let seen: Set<number> | undefined;
      for (let at = 0; at <= text.length - NEEDLE_LENGTH; at++) {
        const place = slotAt(text, at);
        const found = slots[place];
        if (found === undefined || seen?.has(place)) continue;
        seen ??= new Set();
        seen.add(place);
        for (const [needle, value] of found) if (text.includes(needle)) visit(value);
      }
    },
  };
}

const slotAt = (text: string, at: number): number =>
  (text.charCodeAt(at) * 961 + text.charCodeAt(at + 1) * 31 + text.charCodeAt(at + 2)) % SLOTS;
