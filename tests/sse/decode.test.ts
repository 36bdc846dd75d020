import { createParser } from "eventsource-parser";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createDecoder, EventTooLargeError, type Note } from "../../src/sse/decode.ts";
import { decodeStream } from "../../src/sse/decode-stream.ts";
import { encode } from "../../src/sse/encode.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function decode(bytes: Uint8Array, size = bytes.length || 1) {
  const notes: Note[] = [];
  const decoder = createDecoder({ onNote: (note) => notes.push(note) });
  const events = [];
  for (let at = 0; at < bytes.length; at += size) events.push(...decoder.push(bytes.slice(at, at + size)));
  return { events, notes, ...decoder.end() };
}

const dataOf = (text: string): string[] => decode(utf8(text)).events.map(({ data }) => data);

test.each([
  ["lines end with LF, CR or CRLF", "data: a\r\n\r\ndata: b\r\rdata: c\n\n", ["a", "b", "c"]],
  ["U+2028, U+2029 and U+0085 end no line", "data: a\u2028b\u2029c\u0085d\n\n", ["a\u2028b\u2029c\u0085d"]],
  ["one leading BOM is dropped", "\ufeffdata: a\n\n", ["a"]],
  ["a second BOM is part of the field name", "\ufeff\ufeffdata: a\n\n", []],
  ["a BOM within data stays", "data: \ufeffa\n\n", ["\ufeffa"]],
  ["one space after the colon is dropped", "data:  a\ndata:b\n\n", [" a\nb"]],
  ["no colon means an empty value", "data\ndata\n\n", ["\n"]],
  ["empty data is dispatched", "data:\n\n", [""]],
  ["field names keep their case", "Data: a\n\n", []],
  ["an event without its blank line is discarded", "data: a\n\ndata: [DONE]\n", ["a"]],
])("%s", (_name, text, want) => expect(dataOf(text)).toEqual(want));

test("an event carries its fields, its place and the last id", () => {
  expect(decode(utf8("\ufeff: hi\nevent: e\nid: 7\nretry: 20\ndata: a\n\ndata: b\n\nid\ndata: c\n\n")).events).toEqual([
    { event: "e", id: "7", retry: 20, data: "a", index: 0, offset: 8, lastEventId: "7" },
    { data: "b", index: 1, offset: 42, lastEventId: "7" },
    { id: "", data: "c", index: 2, offset: 51, lastEventId: "" },
  ]);
});

test("an id without data persists; a forgotten name does not", () => {
  const { events } = decode(utf8("event: e\nid: 1\n\ndata: a\n\n"));
  expect(events).toEqual([{ data: "a", index: 0, offset: 16, lastEventId: "1" }]);
});

test.each<[string, Uint8Array, Note]>([
  ["a comment", utf8("\n:x\n"), { kind: "comment", offset: 1, text: "x" }],
  ["an unknown field", utf8("foo: x\n\n"), { kind: "unknown-field", offset: 0, text: "foo" }],
  ["a retry with other than digits", utf8("retry: 1.5\n\n"), { kind: "bad-retry", offset: 0, text: "1.5" }],
  ["a retry without digits", utf8("retry\n\n"), { kind: "bad-retry", offset: 0, text: "" }],
  ["an id with NUL", utf8("id: a\0\n\n"), { kind: "bad-id", offset: 0, text: "a\0" }],
  ["a name without data", utf8("event: e\n\n"), { kind: "forgotten-name", offset: 0, text: "e" }],
  ["a late BOM", utf8("data: a\n\n\ufeff:\n\n"), { kind: "bom", offset: 9, text: "\ufeff:" }],
  [
    "a byte that is no UTF-8",
    Uint8Array.of(0x3a, 0xc3, 0xa9, 0xe2, 0x82, 0x0a),
    { kind: "invalid-utf8", offset: 3, text: ":é\ufffd" },
  ],
])("%s is noted with its byte", (_name, bytes, want) => expect(decode(bytes).notes).toContainEqual(want));

test("a replacement character that was sent as such is no fault", () => {
  expect(decode(utf8("data: \ufffd\n\n")).notes).toEqual([]);
});

test.each(["data: [DONE]", "data: [DONE]\n", "data: [DONE]\r\n"])("an unterminated event is told: %j", (text) => {
  const { events, unterminated, notes } = decode(utf8(text));
  expect(events).toEqual([]);
  expect(unterminated).toEqual({ data: "[DONE]", offset: 0 });
  expect(notes).toEqual([{ kind: "unterminated", offset: 0, text: "[DONE]" }]);
});

test("a CR dispatches at once, and the LF after it is no second blank line", () => {
  const decoder = createDecoder();
  expect(decoder.push(utf8("data: a\r\r"))).toHaveLength(1);
  expect(decoder.push(utf8("\ndata: b\r"))).toEqual([]);
  expect(decoder.push(utf8("\n"))).toEqual([]);
  expect(decoder.push(utf8("\r"))).toMatchObject([{ data: "b", offset: 10 }]);
});

