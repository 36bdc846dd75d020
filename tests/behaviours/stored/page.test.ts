import { expect, test } from "vitest";
import { type PageOptions, pageOf } from "../../../src/behaviours/stored/page.ts";

const entries = ["a", "b", "c", "d"].map((id) => ({ id }));
type Options = PageOptions<{ id: string }>;

test.each<[string, Options, string, boolean]>([
  ["all of it", {}, "abcd", false],
  ["the first ones", { limit: 2 }, "ab", true],
  ["exactly all", { limit: 4 }, "abcd", false],
  ["behind a cursor", { after: "b" }, "cd", false],
  ["behind a cursor, with more to come", { after: "a", limit: 2 }, "bc", true],
  ["behind the last", { after: "d" }, "", false],
  ["an empty cursor, as the last_id of an empty page", { after: "" }, "abcd", false],
  ["none, of more", { limit: 0 }, "", true],
  ["none, of none", { limit: 0, after: "d" }, "", false],
  ["what is listed", { isListed: ({ id }) => id !== "b" }, "acd", false],
  ["as many as are listed", { isListed: ({ id }) => id < "c", limit: 2 }, "ab", false],
  ["behind a cursor that is not listed", { isListed: ({ id }) => id !== "b", after: "b", limit: 1 }, "c", true],
])("%s", async (_name, options, want, has_more) => {
  const page = await pageOf(entries, options);
  expect(page).toEqual({
    object: "list",
    data: [...want].map((id) => ({ id })),
    first_id: want.at(0) ?? "",
    last_id: want.at(-1) ?? "",
    has_more,
  });
});

test("an unknown cursor has no page, not even of nothing", async () => {
  expect(await pageOf(entries, { after: "e" })).toBeUndefined();
  expect(await pageOf([], { after: "a", limit: 0 })).toBeUndefined();
});

test("reads no further than it has to", async () => {
  let read = 0;
  async function* endless() {
    for (;;) yield { id: String(read++) };
  }
  expect(await pageOf(endless(), { limit: 3 })).toMatchObject({ last_id: "2", has_more: true });
  expect(read).toBe(4);
});
