/** What the rest of the `orq` block does: inputs, the cache, and what is taken note of; and that nothing else is touched. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Call } from "../../../src/behaviours/behaviour.ts";
import { fillInputs } from "../../../src/behaviours/routing/fill-inputs.ts";
import { propertyOf } from "../../../src/contract/coerce.ts";
import { ownContract } from "../../../src/contract/own-contract.ts";
import { resolve } from "../../../src/contract/resolve.ts";
import { createMemoryStore } from "../../../src/store/memory.ts";
import {
  attemptsOf,
  bodyOf,
  buildModels,
  buildRouted,
  type CallOptions,
  countingClock,
  headersOf,
  MESSAGES,
} from "./build-routed.ts";

test("a call without a block goes straight through: the same call, the same outcome, at once", () => {
  const { behaviour, asked } = buildModels();
  const call = buildRouted(undefined);
  expect(behaviour(call)).not.toBeInstanceOf(Promise);
  expect(asked[0]).toBe(call);
});

test.each(["sudoCreateChatCompletion", "orqRouterCreateChatCompletion", "orqProxyCreateResponse"])(
  "%s documents no block, so a field of that name means nothing",
  (operationId) => {
    const { behaviour, asked } = buildModels({ a: [503] });
    const outcome = behaviour(buildRouted({ fallbacks: [{ model: "b" }] }, {}, { operationId }));
    expect(outcome).toMatchObject({ kind: "refusal" });
    expect(asked).toHaveLength(1);
  },
);

test("every field that a document names is acted on or taken note of", async () => {
  const { operations, schemas } = ownContract();
  const blocks = operations
    .map(({ body }) => propertyOf(body?.content[0]?.schema ?? true, "orq", schemas))
    .filter((block) => typeof block === "object")
    .map((block) => resolve(block, schemas));
  expect(blocks).toHaveLength(4);
  const named = new Set(
    blocks.flatMap((block) => (typeof block === "boolean" ? [] : Object.keys(block.properties ?? {}))),
  );
  const outcome = await buildModels().behaviour(buildRouted(Object.fromEntries([...named].map((name) => [name, {}]))));
  const { "x-gatetwin-applied": applied, "x-gatetwin-noted": noted } = headersOf(outcome);
  expect(new Set(`${applied}, ${noted}`.split(", "))).toEqual(named);
});

test("what surrounds a call does not change what the model says", async () => {
  const { behaviour } = buildModels();
  const plain = bodyOf(await behaviour(buildRouted(undefined)));
  const noted = await behaviour(
    buildRouted(
      { thread: { id: "t" }, identity: { id: "i" }, retry: {}, timeout: { call_timeout: 5 } },
      { guardrails: [{ id: "orq_pii_detection", execute_on: "input" }] },
    ),
  );
  expect(bodyOf(noted).choices).toEqual(plain.choices);
  expect(headersOf(noted)).toMatchObject({
    "x-gatetwin-applied": "retry, timeout",
    "x-gatetwin-noted": "thread, identity, guardrails",
  });
});

test("another prompt or knowledge base is another answer, though nobody here knows their words", async () => {
  const { behaviour } = buildModels();
  const answers = await Promise.all(
    [{}, { prompt: { id: "p", version: "latest" } }, { knowledge_bases: [{ knowledge_id: "k" }] }].map(async (orq) =>
      JSON.stringify(bodyOf(await behaviour(buildRouted(orq))).choices),
    ),
  );
  expect(new Set(answers).size).toBe(3);
});

const filled = async (content: unknown, inputs: unknown): Promise<unknown> => {
  const { behaviour, asked } = buildModels();
  await behaviour(buildRouted({ inputs }, { messages: [{ role: "user", content }] }));
  const { messages } = (asked[0] as Call).body as { messages: { content: unknown }[] };
  return messages[0]?.content;
};

test.each<[string, unknown, unknown, unknown]>([
  ["by name", "Hi {{name}}, {{name}}", { name: "Anne" }, "Hi Anne, Anne"],
  ["as a list", "Hi {{name}}", [{ key: "name", value: "Anne", is_pii: true }], "Hi Anne"],
  ["with spaces", "Hi {{ name }}", { name: "Anne" }, "Hi Anne"],
  ["unless there is none", "Hi {{who}}, {{toString}}", { name: "Anne" }, "Hi {{who}}, {{toString}}"],
  ["in the case they are written", "Hi {{Name}}", { name: "Anne" }, "Hi {{Name}}"],
  [
    "with what is no text",
    "{{n}} {{yes}} {{o}} [{{null}}]",
    { n: 1.5, yes: true, o: { a: [1] }, null: null },
    '1.5 true {"a":[1]} []',
  ],
  ["once only", "{{a}}", { a: "{{b}} $& $1", b: "no" }, "{{b}} $& $1"],
  ["between other braces", "{{{a}}} {{}} {{a} {a}} {{a", { a: "x" }, "{x} {{}} {{a} {a}} {{a"],
  ["without a value", "Hi {{name}}", [{ key: "name" }], "Hi {{name}}"],
])("marks are filled %s", async (_, content, inputs, want) => {
  expect(await filled(content, inputs)).toEqual(want);
});

test("marks are filled in the texts of parts, and nowhere else", async () => {
  const parts = [
    { type: "text", text: "In {{port}}", cache_control: { type: "ephemeral" } },
    { type: "image_url", image_url: { url: "https://pictures.test/{{port}}.png" } },
  ];
  expect(await filled(parts, { port: "Brest" })).toEqual([{ ...parts[0], text: "In Brest" }, parts[1]]);
});

test("a message without marks comes out as it was, whatever it holds", () => {
  fc.assert(
    fc.property(fc.array(fc.record({ role: fc.string(), content: fc.anything() })), (messages) => {
      expect(fillInputs(messages, new Map())).toEqual(messages);
    }),
  );
});

test.each([
  ["long values", "{{a}}".repeat(2_000), "long ".repeat(10_000)],
  ["many marks", "{{b}}".repeat(2_000_000), "short"],
])("%s that one call cannot need are refused with the field's name", async (_, content, value) => {
  const { behaviour, asked } = buildModels();
  const outcome = await behaviour(buildRouted({ inputs: { a: value } }, { messages: [{ role: "user", content }] }));
  expect(outcome).toMatchObject({ kind: "refusal", problem: { status: 400, param: "orq.inputs" } });
  expect(asked).toHaveLength(0);
});

const CACHE = { type: "exact_match", ttl: 60 };

/** Two calls of one token, one after the other. */
async function twice(first: [unknown, object?], second: [unknown, object?] = first, options: CallOptions = {}) {
  const world = createMemoryStore().world("one token");
  const models = buildModels();
  let ids = 0;
  const all = { world, newId: (prefix: string) => `${prefix}_${++ids}`, ...options };
  const one = await models.behaviour(buildRouted(first[0], first[1] ?? {}, all));
  const two = await models.behaviour(buildRouted(second[0], second[1] ?? {}, all));
  return { one, two, asked: models.asked, cached: headersOf(two)["x-gatetwin-cache"] };
}