describe("bounds", () => {
  test.each([
    ["one endless line", "x".repeat(101)],
    ["many data lines", "data\n".repeat(21)],
  ])("%s is an error that keeps the events before it, however it is cut", (_name, text) => {
    for (const size of [1, 7, 1000]) {
      const decoder = createDecoder({ maxEventBytes: 100 });
      const bytes = utf8(`data: a\n\n${text}`);
      const events: unknown[] = [];
      let failure: unknown;
      try {
        for (let at = 0; at < bytes.length; at += size) events.push(...decoder.push(bytes.slice(at, at + size)));
      } catch (error) {
        failure = error;
      }
      if (!(failure instanceof EventTooLargeError)) throw new Error(`no limit at size ${size}`);
      expect(failure.message).toBe("The server-sent event at byte 9 is larger than 100 bytes (maxEventBytes)");
      expect([...events, ...failure.events]).toHaveLength(1);
      expect(() => decoder.push(utf8("\n"))).toThrow(EventTooLargeError);
    }
  });

  test("comments and finished events do not add up", () => {
    const decoder = createDecoder({ maxEventBytes: 20 });
    expect(decoder.push(utf8(`${": ping\n".repeat(50)}${"data: a\n\n".repeat(50)}`))).toHaveLength(50);
  });
});

describe("any stream", () => {
  const token = fc.constantFrom(
    ..."data|data:|data: |event: |event|id: |id|retry: |:|: |\n|\n\n|\r|\r\n|\r\n\r\n| |a|é|😀|1|12|\u2028|\ufeff|\0|foo: ".split(
      "|",
    ),
  );
  const lineEnd = fc.constantFrom("\n", "\r", "\r\n");
  const line = fc.tuple(
    fc.constantFrom("data:", "data: ", "event: ", "id: ", "", ""),
    fc.constantFrom("", "a", "é: 1"),
    lineEnd,
  );
  // Loose tokens find odd lines, whole lines make events enough to compare.
  const tricky = fc
    .array(
      fc.oneof(
        token,
        line.map((parts) => parts.join("")),
      ),
      { maxLength: 60, size: "max" },
    )
    .map((parts) => utf8(parts.join("")));
  const anyBytes = fc.oneof(tricky, fc.uint8Array({ maxLength: 200 }));

  test("gives the same events and notes however it is cut, and never throws", () => {
    fc.assert(
      fc.property(anyBytes, fc.integer({ min: 1, max: 9 }), (bytes, size) => {
        expect(decode(bytes, size)).toEqual(decode(bytes));
      }),
      { seed: 1, numRuns: 2000 },
    );
  });

  test("agrees with an independent parser", () => {
    let compared = 0;
    fc.assert(
      fc.property(tricky, (bytes) => {
        const theirs: unknown[] = [];
        const parser = createParser({ onEvent: ({ event, data }) => theirs.push({ event, data }) });
        // It leaves one leading U+FEFF to the TextDecoder before it, which the standard makes part of reading.
        parser.feed(new TextDecoder().decode(bytes));
        // It holds back a final CR, which ends its line at once here: a neutral LF settles both.
        parser.feed(bytes.at(-1) === 0x0d ? "\n" : "");
        const ours = decode(bytes).events.map(({ event, data }) => ({ event, data }));
        compared += ours.length;
        expect(ours).toEqual(theirs);
      }),
      { seed: 2, numRuns: 2000 },
    );
    expect(compared).toBeGreaterThan(500);
  });

  test("decode reads back what encode wrote", () => {
    const value = fc.string({ unit: "grapheme" }).filter((text) => !/[\r\n\0]/.test(text));
    const event = fc.record(
      { data: fc.string({ unit: "grapheme" }), event: value.filter((text) => text !== ""), id: value, retry: fc.nat() },
      { requiredKeys: ["data"] },
    );
    fc.assert(
      fc.property(fc.array(event), (events) => {
        const { events: read, notes } = decode(utf8(events.map(encode).join("")));
        expect(read.map(({ index: _i, offset: _o, lastEventId: _l, ...fields }) => fields)).toEqual(
          events.map((each) => ({ ...each, data: each.data.replaceAll(/\r\n|\r/g, "\n") })),
        );
        expect(notes).toEqual([]);
      }),
      { seed: 3, numRuns: 500 },
    );
  });
});

describe("decodeStream", () => {
  test("leaving early cancels a web stream", async () => {
    let isCancelled = false;
    const source = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(utf8("data: a\n\n")),
      cancel: () => {
        isCancelled = true;
      },
    });
    for await (const { data } of decodeStream(source)) {
      expect(data).toBe("a");
      break;
    }
    expect(isCancelled).toBe(true);
  });

  test("leaving early ends an iterable", async () => {
    let isEnded = false;
    async function* source() {
      try {
        while (true) yield utf8("data: a\n\n");
      } finally {
        isEnded = true;
      }
    }
    for await (const _event of decodeStream(source())) break;
    expect(isEnded).toBe(true);
  });

  test("events before one that is too large are still given", async () => {
    async function* source() {
      yield utf8(`data: a\n\n${"x".repeat(50)}`);
    }
    const read: string[] = [];
    const all = async () => {
      for await (const { data } of decodeStream(source(), { maxEventBytes: 20 })) read.push(data);
    };
    await expect(all()).rejects.toThrow(EventTooLargeError);
    expect(read).toEqual(["a"]);
  });
});
