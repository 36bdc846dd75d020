/** Tools of chat completions: which are called, with which arguments, and what follows on their answers. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Schema } from "../../src/contract/schema-object.ts";
import { type Api, accepts, answer, apisOf, documenting, refusal, stream } from "../support/ask.ts";
import { CALLER_SCHEMAS, faultsOf, IMPOSSIBLE_SCHEMAS } from "../support/caller-schemas.ts";
import type { Json } from "../support/collect/json.ts";
import { jsonValue, schemaAround } from "../synthesis/arbitrary-schema.ts";
import { buildJudge } from "../synthesis/judge.ts";

const withTools = documenting(apisOf("chat"), "tools", "tool_choice", "parallel_tool_calls");

const toolOf = (name: string, description: string, parameters: object) => ({
  type: "function",
  function: { name, description, parameters },
});
const weather = toolOf("get_weather", "The current weather of a city.", {
  type: "object",
  properties: { city: { type: "string" }, unit: { type: "string", enum: ["celsius", "fahrenheit"] } },
  required: ["city", "unit"],
  additionalProperties: false,
});
const tide = toolOf("get_tide", "When the tide is high in a port.", {
  type: "object",
  properties: { port: { type: "string" }, days: { type: "integer", minimum: 1, maximum: 7 } },
  required: ["port", "days"],
  additionalProperties: false,
});
const tools = [weather, tide];

const user = (content: string) => ({ role: "user", content });
const ask = (content: string, more: object = {}) => ({
  model: "openai/gpt-4o",
  messages: [user(content)],
  tools,
  ...more,
});
const WEATHER = "What is the weather in Paris, in celsius?";
const GREETING = "Please write a short poem.";

const firstOf = async (api: Api, body: object): Promise<Json> => (await answer(api, body)).choices[0];
const callsOf = (choice: Json): Json[] => choice.message.tool_calls ?? [];
const named = (name: string) => ({ type: "function", function: { name } });

/** Each call names a tool that was offered, with arguments that fit it. */
function expectFitting(calls: readonly Json[]): void {
  for (const { id, type, function: called } of calls) {
    const offered = tools.find((tool) => tool.function.name === called.name);
    expect([id, type]).toEqual([expect.stringMatching(/^call_\w+$/), "function"]);
    expect(faultsOf(offered?.function.parameters as object, called.arguments)).toEqual([]);
  }
}

describe.each(withTools)("$path with tools", (api) => {
  test("auto, and nothing said, calls the tool that the question is about", async () => {
    for (const more of [{}, { tool_choice: "auto" }]) {
      const choice = await firstOf(api, ask(WEATHER, more));
      expect(choice.finish_reason).toBe("tool_calls");
      expect(choice.message.content).toBeNull();
      expectFitting(callsOf(choice));
      expect(callsOf(choice).map(({ function: called }) => [called.name, JSON.parse(called.arguments)])).toEqual([
        ["get_weather", { city: "Paris", unit: "celsius" }],
      ]);
    }
  });

  test("auto answers in words what no tool is about", async () => {
    const choice = await firstOf(api, ask(GREETING));
    expect([choice.finish_reason, callsOf(choice)]).toEqual(["stop", []]);
    expect(choice.message.content).toContain("poem");
  });

  test("none calls nothing", async () => {
    const choice = await firstOf(api, ask(WEATHER, { tool_choice: "none" }));
    expect([choice.finish_reason, callsOf(choice)]).toEqual(["stop", []]);
  });

  test("required calls a tool whatever the question", async () => {
    const choice = await firstOf(api, ask(GREETING, { tool_choice: "required" }));
    expect(choice.finish_reason).toBe("tool_calls");
    expect(callsOf(choice)).toHaveLength(1);
    expectFitting(callsOf(choice));
  });

  test("a named tool is the one that is called", async () => {
    for (const name of ["get_tide", "get_weather"]) {
      const choice = await firstOf(api, ask(GREETING, { tool_choice: named(name) }));
      expect(choice.finish_reason).toBe("tool_calls");
      expect(callsOf(choice).map(({ function: called }) => called.name)).toEqual([name]);
      expectFitting(callsOf(choice));
    }
  });

  test("parallel calls are several where the question asks several things, and one where they are forbidden", async () => {
    const question = "What is the weather in Paris, and when is high tide in the port of Brest?";
    const many = callsOf(await firstOf(api, ask(question)));
    expect(many.map(({ function: called }) => called.name).sort()).toEqual(["get_tide", "get_weather"]);
    expect(new Set(many.map(({ id }) => id)).size).toBe(2);
    expectFitting(many);
    expect(callsOf(await firstOf(api, ask(question, { parallel_tool_calls: false })))).toHaveLength(1);
  });

  test("the answer of a tool is put into words", async () => {
    const called = { id: "call_1", type: "function", function: { name: "get_weather", arguments: '{"city":"Paris"}' } };
    const messages = [
      user(WEATHER),
      { role: "assistant", content: null, tool_calls: [called] },
      { role: "tool", tool_call_id: "call_1", content: '{"temperature":21,"sky":"clear"}' },
    ];
    // orq says null of no content as an absent field.
    const spoken =
      api.base === "/v1" ? messages : messages.with(1, { role: "assistant", tool_calls: [called] } as never);
    const choice = await firstOf(api, ask(WEATHER, { messages: spoken }));
    expect([choice.finish_reason, callsOf(choice)]).toEqual(["stop", []]);
    expect(choice.message.content).toContain("21");
    expect(choice.message.content).toContain("clear");
  });

  test("a stream tells each call under its index, name and id first, and adds up to the JSON answer", async () => {
    const body = ask("How is the weather in Paris, and the tide in the port of Brest?");
    const whole = await answer(api, body);
    const { payloads, reply } = await stream(api, body);
    const deltas: Json[] = payloads.flatMap(({ choices }) => choices[0].delta.tool_calls ?? []);
    expect([...new Set(deltas.map(({ index }) => index))]).toEqual([0, 1]);
    for (const index of [0, 1]) {
      const [opening] = deltas.filter((delta) => delta.index === index);
      expect(opening).toMatchObject({ id: expect.stringMatching(/^call_/), type: "function" });
      expect(opening.function.name).toMatch(/^get_/);
    }
    expect(reply.choices).toEqual(whole.choices);
    expect(payloads.at(-1).choices[0].finish_reason).toBe("tool_calls");
  });

  test("every one of n choices calls", async () => {
    const { choices } = await answer(api, ask(WEATHER, { n: 3 }));
    for (const choice of choices) expect(choice.finish_reason).toBe("tool_calls");
    expect(new Set(choices.flatMap(callsOf).map(({ id }: Json) => id)).size).toBe(3);
  });

  const demanding = (parameters: object) =>
    ask(GREETING, { tools: [toolOf("anything", "Anything.", parameters)], tool_choice: named("anything") });
  // orq takes only parameters that are an object with properties.
  const taken = CALLER_SCHEMAS.filter(([, parameters]) => accepts(api, demanding(parameters)));
  const untaken = CALLER_SCHEMAS.filter(([, parameters]) => !accepts(api, demanding(parameters)));

  test.each(taken)("arguments for parameters with %s", async (_name, parameters) => {
    const [call] = callsOf(await firstOf(api, demanding(parameters)));
    expect(faultsOf(parameters, call.function.arguments), call.function.arguments).toEqual([]);
    const { reply } = await stream(api, demanding(parameters));
    expect(callsOf(reply.choices[0])[0].function).toEqual(call.function);
  });

  test("parameters that the API does not take are refused by their place", async () => {
    for (const [, parameters] of untaken) {
      const { status, error } = await refusal(api, demanding(parameters));
      expect([status, error.message]).toEqual([400, expect.stringContaining("tools[0].function.parameters")]);
    }
    expect(taken.length).toBeGreaterThan(15);
  });

  test.each(IMPOSSIBLE_SCHEMAS)("parameters with %s are refused with their place", async (_name, parameters) => {
    const impossible = toolOf("impossible", "Cannot be called.", parameters);
    const body = ask(GREETING, { tools: [weather, impossible], tool_choice: named("impossible") });
    const { status, error } = await refusal(api, body);
    expect([status, error.message]).toEqual([400, expect.stringContaining("tools[1].function.parameters")]);
  });

  test("a tool without parameters is called with an empty object", async () => {
    const bare = { type: "function", function: { name: "refresh" } };
    const [call] = callsOf(await firstOf(api, ask(GREETING, { tools: [bare], tool_choice: "required" })));
    expect(JSON.parse(call.function.arguments)).toEqual({});
  });
});

