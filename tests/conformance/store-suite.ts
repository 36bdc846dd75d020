/** What every store has to do, whatever it is made of. Run it with `storeSuite("memory", () => createMemoryStore())`. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Store, World } from "../../src/store/store.ts";

/** @param createStore Makes a store, or connects to one; it is closed after the suite. Worlds get names of their own. */
export function storeSuite(name: string, createStore: () => Store | Promise<Store>): void {
  describe(`${name} store`, () => {
    let store: Store;
    let world: World;
    let stranger: World;
    let tests = 0;
    beforeAll(async () => {
      store = await createStore();
    });
    afterAll(() => store.close());
    beforeEach(async () => {
      // A store that outlives the process still has the worlds of the last run.
      world = store.world(`token-${++tests}`);
      stranger = store.world(`token-${tests} `);
      await Promise.all([world.clear(), stranger.clear()]);
    });

    const all = async (of: World, collection: string, order?: "asc" | "desc") => {
      const entries: [string, unknown][] = [];
      for await (const [id, value] of of.scan(collection, order)) entries.push([id, value]);
      return entries;
    };
    const ids = async (order?: "asc" | "desc") => (await all(world, "c", order)).map(([id]) => id);
    const putAll = async (...names: string[]) => {
      for (const [index, id] of names.entries()) await world.put("c", id, index);
    };

    test("gives back what was put", async () => {
      await world.put("c", "a", { list: [1, "two", null, { deep: true }], empty: {} });
      expect(await world.get("c", "a")).toEqual({ list: [1, "two", null, { deep: true }], empty: {} });
      expect(await all(world, "c")).toEqual([["a", { list: [1, "two", null, { deep: true }], empty: {} }]]);
    });

    test.each([[null], [false], [0], [""], ["text"], [[]], [-1.5e300]])("keeps %j", async (value) => {
      await world.put("c", "a", value);
      expect(await world.get("c", "a")).toEqual(value);
    });

    test("has nothing before anything is put", async () => {
      expect(await world.get("c", "a")).toBeUndefined();
      expect(await all(world, "c")).toEqual([]);
      expect(await world.delete("c", "a")).toBe(false);
    });

    test("a world is the same each time its token asks for it", async () => {
      await world.put("c", "a", 1);
      expect(await store.world(`token-${tests}`).get("c", "a")).toBe(1);
    });

    test("one world sees, changes and clears nothing of another", async () => {
      await world.put("c", "a", "mine");
      expect(await stranger.get("c", "a")).toBeUndefined();
      expect(await stranger.delete("c", "a")).toBe(false);
      expect(await all(stranger, "c")).toEqual([]);
      await stranger.put("c", "a", "theirs");
      expect(await world.get("c", "a")).toBe("mine");
      await stranger.clear();
      expect(await world.get("c", "a")).toBe("mine");
    });

    test("collections are apart", async () => {
      await world.put("c", "a", 1);
      await world.put("d", "a", 2);
      await world.delete("c", "a");
      expect(await world.get("d", "a")).toBe(2);
      expect(await all(world, "c")).toEqual([]);
    });

    test("no two names run together", async () => {
      await world.put("a", "b:c", 1);
      await world.put("a:b", "c", 2);
      await world.put("a/b", "c", 3);
      await world.put("a", "b/c", 4);
      expect(await world.get("a", "b:c")).toBe(1);
      expect(await world.get("a:b", "c")).toBe(2);
      expect(await world.get("a/b", "c")).toBe(3);
      expect(await world.get("a", "b/c")).toBe(4);
    });

    test("scans in the order of the puts, whatever the ids, or the other way round", async () => {
      await putAll("b", "10", "a", "9");
      expect(await ids()).toEqual(["b", "10", "a", "9"]);
      expect(await ids("asc")).toEqual(["b", "10", "a", "9"]);
      expect(await ids("desc")).toEqual(["9", "a", "10", "b"]);
    });

    test("a value that is replaced keeps its place", async () => {
      await putAll("a", "b", "c");
      await world.put("c", "a", "new");
      expect(await all(world, "c")).toEqual([
        ["a", "new"],
        ["b", 1],
        ["c", 2],
      ]);
    });

    test("a value that is deleted is gone, and comes last when it is put again", async () => {
      await putAll("a", "b");
      expect(await world.delete("c", "a")).toBe(true);
      expect(await world.get("c", "a")).toBeUndefined();
      expect(await ids()).toEqual(["b"]);
      expect(await world.delete("c", "a")).toBe(false);
      await world.put("c", "a", "again");
      expect(await ids()).toEqual(["b", "a"]);
    });

    test("clear forgets every collection, and the world goes on", async () => {
      await world.put("c", "a", 1);
      await world.put("d", "a", 1);
      await world.clear();
      expect([await world.get("c", "a"), await all(world, "d")]).toEqual([undefined, []]);
      await world.put("c", "a", 2);
      expect(await all(world, "c")).toEqual([["a", 2]]);
    });

    test("a scan that is left early does no harm", async () => {
      await putAll("a", "b", "c");
      for await (const [id] of world.scan("c")) {
        expect(id).toBe("a");
        break;
      }
      expect(await ids()).toEqual(["a", "b", "c"]);
    });

    test("what is scanned can be deleted on the way", async () => {
      await putAll("a", "b", "c");
      const seen: string[] = [];
      for await (const [id] of world.scan("c")) {
        seen.push(id);
        await world.delete("c", id);
      }
      expect(seen).toEqual(["a", "b", "c"]);
      expect(await ids()).toEqual([]);
    });

    test("nothing is shared: neither what was put nor what was read changes what is kept", async () => {
      const value = { tags: ["one"] };
      await world.put("c", "a", value);
      value.tags.push("two");
      const read = (await world.get("c", "a")) as typeof value;
      expect(read).toEqual({ tags: ["one"] });
      read.tags.push("three");
      for (const [, scanned] of await all(world, "c")) (scanned as typeof value).tags.push("four");
      expect(await world.get("c", "a")).toEqual({ tags: ["one"] });
    });

    test.each([
      "__proto__",
      "constructor",
      "toString",
      "hasOwnProperty",
      "",
      " ",
      "*",
      "a:b",
      "a\nb",
      "a\u0000b",
      "naïve 🌊 潮",
      "%2F../..",
    ])("takes %j as a token, a collection, an id and a value", async (word) => {
      const own = store.world(word);
      await own.clear();
      expect(await own.get(word, word)).toBeUndefined();
      await own.put(word, word, { [word]: word });
      expect(await own.get(word, word)).toEqual({ [word]: word });
      expect(await all(own, word)).toEqual([[word, { [word]: word }]]);
      expect(await world.get(word, word)).toBeUndefined();
      expect(await own.delete(word, word)).toBe(true);
    });

    test("a value may have a property named __proto__", async () => {
      await world.put("c", "a", JSON.parse('{"__proto__":{"polluted":true},"b":1}'));
      const read = await world.get("c", "a");
      expect(JSON.stringify(read)).toBe('{"__proto__":{"polluted":true},"b":1}');
      expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    });

    test("calls at once do not disturb each other", async () => {
      const names = Array.from({ length: 50 }, (_, index) => `id-${index}`);
      await Promise.all(
        names.flatMap((id, index) => [
          world.put("c", id, index),
          stranger.put("c", id, -index),
          world.put("d", id, id),
        ]),
      );
      expect((await ids()).toSorted()).toEqual(names.toSorted());
      expect(await Promise.all(names.map((id) => stranger.get("c", id)))).toEqual(names.map((_, index) => 0 - index));
      const deleted = await Promise.all(names.flatMap((id) => [world.delete("c", id), world.delete("c", id)]));
      expect(deleted.filter(Boolean)).toHaveLength(names.length);
      expect(await all(world, "d")).toHaveLength(names.length);
    });

    test("files come back byte by byte, with their media type", async () => {
      const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
      await store.files.put("picture.png", { mediaType: "image/png", bytes });
      await store.files.put("empty", { mediaType: "text/plain; charset=utf-8", bytes: new Uint8Array() });
      const read = await store.files.get("picture.png");
      expect(read?.mediaType).toBe("image/png");
      expect([...(read?.bytes ?? [])]).toEqual([...bytes]);
      expect(await store.files.get("empty")).toMatchObject({
        mediaType: "text/plain; charset=utf-8",
        bytes: { length: 0 },
      });
      expect(await store.files.get("__proto__")).toBeUndefined();
    });

    test("bytes of files are not shared either, not even those of a view", async () => {
      const whole = Buffer.from("-abc-");
      await store.files.put("view", { mediaType: "text/plain", bytes: whole.subarray(1, 4) });
      whole.fill(0);
      const read = await store.files.get("view");
      expect(Buffer.from(read?.bytes ?? []).toString()).toBe("abc");
      read?.bytes.fill(0);
      expect(Buffer.from((await store.files.get("view"))?.bytes ?? []).toString()).toBe("abc");
    });

    test("clearing the store empties every world and forgets the files", async () => {
      await world.put("c", "a", 1);
      await stranger.put("c", "a", 2);
      await store.files.put("f", { mediaType: "text/plain", bytes: Buffer.from("x") });
      await store.clear();
      expect([await world.get("c", "a"), await stranger.get("c", "a"), await store.files.get("f")]).toEqual([
        undefined,
        undefined,
        undefined,
      ]);
      await world.put("c", "b", 3);
      expect(await all(world, "c")).toEqual([["b", 3]]);
    });

    test("a file that is put again is replaced", async () => {
      await store.files.put("f", { mediaType: "text/plain", bytes: Buffer.from("old") });
      await store.files.put("f", { mediaType: "text/html", bytes: Buffer.from("new") });
      const read = await store.files.get("f");
      expect([read?.mediaType, Buffer.from(read?.bytes ?? []).toString()]).toEqual(["text/html", "new"]);
    });
  });
}
