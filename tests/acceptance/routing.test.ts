/** The `orq` block: how a gateway reaches a model, and how a test sees what it did. */
import request from "supertest";
import { afterEach, expect, test } from "vitest";
import type { Scenario } from "../../src/scenario/scenario.ts";
import { createHandler, type ServerOptions } from "../../src/server/create-server.ts";
import type { Json } from "../support/collect/json.ts";

const CHAT = "/v2/gateway/chat/completions";
const IMAGES = "/v2/gateway/images/generations";
const MESSAGES = [{ role: "user", content: "When is high tide in Saint-Malo?" }];

/** What the twin found wrong with its own answers. */
const faults: unknown[] = [];
afterEach(() => expect(faults.splice(0)).toEqual([]));

function gateway(options: ServerOptions = {}) {
  const agent = request(
    createHandler({
      onViolation: (...fault) => faults.push(fault),
      onError: (error) => faults.push(error),
      ...options,
    }),
  );
  const post = (path: string, body: object, token = "k") =>
    agent.post(path).set("authorization", `Bearer ${token}`).send(body);
  return {
    agent,
    post,
    chat: (orq: object, body: object = {}, token?: string) =>
      post(CHAT, { model: "openai/gpt-4o-mini", messages: MESSAGES, orq, ...body }, token),
  };
}

/** The text of a chat stream. */
const told = (stream: string): string =>
  stream
    .split("\n\n")
    .filter((event) => event.startsWith("data: {"))
    .map((event): Json => JSON.parse(event.slice("data: ".length)))
    .map(({ choices }) => choices[0]?.delta.content ?? "")
    .join("");

/** The first model answers 429 twice and then would answer, the second is overloaded, the third is well. */
const TROUBLE: Scenario = {
  name: "trouble",
  rules: [
    {
      name: "limited",
      match: { model: "openai/gpt-4o-mini" },
      outcome: { sequence: [{ error: 429 }, { error: 429 }, { passthrough: true }] },
    },
    {
      name: "overloaded",
      match: { model: "google/gemini-2.5-pro" },
      outcome: { error: { status: 503, retryAfter: 7 } },
    },
  ],
};
const FALLBACKS = [{ model: "google/gemini-2.5-pro" }, { model: "anthropic/claude-3-5-haiku" }];

const ATTEMPTS = [
  '"openai/gpt-4o-mini";status=429;reason="first"',
  '"openai/gpt-4o-mini";status=429;reason="retry 1 of 1"',
  '"google/gemini-2.5-pro";status=503;reason="fallback 1"',
  '"anthropic/claude-3-5-haiku";status=200;reason="fallback 2"',
];

test.each(["/v2/gateway/chat/completions", "/v2/proxy/chat/completions"])(
  "%s: 429 twice, then 503: the third model answers, as JSON and as a stream, with the attempts listed",
  async (path) => {
    const { agent, post } = gateway({ scenarios: [TROUBLE] });
    const ask = (stream: boolean, token: string) =>
      post(
        path,
        { model: "openai/gpt-4o-mini", messages: MESSAGES, orq: { retry: { count: 1 }, fallbacks: FALLBACKS }, stream },
        token,
      );
    const whole = await ask(false, "one");
    expect([whole.status, whole.body.model]).toEqual([200, "anthropic/claude-3-5-haiku"]);
    expect(whole.headers["x-gatetwin-attempts"]).toBe(ATTEMPTS.join(", "));

    const streamed = await ask(true, "another");
    expect([streamed.status, streamed.headers["content-type"]]).toEqual([200, "text/event-stream; charset=utf-8"]);
    expect(streamed.headers["x-gatetwin-attempts"]).toBe(ATTEMPTS.join(", "));
    expect(streamed.text).toContain('"model":"anthropic/claude-3-5-haiku"');
    expect(streamed.text).not.toContain("openai/gpt-4o-mini");
    expect(told(streamed.text)).toBe(whole.body.choices[0].message.content);

    const direct = await post(path, { model: "anthropic/claude-3-5-haiku", messages: MESSAGES });
    expect(whole.body.choices).toEqual(direct.body.choices);

    const { body: journal } = await agent.get("/__gatetwin/requests").expect(200);
    expect(journal.data[0].attempts).toEqual([
      { model: "openai/gpt-4o-mini", status: 429, reason: "first" },
      { model: "openai/gpt-4o-mini", status: 429, reason: "retry 1 of 1" },
      { model: "google/gemini-2.5-pro", status: 503, reason: "fallback 1" },
      { model: "anthropic/claude-3-5-haiku", status: 200, reason: "fallback 2" },
    ]);
  },
);

