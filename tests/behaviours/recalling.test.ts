/** An answer that was made before is made again only where it would be another. */
import { expect, test } from "vitest";
import type { Behaviour, Call } from "../../src/behaviours/behaviour.ts";
import { recalledOf, recalling } from "../../src/behaviours/recalling.ts";
import { fixedClock } from "../../src/lib/clock.ts";
import { createRandom } from "../../src/lib/random.ts";

let asked = 0;
let minted = 0;

const behaviour: Behaviour = ({ newId, random, clock, body }) => {
  asked++;
  const id = newId("chatcmpl");
  const said = { id, number: random.next(), created: clock.now() / 1000, calls: [newId("call")], again: id, body };
  return { kind: "reply", status: 200, mediaType: "application/json", body: said };
};

const callWith = (body: unknown, { seed = 1, epochMs = 0 } = {}): Call =>
  ({
    body,
    random: createRandom(seed),
    clock: fixedClock(epochMs),
    newId: (prefix: string) => `${prefix}_${++minted}`,
  }) as unknown as Call;

test("a shared body is answered once, then recalled under fresh ids", async () => {
  const answer = recalling(behaviour);
  const body = Object.freeze({ model: "m" });
  const [first, second] = [await answer(callWith(body)), await answer(callWith(body))];
  expect(asked).toBe(1);
  expect(first).toMatchObject({ body: { id: "chatcmpl_1", calls: ["call_2"], again: "chatcmpl_1" } });
  const again = { ...(first as { body: object }).body, id: "chatcmpl_3", calls: ["call_4"], again: "chatcmpl_3" };
  expect(second).toMatchObject({ kind: "reply", status: 200, mediaType: "application/json", body: again });
  if (second.kind !== "reply") throw new Error("it is no reply");
  expect(recalledOf(second)?.ids).toEqual(["chatcmpl_3", "call_4"]);
  expect(recalledOf({ ...second, body: "another" })).toBeUndefined();
});

test("another seed, another second and a body of its own are answered anew", async () => {
  const answer = recalling(behaviour);
  const body = Object.freeze({ model: "m" });
  asked = 0;
  for (const call of [
    callWith(body),
    callWith(body, { seed: 2 }),
    callWith(body, { epochMs: 1_000 }),
    callWith({ model: "m" }),
    callWith(Object.freeze({ model: "m" })),
    callWith("a text"),
    callWith(undefined),
  ])
    await answer(call);
  expect(asked).toBe(7);
});
