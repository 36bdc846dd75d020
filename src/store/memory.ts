/** The store of one process: everything is gone when it ends. */
import type { Files, Store, StoredFile, World } from "./store.ts";

export function createMemoryStore(): Store {
  const worlds = new Map<string, World>();
  return {
    world(token) {
      const world = worlds.get(token) ?? createWorld();
      worlds.set(token, world);
      return world;
    },
    files: createFiles(),
    async close() {},
  };
}

function createWorld(): World {
  const collections = new Map<string, Map<string, string>>();
  const of = (name: string) => {
    const collection = collections.get(name) ?? new Map<string, string>();
    collections.set(name, collection);
    return collection;
  };
  return {
    async put(collection, id, value) {
      of(collection).set(id, JSON.stringify(value));
    },
    async get(collection, id) {
      const text = of(collection).get(id);
      return text === undefined ? undefined : JSON.parse(text);
    },
    async delete(collection, id) {
      return of(collection).delete(id);
    },
    async *scan(collection, order = "asc") {
      const all = [...of(collection)];
      for (const [id, text] of order === "asc" ? all : all.reverse()) yield [id, JSON.parse(text)] as const;
    },
    async clear() {
      collections.clear();
    },
  };
}

function createFiles(): Files {
  const files = new Map<string, StoredFile>();
  return {
    async put(id, file) {
      files.set(id, file);
    },
    async get(id) {
      return files.get(id);
    },
  };
}
