/** Takes turns: one member of each list after the other, as servers do that write several choices at once. */
export function* interleave<Member>(lists: readonly Iterable<Member>[]): Generator<Member> {
  let running = lists.map((list) => list[Symbol.iterator]());
  while (running.length > 0) {
    const ended = new Set<Iterator<Member>>();
    for (const iterator of running) {
      const next = iterator.next();
      if (next.done === true) ended.add(iterator);
      else yield next.value;
    }
    if (ended.size > 0) running = running.filter((iterator) => !ended.has(iterator));
  }
}
