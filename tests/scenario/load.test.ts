import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, onTestFinished, test } from "vitest";
import { ownContract } from "../../src/contract/own-contract.ts";
import type { GatetwinError } from "../../src/lib/errors.ts";
import type { Finding } from "../../src/scenario/finding.ts";
import { publishedSchema } from "../../src/scenario/schema.ts";
import { readSources } from "../../src/scenario/source.ts";
import { openScenarios } from "../../src/server/scenarios.ts";

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "gatetwin-scenarios-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

/** What is found in one file, or in several. */
function findingsIn(files: string | Readonly<Record<string, string>>): Finding[] {
  const folder = folderWith(typeof files === "string" ? { "a.yaml": files } : files);
  try {
    openScenarios({ scenarios: [folder] }, ownContract());
  } catch (error) {
    return (error as GatetwinError).details.findings as Finding[];
  }
  return [];
}

const withRule = (text: string): string => `name: a\nrules:\n  - ${text}\n`;

describe("is refused with line, column, pointer and what was meant", () => {
  test.each<[string, string, Partial<Finding>, RegExp]>([
    [
      "a misspelt key",
      withRule("match: { modle: m }\n    outcome: { text: x }"),
      { line: 3, column: 14, pointer: "/rules/0/match/modle" },
      /did you mean model\?/,
    ],
    [
      "an unknown operation",
      withRule("match: { operation: sudoCreateChatCompletoin }\n    outcome: { text: x }"),
      { line: 3, column: 25 },
      /did you mean sudoCreateChatCompletion\?/,
    ],
    [
      "an unknown API",
      withRule("match: { api: [sudo, orq-proxi] }\n    outcome: { text: x }"),
      { pointer: "/rules/0/match/api/1", column: 26 },
      /did you mean orq-proxy\?/,
    ],
    [
      "an unknown error",
      withRule("outcome: { error: overloadd }"),
      { line: 3, column: 23 },
      /did you mean overloaded\?/,
    ],
    [
      "an unknown law",
      withRule("outcome: { text: x, violates: [usage.U9] }"),
      { pointer: "/rules/0/outcome/violates/0" },
      /Did you mean usage\.U1\?/,
    ],
    [
      "an unknown fault",
      withRule("outcome: { faults: [{ kind: stal, after: 1 }] }"),
      { pointer: "/rules/0/outcome/faults/0/kind" },
      /did you mean "stall"\?/,
    ],
    [
      "a pattern that is none",
      withRule('match: { model: { regex: "(a" } }\n    outcome: { text: x }'),
      { pointer: "/rules/0/match/model/regex", column: 30 },
      /linear time/,
    ],
    [
      "a schema that is none",
      withRule("match: { model: { schema: { type: strin } } }\n    outcome: { text: x }"),
      { pointer: "/rules/0/match/model/schema/type", column: 39 },
      /no JSON Schema: there is no type "strin"; did you mean string\?/,
    ],
    [
      "a key that stands twice",
      withRule("match: { model: m, model: n }\n    outcome: { text: x }"),
      { line: 3, column: 24, rule: "unreadable" },
      /the key "model" must stand once in a map, but it stands at 3:14 already/,
    ],
    [
      "an alias of nothing",
      withRule("match: { model: m }\n    outcome: *nothing"),
      { line: 4, column: 14, rule: "unreadable" },
      /nothing/,
    ],
    [
      "a swap in a short name",
      withRule("match: { operation: sudoCreateImage }\n    outcome: { reply: { data: [{ ulr: x }] } }"),
      { line: 4, column: 34, pointer: "/rules/0/outcome/reply/data/0/ulr" },
      /did you mean url\?/,
    ],
    [
      "a path with a value of another type",
      withRule('match: { family: chat }\n    outcome: { passthrough: { model: m, "choices[0].message.content": 5 } }'),
      { line: 4, pointer: "/rules/0/outcome/passthrough/choices[0].message.content" },
      /must be a string or null/,
    ],
    [
      "a misspelt keyword deep in a schema",
      withRule(
        'match: { body: { x: { schema: { properties: { "a/b": { minLenght: 2 } } } } } }\n    outcome: { text: x }',
      ),
      { pointer: "/rules/0/match/body/x/schema/properties/a~1b/minLenght", column: 60 },
      /no keyword "minLenght"; did you mean minLength\?/,
    ],
    [
      "a keyword of a schema with a wrong value",
      withRule("match: { model: { schema: { not: { required: a } } } }\n    outcome: { text: x }"),
      { pointer: "/rules/0/match/model/schema/not/required" },
      /required must be array/,
    ],
    [
      "a reply that breaks its schema",
      withRule("match: { family: chat }\n    outcome:\n      reply:\n        choices: [{ message: { content: 5 } }]"),
      { line: 6, column: 41, rule: "schema" },
      /must be a string or null/,
    ],
    [
      "a reply that breaks a law",
      withRule("match: { family: chat }\n    outcome:\n      reply: { usage: { total_tokens: 1 } }"),
      { line: 5, rule: "usage.U1" },
      /total_tokens must be/,
    ],
    [
      "a script that breaks a law",
      withRule(
        'match: { operation: sudoCreateChatCompletion }\n    outcome:\n      script:\n        - event: { choices: [{ index: 0, delta: { role: assistant, content: a }, finish_reason: null }] }\n        - data: "[DONE]"',
      ),
      { rule: "chat.C4" },
      /finish_reason/,
    ],
    [
      "a reply without an operation",
      withRule("outcome: { reply: { id: x } }"),
      { pointer: "/rules/0/outcome/reply" },
      /for which operation/,
    ],
    [
      "a text where there are no words",
      withRule("match: { operation: orqProxyCreateEmbedding }\n    outcome: { text: x }"),
      { pointer: "/rules/0/match" },
      /none of the operations/,
    ],
    [
      "two answers at once",
      withRule("match: { family: chat }\n    outcome: { error: overloaded, reply: { id: x } }"),
      { rule: "outcome" },
      /reply cannot stand beside error/,
    ],
    ["an outcome that says nothing", withRule("outcome: {}"), { pointer: "/rules/0/outcome" }, /at least 1 field/],
    [
      "a misspelt sequence",
      withRule("outcome: { sequnce: [{ text: x }] }"),
      { line: 3, column: 16 },
      /did you mean sequence\?/,
    ],
    [
      "a sequence beside an answer",
      withRule("outcome: { text: x, sequence: [{ text: y }] }"),
      { pointer: "/rules/0/outcome/text" },
      /not allowed here/,
    ],
    [
      "a status as a text",
      withRule("outcome: { error: '429' }"),
      { pointer: "/rules/0/outcome/error" },
      /as a number, 429/,
    ],
    [
      "a misspelt field of a body",
      withRule("match: { body: { 'messages[0].contnet': x } }\n    outcome: { text: y }"),
      { pointer: "/rules/0/match/body/messages[0].contnet" },
      /did you mean content\?/,
    ],
    [
      "a misspelt field of a reply",
      withRule("match: { family: chat }\n    outcome:\n      reply: { choices: [{ mesage: { content: x } }] }"),
      { line: 5, column: 28, pointer: "/rules/0/outcome/reply/choices/0/mesage" },
      /did you mean message\?/,
    ],
    [
      "a misspelt path of a reply",
      withRule("match: { family: chat }\n    outcome: { passthrough: { 'choices[0].finishReason': stop } }"),
      { rule: "schema", line: 4 },
      /did you mean finish_reason\?/,
    ],
    [
      "a misspelt field of an event",
      withRule(
        'match: { operation: sudoCreateChatCompletion }\n    outcome:\n      script:\n        - event: { choices: [{ index: 0, delta: { role: assistant, contents: a }, finish_reason: stop }] }\n        - data: "[DONE]"',
      ),
      { pointer: "/rules/0/outcome/script/0/event/choices/0/delta/contents" },
      /did you mean content\?/,
    ],
    ["a file that is empty", "# later\n", { rule: "unreadable" }, /no scenario in this file/],
    ["a tag that nobody knows", "name: !mine a\n", { rule: "unreadable", column: 7 }, /Unresolved tag/],
    [
      "a document behind another one",
      `${withRule("outcome: { text: x }")}---\nname: b\nrules: [{ outcome: { txt: x } }]\n`,
      { line: 6, column: 22 },
      /did you mean text\?/,
    ],
    [
      "a header that frames the message",
      withRule("outcome: { text: x, headers: { Content-Length: '3' } }"),
      { pointer: "/rules/0/outcome/headers/Content-Length" },
      /set by the server/,
    ],
    [
      "arguments that are no JSON",
      withRule("outcome: { toolCalls: [{ name: f, arguments: '{a' }] }"),
      { rule: "tools.A1" },
      /JSON object/,
    ],
    ["text that is no YAML", "name: a\nrules: [\n", { rule: "unreadable", line: 3 }, /no YAML/],
    [
      "an alias that grows without end",
      `name: a\nx: &a [1,1,1,1,1,1,1,1,1,1]\n${[..."bcdefg"].map((letter, index) => `${letter}: &${letter} [${Array(10).fill(`*${"abcdef"[index]}`)}]`).join("\n")}\n`,
      { rule: "unreadable" },
      /cannot be read/,
    ],
  ])("%s", (_name, text, place, message) => {
    const [finding] = findingsIn(text);
    expect(finding).toMatchObject(place);
    expect(finding?.source).toMatch(/a\.yaml$/);
    expect(finding?.message).toMatch(message);
  });
});

