/** The first of each list, then the second of each, until all are told. */
export function* inTurn<Item>(lists: readonly Iterable<Item>[]): Generator<Item> {
  let open = lists.map((list) => list[Symbol.iterator]());
  while (open.length > 0) {
    const left: typeof open = [];
    for (const iterator of open) {
      const { done, value } = iterator.next();
      if (done === true) continue;
      left.push(iterator);
      yield value;
    }
    open = left;
  }
}

/** Each item changed, as it is asked for. */
export function* mapped<In, Out>(items: Iterable<In>, change: (item: In) => Out): Generator<Out> {
  for (const item of items) yield change(item);
}
