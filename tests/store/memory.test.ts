/** The store in memory is a store, and forgets the oldest when it is full. */
import { describe, expect, test } from "vitest";
import { createMemoryStore } from "../../src/store/memory.ts";
import type { Store, World } from "../../src/store/store.ts";
import { storeSuite } from "../conformance/store-suite.ts";

storeSuite("memory", () => createMemoryStore());

const idsOf = async (world: World, collection = "c"): Promise<string[]> => {
  const ids: string[] = [];
  for await (const [id] of world.scan(collection)) ids.push(id);
  return ids;
};

/** Which of the tokens have something stored. */
const knownOf = async (store: Store, tokens: readonly string[]): Promise<string[]> => {
  const known = await Promise.all(tokens.map(async (token) => (await idsOf(store.world(token))).length > 0));
  return tokens.filter((_, index) => known[index]);
};

/** Four bytes as an id, and so many in all as a value: two quotation marks belong to it. */
const ID_BYTES = 4;
const fillerOf = (bytes: number) => "x".repeat(bytes / 2 - 2);

describe("records of a collection", () => {
  test("the oldest is forgotten", async () => {
    const world = createMemoryStore({ maxRecords: 2 }).world("t");
    for (const id of ["a", "b", "c"]) await world.put("c", id, 1);
    expect(await idsOf(world)).toEqual(["b", "c"]);
  });

  test("a replaced one is as old as before; other collections are counted apart", async () => {
    const world = createMemoryStore({ maxRecords: 2 }).world("t");
    await world.put("d", "z", 1);
    for (const id of ["a", "b", "a", "c"]) await world.put("c", id, 1);
    expect(await idsOf(world)).toEqual(["b", "c"]);
    expect(await idsOf(world, "d")).toEqual(["z"]);
  });
});

describe("bytes of a world", () => {
  const token = "tt";
  const limits = { maxWorldBytes: 4 + 3 * (ID_BYTES + 100) };

  test("the oldest of all collections is forgotten", async () => {
    const world = createMemoryStore(limits).world(token);
    await world.put("d", "d1", fillerOf(100));
    await world.put("c", "c1", fillerOf(100));
    await world.put("d", "d2", fillerOf(100));
    expect([await idsOf(world), await idsOf(world, "d")]).toEqual([["c1"], ["d1", "d2"]]);
    await world.put("c", "c2", fillerOf(100));
    expect([await idsOf(world), await idsOf(world, "d")]).toEqual([["c1", "c2"], ["d2"]]);
  });

  test("replacing and deleting give their room back", async () => {
    const world = createMemoryStore(limits).world(token);
    for (const id of ["c1", "c2", "c3"]) await world.put("c", id, fillerOf(100));
    for (let round = 0; round < 5; round++) await world.put("c", "c2", fillerOf(100));
    await world.delete("c", "c2");
    await world.put("c", "c4", fillerOf(100));
    expect(await idsOf(world)).toEqual(["c1", "c3", "c4"]);
  });

  test("a value that is larger than all of it is kept alone", async () => {
    const world = createMemoryStore(limits).world(token);
    await world.put("d", "d1", 1);
    await world.put("c", "c1", fillerOf(1_000));
    expect([await idsOf(world), await idsOf(world, "d")]).toEqual([["c1"], []]);
    await world.put("c", "c2", 2);
    expect(await idsOf(world)).toEqual(["c2"]);
  });

  test("one world's flood takes nothing from another", async () => {
    const store = createMemoryStore(limits);
    await store.world("quiet").put("c", "c1", 1);
    for (let index = 0; index < 100; index++) await store.world(token).put("c", `f${index}`, fillerOf(100));
    expect(await idsOf(store.world("quiet"))).toEqual(["c1"]);
  });
});

describe("worlds", () => {
  const tokens = ["t1", "t2", "t3"];

  test("the one that stored last longest ago is forgotten", async () => {
    const store = createMemoryStore({ maxWorlds: 2 });
    for (const token of ["t1", "t2", "t1", "t3"]) await store.world(token).put("c", "a", token);
    expect(await knownOf(store, tokens)).toEqual(["t1", "t3"]);
  });

  test("are bounded in all their bytes", async () => {
    const store = createMemoryStore({ maxBytes: 2 * (4 + ID_BYTES + 100) });
    for (const token of tokens) await store.world(token).put("c", "c1", fillerOf(100));
    expect(await knownOf(store, tokens)).toEqual(["t2", "t3"]);
  });

  test("cost nothing when they are only looked at or emptied", async () => {
    const store = createMemoryStore({ maxWorlds: 2 });
    await store.world("t1").put("c", "a", 1);
    for (let index = 0; index < 1_000; index++) {
      const passing = store.world(`passing ${index}`);
      await passing.get("c", "a");
      await idsOf(passing);
      await passing.delete("c", "a");
      await passing.clear();
    }
    for (const token of ["emptied", "cleared"]) await store.world(token).put("c", "a", 1);
    await store.world("emptied").delete("c", "a");
    await store.world("cleared").clear();
    await store.world("t2").put("c", "a", 1);
    await store.world("t3").put("c", "a", 1);
    expect(await knownOf(store, tokens)).toEqual(["t2", "t3"]);
  });

  test("a hundred thousand tokens leave as many as are allowed", async () => {
    const store = createMemoryStore({ maxWorlds: 100 });
    const all = Array.from({ length: 100_000 }, (_, index) => `token ${index}`);
    for (const token of all) await store.world(token).put("c", "a", token);
    expect(await knownOf(store, all)).toEqual(all.slice(-100));
  });
});

describe("files", () => {
  const put = (store: Store, id: string, size: number) =>
    store.files.put(id, { mediaType: "image/png", bytes: new Uint8Array(size) });
  const kept = async (store: Store, ids: readonly string[]) => {
    const files = await Promise.all(ids.map((id) => store.files.get(id)));
    return ids.filter((_, index) => files[index] !== undefined);
  };

  test("the one written longest ago is forgotten, read or not", async () => {
    const store = createMemoryStore({ maxFileBytes: 100 });
    for (const id of ["a", "b", "a", "c"]) await put(store, id, 40);
    await store.files.get("a");
    expect(await kept(store, ["a", "b", "c"])).toEqual(["a", "c"]);
  });

  test("one that is larger than all the room is kept alone", async () => {
    const store = createMemoryStore({ maxFileBytes: 100 });
    await put(store, "a", 40);
    await put(store, "b", 1_000);
    expect(await kept(store, ["a", "b"])).toEqual(["b"]);
    await put(store, "c", 1);
    expect(await kept(store, ["a", "b", "c"])).toEqual(["c"]);
  });
});