test("a second, equal call is answered from the cache: the same reply, id and all, and no model is asked", async () => {
  const { one, two, asked } = await twice([{ cache: CACHE }]);
  expect(bodyOf(two)).toEqual(bodyOf(one));
  expect([headersOf(one)["x-gatetwin-cache"], headersOf(two)["x-gatetwin-cache"]]).toEqual(["miss", "hit"]);
  expect([attemptsOf(one), attemptsOf(two)]).toEqual([["a 200 first"], ["a 200 cache hit"]]);
  expect(asked).toHaveLength(1);
});

test.each<[string, [unknown, object?], [unknown, object?], "hit" | "miss" | undefined]>([
  ["another order of fields", [{ cache: CACHE }, { n: 1, top_p: 1 }], [{ cache: CACHE }, { top_p: 1, n: 1 }], "hit"],
  ["another thread", [{ cache: CACHE }], [{ cache: CACHE, thread: { id: "t" } }], "hit"],
  [
    "marks filled to the same words",
    [{ cache: CACHE }],
    [
      { cache: CACHE, inputs: { port: "Saint-Malo" } },
      { messages: [{ role: "user", content: "When is high tide in {{port}}?" }] },
    ],
    "hit",
  ],
  ["another model", [{ cache: CACHE }], [{ cache: CACHE }, { model: "b" }], "miss"],
  ["another parameter", [{ cache: CACHE }], [{ cache: CACHE }, { temperature: 1 }], "miss"],
  ["another message", [{ cache: CACHE }], [{ cache: CACHE }, { messages: [...MESSAGES, ...MESSAGES] }], "miss"],
  ["another prompt", [{ cache: CACHE }], [{ cache: CACHE, prompt: { id: "p", version: "latest" } }], "miss"],
  ["a stream", [{ cache: CACHE }], [{ cache: CACHE }, { stream: true }], "miss"],
  ["no wish for a cache", [{ cache: CACHE }], [{}], undefined],
  ["a ttl of 0 before it", [{ cache: { ...CACHE, ttl: 0 } }], [{ cache: CACHE }], "miss"],
])("whether %s is answered from the cache follows from what reaches a model", async (_, first, second, want) => {
  expect((await twice(first, second)).cached).toBe(want);
});

