import { expect, test } from "vitest";
import type { Match } from "../../src/scenario/scenario.ts";
import { type AskedFor, decided, open, rule } from "./build.ts";

const said = (...contents: string[]) => ({ messages: contents.map((content) => ({ role: "user", content })) });
const withTool = {
  messages: [
    { role: "user", content: "?" },
    { role: "tool", tool_call_id: "c", content: "Sunny." },
  ],
};
const item = { type: "function_call_output", call_id: "c", output: "Sunny." };

const TABLE: readonly [string, Match, AskedFor, AskedFor][] = [
  ["operation", { operation: "sudoCreateChatCompletion" }, {}, { operation: "orqProxyCreateChatCompletion" }],
  ["one of some APIs", { api: ["sudo", "orq-router"] }, {}, { operation: "orqProxyCreateChatCompletion" }],
  ["family", { family: "chat" }, {}, { operation: "orqProxyCreateCompletion", body: { prompt: "Hi" } }],
  ["model, exactly", { model: "gpt-4o-mini" }, {}, { body: { model: "openai/gpt-4o-mini" } }],
  ["model by a part", { model: { contains: "4o" } }, {}, { body: { model: "o3" } }],
  [
    "a header in any case",
    { headers: { "X-Case": "a" } },
    { headers: { "x-case": "a" } },
    { headers: { "x-case": "b" } },
  ],
  ["a header that is there", { headers: { "x-case": { exists: true } } }, { headers: { "x-case": "" } }, {}],
  ["a number in the body", { body: { temperature: 0 } }, { body: { temperature: 0 } }, { body: { temperature: 0.1 } }],
  ["null in the body", { body: { stop: null } }, { body: { stop: null } }, {}],
  ["an absent field", { body: { tools: { exists: false } } }, { body: { tools: null } }, { body: { tools: [] } }],
  ["a place from the end", { body: { "messages[-1].role": "user" } }, {}, { body: withTool }],
  [
    "a name with a dot",
    { body: { 'metadata["a.b"]': "x" } },
    { body: { metadata: { "a.b": "x" } } },
    { body: { metadata: { a: { b: "x" } } } },
  ],
  [
    "a whole object",
    { body: { metadata: { equals: { a: "1", b: "2" } } } },
    { body: { metadata: { b: "2", a: "1" } } },
    { body: { metadata: { a: "1" } } },
  ],
  [
    "a member of a list",
    { body: { modalities: { contains: "audio" } } },
    { body: { modalities: ["text", "audio"] } },
    { body: { modalities: ["text"] } },
  ],
  [
    "a JSON Schema",
    { body: { top_p: { schema: { type: "number", minimum: 0.5 } } } },
    { body: { top_p: 0.7 } },
    { body: { top_p: 0.2 } },
  ],
  ["the last message, exactly", { message: "Two" }, { body: said("One", "Two") }, { body: said("Two", "One") }],
  ["the message by a pattern", { message: { regex: "(?i)^when .* tide" } }, {}, { body: said("High tide, when?") }],
  [
    "several conditions on one value",
    { message: { contains: "tide", regex: "^When" } },
    {},
    { body: said("The tide?") },
  ],
  [
    "the message in parts",
    { message: "A\nB" },
    {
      body: {
        messages: [
          {
            role: "user",
            content: [
              { type: "text", text: "A" },
              { type: "text", text: "B" },
            ],
          },
        ],
      },
    },
    {},
  ],
  ["the turn", { turn: 2 }, { body: said("One", "Two") }, { body: said("One") }],
  ["a range of turns", { turn: { from: 2 } }, { body: said("1", "2", "3") }, { body: said("1") }],
  ["a tool's answer", { toolResult: true }, { body: withTool }, {}],
  [
    "what a tool answered",
    { toolResult: "Sunny." },
    { body: withTool },
    { body: { messages: [{ role: "tool", content: "Rain." }] } },
  ],
  ["no tool's answer", { toolResult: false }, {}, { body: withTool }],
  ["a stream", { stream: true }, { body: { stream: true } }, {}],
];

test.each(TABLE)("a rule matches by %s", (_name, match, hit, miss) => {
  const library = open(rule("hit", match));
  expect([decided(library, hit), decided(library, miss)]).toEqual(["hit", "none"]);
});

test("the input of a response is read like a conversation, and a prompt like a message", () => {
  const library = open(rule("tool", { toolResult: { contains: "Sun" } }), rule("text", { message: "Hi" }));
  const operation = "orqProxyCreateResponse";
  expect(decided(library, { operation, body: { messages: undefined, input: "Hi" } })).toBe("text");
  expect(
    decided(library, {
      operation,
      body: { messages: undefined, input: [{ role: "user", content: [{ type: "input_text", text: "Hi" }] }] },
    }),
  ).toBe("text");
  expect(decided(library, { operation, body: { messages: undefined, input: [item] } })).toBe("tool");
  expect(
    decided(library, { operation: "orqProxyCreateCompletion", body: { messages: undefined, prompt: ["Ho", "Hi"] } }),
  ).toBe("text");
});

test("the nth call is counted for each token and rule, whichever rule goes first, and anew after a reset", () => {
  const library = open(
    rule("first", { call: 1 }),
    rule("third", { call: { from: 3, every: 2 } }),
    rule("named", { model: "m", message: "When is high tide?", turn: 1 }),
  );
  const calls = (asked: AskedFor[]) => asked.map((one) => decided(library, one));
  expect(calls([{}, {}, {}, {}, {}])).toEqual(["first", "none", "third", "none", "third"]);
  // A call that a more specific rule takes is still a call.
  expect(calls([{ body: { model: "m" } }, {}])).toEqual(["named", "third"]);
  expect(calls([{ token: "other" }])).toEqual(["first"]);
  library.reset("t");
  expect(calls([{}, { token: "other" }])).toEqual(["first", "none"]);
});

test("chance is drawn anew for each call, and comes near what is asked for", () => {
  const library = open(rule("unlucky", { chance: 0.25 }));
  const hits = Array.from({ length: 4_000 }, () => decided(library)).filter((one) => one === "unlucky").length;
  expect(hits).toBeGreaterThan(850);
  expect(hits).toBeLessThan(1_150);
});

test("a pattern that takes an ordinary engine for ever is harmless", () => {
  const library = open(
    rule("trap", { message: { regex: "^(a+)+$" } }),
    rule("schema", { message: { schema: { pattern: "^(b|bb)+$" } } }),
  );
  const text = `${"a".repeat(50_000)}!`;
  expect(decided(library, { body: said(text) })).toBe("none");
  expect(decided(library, { body: said(text.replaceAll("a", "b")) })).toBe("none");
  expect(decided(library, { body: said("aaaa") })).toBe("trap");
});
