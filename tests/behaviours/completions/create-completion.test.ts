import { describe, expect, test } from "vitest";
import { scripts } from "../../../src/behaviours/text-behaviours.ts";
import { collectCompletion } from "../../../src/sse/collect/completions.ts";
import type { Json } from "../../support/collect/json.ts";
import { told } from "../../support/collect/payloads.ts";
import { answer, ask, faultsOf } from "../text/build-call.ts";

const OPERATION = "orqProxyCreateCompletion";
const complete = (body: object) =>
  answer(OPERATION, { model: "openai/gpt-3.5-turbo-instruct", prompt: "The history of tea", ...body });

describe("a text completion", () => {
  test("continues the prompt for 16 tokens by default", async () => {
    const body = await complete({});
    expect(body).toMatchObject({
      object: "text_completion",
      model: "openai/gpt-3.5-turbo-instruct",
      choices: [{ index: 0, text: expect.stringMatching(/^ \w/), finish_reason: "length" }],
      usage: { prompt_tokens: 4, completion_tokens: 16, total_tokens: 20 },
    });
    expect(faultsOf(OPERATION, body)).toEqual([]);
  });

  test("ends by itself when it may be as long as it likes", async () => {
    expect(await complete({ max_tokens: 500 })).toMatchObject({ choices: [{ finish_reason: "stop" }] });
  });

  test("echo puts the prompt before it", async () => {
    const [echoed, plain] = [await complete({ echo: true }), await complete({})];
    expect(echoed.choices[0].text).toMatch(/^The history of tea /);
    expect(echoed.usage.completion_tokens).toBe(plain.usage.completion_tokens);
  });

  test("no tokens and echo give the prompt back", async () => {
    expect(await complete({ echo: true, max_tokens: 0 })).toMatchObject({
      choices: [{ text: "The history of tea", finish_reason: "length" }],
    });
  });

  test.each([
    ["a text", "tea"],
    ["a list", ["zzz", "tea"]],
  ])("stop as %s ends it before the sequence", async (_name, stop) => {
    const [choice] = (await complete({ stop, max_tokens: 500 })).choices;
    expect(choice.finish_reason).toBe("stop");
    expect(choice.text).not.toContain("tea");
  });

  test.each([
    ["several texts", ["One", "Two", "Three"], 3, 3],
    ["the tokens of one prompt", [5, 6, 7, 8], 1, 4],
    ["the tokens of several prompts", [[5], [6, 7]], 2, 3],
  ])("a prompt of %s", async (_name, prompt, choices, prompt_tokens) => {
    const body = await complete({ prompt });
    expect(body.choices.map(({ index }: Json) => index)).toEqual(Array.from({ length: choices }, (_, index) => index));
    expect(body.usage.prompt_tokens).toBe(prompt_tokens);
  });

  test("n gives so many texts for each prompt", async () => {
    const { choices } = await complete({ prompt: ["One", "Two"], n: 2, max_tokens: 100 });
    expect(new Set(choices.map(({ text }: Json) => text)).size).toBe(4);
  });

  test("more texts than one call can have are refused", async () => {
    expect(await ask(OPERATION, { model: "m", prompt: "a", n: 1e9 })).toMatchObject({
      kind: "refusal",
      problem: { status: 400 },
    });
  });
});

describe("its stream", () => {
  test("folds into the reply again, each piece with its reason", async () => {
    const reply = await complete({ prompt: ["One", "Two"], echo: true });
    const { payloads, sentinels } = told(scripts.completions(reply, { includeUsage: true }));
    expect(collectCompletion(payloads)).toEqual(reply);
    expect(sentinels).toEqual(["[DONE]"]);
    for (const payload of payloads as Json[]) {
      expect(faultsOf(OPERATION, payload, "text/event-stream")).toEqual([]);
      for (const choice of payload.choices) expect(choice.finish_reason).toBe("length");
    }
  });

  test("tells the usage only when asked", async () => {
    const { payloads } = told(scripts.completions(await complete({})));
    expect(payloads.some((payload) => "usage" in payload)).toBe(false);
  });
});