/** Parameters as most tools have them, which the words of a question can go into. */
const plainProperty = fc.oneof(
  fc.record({ type: fc.constant("string"), minLength: fc.nat(12) }, { requiredKeys: ["type"] }),
  fc.record({ type: fc.constant("string"), maxLength: fc.nat(12) }, { requiredKeys: ["type"] }),
  fc.record({ type: fc.constant("string"), enum: fc.constant(["Paris", "rome", "new york", ""]) }),
  fc.record({ type: fc.constantFrom("integer", "number"), minimum: fc.integer({ min: -9, max: 9 }) }),
  fc.record({ type: fc.constantFrom("integer", "number"), maximum: fc.integer({ min: -9, max: 9 }) }),
  fc.record({ type: fc.constant("integer"), multipleOf: fc.integer({ min: 2, max: 5 }) }),
  fc.constantFrom(
    { type: "boolean" },
    { type: "array", items: { type: "string" } },
    { type: "string", format: "date" },
  ),
);
const plainParameters = fc
  .dictionary(fc.constantFrom("city", "query", "count", "unit", "to", "title"), plainProperty, {
    noNullPrototype: true,
  })
  .chain((properties) =>
    fc.subarray(Object.keys(properties)).map((required) => ({ type: "object", properties, required })),
  );
const questions = fc.constantFrom(
  "Anything for Ada Lovelace in Paris, Rome and New York, 7 times?",
  'Anything called "Über 😀 allen Gipfeln" or "" at -3.5 degrees?',
  "¿Anything? 東京 12 ВЕСНА",
);

test("whatever parameters some value fits, and whatever is asked, the arguments fit", { timeout: 60_000 }, async () => {
  const around = jsonValue
    .chain((value) => schemaAround(value))
    .map((inner) => ({ type: "object", properties: { inner }, required: ["inner"] }));
  const paths = fc.constantFrom(...withTools.map(({ path }) => path));
  await fc.assert(
    fc.asyncProperty(paths, fc.oneof(around, plainParameters), questions, async (path, parameters, question) => {
      const api = withTools.find((each) => each.path === path) as Api;
      const offered = [toolOf("anything", "Anything.", parameters)];
      const choice = await firstOf(api, ask(question, { tools: offered, tool_choice: "required" }));
      expect(callsOf(choice).length).toBeGreaterThan(0);
      for (const { function: called } of callsOf(choice)) {
        expect(buildJudge(parameters as Schema)(JSON.parse(called.arguments))).toBeUndefined();
      }
    }),
    { numRuns: 120, seed: 20250101 },
  );
});
