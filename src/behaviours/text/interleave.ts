/** Takes turns: one member of each list after the other, as servers do that write several choices at once. */
export function* interleave<Member>(lists: readonly Iterable<Member>[]): Generator<Member> {
  let running = lists.map((list) => list[Symbol.iterator]());
  while (running.length > 0) {
    const going: Iterator<Member>[] = [];
    for (const iterator of running) {
      const next = iterator.next();
      if (next.done === true) continue;
      going.push(iterator);
      yield next.value;
    }
    running = going;
  }
}