test("balanced calls share a reply whichever model was drawn", async () => {
  const load_balancer = ["x", "y"].map((model) => ({ type: "weight_based", model, weight: 0.5 }));
  const { one, two, cached } = await twice([{ cache: CACHE, load_balancer }]);
  expect([cached, bodyOf(two)]).toEqual(["hit", bodyOf(one)]);
});

test("a reply is kept for ttl seconds of the clock, for half an hour when left out", async () => {
  for (const [cache, seconds] of [
    [CACHE, 60],
    [{ type: "exact_match" }, 1_800],
  ] as const) {
    const { clock, advance } = countingClock();
    const world = createMemoryStore().world("one token");
    const { behaviour } = buildModels();
    const ask = async () =>
      headersOf(await behaviour(buildRouted({ cache }, {}, { world, clock })))["x-gatetwin-cache"];
    expect(await ask()).toBe("miss");
    advance(seconds * 1_000 - 1);
    expect(await ask()).toBe("hit");
    advance(1);
    expect(await ask()).toBe("miss");
  }
});

test("no other token sees what one has kept, and a reset forgets it", async () => {
  const store = createMemoryStore();
  const { behaviour } = buildModels();
  const ask = async (token: string) =>
    headersOf(await behaviour(buildRouted({ cache: CACHE }, {}, { world: store.world(token) })))["x-gatetwin-cache"];
  expect([await ask("one"), await ask("other"), await ask("one")]).toEqual(["miss", "miss", "hit"]);
  await store.world("one").clear();
  expect([await ask("one"), await ask("other")]).toEqual(["miss", "hit"]);
});

test("errors and broken replies are not kept; a slow one is kept without its slowness", async () => {
  const world = createMemoryStore().world("one token");
  const { behaviour } = buildModels({
    a: [429, { faults: [{ kind: "cut", after: 1 }] }, { rule: "slow/a", pace: { firstEventMs: 9 } }],
  });
  const ask = () => behaviour(buildRouted({ cache: CACHE }, {}, { world }));
  const outcomes = [await ask(), await ask(), await ask(), await ask()];
  expect(outcomes.map((outcome) => headersOf(outcome)["x-gatetwin-cache"])).toEqual(["miss", "miss", "miss", "hit"]);
  const { attempts: _, ...delivery } = outcomes[3]?.delivery ?? {};
  expect(delivery).toEqual({ rule: "slow/a" });
});

test("a block that no document has checked never breaks the answer", async () => {
  const fields = ["retry", "fallbacks", "load_balancer", "timeout", "cache", "inputs", "prompt", "knowledge_bases"];
  const value = fc.oneof(
    fc.anything({ withNullPrototype: true }),
    fc.record({ count: fc.anything(), on_codes: fc.anything(), call_timeout: fc.anything(), type: fc.anything() }),
    fc.array(fc.record({ model: fc.anything(), key: fc.anything(), value: fc.anything(), weight: fc.anything() })),
  );
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.constantFrom(...fields), value), async (orq) => {
      const parsed = JSON.parse(JSON.stringify(orq));
      const outcome = await buildModels().behaviour(buildRouted(parsed, {}, { operationId: "orqProxyCreateImage" }));
      expect(bodyOf(outcome).object).toBe("chat.completion");
    }),
    { numRuns: 300 },
  );
});
