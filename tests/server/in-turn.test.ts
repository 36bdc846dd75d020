import { expect, test } from "vitest";
import { fixedClock } from "../../src/lib/clock.ts";
import { createInTurn } from "../../src/server/in-turn.ts";

const turnOfLoop = () => new Promise<void>((done) => setImmediate(done));

test("one piece of work a turn of the loop, the urgent first, and an error stops nobody", async () => {
  const inTurn = createInTurn(fixedClock());
  const done: unknown[] = [];
  const work = (name: string) => () => void done.push(name);
  inTurn.later(work("idle"), done.push);
  inTurn.soon(
    () => {
      throw new Error("broken");
    },
    (error) => done.push((error as Error).message),
  );
  inTurn.soon(work("urgent"), done.push);
  expect(done).toEqual([]);
  const seen: number[] = [];
  for (let turn = 0; turn < 6; turn++) {
    await turnOfLoop();
    seen.push(done.length);
  }
  expect(done).toEqual(["broken", "urgent", "idle"]);
  expect(seen.every((count, turn) => count - (seen[turn - 1] ?? 0) <= 1)).toBe(true);
  inTurn.soon(work("after a rest"), done.push);
  await turnOfLoop();
  await turnOfLoop();
  expect(done.at(-1)).toBe("after a rest");
});

test("all that was put off is done at once when somebody asks for it", async () => {
  const inTurn = createInTurn(fixedClock());
  const done: unknown[] = [];
  inTurn.later(() => void done.push("idle"), done.push);
  inTurn.soon(() => {
    done.push("urgent");
    inTurn.later(() => void done.push("added"), done.push);
  }, done.push);
  inTurn.finish();
  expect(done).toEqual(["urgent", "idle", "added"]);
  await turnOfLoop();
  await turnOfLoop();
  expect(done).toHaveLength(3);
});