test("a retry reaches the model when it has recovered", async () => {
  const { chat } = gateway({ scenarios: [TROUBLE] });
  const { body, headers } = await chat({ retry: { count: 3 }, fallbacks: FALLBACKS });
  expect(body.model).toBe("openai/gpt-4o-mini");
  expect(headers["x-gatetwin-attempts"]).toContain('status=200;reason="retry 2 of 3"');
});

test("when all models fail, the last error is the answer, in the gateway's envelope, to a stream as well", async () => {
  for (const stream of [false, true]) {
    const { chat } = gateway({ scenarios: [TROUBLE] });
    const { status, headers, body } = await chat({ fallbacks: FALLBACKS.slice(0, 1) }, { stream });
    expect(status).toBe(503);
    expect(body.error).toMatchObject({ type: "overloaded_error", message: expect.any(String) });
    expect(headers).toMatchObject({
      "retry-after": "7",
      "x-gatetwin-attempts": `${ATTEMPTS[0]}, ${ATTEMPTS[2]}`,
    });
  }
});

test.each([false, true])("a slow model times out and the next one answers (stream: %s)", async (stream) => {
  const slow: Scenario = {
    name: "slow",
    rules: [{ match: { model: "openai/gpt-4o-mini" }, outcome: { pace: { firstEventMs: 600_000 } } }],
  };
  const { chat } = gateway({ scenarios: [slow] });
  const orq = { timeout: { call_timeout: 20 }, fallbacks: FALLBACKS };
  const { status, headers, text } = await chat(orq, { stream });
  expect(status).toBe(200);
  expect(headers["x-gatetwin-attempts"]).toBe(
    '"openai/gpt-4o-mini";status=504;reason="first, timeout", "google/gemini-2.5-pro";status=200;reason="fallback 1"',
  );
  expect(text).toContain('"model":"google/gemini-2.5-pro"');
  const alone = await chat({ timeout: { call_timeout: 20 } }, { stream });
  expect([alone.status, alone.body.error.code]).toEqual([504, "call_timeout"]);
});

test("pictures are drawn by the next model as well", async () => {
  const rules = [{ match: { model: "openai/dall-e-3" }, outcome: { error: 500 } }];
  const { post } = gateway({ scenarios: [{ name: "no-dall-e", rules }] });
  for (const path of [IMAGES, "/v2/proxy/images/generations"]) {
    const { status, headers, body } = await post(path, {
      model: "openai/dall-e-3",
      prompt: "A lighthouse at high tide",
      orq: { retry: { count: 1, on_codes: [500] }, fallbacks: [{ model: "openai/gpt-image-1" }] },
    });
    expect([status, headers["x-gatetwin-attempts"]]).toEqual([
      200,
      '"openai/dall-e-3";status=500;reason="first", "openai/dall-e-3";status=500;reason="retry 1 of 1", "openai/gpt-image-1";status=200;reason="fallback 1"',
    ]);
    expect(body.data[0]).toHaveProperty("b64_json");
  }
});

test("a scenario that a prompt or a filled mark chooses gives the words that only the workspace knows", async () => {
  const rules = [
    { match: { body: { "orq.prompt.id": "prompt_tides" } }, outcome: { text: "At noon, says the prompt." } },
    { match: { message: "Tides of Brest?" }, priority: 1, outcome: { text: "At one, in Brest." } },
  ];
  const { chat } = gateway({ scenarios: [{ name: "workspace", rules }] });
  const kept = await chat({ prompt: { id: "prompt_tides", version: "latest" } });
  expect(kept.body.choices[0].message.content).toBe("At noon, says the prompt.");
  const messages = [{ role: "user", content: "Tides of {{port}}?" }];
  const filled = await chat({ inputs: { port: "Brest" } }, { messages });
  expect(filled.body.choices[0].message.content).toBe("At one, in Brest.");
});

