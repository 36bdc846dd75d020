/** Takes turns: one member of each list after the other, as servers do that write several choices at once. */
export const interleave = <Member>(lists: readonly Iterable<Member>[]): Iterable<Member> =>
  lists.length === 1 ? (lists[0] as Iterable<Member>) : inTurn(lists);

function* inTurn<Member>(lists: readonly Iterable<Member>[]): Generator<Member> {
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
