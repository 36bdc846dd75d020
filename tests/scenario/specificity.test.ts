import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Match, Rule } from "../../src/scenario/scenario.ts";
import { decided, open, rule } from "./build.ts";

const sees = (...rules: Rule[]) => decided(open(...rules), { headers: { "x-case": "a" }, body: { user: "u" } });
const message = "When is high tide?";

test.each<[string, Match, Match]>([
  ["a condition beats none", {}, { model: "gpt-4o-mini" }],
  ["more conditions beat fewer", { message }, { model: { exists: true }, stream: false }],
  [
    "the content of a call beats its place",
    { operation: "sudoCreateChatCompletion" },
    { message: { contains: "tide" } },
  ],
  ["a place beats none", { message }, { message, api: "sudo" }],
  ["an exact value beats a part", { message: { contains: message } }, { message }],
  ["a part beats mere presence", { message: { exists: true } }, { message: { contains: "tide" } }],
  ["the longer part beats the shorter", { message: { contains: "tide" } }, { message: { contains: "high tide" } }],
  ["the message beats the model", { model: "gpt-4o-mini" }, { message }],
  ["the body beats a header", { headers: { "x-case": "a" } }, { body: { user: "u" } }],
])("%s", (_name, weak, strong) => {
  expect(sees(rule("weak", weak), rule("strong", strong))).toBe("strong");
  expect(sees(rule("strong", strong), rule("weak", weak))).toBe("strong");
});

test("a priority goes before all of it", () => {
  expect(sees(rule("weak", {}, { priority: 1 }), rule("strong", { message }))).toBe("weak");
});

describe("a tie is an error at load", () => {
  const TEXT = { type: "string" } as const;
  const LONG = "tide ".repeat(30);

  test.each<[string, Match, Match]>([
    ["the same conditions", { model: "m" }, { model: "m" }],
    ["the same condition in other words", { model: "m" }, { body: { model: "m" } }],
    ["conditions of one kind that do not exclude each other", { body: { user: "u" } }, { body: { seed: 1 } }],
    ["places that overlap", { api: "sudo" }, { family: "chat" }],
    ["the same call", { call: 2 }, { call: 2 }],
    ["the same schema", { body: { user: { schema: TEXT } } }, { body: { user: { schema: TEXT } } }],
  ])("%s", (_name, one, other) => {
    expect(() => open(rule("one", one), rule("other", other))).toThrow(
      /test\/other and test\/one \(scenarios\[0\]\) are equally specific/,
    );
  });

  test.each<[string, Match, Match]>([
    ["other values of one field", { model: "m" }, { model: "n" }],
    ["other operations", { api: "sudo" }, { api: "orq-proxy" }],
    ["other calls", { call: 1 }, { call: 2 }],
    ["a value that is not in the range", { turn: 1, model: "m" }, { turn: 2, model: "m" }],
    ["parts that only differ late", { message: { contains: `${LONG}a` } }, { message: { contains: `${LONG}b` } }],
    [
      "other schemas beside the same part",
      { message: { contains: "a", schema: { minLength: 1 } } },
      { message: { contains: "a", schema: { minLength: 2 } } },
    ],
    ["parts of which nobody can know", { message: { contains: "tide" } }, { message: { contains: "wind" } }],
  ])("but not %s", (_name, one, other) => {
    expect(() => open(rule("one", one), rule("other", other))).not.toThrow();
  });

  test("what only a call can show is told when one comes", () => {
    const library = open(
      rule("one", { message: { contains: "tide" } }),
      rule("other", { message: { contains: "high" } }),
    );
    expect(decided(library, { body: { messages: [{ role: "user", content: "tide" }] } })).toBe("one");
    expect(decided(library)).toBe("scenario_tie");
  });
});

test("of 2,000 rules the one that is meant decides, whatever it looks at", () => {
  const kinds: readonly ((n: number) => { match: Match; asked: Parameters<typeof decided>[1] })[] = [
    (n) => ({ match: { model: `m-${n}` }, asked: { body: { model: `m-${n}` } } }),
    (n) => ({
      match: { model: "one", message: `topic ${n}` },
      asked: { body: { model: "one", messages: [{ role: "user", content: `topic ${n}` }] } },
    }),
    (n) => ({
      match: { message: { contains: `<${n}>` } },
      asked: { body: { messages: [{ role: "user", content: `What is <${n}>?` }] } },
    }),
    (n) => ({ match: { headers: { "x-case": `c${n}` } }, asked: { headers: { "x-case": `c${n}` } } }),
    (n) => ({ match: { body: { user: `u${n}` }, stream: false }, asked: { body: { user: `u${n}` } } }),
  ];
  const made = Array.from({ length: 2_000 }, (_, n) => (kinds[n % kinds.length] as (typeof kinds)[number])(n));
  // Rules of different kinds could meet the same call.
  const library = open(...made.map(({ match }, n) => rule(`r${n}`, match, { priority: n % kinds.length })));
  fc.assert(
    fc.property(fc.nat(1_999), (n) => {
      expect(decided(library, made[n]?.asked)).toBe(`r${n}`);
    }),
  );
  expect(decided(library)).toBe("none");
});