test("a model that answers is the only attempt", async () => {
  const { chat } = gateway();
  const { body, headers } = await chat({ retry: { count: 2 }, fallbacks: [{ model: "anthropic/claude-3-5-haiku" }] });
  expect(body.model).toBe("openai/gpt-4o-mini");
  expect(headers["x-gatetwin-attempts"]).toBe('"openai/gpt-4o-mini";status=200;reason="first"');
  expect(headers["x-gatetwin-applied"]).toBe("retry, fallbacks");
});

test("the block does not change what the model says", async () => {
  const { chat, post } = gateway();
  const plain = await post(CHAT, { model: "openai/gpt-4o-mini", messages: MESSAGES });
  const routed = await chat({ retry: {}, thread: { id: "tides" }, timeout: { call_timeout: 30_000 } });
  expect(routed.body.choices).toEqual(plain.body.choices);
  expect(plain.headers).not.toHaveProperty("x-gatetwin-attempts");
});

test.each([
  ["an object", { port: "Brest", hour: 9 }],
  [
    "a list",
    [
      { key: "port", value: "Brest" },
      { key: "hour", value: 9, is_pii: true },
    ],
  ],
])("inputs given as %s fill the marks in the messages", async (_, inputs) => {
  const { chat, post } = gateway();
  const marked = [{ role: "user", content: [{ type: "text", text: "High tide in {{port}} at {{ hour }}?" }] }];
  const filled = [{ role: "user", content: [{ type: "text", text: "High tide in Brest at 9?" }] }];
  const routed = await chat({ inputs }, { messages: marked });
  const plain = await post(CHAT, { model: "openai/gpt-4o-mini", messages: filled });
  expect([routed.body.choices, routed.body.usage]).toEqual([plain.body.choices, plain.body.usage]);
  expect(routed.body.choices[0].message.content).toContain("Brest");
});

test("a load balancer shares equal calls by weight; a stream goes where the whole answer went", async () => {
  const { chat } = gateway();
  const load_balancer = [
    { type: "weight_based", model: "openai/gpt-4o", weight: 0.8 },
    { type: "weight_based", model: "anthropic/claude-3-5-haiku", weight: 0.2 },
  ];
  const models: string[] = [];
  for (let call = 0; call < 40; call++) {
    const whole = await chat({ load_balancer });
    const streamed = await chat({ load_balancer }, { stream: true });
    expect(streamed.headers["x-gatetwin-attempts"]).toBe(whole.headers["x-gatetwin-attempts"]);
    expect(told(streamed.text)).toBe(whole.body.choices[0].message.content);
    models.push(whole.body.model);
  }
  const share = models.filter((model) => model === "openai/gpt-4o").length / models.length;
  expect(share).toBeGreaterThan(0.6);
  expect(share).toBeLessThan(1);
});

test("a second, equal call is answered from the cache, byte for byte, until the reset", async () => {
  const { chat, agent } = gateway();
  const cache = { type: "exact_match", ttl: 3600 };
  for (const stream of [false, true]) {
    const first = await chat({ cache }, { stream });
    const second = await chat({ cache }, { stream });
    expect([first.headers["x-gatetwin-cache"], second.headers["x-gatetwin-cache"]]).toEqual(["miss", "hit"]);
    expect(second.text).toBe(first.text);
    expect(second.headers["x-gatetwin-attempts"]).toBe('"openai/gpt-4o-mini";status=200;reason="cache hit"');
    expect(second.headers["x-request-id"]).not.toBe(first.headers["x-request-id"]);
  }
  expect((await chat({ cache }, {}, "another token")).headers["x-gatetwin-cache"]).toBe("miss");
  await agent
    .post("/__gatetwin/reset")
    .set("authorization", "Bearer k")
    .expect(({ status }) => status < 300);
  expect((await chat({ cache })).headers["x-gatetwin-cache"]).toBe("miss");
});