test("a field that is nobody's slip is one of the gateway's own; one that is a slip is sent on purpose only", () => {
  const reply = (more: string) => withRule(`match: { family: chat }\n    outcome: { reply: { x_region: eu${more} } }`);
  expect(findingsIn(reply(""))).toEqual([]);
  expect(findingsIn(reply(", chioces: 1"))).toMatchObject([{ rule: "schema" }]);
  expect(findingsIn(reply(", chioces: 1 }, violates: [schema], headers: { x-a: b"))).toEqual([]);
});

test("many wrong rules hide neither each other nor what is wrong beside them", () => {
  const rules = Array.from({ length: 50 }, () => "  - { match: { api: [5] }, outcome: { txt: x } }").join("\n");
  const found = findingsIn(`rules:\n${rules}\nname: 3\n`);
  expect([found.length, found.filter(({ pointer }) => pointer === "/name").length]).toEqual([101, 1]);
});

test("an anchor may be used by a thousand rules, each for a call of its own", () => {
  const rules = Array.from({ length: 1_000 }, (_, index) => `  - { match: { call: ${index + 2} }, outcome: *same }`);
  expect(findingsIn(withRule(`match: { call: 1 }\n    outcome: &same { text: x }\n${rules.join("\n")}`))).toEqual([]);
});

