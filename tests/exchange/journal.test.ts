import { expect, test } from "vitest";
import { createJournal, type JournalLimits, type RawEntry } from "../../src/exchange/journal.ts";

const entry = (id: string, token = "a", more: Partial<RawEntry> = {}): RawEntry => ({
  id,
  when: 0,
  method: "GET",
  url: "/",
  operationId: undefined,
  api: undefined,
  token,
  requestHeaders: "",
  request: { bytes: 0, parts: [] },
  status: 200,
  replyHeaders: {},
  reply: { bytes: 0, parts: [] },
  breaches: [],
  ...more,
});

const body = (bytes: number) => ({ bytes, parts: [Buffer.alloc(bytes)] });

function journalOf(limits: Partial<JournalLimits>, entries: readonly RawEntry[]) {
  const journal = createJournal(limits);
  for (const one of entries) journal.add(one);
  return (token?: string) => journal.read(token).map(({ id }) => id);
}

test("keeps the order of arrival, over all tokens and for each", () => {
  const ids = journalOf({}, [entry("1"), entry("2", "b"), entry("3")]);
  expect([ids(), ids("a"), ids("b"), ids("c")]).toEqual([["1", "2", "3"], ["1", "3"], ["2"], []]);
});

test("a token that asks much loses its own oldest entries, not those of others", () => {
  const ids = journalOf({ entriesPerToken: 2 }, [entry("1", "b"), entry("2"), entry("3"), entry("4")]);
  expect(ids()).toEqual(["1", "3", "4"]);
});

test("the oldest of all go when there are too many", () => {
  const ids = journalOf({ entries: 2 }, [entry("1", "b"), entry("2"), entry("3")]);
  expect([ids(), ids("b")]).toEqual([["2", "3"], []]);
});

test("bytes are bounded for a token and in all", () => {
  const sized = (id: string, token: string) => entry(id, token, { reply: body(10_000) });
  expect(
    journalOf({ bytesPerToken: 25_000 }, [sized("1", "a"), sized("2", "b"), sized("3", "a"), sized("4", "a")])(),
  ).toEqual(["2", "3", "4"]);
  expect(journalOf({ bytes: 25_000 }, [sized("1", "a"), sized("2", "b"), sized("3", "c")])()).toEqual(["2", "3"]);
});

test("a stream is counted as it grows", () => {
  const journal = createJournal({ bytes: 10_000 });
  const stream = entry("2", "b", { isOpen: true });
  journal.add(entry("1"));
  journal.add(stream);
  journal.grow(stream, 9_000);
  expect(journal.read()).toEqual([stream]);
  journal.grow(stream, 9_000);
  expect(journal.read()).toEqual([]);
  journal.grow(stream, 9_000);
  journal.add(entry("3"));
  expect(journal.read().map(({ id }) => id)).toEqual(["3"]);
});

test("the number of tokens is bounded", () => {
  const ids = journalOf({ tokens: 2 }, [entry("1", "a"), entry("2", "b"), entry("3", "c"), entry("4", "b")]);
  expect(ids()).toEqual(["2", "3", "4"]);
});

test("forgets one token, or all, and goes on", () => {
  const journal = createJournal();
  for (const one of [entry("1"), entry("2", "b"), entry("3")]) journal.add(one);
  expect(journal.clear("a")).toBe(2);
  expect(journal.read().map(({ id }) => id)).toEqual(["2"]);
  journal.add(entry("4"));
  expect(journal.tokens()).toEqual(["b", "a"]);
  expect(journal.clear()).toBe(2);
  expect([journal.read(), journal.tokens()]).toEqual([[], []]);
});

test("thousands of additions leave exactly the newest", () => {
  const all = Array.from({ length: 5_000 }, (_, index) => entry(String(index), `t${index % 7}`));
  const ids = journalOf({ entries: 100, entriesPerToken: 10 }, all);
  expect(ids()).toEqual(all.slice(-70).map(({ id }) => id));
});
