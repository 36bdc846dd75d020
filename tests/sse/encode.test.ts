import { createParser } from "eventsource-parser";
import fc from "fast-check";
import { expect, test } from "vitest";
import { encode, encodeComment } from "../../src/sse/encode.ts";

test.each([
  ["data alone", { data: "x" }, "data: x\n\n"],
  ["a name", { event: "tide", data: "x" }, "event: tide\ndata: x\n\n"],
  ["every field", { event: "e", id: "1", retry: 5, data: "x" }, "event: e\nid: 1\nretry: 5\ndata: x\n\n"],
  ["several lines", { data: "a\nb\r\nc" }, "data: a\ndata: b\ndata: c\n\n"],
  ["no data", { data: "" }, "data: \n\n"],
])("%s", (_name, event, want) => expect(encode(event)).toBe(want));

test.each([
  ["event", { event: "a\ndata: b", data: "" }],
  ["event", { event: "a\rb", data: "" }],
  ["id", { id: "a\nb", data: "" }],
  ["id", { id: "a\0", data: "" }],
  ["retry", { retry: 1.5, data: "" }],
  ["retry", { retry: -1, data: "" }],
])("a field that cannot be written is refused: %s of %j", (field, event) =>
  expect(() => encode(event)).toThrow(`its ${field} `),
);

test("a comment is one line, whatever its text", () => expect(encodeComment("a\nb")).toBe(": a b\n\n"));

test("an independent parser reads back what was written, wherever the bytes are cut", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({ event: fc.stringMatching(/^[a-z.]{1,8}$/), data: fc.string({ unit: "grapheme", minLength: 1 }) }),
      ),
      fc.integer({ min: 1, max: 7 }),
      (events, size) => {
        const text = events.map(encode).join("");
        const read: unknown[] = [];
        const parser = createParser({ onEvent: ({ event, data }) => read.push({ event, data }) });
        for (let at = 0; at < text.length; at += size) parser.feed(text.slice(at, at + size));
        expect(read).toEqual(events.map(({ event, data }) => ({ event, data: data.replaceAll(/\r\n|\r/g, "\n") })));
      },
    ),
    { seed: 1, numRuns: 300 },
  );
});