test("pictures are drawn by the model that is asked, in the form it knows, and kept as well", async () => {
  const { post } = gateway();
  const draw = () =>
    post(IMAGES, {
      model: "openai/dall-e-3",
      prompt: "A lighthouse at high tide",
      response_format: "url",
      orq: {
        cache: { type: "exact_match" },
        load_balancer: [{ type: "weight_based", model: "openai/gpt-image-1", weight: 0.5 }],
      },
    });
  const [first, second] = [await draw(), await draw()];
  expect(first.headers["x-gatetwin-attempts"]).toBe('"openai/gpt-image-1";status=200;reason="load balancer"');
  expect([second.headers["x-gatetwin-cache"], second.body]).toEqual(["hit", first.body]);
});

test("what only the workspace of a real account could act on is taken, and named", async () => {
  const { chat } = gateway();
  const { status, headers } = await chat(
    {
      prompt: { id: "prompt_tides", version: "latest" },
      knowledge_bases: [{ knowledge_id: "knowledge_tides", top_k: 5 }],
      thread: { id: "tides-of-january" },
      identity: { id: "traveller-17" },
    },
    { guardrails: [{ id: "orq_pii_detection", execute_on: "input" }] },
  );
  expect([status, headers["x-gatetwin-noted"]]).toEqual([200, "prompt, knowledge_bases, thread, identity, guardrails"]);
});

test("a block that its document refuses is refused, with the field", async () => {
  const { chat } = gateway();
  const { status, body } = await chat({ retry: { count: 9 } });
  expect([status, body.error.param]).toEqual([400, "orq.retry.count"]);
});

test("a limit counts every attempt, and leads to the fallback", async () => {
  const rule = {
    match: { model: "a/limited" },
    outcome: { text: "Noon.", faults: [{ kind: "rate-limit" as const, requests: 2, perSeconds: 60 }] },
  };
  const { chat } = gateway({ scenarios: [{ name: "limits", rules: [rule] }] });
  const orq = { retry: { count: 1 }, fallbacks: [{ model: "b/free" }] };
  const left: unknown[] = [];
  for (let call = 0; call < 3; call++) {
    const { status, headers, body } = await chat(orq, { model: "a/limited" });
    left.push([status, body.model, headers["x-ratelimit-remaining-requests"]]);
  }
  expect(left).toEqual([
    [200, "a/limited", "1"],
    [200, "a/limited", "0"],
    [200, "b/free", undefined],
  ]);
});

test("a model of weight 0 gets no call; when all have it, the one that is named does", async () => {
  const { post } = gateway();
  const ask = async (weights: readonly number[]): Promise<string> => {
    const load_balancer = weights.map((weight, index) => ({ model: `m/${index}`, weight }));
    const body = { model: "a/named", messages: MESSAGES, orq: { load_balancer } };
    return (await post("/v2/proxy/chat/completions", body)).body.model;
  };
  const drawn = await Promise.all(Array.from({ length: 20 }, () => ask([0, 1])));
  expect(new Set(drawn)).toEqual(new Set(["m/1"]));
  expect(await ask([0, 0])).toBe("a/named");
});

test("what is marked as personal is nowhere in the journal: not as an input, not in the answer, not in pieces", async () => {
  const { agent, chat } = gateway();
  const inputs = [
    { key: "who", value: "Ludmila Marchetti", is_pii: true },
    { key: "short", value: "Zoe", is_pii: true },
    { key: "more", value: { phone: 4915112345678 }, is_pii: true },
    { key: "place", value: "Cancale" },
  ];
  const messages = [{ role: "user", content: "Explain {{who}} {{short}} {{more}} {{place}}" }];
  const whole = await chat({ inputs }, { messages });
  const stream = await chat({ inputs }, { messages, stream: true });
  expect([whole.text, told(stream.text)].every((text) => text.includes("Ludmila Marchetti"))).toBe(true);
  const { text } = await agent.get("/__gatetwin/requests");
  expect(text).toContain("Cancale");
  expect(text).not.toMatch(/ludmila|marchetti|zoe|4915112345678/i);
});