test("what is broken on purpose says which law, and only that is let through", () => {
  const broken = (violates: string) =>
    withRule(
      `match: { family: chat }\n    outcome:\n      reply: { usage: { total_tokens: 1 } }\n      violates: [${violates}]`,
    );
  expect(findingsIn(broken("usage.U1"))).toEqual([]);
  expect(findingsIn(broken("choices.N1"))).toMatchObject([{ rule: "usage.U1" }]);
});

test("all findings of all files come at once, and a tie names both places", () => {
  const other = "name: b\nrules:\n  - match: { model: m }\n    outcome: { text: x }\n  - outcome: { txt: x }\n";
  const found = findingsIn({ "a.yml": withRule("match: { model: m }\n    outcome: { text: y }"), "b.yaml": other });
  expect(found.map(({ rule, line }) => [rule, line])).toEqual([
    ["schema", 5],
    ["tie", 3],
  ]);
  expect(found[1]?.message).toMatch(/b\/rule-1 and a\/rule-1 \(.*a\.yml:3\)/);
});

test("names are unique: of scenarios in a folder, and of rules in a scenario", () => {
  const text = withRule(
    "name: one\n    match: { model: m }\n    outcome: { text: x }\n  - name: one\n    outcome: { text: y }",
  );
  expect(
    findingsIn({ "a.yaml": text, "b.json": '{"name":"a","rules":[{"outcome":{"text":"z"},"match":{"model":"n"}}]}' }),
  ).toMatchObject([
    { rule: "name", line: 6 },
    { rule: "name", source: expect.stringContaining("b.json") },
  ]);
});

test("a folder is read once, whatever its links lead to, and a file in UTF-8", () => {
  const folder = folderWith({ "a.yaml": withRule("outcome: { text: x }") });
  symlinkSync(".", join(folder, "self"));
  symlinkSync(`../${basename(folder)}`, join(folder, "up.yaml"));
  expect(readSources([folder]).sources).toHaveLength(1);
  writeFileSync(join(folder, "a.yaml"), Buffer.from(withRule("outcome: { text: café }"), "latin1"));
  expect(readSources([folder]).findings).toMatchObject([
    { rule: "unreadable", message: expect.stringMatching(/UTF-8/) },
  ]);
});

test("comments in JSON are told as such", () => {
  expect(findingsIn({ "a.json": '{ "about": "http://a//b",\n  // c\n  "name": "a", "rules": [] }' })).toMatchObject([
    { line: 2, column: 3, rule: "unreadable", message: expect.stringContaining("no comments") },
  ]);
});

test("a folder may hold JSON that is no scenario, and a path that leads nowhere is told", () => {
  const folder = folderWith({
    "recording.json": '{"request": {}}',
    "t.json": "{ // other\n}",
    "a.yaml": withRule("outcome: { text: x }"),
  });
  expect(readSources([folder]).sources).toHaveLength(1);
  expect(() => readSources([join(folder, "b.yaml")])).toThrow(/there is no such file or folder/);
  expect(() => readSources(["gatetwin:refusl"])).toThrow(/did you mean gatetwin:refusal\?/);
});

describe("the schema for editors", () => {
  test("is the one that is checked at load", async () => {
    const text = `${JSON.stringify(publishedSchema(), null, 2)}\n`;
    await expect(text).toMatchFileSnapshot("../../fixtures/scenarios/scenario.schema.json");
  });

  test("accepts what ships, and refuses what loading refuses", () => {
    const validate = new Ajv2020({ strict: false }).compile(publishedSchema());
    const { sources } = readSources(["fixtures/scenarios"]);
    expect(sources.length).toBeGreaterThan(13);
    for (const { value, name } of sources) expect([name, validate(value)]).toEqual([name, true]);
  });

  test.each([
    "{ txt: x }",
    "{ sequence: [{ txt: x }] }",
    "{ loop: true }",
    "{ error: 500, text: x }",
    "{ sequence: [{ error: 500, reply: {} }] }",
    "{ passthrough: true, finish: stop }",
    "{ refusal: no, text: x }",
  ])("refuses what loading refuses: %s", (outcome) => {
    const text = withRule(`match: { family: chat }\n    outcome: ${outcome}`);
    const validate = new Ajv2020({ strict: false }).compile(publishedSchema());
    expect(validate(readSources([folderWith({ "a.yaml": text })]).sources[0]?.value)).toBe(false);
    expect(findingsIn(text)).not.toEqual([]);
  });
});
