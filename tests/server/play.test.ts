/** The player, against a clock that the test moves: when each byte goes out, and what stays behind. */
import type { ServerResponse } from "node:http";
import { Writable } from "node:stream";
import { expect, test } from "vitest";
import type { PlayStep } from "../../src/scenario/script.ts";
import { play } from "../../src/server/play.ts";
import { createFakeClock } from "../support/fake-clock.ts";

const event = (data: string): PlayStep => ({ kind: "event", event: { data } });
const wait = (ms: number): PlayStep => ({ kind: "wait", ms });

interface Options {
  /** The reader takes a write only when the test says so. */
  isSlow?: boolean;
  /** How late every timer fires. */
  lateMs?: number;
}

function stage({ isSlow = false, lateMs = 0 }: Options = {}) {
  const time = createFakeClock();
  const clock = { ...time, after: (ms: number, callback: () => void) => time.after(ms + lateMs, callback) };
  const written: [ms: number, text: string][] = [];
  const taken: (() => void)[] = [];
  const sink = new Writable({
    highWaterMark: 1_000,
    write(chunk, _encoding, done) {
      written.push([time.elapsed(), String(chunk)]);
      if (isSlow) taken.push(done);
      else done();
    },
  });
  return {
    written,
    sink,
    advance: time.advance,
    pending: () => time.pending,
    read: () => taken.shift()?.(),
    play: (steps: Iterable<PlayStep>, keepAliveMs?: number) =>
      play(steps, sink as unknown as ServerResponse, { clock, keepAliveMs }),
  };
}

/** What a stream does once the microtasks of Node's streams have run. */
const settled = () => new Promise((done) => setImmediate(done));

test("events without waits go out in one write", () => {
  const { play, written, sink } = stage();
  play([event("a"), event("b"), event("c")]);
  expect(written).toEqual([[0, "data: a\n\ndata: b\n\ndata: c\n\n"]]);
  expect(sink.writableEnded).toBe(true);
});

test("every event goes out when it is due", () => {
  const { play, written, advance, pending } = stage();
  play([wait(100), event("a"), wait(20), event("b"), wait(30), event("c")]);
  advance(1_000);
  expect(written).toEqual([
    [100, "data: a\n\n"],
    [120, "data: b\n\n"],
    [150, "data: c\n\n"],
  ]);
  expect(pending()).toBe(0);
});

test("timers that fire late do not add up", () => {
  const { play, written, advance } = stage({ lateMs: 7 });
  play(Array.from({ length: 100 }, (_, index) => [wait(10), event(String(index))]).flat());
  advance(2_000);
  expect(written.at(-1)).toEqual([1_000 + 7, expect.stringContaining("data: 99\n\n")]);
});

test("a slow reader is waited for, and then gets at once what is due", async () => {
  const { play, written, sink, advance, read, pending } = stage({ isSlow: true });
  const large = "x".repeat(2_000);
  play([event(large), wait(10), event("a"), wait(10), event("b"), wait(1_000), event("c")]);
  await settled();
  advance(500);
  expect(written).toHaveLength(1);
  expect(sink.writableLength).toBeLessThan(3_000);
  expect(pending()).toBe(0);
  read();
  await settled();
  expect(written.slice(1)).toEqual([[500, "data: a\n\ndata: b\n\n"]]);
});

test("a stream of any size never fills the memory of a socket that nobody reads", async () => {
  const { play, sink, read } = stage({ isSlow: true });
  let made = 0;
  const endless = function* (): Generator<PlayStep> {
    for (;;) {
      made++;
      yield event("x".repeat(1_000));
    }
  };
  play(endless());
  await settled();
  const before = made;
  expect(sink.writableLength).toBeLessThan(100_000);
  read();
  await settled();
  expect(made).toBeGreaterThan(before);
  expect(sink.writableLength).toBeLessThan(100_000);
  sink.destroy();
});

test("a client that leaves takes its timer along, and nothing more is asked of the script", async () => {
  const { play, sink, advance, pending } = stage();
  let asked = 0;
  const script = function* (): Generator<PlayStep> {
    for (;;) {
      asked++;
      yield wait(50);
      yield event("a");
    }
  };
  play(script());
  advance(120);
  expect(pending()).toBe(1);
  const before = asked;
  sink.destroy();
  await settled();
  expect(pending()).toBe(0);
  advance(10_000);
  expect(asked).toBe(before);
});

test("a client that leaves while it is waited for costs nothing either", async () => {
  const { play, sink, pending } = stage({ isSlow: true });
  play([event("x".repeat(2_000)), wait(10), event("a")]);
  await settled();
  sink.destroy();
  await settled();
  expect(pending()).toBe(0);
  expect(sink.listenerCount("drain")).toBe(0);
});

test("comments keep a quiet connection alive, and only a quiet one", () => {
  const { play, written, advance } = stage();
  play([wait(250), event("a"), wait(90), event("b"), wait(150), event("c")], 100);
  advance(1_000);
  expect(written).toEqual([
    [100, ": keep-alive\n\n"],
    [200, ": keep-alive\n\n"],
    [250, "data: a\n\n"],
    [340, "data: b\n\n"],
    [440, ": keep-alive\n\n"],
    [490, "data: c\n\n"],
  ]);
});

test("a stalled stream sends no comments either, and goes on when its silence is over", () => {
  const { play, written, advance } = stage();
  play([event("a"), { kind: "silence", ms: 500 }, event("b")], 100);
  advance(1_000);
  expect(written).toEqual([
    [0, "data: a\n\n"],
    [500, "data: b\n\n"],
  ]);
});
