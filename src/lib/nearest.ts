/** "Did you mean …": the known name nearest to what was written. */

/** Edit distance with swaps of neighbours counted as one (optimal string alignment). */
export function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => [i, ...Array<number>(b.length).fill(0)]);
  const at = (i: number, j: number) => rows[i]?.[j] ?? 0;
  for (let j = 1; j <= b.length; j++) (rows[0] as number[])[j] = j;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, at(i - 2, j - 2) + 1);
      (rows[i] as number[])[j] = best;
    }
  }
  return at(a.length, b.length);
}

/** The nearest of `names`, or undefined when none is close enough to be a plausible slip (a third of its length). */
export function nearest(text: string, names: Iterable<string>): string | undefined {
  // A caller's text may be megabytes long; beyond this length nothing is a slip of a known name.
  if (text.length > 200) return undefined;
  let best: { name: string; score: number } | undefined;
  for (const name of names) {
    const score = distance(text.toLowerCase(), name.toLowerCase());
    if (score <= Math.max(1, Math.floor(name.length / 3)) && (best === undefined || score < best.score))
      best = { name, score };
  }
  return best?.name;
}
