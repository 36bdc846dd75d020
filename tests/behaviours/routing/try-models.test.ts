/** Retries, fallbacks, time limits and shared load: which model is asked when, and whose answer stands. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { sentinelStep } from "../../../src/scenario/script.ts";
import {
  type Act,
  type Acts,
  attemptsOf,
  bodyOf,
  buildModels,
  buildRouted,
  countingClock,
  headersOf,
  statusOf,
} from "./build-routed.ts";

const fallbacks = [{ model: "b" }, { model: "c" }];

const TABLE: readonly { what: string; orq: object; acts: Acts; attempts: readonly string[] }[] = [
  { what: "a model that answers is asked once", orq: { retry: {}, fallbacks }, acts: {}, attempts: ["a 200 first"] },
  {
    what: "429 twice, then 503: the third answers",
    orq: { retry: { count: 1 }, fallbacks },
    acts: { a: [429], b: [503] },
    attempts: ["a 429 first", "a 429 retry 1 of 1", "b 503 fallback 1", "c 200 fallback 2"],
  },
  {
    what: "a retry that succeeds ends it",
    orq: { retry: { count: 5 }, fallbacks },
    acts: { a: [429, 429, 200] },
    attempts: ["a 429 first", "a 429 retry 1 of 5", "a 200 retry 2 of 5"],
  },
  {
    what: "an empty retry means three times after 429",
    orq: { retry: {} },
    acts: { a: [429] },
    attempts: ["a 429 first", "a 429 retry 1 of 3", "a 429 retry 2 of 3", "a 429 retry 3 of 3"],
  },
  { what: "without retry nothing is asked again", orq: {}, acts: { a: [429] }, attempts: ["a 429 first"] },
  {
    what: "only the listed statuses are tried again",
    orq: { retry: { count: 2, on_codes: [503] } },
    acts: { a: [503, 500] },
    attempts: ["a 503 first", "a 500 retry 1 of 2"],
  },
  {
    what: "what is wrong with the request is wrong for every model",
    orq: { retry: {}, fallbacks },
    acts: { a: [400] },
    attempts: ["a 400 first"],
  },
  {
    what: "unless it is listed",
    orq: { retry: { count: 1, on_codes: [404] }, fallbacks },
    acts: { a: [404] },
    attempts: ["a 404 first", "a 404 retry 1 of 1", "b 200 fallback 1"],
  },
  {
    what: "each fallback is asked once",
    orq: { retry: { count: 1, on_codes: [500] }, fallbacks },
    acts: { a: [500], b: [500], c: [500] },
    attempts: ["a 500 first", "a 500 retry 1 of 1", "b 500 fallback 1", "c 500 fallback 2"],
  },
  {
    what: "a connection that a model drops is a 502",
    orq: { fallbacks },
    acts: { a: [{ faults: [{ kind: "disconnect" }] }] },
    attempts: ["a 502 first, connection lost", "b 200 fallback 1"],
  },
  {
    what: "a status that a fault declares is the model's",
    orq: { fallbacks },
    acts: { a: [{ faults: [{ kind: "status", status: 529 }] }] },
    attempts: ["a 529 first", "b 200 fallback 1"],
  },
];

test.each(TABLE)("$what", async ({ orq, acts, attempts }) => {
  const outcome = await buildModels(acts).behaviour(buildRouted(orq));
  expect(attemptsOf(outcome)).toEqual(attempts);
});

test("the answer names the model that gave it, and says what it would say if asked directly", async () => {
  const { behaviour, asked } = buildModels({ a: [503], b: [503] });
  const outcome = await behaviour(buildRouted({ fallbacks }));
  expect(bodyOf(outcome).model).toBe("c");
  expect(asked.map(({ body }) => (body as { model: string }).model)).toEqual(["a", "b", "c"]);
  const direct = await behaviour(buildRouted(undefined, { model: "c" }));
  expect(bodyOf(outcome).choices).toEqual(bodyOf(direct).choices);
});

test("when all fail, the last error stands, with its own headers", async () => {
  const outcome = await buildModels({ a: [429], b: [500], c: [503] }).behaviour(buildRouted({ fallbacks }));
  expect(outcome).toMatchObject({ kind: "refusal", problem: { status: 503, message: "c answers 503." } });
  expect(headersOf(outcome)["x-gatetwin-attempts"]).toBe(
    '"a";status=429;reason="first", "b";status=500;reason="fallback 1", "c";status=503;reason="fallback 2"',
  );
});

test.each<[string, Act]>([
  ["before the first event", { pace: { firstEventMs: 5_000 } }],
  ["by a latency fault", { faults: [{ kind: "latency", ms: 3_000 }] }],
  ["by its script", { script: [{ kind: "wait", ms: 1_500 }, { kind: "wait", ms: 1_500 }, sentinelStep("[DONE]")] }],
  ["for good", { faults: [{ kind: "stall", after: 0 }] }],
])("a model that is slow %s is waited for no longer than call_timeout", async (_, act) => {
  const { clock, waits } = countingClock();
  const orq = { timeout: { call_timeout: 2_000 }, fallbacks };
  const outcome = await buildModels({ a: [act] }).behaviour(buildRouted(orq, { stream: true }, { clock }));
  expect(attemptsOf(outcome)).toEqual(["a 504 first, timeout", "b 200 fallback 1"]);
  expect(waits).toEqual([2_000]);
});

test("a whole answer cannot stall", async () => {
  const models = buildModels({ a: [{ faults: [{ kind: "stall", after: 0 }] }] });
  const outcome = await models.behaviour(buildRouted({ timeout: { call_timeout: 2_000 }, fallbacks }));
  expect(attemptsOf(outcome)).toEqual(["a 200 first"]);
});

test("a model that does not say how slow it is is as slow as the server says", async () => {
  const { clock } = countingClock();
  const models = buildModels({ b: [{ pace: { firstEventMs: 0 } }] }, { pace: { firstEventMs: 300 } });
  const outcome = await models.behaviour(buildRouted({ timeout: { call_timeout: 200 }, fallbacks }, {}, { clock }));
  expect(attemptsOf(outcome)).toEqual(["a 504 first, timeout", "b 200 fallback 1"]);
});

test("a model that is just in time answers, and its pace is kept for the one who sends it", async () => {
  const { clock, waits } = countingClock();
  const orq = { timeout: { call_timeout: 2_000 }, fallbacks };
  const models = buildModels({ a: [{ pace: { firstEventMs: 2_000 } }] });
  const outcome = await models.behaviour(buildRouted(orq, {}, { clock }));
  expect([attemptsOf(outcome), waits, outcome.delivery?.pace]).toEqual([["a 200 first"], [], { firstEventMs: 2_000 }]);
});

test("a flaky model is flaky each time it is asked", async () => {
  const flaky: Act = { faults: [{ kind: "status", status: 429, chance: 0.5 }] };
  const { behaviour } = buildModels({ a: [flaky] });
  let ids = 0;
  const newId = (prefix: string) => `${prefix}_${++ids}`;
  const lengths = [];
  for (let call = 0; call < 400; call++) {
    const outcome = await behaviour(buildRouted({ retry: { count: 5 } }, {}, { newId }));
    lengths.push(outcome.delivery?.attempts?.length ?? 0);
  }
  expect(lengths.filter((length) => length === 1).length / 400).toBeCloseTo(0.5, 1);
  expect(Math.max(...lengths)).toBe(6);
});

test("a fault that breaks an answer later is left to whoever sends it, and decided", async () => {
  const faults = [{ kind: "cut", after: 2, chance: 1 } as const, { kind: "truncate", chance: 0 } as const];
  const outcome = await buildModels({ a: [{ faults }] }).behaviour(buildRouted({ fallbacks }));
  expect(outcome.delivery?.faults).toEqual([{ kind: "cut", after: 2 }]);
  expect(attemptsOf(outcome)).toEqual(["a 200 first"]);
});

test("when all are too slow, the answer is 504 and not later than it must be", async () => {
  const { clock, waits } = countingClock();
  const slow: Act = { pace: { firstEventMs: 60_000 } };
  const orq = { timeout: { call_timeout: 100 }, retry: { count: 1, on_codes: [504] }, fallbacks: [{ model: "b" }] };
  const outcome = await buildModels({ a: [slow], b: [slow] }).behaviour(buildRouted(orq, {}, { clock }));
  expect(outcome).toMatchObject({ problem: { status: 504, code: "call_timeout" } });
  expect(attemptsOf(outcome)).toEqual([
    "a 504 first, timeout",
    "a 504 retry 1 of 1, timeout",
    "b 504 fallback 1, timeout",
  ]);
  expect(waits).toEqual([100, 100, 100]);
});

test("an error that took its time takes it before the next model is asked", async () => {
  const { clock, waits } = countingClock();
  const models = buildModels({ a: [{ status: 503, pace: { firstEventMs: 700 } }] });
  expect(statusOf(await models.behaviour(buildRouted({ fallbacks }, {}, { clock })))).toBe(200);
  expect(waits).toEqual([700]);
});

test("a client that leaves ends the waiting, and no further model is asked", async () => {
  const gone = new AbortController();
  const { behaviour, asked } = buildModels({ a: [{ pace: { firstEventMs: 600_000 } }] });
  const orq = { timeout: { call_timeout: 500_000 }, fallbacks };
  const waiting = behaviour(buildRouted(orq, {}, { gone: () => gone.signal }));
  setImmediate(() => gone.abort());
  expect(statusOf(await waiting)).toBe(400);
  expect(asked).toHaveLength(1);
});

test("load is shared by weight among equal calls, in place of the model that is named", async () => {
  const load_balancer = [
    { type: "weight_based", model: "x", weight: 0.2 },
    { type: "weight_based", model: "y", weight: 0.6 },
  ];
  const share = async () => {
    const { behaviour, asked } = buildModels();
    let ids = 0;
    const newId = (prefix: string) => `${prefix}_${++ids}`;
    for (let call = 0; call < 2_000; call++) await behaviour(buildRouted({ load_balancer }, {}, { newId }));
    return asked.map(({ body }) => (body as { model: string }).model);
  };
  const models = await share();
  expect(new Set(models)).toEqual(new Set(["x", "y"]));
  expect(models.filter((model) => model === "y").length / models.length).toBeCloseTo(0.75, 1);
  expect(await share()).toEqual(models);
});

test("a weight left out is 0.5, and fallbacks follow the model that was drawn", async () => {
  const { behaviour, asked } = buildModels({ x: [503] });
  const load_balancer = [{ type: "weight_based", model: "x" }];
  const outcome = await behaviour(buildRouted({ load_balancer, fallbacks }));
  expect(attemptsOf(outcome)).toEqual(["x 503 load balancer", "b 200 fallback 1"]);
  expect(asked.some(({ body }) => (body as { model: string }).model === "a")).toBe(false);
});

test("whatever the models answer, attempts end, in order, and the last one is the answer", async () => {
  const status = fc.constantFrom(200, 400, 404, 429, 500, 502, 503, 504);
  const acts = fc.dictionary(fc.constantFrom("a", "b", "c", "d"), fc.array(status, { minLength: 1, maxLength: 4 }));
  const retry = fc.record({ count: fc.integer({ min: 1, max: 5 }), on_codes: fc.array(status, { minLength: 1 }) });
  const models = fc.array(fc.record({ model: fc.constantFrom("a", "b", "c", "d") }), { maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(acts, fc.option(retry, { nil: undefined }), models, async (acted, again, following) => {
      const { behaviour, asked } = buildModels(acted);
      const outcome = await behaviour(buildRouted({ retry: again, fallbacks: following }));
      const attempts = outcome.delivery?.attempts ?? [];
      expect(attempts.length).toBe(asked.length);
      expect(attempts.length).toBeLessThanOrEqual(30);
      expect(attempts.at(-1)?.status).toBe(statusOf(outcome));
      expect(attempts.slice(0, -1).every((attempt) => attempt.status >= 400)).toBe(true);
      if (outcome.kind === "reply") expect(bodyOf(outcome).model).toBe(attempts.at(-1)?.model);
    }),
    { numRuns: 300 },
  );
});

test("whatever a model is called, its attempt can be put into a header and read again", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary", maxLength: 200 }), async (model) => {
      const header = headersOf(await buildModels({ a: [503] }).behaviour(buildRouted({ fallbacks: [{ model }] })));
      const told = header["x-gatetwin-attempts"] ?? "";
      expect(told).toMatch(/^"a";status=503;reason="first", "[!#-[\]-~]*";status=200;reason="fallback 1"$/);
      const name = decodeURI(/, "([^"]*)"/.exec(told)?.[1] ?? "none");
      const readable = model.replaceAll(/\p{Surrogate}/gu, "\ufffd");
      expect(encodeURI(readable).length <= 80 ? name === readable : readable.startsWith(name)).toBe(true);
    }),
  );
});
