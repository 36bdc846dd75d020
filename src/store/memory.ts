/** The store of one process: everything is gone when it ends, and the oldest is forgotten when there is too much. */
import { createMemoryFiles } from "./memory-files.ts";
import { createShelves, type Shelves } from "./shelves.ts";
import type { Store, World } from "./store.ts";

export interface MemoryStoreOptions {
  /** How many tokens can have something stored; the one that stored last longest ago is forgotten. 10,000 by default. */
  maxWorlds?: number;
  /** The most values of one collection of one world; the oldest is forgotten. 10,000 by default. */
  maxRecords?: number;
  /** The most bytes of one world, at two per character; its oldest values are forgotten. 64 MiB by default. */
  maxWorldBytes?: number;
  /** The most bytes of all worlds together; whole worlds are forgotten as with `maxWorlds`. 256 MiB by default. */
  maxBytes?: number;
  /** The most bytes of all files; the one written longest ago is forgotten. 256 MiB by default. */
  maxFileBytes?: number;
}

const MIB = 1024 * 1024;

/** What was stored last is always kept, however large it is: a request body bounds it. */
export function createMemoryStore({
  maxWorlds = 10_000,
  maxRecords = 10_000,
  maxWorldBytes = 64 * MIB,
  maxBytes = 256 * MIB,
  maxFileBytes = 256 * MIB,
}: MemoryStoreOptions = {}): Store {
  const shelves = createShelves({ maxWorlds, maxRecords, maxWorldBytes, maxBytes });
  const files = createMemoryFiles(maxFileBytes);
  return {
    world: (token) => new MemoryWorld(shelves, token),
    files,
    async clear() {
      shelves.clear();
      await files.clear();
    },
    async close() {},
  };
}

/** A class, because one is made for every request and most of them store nothing. */
class MemoryWorld implements World {
  readonly #shelves: Shelves;
  readonly #token: string;

  constructor(shelves: Shelves, token: string) {
    this.#shelves = shelves;
    this.#token = token;
  }

  async put(collection: string, id: string, value: unknown): Promise<void> {
    this.#shelves.put(this.#token, collection, id, JSON.stringify(value));
  }

  async get(collection: string, id: string): Promise<unknown> {
    const text = this.#shelves.of(this.#token, collection)?.get(id)?.text;
    return text === undefined ? undefined : JSON.parse(text);
  }

  async delete(collection: string, id: string): Promise<boolean> {
    return this.#shelves.delete(this.#token, collection, id);
  }

  async *scan(collection: string, order: "asc" | "desc" = "asc"): AsyncGenerator<readonly [string, unknown]> {
    const all = [...(this.#shelves.of(this.#token, collection) ?? [])];
    for (const [id, { text }] of order === "asc" ? all : all.reverse()) yield [id, JSON.parse(text)];
  }

  async clear(): Promise<void> {
    this.#shelves.clear(this.#token);
  }
}
