/** Legacy text completions, as a guide tells them. */
import { describe, expect, test } from "vitest";
import { answer, apisOf, documenting, post, refusal, stream } from "../support/ask.ts";
import type { Json } from "../support/collect/json.ts";

const apis = apisOf("completions");
const ask = { model: "openai/gpt-3.5-turbo-instruct", prompt: "The tide at Saint-Malo" };
const textsOf = (body: Json): string[] => body.choices.map(({ text }: Json) => text);

describe.each(apis)("POST $path", (api) => {
  test("continues the prompt", async () => {
    const reply = await post(api.path, ask);
    expect(reply.body).toMatchObject({ object: "text_completion", model: ask.model, created: 1735689600 });
    expect(reply.body.id).toMatch(/^cmpl-\w{24}$/);
    expect(reply.headers["x-request-id"]).toMatch(/^req_\w{24}$/);
    expect(reply.body.choices).toHaveLength(1);
    expect(textsOf(reply.body)[0]).toMatch(/^ \S/);
  });

  test("writes 16 tokens unless max_tokens says otherwise", async () => {
    const { choices, usage } = await answer(api, ask);
    expect([choices[0].finish_reason, usage.completion_tokens]).toEqual(["length", 16]);
    const short = await answer(api, { ...ask, max_tokens: 3 });
    expect([short.choices[0].finish_reason, short.usage.completion_tokens]).toEqual(["length", 3]);
    const whole = await answer(api, { ...ask, max_tokens: 500 });
    expect(whole.choices[0].finish_reason).toBe("stop");
    expect(whole.usage.total_tokens).toBe(whole.usage.prompt_tokens + whole.usage.completion_tokens);
  });

  test.each([
    ["a text", "The tide", 1],
    ["several texts", ["The tide", "The moon", "The harbour"], 3],
    ["token ids", [464, 17855, 379], 1],
    ["several lists of token ids", [[464, 17855], [464]], 2],
  ])("prompt as %s has a choice for each", async (_name, prompt, count) => {
    const { choices } = await answer(api, { ...ask, prompt });
    expect(choices.map(({ index }: Json) => index)).toEqual(Array.from({ length: count }, (_, index) => index));
    expect(new Set(choices.map(({ text }: Json) => text)).size).toBe(count);
  });

  test("echo puts the prompt before each text", async () => {
    const prompt = ["The tide", "The moon"];
    const texts = textsOf(await answer(api, { ...ask, prompt, echo: true }));
    for (const [index, text] of texts.entries()) expect(text.startsWith(prompt[index] as string)).toBe(true);
    expect(textsOf(await answer(api, { ...ask, prompt, echo: true, max_tokens: 0 }))).toEqual(prompt);
  });

  test("n, which clients of the original API send, gives as many texts for each prompt", async () => {
    const { choices } = await answer(api, { ...ask, prompt: ["The tide", "The moon"], n: 2 });
    expect(choices).toHaveLength(4);
    const { status, error } = await refusal(api, { ...ask, n: 1_000_000 });
    expect([status, error.param]).toEqual([400, "prompt"]);
  });

  test.each([" tide", ["no such words", " tide"]])("stop %j ends the text there", async (stop) => {
    const { choices } = await answer(api, { ...ask, max_tokens: 500, stop });
    expect(choices[0].text).not.toContain(" tide");
    expect(choices[0].finish_reason).toBe("stop");
  });

  test("a stream tells the same texts piece by piece, and ends with [DONE]", async () => {
    const body = { ...ask, prompt: ["The tide of Brest", "The moon"], echo: true };
    const { usage, ...whole } = await answer(api, body);
    const { payloads, last, reply } = await stream(api, body);
    expect(payloads.length).toBeGreaterThan(10);
    expect(payloads.some((payload) => payload.usage)).toBe(false);
    expect([reply, last]).toEqual([whole, "[DONE]"]);
    const counted = await stream(api, { ...body, stream_options: { include_usage: true } });
    expect(counted.payloads.at(-1)).toMatchObject({ choices: [], usage });
  });
});

test.each(documenting(apis, "seed"))("$path: equal seeds have equal texts and fingerprints", async (api) => {
  const [one, again, other] = await Promise.all([1, 1, 2].map((seed) => answer(api, { ...ask, seed })));
  expect([again.system_fingerprint, textsOf(again)]).toEqual([one.system_fingerprint, textsOf(one)]);
  expect(other.system_fingerprint).not.toBe(one.system_fingerprint);
});

test.each(apis)("$path: what is no completion request is refused by name", async (api) => {
  const { prompt: _, ...noPrompt } = ask;
  const faults: [object, string][] = [
    [noPrompt, "prompt"],
    [{ ...ask, prompt: 7 }, "prompt"],
    [{ ...ask, stop: ["a", "b", "c", "d", "e"] }, "stop"],
    [{ ...ask, presence_penalty: 3 }, "presence_penalty"],
    [{ ...ask, stream: "yes" }, "stream"],
  ];
  for (const [body, param] of faults)
    expect(await refusal(api, body)).toMatchObject({ status: 400, error: { param, type: "invalid_request_error" } });
});
