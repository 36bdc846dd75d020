import { expect, test } from "vitest";
import { atOnce, type Sliced, withRests } from "../../src/lib/slices.ts";

function* sum(to: number): Sliced<number> {
  let total = 0;
  for (let next = 1; next <= to; next++) {
    total += next;
    yield;
  }
  return total;
}

test("work comes to the same at once and with rests, and with rests others have their turn", async () => {
  let elapsed = 0;
  const turns: number[] = [];
  const other = () => {
    turns.push(elapsed);
    if (turns.length < 50) setImmediate(other);
  };
  setImmediate(other);
  const slowly = withRests(sum(100), { elapsed: () => (elapsed += 4) });
  expect(turns).toEqual([]);
  expect([await slowly, atOnce(sum(100))]).toEqual([5050, 5050]);
  expect(turns.length).toBeGreaterThan(20);
});

test("work that throws is a promise that is broken", async () => {
  // biome-ignore lint/correctness/useYield: it fails before it can rest
  function* fail(): Sliced<void> {
    throw new Error("no");
  }
  await expect(withRests(fail(), { elapsed: () => 0 })).rejects.toThrow("no");
});
