import { describe, expect, test } from "vitest";
import type { Json } from "../../support/collect/json.ts";
import { answer, ask, faultsOf, RESPONSE_OPERATIONS } from "../text/build-call.ts";

const question = { model: "openai/gpt-4o", input: "What is the capital of France?" };
const weather = {
  type: "function",
  name: "get_weather",
  description: "The weather of a city",
  parameters: { type: "object", properties: { city: { type: "string" } }, required: ["city"] },
};
const asksWeather = { model: "openai/gpt-4o", input: "How is the weather in Paris?", tools: [weather] };

describe.each(RESPONSE_OPERATIONS)("%s", (operationId) => {
  const respond = (body: object) => answer(operationId, { ...question, ...body });
  const itemsOf = (body: Json): string[] => body.output.map(({ type }: Json) => type);

  test("answers with a message and the same text in output_text", async () => {
    const body = await respond({});
    expect(body).toMatchObject({
      object: "response",
      status: "completed",
      error: null,
      incomplete_details: null,
      created_at: 1735689600,
    });
    expect(itemsOf(body)).toEqual(["message"]);
    expect(body.output[0]).toMatchObject({
      role: "assistant",
      status: "completed",
      content: [{ type: "output_text", annotations: [] }],
    });
    expect(body.output_text).toBe(body.output[0].content[0].text);
    expect(body.output_text).toContain("the capital of France");
    expect(faultsOf(operationId, body)).toEqual([]);
  });

  test.each([
    ["items", [{ role: "user", content: "What is the capital of France?" }]],
    ["parts", [{ role: "user", content: [{ type: "input_text", text: "What is the capital of France?" }] }]],
  ])("reads input written as %s", async (_name, input) => {
    expect((await respond({ input })).output_text).toContain("the capital of France");
  });

  test("repeats what was asked for", async () => {
    const asked = {
      instructions: "Be brief.",
      temperature: 0.2,
      top_p: 0.5,
      max_output_tokens: 500,
      metadata: { team: "a" },
      store: false,
      parallel_tool_calls: false,
      tools: [weather],
      tool_choice: "none",
      text: { format: { type: "text" } },
    };
    expect(await respond(asked)).toMatchObject(asked);
  });

  test("says which defaults it used", async () => {
    expect(await respond({})).toMatchObject({
      instructions: null,
      temperature: 1,
      top_p: 1,
      metadata: {},
      store: true,
      parallel_tool_calls: true,
      tools: [],
      tool_choice: "auto",
      previous_response_id: null,
      text: { format: { type: "text" } },
    });
  });

  test("max_output_tokens leaves the response incomplete", async () => {
    const body = await respond({ max_output_tokens: 4 });
    expect(body).toMatchObject({
      status: "incomplete",
      incomplete_details: { reason: "max_output_tokens" },
      output: [{ type: "message", status: "incomplete" }],
      usage: { output_tokens: 4 },
    });
    expect(faultsOf(operationId, body)).toEqual([]);
  });

  test("a question about a function calls it", async () => {
    const body = await answer(operationId, asksWeather);
    expect(body.output).toEqual([
      {
        type: "function_call",
        id: expect.stringMatching(/^fc_/),
        call_id: expect.stringMatching(/^call_/),
        name: "get_weather",
        arguments: '{"city":"Paris"}',
        status: "completed",
      },
    ]);
    expect(faultsOf(operationId, body)).toEqual([]);
  });

  test.each([
    ["none", "none", ["message"]],
    ["required", "required", ["function_call"]],
    ["a function", { type: "function", name: "get_weather" }, ["function_call"]],
    ["a hosted tool that was not offered", { type: "file_search" }, ["message"]],
  ])("tool_choice %s", async (_name, tool_choice, want) => {
    const body = await answer(operationId, { ...asksWeather, tool_choice });
    expect(itemsOf(body)).toEqual(want);
    expect(faultsOf(operationId, body)).toEqual([]);
  });

  test("after the output of a function the answer is text that uses it", async () => {
    const input = [
      { role: "user", content: "How is the weather in Paris?" },
      {
        type: "function_call",
        id: "fc_1",
        call_id: "call_1",
        name: "get_weather",
        arguments: "{}",
        status: "completed",
      },
      { type: "function_call_output", call_id: "call_1", output: '{"temperature":21}' },
    ];
    const body = await answer(operationId, { ...asksWeather, input });
    expect(itemsOf(body)).toEqual(["message"]);
    expect(body.output_text).toContain("temperature 21");
  });

  test("web search is a call and a message that cites a page", async () => {
    const body = await respond({ tools: [{ type: "web_search_preview" }] });
    expect(itemsOf(body)).toEqual(["web_search_call", "message"]);
    const [{ text, annotations }] = body.output[1].content;
    expect(annotations).toEqual([
      expect.objectContaining({ type: "url_citation", title: "Example: the capital of France" }),
    ]);
    expect(text.slice(annotations[0].start_index, annotations[0].end_index)).toContain(annotations[0].url);
    expect(faultsOf(operationId, body)).toEqual([]);
  });

  test("file search is a call and a message that cites a file; include shows the results", async () => {
    const tools = [{ type: "file_search", vector_store_ids: ["vs_1"] }];
    const silent = await respond({ tools });
    expect(itemsOf(silent)).toEqual(["file_search_call", "message"]);
    expect(silent.output[0]).toMatchObject({ queries: ["the capital of France"], results: null });
    const body = await respond({ tools, include: ["file_search_call.results"] });
    const [{ file_id, filename }] = body.output[0].results;
    expect(body.output[1].content[0].annotations).toEqual([
      expect.objectContaining({ type: "file_citation", file_id, filename }),
    ]);
    expect(faultsOf(operationId, body)).toEqual([]);
  });

  test.each([
    ["json_object", { type: "json_object" }, { topic: "the capital of France", answer: expect.any(String) }],
    [
      "json_schema",
      {
        type: "json_schema",
        name: "answer",
        schema: { type: "object", properties: { capital: { const: "Paris" } }, required: ["capital"] },
      },
      { capital: "Paris" },
    ],
  ])("text.format %s", async (_name, format, want) => {
    const body = await respond({ text: { format } });
    expect(JSON.parse(body.output_text)).toEqual(want);
    expect(body.text.format).toEqual(format);
    expect(faultsOf(operationId, body)).toEqual([]);
  });

  test("a schema that nothing fits is refused by name", async () => {
    const format = { type: "json_schema", name: "x", schema: { not: {} } };
    expect(await ask(operationId, { ...question, text: { format } })).toMatchObject({
      kind: "refusal",
      problem: { status: 400, param: "text.format.schema" },
    });
  });

  test("reasoning costs tokens, and is an item when its content is asked for", async () => {
    const counted = await respond({ reasoning: { effort: "high" } });
    expect(counted.usage.output_tokens_details.reasoning_tokens).toBeGreaterThan(0);
    expect(counted.reasoning).toMatchObject({ effort: "high" });
    expect(itemsOf(counted)).toEqual(["message"]);
    const body = await respond({ reasoning: { effort: "high" }, include: ["reasoning.encrypted_content"] });
    expect(itemsOf(body)).toEqual(["reasoning", "message"]);
    expect(body.output[0]).toMatchObject({
      summary: [{ type: "summary_text" }],
      encrypted_content: expect.any(String),
    });
    expect(faultsOf(operationId, body)).toEqual([]);
  });

  test("include message.output_text.logprobs has one entry per token", async () => {
    const body = await respond({ include: ["message.output_text.logprobs"] });
    const [{ text, logprobs }] = body.output[0].content;
    expect(logprobs.map(({ token }: Json) => token).join("")).toBe(text);
    expect(faultsOf(operationId, body)).toEqual([]);
  });

  test("usage adds up", async () => {
    const { usage } = await respond({ reasoning: { effort: "low" }, instructions: "Be brief." });
    expect(usage.total_tokens).toBe(usage.input_tokens + usage.output_tokens);
  });
});

describe("previous_response_id", () => {
  test("that the world does not know is refused", async () => {
    expect(await ask("orqProxyCreateResponse", { ...question, previous_response_id: "resp_0" })).toMatchObject({
      kind: "refusal",
      problem: { status: 400, param: "previous_response_id", code: "previous_response_not_found" },
    });
  });
});
