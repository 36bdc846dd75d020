/** Texts by token, collection and id, in so many bytes: whatever is put there beyond that pushes out the oldest. */

export interface ShelfLimits {
  maxWorlds: number;
  maxRecords: number;
  maxWorldBytes: number;
  maxBytes: number;
}

export interface Entry {
  readonly text: string;
  /** When its id was first put there, counted in puts. */
  readonly age: number;
}

export interface Shelves {
  /** Undefined when the collection is empty. */
  of(token: string, collection: string): ReadonlyMap<string, Entry> | undefined;
  put(token: string, collection: string, id: string, text: string): void;
  delete(token: string, collection: string, id: string): boolean;
  /** Empties the shelves of a token, or all of them. */
  clear(token?: string): void;
}

/** What one token has stored. Empty collections are not kept, nor is a shelf without any. */
interface Shelf {
  readonly collections: Map<string, Map<string, Entry>>;
  bytes: number;
}

const bytesOf = (...texts: readonly string[]): number => texts.reduce((sum, { length }) => sum + 2 * length, 0);

export function createShelves({ maxWorlds, maxRecords, maxWorldBytes, maxBytes }: ShelfLimits): Shelves {
  /** In the order of their last put. */
  const shelves = new Map<string, Shelf>();
  let bytes = 0;
  let puts = 0;

  const grow = (shelf: Shelf, more: number): void => {
    shelf.bytes += more;
    bytes += more;
  };

  const clear = (token?: string): void => {
    bytes = token === undefined ? 0 : bytes - (shelves.get(token)?.bytes ?? 0);
    if (token === undefined) shelves.clear();
    else shelves.delete(token);
  };

  /** Takes one value away, and the collection with the last of them. */
  const take = (shelf: Shelf, name: string, id: string): boolean => {
    const collection = shelf.collections.get(name);
    const entry = collection?.get(id);
    if (collection === undefined || entry === undefined) return false;
    collection.delete(id);
    grow(shelf, -bytesOf(id, entry.text));
    if (collection.size === 0) shelf.collections.delete(name);
    return true;
  };

  const shelfOf = (token: string): Shelf => {
    const shelf = shelves.get(token) ?? { collections: new Map(), bytes: 0 };
    if (shelf.collections.size === 0) grow(shelf, bytesOf(token));
    // Set anew, so that the order of the map is the order of use.
    shelves.delete(token);
    shelves.set(token, shelf);
    return shelf;
  };

  return {
    of: (token, collection) => shelves.get(token)?.collections.get(collection),
    clear,
    delete(token, collection, id) {
      const shelf = shelves.get(token);
      if (shelf === undefined || !take(shelf, collection, id)) return false;
      if (shelf.collections.size === 0) clear(token);
      return true;
    },
    put(token, name, id, text) {
      const shelf = shelfOf(token);
      const collection = shelf.collections.get(name) ?? new Map<string, Entry>();
      shelf.collections.set(name, collection);
      const before = collection.get(id);
      grow(shelf, bytesOf(id, text) - (before === undefined ? 0 : bytesOf(id, before.text)));
      collection.set(id, { text, age: before?.age ?? puts++ });
      if (collection.size > maxRecords) take(shelf, name, firstOf(collection)[0]);
      while (shelf.bytes > maxWorldBytes && countOf(shelf) > 1) take(shelf, ...oldestOf(shelf));
      while ((shelves.size > maxWorlds || bytes > maxBytes) && shelves.size > 1) clear(firstOf(shelves)[0]);
    },
  };
}

/** The first member of a map that is not empty. */
const firstOf = <Value>(map: ReadonlyMap<string, Value>) => map.entries().next().value as [string, Value];

const countOf = ({ collections }: Shelf): number =>
  [...collections.values()].reduce((count, { size }) => count + size, 0);

function oldestOf({ collections }: Shelf): [collection: string, id: string] {
  const firsts = [...collections].map(([name, collection]) => {
    const [id, { age }] = firstOf(collection);
    return { name, id, age };
  });
  const { name, id } = firsts.reduce((oldest, first) => (first.age < oldest.age ? first : oldest));
  return [name, id];
}
