/** The bench compares like with like: every peer answers the same request, and the ratios are what they claim. */
import { expect, test } from "vitest";
import { start, verify } from "../../bench/measure.mjs";
import { PEERS } from "../../bench/peers.mjs";
import { median, relative, render } from "../../bench/table.mjs";

test.each(PEERS)(
  "$name answers the small chat request, and streams 20 chunks if it streams",
  { timeout: 90_000 },
  async (peer) => {
    const server = await start(peer);
    try {
      await verify(peer, server.url);
    } finally {
      await server.stop();
    }
  },
);

test("medians and ratios", () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
  expect(relative({ bare: 200, mock: 50, none: undefined }, "bare")).toEqual({ bare: 1, mock: 0.25, none: undefined });
  expect(render({ "req/s": { bare: 1, mock: 0.25 }, memory: { bare: 1 } }).split("\n")).toEqual([
    "      req/s  memory",
    "bare   1.00    1.00",
    "mock   0.25       –",
  ]);
});
