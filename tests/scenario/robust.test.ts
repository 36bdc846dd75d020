/** Whatever a file holds, loading either works or says what is wrong with it: never anything else. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { ownContract } from "../../src/contract/own-contract.ts";
import { compileScenarios } from "../../src/scenario/compile.ts";
import { scenarioSchemas } from "../../src/scenario/schema.ts";
import { objectSource } from "../../src/scenario/source.ts";
import { createOutcomeCheck, knownRules } from "../../src/server/check-outcomes.ts";

const contract = ownContract();
const options = { contract, laws: knownRules(), checkOutcome: createOutcomeCheck(contract) };
const compile = (value: unknown) => compileScenarios([objectSource(value, "fuzz")], options);

const keysOf = (name: string): string[] =>
  Object.keys((scenarioSchemas[name] as { properties: Record<string, unknown> }).properties);

const scalar = fc.oneof(
  fc.constantFrom<unknown>(
    "chat",
    "sudoCreateChatCompletion",
    "sudo",
    "gpt-4o-mini",
    "messages[0].content",
    "usage.U1",
    true,
    null,
    1,
    0,
    -1,
  ),
  fc.constantFrom<unknown>(
    503,
    "overloaded",
    "length",
    "any",
    "stop",
    "",
    "__proto__",
    "constructor",
    Number.NaN,
    [],
    {},
  ),
  fc.string(),
);
const member = fc.oneof({ weight: 3, arbitrary: scalar }, { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) });
const objectOf = (name: string) =>
  fc.dictionary(fc.oneof(fc.constantFrom(...keysOf(name)), fc.string({ maxLength: 3 })), member, { maxKeys: 4 });
const reply = fc.record(
  {
    choices: fc.oneof(member, fc.array(fc.oneof(member, fc.record({ message: member, delta: member, index: member })))),
    usage: member,
    output: fc.oneof(member, fc.array(member)),
  },
  { requiredKeys: [] },
);
const outcome = fc.oneof(
  objectOf("Outcome"),
  fc.record({ reply }),
  fc.record({ reply, text: fc.string() }),
  fc.record({ reply, toolCalls: fc.array(fc.record({ name: fc.string({ minLength: 1 }) }), { minLength: 1 }) }),
  fc.record({ script: fc.array(fc.record({ event: reply }), { minLength: 1 }) }),
  fc.record({
    passthrough: fc.dictionary(
      fc.constantFrom("choices[0]", "choices[0].message", "usage", "output[0].content", "id", "a"),
      member,
    ),
  }),
  fc.record({ sequence: fc.array(objectOf("Outcome")) }),
);
const match = fc.oneof(
  objectOf("Match"),
  fc.constantFrom<object>({ family: "chat" }, { family: "responses" }, { family: ["completions"] }, {}),
);

test("nothing in a scenario makes loading fail in any other way", () => {
  fc.assert(
    fc.property(fc.array(fc.record({ match, outcome }), { maxLength: 3 }), (rules) => {
      const { findings, always } = compile({ name: "fuzz", rules });
      expect(findings.length > 0 || always.rules.length === rules.length).toBe(true);
      for (const { message, pointer } of findings)
        expect([typeof message, pointer.startsWith("/") || pointer === ""]).toEqual(["string", true]);
    }),
    { numRuns: 400 },
  );
});

test("a value that is no scenario at all is told as that", () => {
  for (const value of [null, 1, "text", [], {}, { name: "x" }, { name: "x", rules: {} }]) {
    expect(compile(value).findings.length).toBeGreaterThan(0);
  }
});
