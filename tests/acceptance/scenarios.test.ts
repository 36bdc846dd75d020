/** Scenarios as a guide tells them: what a rule can answer, on every API, as JSON and as a stream. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Outcome, Scenario } from "../../src/scenario/scenario.ts";
import type { Json } from "../support/collect/json.ts";
import { bodyFor, CHAT, CHATS, COMPLETIONS, RESPONSES, twinWith, wordsOf } from "../support/scripted.ts";
import { serve } from "../support/serve.ts";

const always = (outcome: Outcome): Scenario[] => [{ name: "guide", rules: [{ name: "always", outcome }] }];
const tool = { type: "object", properties: { city: { type: "string" } }, required: ["city"] };
const offering = (path: string): Json =>
  path.endsWith("responses")
    ? { ...bodyFor(path), tools: [{ type: "function", name: "get_weather", parameters: tool, strict: false }] }
    : { ...bodyFor(path), tools: [{ type: "function", function: { name: "get_weather", parameters: tool } }] };

describe.each([...CHATS, ...RESPONSES, COMPLETIONS])("POST %s", (path) => {
  test("a text is what the model says, as JSON and as a stream, and is counted", async () => {
    const text = "High tide is at 06:42, and again at 19:05.";
    const { answer, stream } = twinWith(always({ text }));
    const body = await answer(path);
    expect(wordsOf(body)).toBe(text);
    const { usage } = body;
    const [asked, written] = [
      usage.prompt_tokens ?? usage.input_tokens,
      usage.completion_tokens ?? usage.output_tokens,
    ];
    expect([usage.total_tokens - asked, written > 8]).toEqual([written, true]);
    expect(wordsOf((await stream(path)).reply)).toBe(text);
  });

  test("the limits of the request still hold", async () => {
    const { answer } = twinWith(always({ text: "one two three four five six seven" }));
    // The least that the responses APIs take is 16.
    const limit = path.endsWith("responses") ? { max_output_tokens: 16 } : { max_tokens: 3 };
    const { answer: long } = twinWith(always({ text: { tokens: 200 } }));
    const body = path.endsWith("responses")
      ? await long(path, { ...bodyFor(path), ...limit })
      : await answer(path, { ...bodyFor(path), ...limit });
    if (path.endsWith("responses")) {
      expect([body.status, body.usage.output_tokens]).toEqual(["incomplete", 16]);
    } else {
      expect(wordsOf(body)).toBe("one two three");
      expect(body.choices[0].finish_reason).toBe("length");
    }
  });

  test("an error comes in the envelope of the gateway", async () => {
    const { post } = twinWith(always({ error: { name: "rate_limit_exceeded", retryAfter: 7 } }));
    const reply = await post(path, bodyFor(path));
    expect([reply.status, reply.headers["retry-after"]]).toEqual([429, "7"]);
    expect(reply.body.error).toMatchObject({
      type: "rate_limit_error",
      message: "Too many requests. Try again later.",
    });
  });
});

describe.each([...CHATS, ...RESPONSES])("POST %s", (path) => {
  const callOf = (body: Json): Json =>
    body.output?.find(({ type }: Json) => type === "function_call") ?? body.choices[0].message.tool_calls[0].function;

  test("tool calls are made with the arguments that are given", async () => {
    const { answer, stream } = twinWith(
      always({ toolCalls: [{ name: "get_weather", arguments: { city: "Saint-Malo" } }] }),
    );
    for (const body of [await answer(path, offering(path)), (await stream(path, offering(path))).reply]) {
      expect(callOf(body)).toMatchObject({ name: "get_weather", arguments: '{"city":"Saint-Malo"}' });
      if (body.choices) expect(body.choices[0].finish_reason).toBe("tool_calls");
    }
  });

  test("toolCalls: any makes calls that fit whatever the request offers", async () => {
    const { answer } = twinWith(always({ toolCalls: "any" }));
    const body = await answer(path, offering(path));
    expect(callOf(body).name).toBe("get_weather");
    expect(typeof JSON.parse(callOf(body).arguments).city).toBe("string");
    if (body.output) expect(body.tool_choice).toBe("auto");
  });

  test("a refusal stands in the field that the API has for it", async () => {
    const { answer, stream } = twinWith(always({ refusal: "I would rather not." }));
    for (const body of [await answer(path), (await stream(path)).reply]) {
      const said = body.output ? body.output[0].content[0].refusal : body.choices[0].message.refusal;
      expect(said).toBe("I would rather not.");
    }
  });
});

test("a text goes to every choice, with its likelihoods", async () => {
  const { answer } = twinWith(always({ text: "High tide." }));
  const body = await answer(CHAT, { ...bodyFor(CHAT), n: 2, logprobs: true, top_logprobs: 2 });
  for (const choice of body.choices) {
    expect(choice.message.content).toBe("High tide.");
    expect(choice.logprobs.content.map(({ token }: Json) => token).join("")).toBe("High tide.");
  }
});

test("a reply says only what matters; the rest is generated, and the usage is counted", async () => {
  const rules = [
    {
      match: { family: "chat" },
      outcome: {
        reply: {
          system_fingerprint: "fp_tide",
          choices: [{ message: { content: "Noon." } }],
          usage: { prompt_tokens: 1000 },
        },
      },
    },
  ];
  const { answer, stream } = twinWith([{ name: "guide", rules }]);
  const body = await answer(CHAT);
  expect(body).toMatchObject({ system_fingerprint: "fp_tide", model: "openai/gpt-4o-mini" });
  expect(body.choices[0]).toMatchObject({ finish_reason: "stop", message: { role: "assistant", content: "Noon." } });
  expect(body.usage).toMatchObject({ prompt_tokens: 1000, completion_tokens: 2, total_tokens: 1002 });
  const { reply } = await stream(CHAT);
  expect(reply.choices[0].message.content).toBe("Noon.");
});

test("a reply can be said for every operation, not only those that talk", async () => {
  const rules = [
    {
      match: { operation: "orqProxyCreateModeration" },
      outcome: { reply: { results: [{ flagged: false }] }, headers: { "X-Shard": "blue" } },
    },
  ];
  const { post } = twinWith([{ name: "guide", rules }]);
  const reply = await post("/v2/proxy/moderations", { model: "omni-moderation", input: "Good morning." });
  expect([reply.status, reply.headers["x-shard"], reply.body.results[0].flagged]).toEqual([200, "blue", false]);
});

test("passthrough answers as generated, but for the paths that are replaced", async () => {
  const plain = await twinWith([]).answer(CHAT);
  const same = await twinWith(always({ passthrough: true })).answer(CHAT);
  expect(same).toEqual(plain);
  const { answer } = twinWith([
    {
      name: "guide",
      rules: [{ match: { family: "chat" }, outcome: { passthrough: { "choices[0].message.content": "Noon." } } }],
    },
  ]);
  expect(await answer(CHAT)).toEqual({
    ...plain,
    choices: [{ ...plain.choices[0], message: { ...plain.choices[0].message, content: "Noon." } }],
  });
});

test("a sequence goes from call to call of one token, and its last outcome stays", async () => {
  const { answer } = twinWith([
    { name: "guide", rules: [{ outcome: { sequence: [{ text: "one" }, { text: "two" }] } }] },
  ]);
  const said = [];
  for (let call = 0; call < 3; call++) said.push(wordsOf(await answer(CHAT)));
  expect(said).toEqual(["one", "two", "two"]);
  expect(wordsOf(await answer(CHAT, bodyFor(CHAT), { authorization: "Bearer other" }))).toBe("one");
});

test("a script is the stream, event by event; calls without a stream are answered as ever", async () => {
  const chunk = (delta: object, finish_reason: string | null = null) => ({
    event: { choices: [{ index: 0, delta, finish_reason }] },
  });
  const script = [
    chunk({ role: "assistant", content: "" }),
    chunk({ content: "High " }),
    { wait: 5 },
    chunk({ content: "tide" }),
    chunk({}, "stop"),
    { data: "[DONE]" },
  ];
  const { stream, answer } = twinWith([{ name: "guide", rules: [{ match: { family: "chat" }, outcome: { script } }] }]);
  const { payloads, data, reply } = await stream(CHAT);
  expect([payloads.length, data.at(-1), reply.choices[0].message.content]).toEqual([4, "[DONE]", "High tide"]);
  expect(new Set(payloads.map(({ id, object, model }) => `${id} ${object} ${model}`)).size).toBe(1);
  expect(wordsOf(await answer(CHAT))).not.toBe("High tide");
});

test("faults and pace of an outcome are those of its answers", async () => {
  const { post, journal } = twinWith(always({ faults: [{ kind: "missing-sentinel" }], pace: { firstEventMs: 1 } }));
  const { text } = await post(CHAT, { ...bodyFor(CHAT), stream: true });
  expect(text).not.toContain("[DONE]");
  expect((await journal())[0]).toMatchObject({ rule: "guide/always" });
});

test("what a scenario said is what the twin remembers", async () => {
  const { answer, handler } = twinWith(always({ text: "High tide is at noon." }));
  const { id } = await answer(CHAT, { ...bodyFor(CHAT), store: true });
  const request = (await import("supertest")).default;
  const kept = await request(handler).get(`${CHAT}/${id}`).set("authorization", "Bearer guide");
  expect(wordsOf(kept.body)).toBe("High tide is at noon.");
  const call = { toolCalls: [{ name: "get_weather", arguments: { city: "Saint-Malo" }, id: "call_42" }] };
  const [path = ""] = RESPONSES;
  const twin = twinWith([{ name: "guide", rules: [{ match: { toolResult: false }, outcome: call }] }]);
  const first = await twin.answer(path, offering(path));
  const result = [{ type: "function_call_output", call_id: "call_42", output: "Sunny." }];
  expect(await twin.answer(path, { ...offering(path), input: result, previous_response_id: first.id })).toMatchObject({
    status: "completed",
  });
});

test("what breaks a law on purpose says so, and is sent", async () => {
  const rules = [
    {
      match: { family: "chat" },
      outcome: {
        reply: { usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 9 } },
        violates: ["usage.U1"],
      },
    },
  ];
  const { answer } = twinWith([{ name: "guide", rules }]);
  expect((await answer(CHAT)).usage.total_tokens).toBe(9);
});

test("an answer that does not fit what was asked is told with the rule that said it", async () => {
  const told: unknown[] = [];
  const rules = [{ name: "prose", match: { family: "chat" }, outcome: { text: "At noon." } }];
  const { answer } = twinWith([{ name: "tides", rules }], {
    onViolation: (id, [violation], rule) => told.push([id, violation?.keyword, rule]),
  });
  await answer(CHAT, { ...bodyFor(CHAT), response_format: { type: "json_object" } });
  expect(told).toEqual([["sudoCreateChatCompletion", "format.J1", "tides/prose"]]);
});

test("a rule for a model decides about that attempt of a routed call", async () => {
  const path = "/v2/proxy/chat/completions";
  const { post } = twinWith([
    { name: "guide", rules: [{ match: { model: "openai/gpt-4o-mini" }, outcome: { error: "overloaded" } }] },
  ]);
  const fallbacks = [{ model: "anthropic/claude-sonnet-4" }];
  const reply = await post(path, { ...bodyFor(path), orq: { fallbacks } });
  expect([reply.status, reply.body.model]).toEqual([200, "anthropic/claude-sonnet-4"]);
});

test.each([CHAT, RESPONSES[0] as string])("likelihoods follow the words that a reply of %s replaces", async (path) => {
  const isChat = path === CHAT;
  const reply = isChat
    ? { choices: [{ message: { content: "Noon." } }] }
    : { output: [{ content: [{ text: "Noon." }] }] };
  const place = isChat ? "choices[0].message.content" : "output[0].content[0].text";
  const wish = isChat
    ? { logprobs: true, top_logprobs: 1 }
    : { include: ["message.output_text.logprobs"], top_logprobs: 1 };
  const match = { family: isChat ? "chat" : "responses" };
  for (const outcome of [{ reply }, { passthrough: { [place]: "Noon." } }]) {
    const { stream, answer } = twinWith([{ name: "guide", rules: [{ match, outcome }] }]);
    expect(wordsOf(await answer(path, { ...bodyFor(path), ...wish }))).toBe("Noon.");
    expect(wordsOf((await stream(path, { ...bodyFor(path), ...wish })).reply)).toBe("Noon.");
  }
});

test("what is echoed is not counted as written", async () => {
  const { answer } = twinWith(always({ text: "At noon." }));
  const plain = await answer(COMPLETIONS);
  const echoing = await answer(COMPLETIONS, { ...bodyFor(COMPLETIONS), echo: true });
  expect(wordsOf(echoing)).toBe("When is high tide at Saint-Malo?At noon.");
  expect(echoing.usage).toEqual(plain.usage);
});

test("models that fail by scenario are tried again and left behind, and the journal lists the attempts", async () => {
  const path = "/v2/proxy/chat/completions";
  const rules = [
    { match: { model: "a/one" }, outcome: { error: "rateLimited" } },
    { match: { model: "b/two" }, outcome: { error: "overloaded" } },
    { match: { model: "c/three" }, outcome: { text: "Third time lucky." } },
  ];
  const { post, stream, journal } = twinWith([{ name: "guide", rules }]);
  const fallbacks = [{ model: "b/two" }, { model: "c/three" }];
  const body = { ...bodyFor(path), model: "a/one", orq: { retry: { count: 1, on_codes: [429] }, fallbacks } };
  const reply = await post(path, body);
  expect([reply.status, wordsOf(reply.body), reply.body.model]).toEqual([200, "Third time lucky.", "c/three"]);
  const { reply: streamed } = await stream(path, body);
  expect([wordsOf(streamed), streamed.model]).toEqual(["Third time lucky.", "c/three"]);
  const [entry] = await journal();
  const { attempts, rule } = entry as Json;
  expect(attempts.map(({ model, status }: Json) => [model, status])).toEqual([
    ["a/one", 429],
    ["a/one", 429],
    ["b/two", 503],
    ["c/three", 200],
  ]);
  expect(rule).toBe("guide/rule-3");
});

test("a transcript says the words of the reply in every format that can be asked for", async () => {
  const rule = { match: { operation: "orqProxyCreateTranscription" }, outcome: { reply: { text: "Red & <green>." } } };
  const { url } = await serve({ scenarios: [{ name: "guide", rules: [rule] }] });
  const recording = readFileSync(new URL("../../fixtures/media/speech.wav", import.meta.url));
  const transcribe = async (format: string) => {
    const form = new FormData();
    form.set("model", "openai/whisper-1");
    form.set("response_format", format);
    form.set("file", new Blob([recording]), "speech.wav");
    const init = { method: "POST", headers: { authorization: "Bearer k" }, body: form };
    return (await fetch(`${url}/v2/proxy/audio/transcriptions`, init)).text();
  };
  expect(JSON.parse(await transcribe("json"))).toEqual({ text: "Red & <green>." });
  expect(await transcribe("text")).toBe("Red & <green>.\n");
  expect(await transcribe("srt")).toMatch(/^1\n00:00:00,000 --> [\d:,]+\nRed & <green>\.\n$/);
  expect(await transcribe("vtt")).toMatch(/^WEBVTT\n\n00:00:00\.000 --> [\d:.]+\nRed &amp; &lt;green&gt;\.\n$/);
});
