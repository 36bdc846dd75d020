import { describe, expect, test } from "vitest";
import { argumentsOf } from "../../../src/behaviours/text/arguments.ts";
import { mentionsOf } from "../../../src/behaviours/text/mentions.ts";
import { DIFFERENT_TEXTS, writeProse } from "../../../src/behaviours/text/prose.ts";
import { chooseTools } from "../../../src/behaviours/text/tools.ts";
import { topicOf } from "../../../src/behaviours/text/topic.ts";
import { createRandom } from "../../../src/lib/random.ts";
import { fit } from "./build-call.ts";

describe("the topic of a question", () => {
  test.each([
    ["What is the capital of France?", "the capital of France"],
    ["Please explain photosynthesis to me", "photosynthesis"],
    ["Hello!", "Hello"],
    ["Wie ist das Wetter in Köln?", "Wie ist das Wetter in Köln"],
    ["", undefined],
    ["?!", undefined],
  ])("of %j is %j", (given, want) => {
    expect(topicOf(given)).toBe(want);
  });
});

describe("what a question mentions", () => {
  test.each([
    [
      "names, not the first word of a sentence",
      "Compare the weather in New York and Paris.",
      { names: [{ text: "New York" }, { text: "Paris" }] },
    ],
    ["the first word for want of another name", "Paris weather?", { names: [{ text: "Paris" }] }],
    ["quotations", 'Translate "good morning" for me', { quotations: ["good morning"] }],
    ["numbers", "Add 2 and -3.5", { numbers: [{ value: 2 }, { value: -3.5 }] }],
  ])("%s", (_name, given, want) => {
    expect(mentionsOf(given)).toMatchObject(want);
  });
});

describe("prose", () => {
  const random = createRandom(1);

  test("speaks of the topic", () => {
    expect(writeProse("the tides", { random })).toContain("the tides");
  });

  test("differs for every choice of a call", () => {
    const texts = Array.from({ length: DIFFERENT_TEXTS }, (_, index) => writeProse("the tides", { random, index }));
    expect(new Set(texts).size).toBe(DIFFERENT_TEXTS);
  });

  test("is the same for the same seed", () => {
    expect(writeProse("tides", { random: createRandom(7) })).toBe(writeProse("tides", { random: createRandom(7) }));
  });
});

const tool = (name: string, parameters: unknown = {}, description = "") => ({
  name,
  description,
  parameters,
  param: `tools.${name}`,
});
const weather = tool("get_weather", { type: "object", properties: { city: { type: "string" } }, required: ["city"] });
const search = tool("searchDocuments", {}, "Looks through the handbook of the company.");

describe("the tools that a question calls", () => {
  test.each([
    ["one whose name it shares", "What's the weather in Rome?", { kind: "auto" as const }, ["get_weather"]],
    [
      "one whose description it shares",
      "What says the company handbook?",
      { kind: "auto" as const },
      ["searchDocuments"],
    ],
    ["several", "Search the documents for weather", { kind: "auto" as const }, ["searchDocuments", "get_weather"]],
    ["none when nothing fits", "Tell me a joke", { kind: "auto" as const }, []],
    ["none when none is allowed", "What's the weather?", { kind: "none" as const }, []],
    ["the one that is named", "Tell me a joke", { kind: "named" as const, name: "get_weather" }, ["get_weather"]],
    ["none for a name that was not offered", "Tell me a joke", { kind: "named" as const, name: "get_time" }, []],
  ])("%s", (_name, question, choice, want) => {
    const chosen = chooseTools(question, { tools: [weather, search], choice, isParallel: true }, createRandom(1));
    expect(chosen.map(({ name }) => name)).toEqual(want);
  });

  test("some tool when one is required", () => {
    const request = { tools: [weather, search], choice: { kind: "required" as const }, isParallel: true };
    expect(chooseTools("Tell me a joke", request, createRandom(1))).toHaveLength(1);
  });

  test("one at a time when calls may not be parallel", () => {
    const request = { tools: [weather, search], choice: { kind: "auto" as const }, isParallel: false };
    expect(chooseTools("Search the documents for weather", request, createRandom(1))).toHaveLength(1);
  });
});

describe("arguments say what the question says", () => {
  const make = (
    question: string,
    properties: Record<string, object>,
    more: { mayRepeat?: boolean; required?: string[] } = {},
  ) => {
    const parameters = { type: "object", properties, required: more.required ?? Object.keys(properties) };
    const options = { fit, random: createRandom(1), mayRepeat: more.mayRepeat ?? false };
    return argumentsOf(tool("t", parameters), question, options).map((text) => JSON.parse(text));
  };
  const text = { type: "string" };

  test.each([
    ["a name", "What's the weather in Paris?", { city: text }, { city: "Paris" }],
    ["names in order", "Fly from Oslo to Rome", { from: text, to: text }, { from: "Oslo", to: "Rome" }],
    [
      "an enum member",
      "In fahrenheit, please",
      { unit: { type: "string", enum: ["celsius", "fahrenheit"] } },
      { unit: "fahrenheit" },
    ],
    ["numbers", "Add 2 and 3", { a: { type: "number" }, b: { type: "integer" } }, { a: 2, b: 3 }],
    ["a quotation", 'Say "good night"', { phrase: text }, { phrase: "good night" }],
    ["the topic where a query is wanted", "Find books about whales", { query: text }, { query: "books about whales" }],
    [
      "nothing that is too long",
      "Go to Constantinople",
      { city: { type: "string", maxLength: 5 } },
      { city: expect.not.stringContaining("C") },
    ],
    ["nothing out of range", "Give me 900", { count: { type: "integer", maximum: 10 } }, { count: expect.any(Number) }],
    ["nothing where a pattern rules", "Go to Rome", { code: { type: "string", pattern: "^x$" } }, { code: "x" }],
  ])("%s", (_name, question, properties, want) => {
    expect(make(question, properties as Record<string, object>)).toEqual([want]);
  });

  test("an optional enum is filled in when the question names a member", () => {
    const properties = { city: text, unit: { type: "string", enum: ["celsius"] } };
    expect(make("Rome in celsius", properties, { required: ["city"] })).toEqual([{ city: "Rome", unit: "celsius" }]);
  });

  test("a tool that takes one name is called once per name", () => {
    expect(make("Weather in Rome and Oslo?", { city: text }, { mayRepeat: true })).toEqual([
      { city: "Rome" },
      { city: "Oslo" },
    ]);
  });

  test("a tool without parameters gets an empty object", () => {
    expect(argumentsOf(tool("t"), "Go", { fit, random: createRandom(1), mayRepeat: true })).toEqual(["{}"]);
  });
});
