import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { createTurns } from "../../src/media/turns.ts";

test("no more tasks run at once than were allowed, they start in order, and a failure does not block the rest", async () => {
  const inTurn = createTurns(2);
  const started: number[] = [];
  let running = 0;
  let most = 0;
  const results = await Promise.allSettled(
    [0, 1, 2, 3, 4, 5].map((number) =>
      inTurn(async () => {
        started.push(number);
        most = Math.max(most, ++running);
        await setImmediate();
        running--;
        if (number === 1) throw new Error("fails");
        return number;
      }),
    ),
  );
  expect(most).toBe(2);
  expect(started).toEqual([0, 1, 2, 3, 4, 5]);
  expect(results.map((result) => (result.status === "fulfilled" ? result.value : "failed"))).toEqual([
    0,
    "failed",
    2,
    3,
    4,
    5,
  ]);
});
