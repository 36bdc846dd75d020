/** Faults on purpose: what a client sees on its socket, and what the journal says of it. */
import { request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { describe, expect, test } from "vitest";
import type { Fault } from "../../src/scenario/fault.ts";
import type { Outcome, Scenario } from "../../src/scenario/scenario.ts";
import type { RunningServer } from "../../src/server/start.ts";
import { createFakeClock } from "../support/fake-clock.ts";
import { serve } from "../support/serve.ts";

const CHAT = "/v1/chat/completions";
const TOKEN = "key-of-the-test";
const chat = { model: "gpt-4o-mini", messages: [{ role: "user", content: "When is high tide?" }], max_tokens: 8 };
const streamed = { ...chat, stream: true };

interface Seen {
  /** Undefined when no reply began. */
  status?: number | undefined;
  headers: IncomingHttpHeaders;
  text: string;
  /** Whether the message ended as HTTP says. */
  isWhole: boolean;
}

interface Asked {
  path?: string;
  headers?: Record<string, string>;
  token?: string;
}

function ask({ url }: RunningServer, body: object, { path = CHAT, headers = {}, token = TOKEN }: Asked = {}) {
  return new Promise<Seen>((resolve) => {
    const sent = httpRequest(`${url}${path}`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json", ...headers },
    });
    sent.on("error", () => resolve({ headers: {}, text: "", isWhole: false }));
    sent.on("response", (reply) => {
      let text = "";
      reply.setEncoding("utf8");
      reply.on("data", (piece: string) => {
        text += piece;
      });
      const finish = () => resolve({ status: reply.statusCode, headers: reply.headers, text, isWhole: reply.complete });
      reply.on("error", finish);
      reply.on("end", finish);
    });
    sent.end(JSON.stringify(body));
  });
}

const withFault = (fault: string): Asked => ({ headers: { "x-gatetwin-fault": fault } });

const dataOf = ({ text }: Seen): string[] =>
  text
    .split("\n\n")
    .filter((block) => block.startsWith("data: "))
    .map((block) => block.slice(6));

async function journal({ url }: RunningServer) {
  const reply = await fetch(`${url}/__gatetwin/requests`, { headers: { authorization: `Bearer ${TOKEN}` } });
  return ((await reply.json()) as { data: Record<string, unknown>[] }).data;
}

const order = ({ url }: RunningServer, body: unknown, token: string | null = TOKEN) =>
  fetch(`${url}/__gatetwin/faults`, {
    method: "POST",
    ...(token !== null && { headers: { authorization: `Bearer ${token}` } }),
    body: JSON.stringify(body),
  });

/** The same request without a fault, for comparison. */
async function both(body: object, fault: string) {
  const server = await serve();
  const plain = await ask(await serve(), body);
  return { server, plain, seen: await ask(server, body, withFault(fault)) };
}

describe("each fault breaks what it says, and nothing else", () => {
  test("latency delays the answer and leaves it as it is", async () => {
    const clock = createFakeClock();
    const server = await serve({ clock });
    const coming = ask(server, chat, withFault("latency; ms=5000"));
    while (clock.pending === 0) await new Promise(setImmediate);
    clock.advance(4_999);
    expect(await journal(server)).toEqual([]);
    clock.advance(1);
    expect(await coming).toMatchObject({ status: 200, isWhole: true });
    const [entry] = await journal(server);
    expect(entry).toMatchObject({ status: 200, faults: [{ kind: "latency", ms: 5000 }] });
    expect(entry).not.toHaveProperty("violates");
  });

  test("status answers in the gateway's own envelope", async () => {
    const server = await serve();
    const seen = await ask(server, chat, withFault("status; status=529; retryAfterSeconds=3"));
    expect(seen).toMatchObject({ status: 529, headers: { "retry-after": "3", "x-gatetwin-fault": "status" } });
    expect(JSON.parse(seen.text)).toMatchObject({ error: { type: "overloaded_error" } });
    expect((await journal(server))[0]).toMatchObject({ status: 529, faults: [{ kind: "status" }], breaches: [] });
  });

  test("disconnect before the headers: no reply begins", async () => {
    const server = await serve();
    expect(await ask(server, chat, withFault("disconnect"))).toEqual({ headers: {}, text: "", isWhole: false });
    expect((await journal(server))[0]).toMatchObject({
      status: 0,
      faults: [{ kind: "disconnect" }],
      violates: ["complete"],
      reply: { body: null },
    });
  });

  test.each([
    ["whole", chat, ["complete"]],
    ["streamed", streamed, ["complete", "chat.C3"]],
  ])("disconnect after the headers of a %s answer", async (_name, body, violates) => {
    const server = await serve();
    const seen = await ask(server, body, withFault("disconnect; when=after-headers"));
    expect(seen).toMatchObject({ status: 200, text: "", isWhole: false });
    expect((await journal(server))[0]).toMatchObject({ status: 200, violates });
  });

  test("cut: so many events, and then a broken connection", async () => {
    const { server, plain, seen } = await both(streamed, "cut; after=3");
    expect(dataOf(seen)).toEqual(dataOf(plain).slice(0, 3));
    expect(seen.isWhole).toBe(false);
    expect((await journal(server))[0]).toMatchObject({
      faults: [{ kind: "cut", after: 3 }],
      violates: ["complete", "chat.C3"],
      reply: { eventCount: 3, note: expect.stringContaining("before the reply was whole") },
      breaches: [],
    });
  });

  test("stall: silence, and then the rest", async () => {
    const clock = createFakeClock();
    const server = await serve({ clock });
    const coming = ask(server, streamed, withFault("stall; after=2; ms=9000"));
    while (clock.pending === 0) await new Promise(setImmediate);
    expect((await journal(server))[0]).toMatchObject({ reply: { eventCount: 2 } });
    clock.advance(9_000);
    expect(dataOf(await coming)).toEqual(dataOf(await ask(await serve(), streamed)));
  });

  test("stall for good: no timer runs, and the client has to give up", async () => {
    const clock = createFakeClock();
    const server = await serve({ clock });
    const patience = new AbortController();
    const reply = await fetch(`${server.url}${CHAT}`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${TOKEN}`,
        "x-gatetwin-fault": "stall; after=1",
        "content-type": "application/json",
      },
      body: JSON.stringify(streamed),
      signal: patience.signal,
    });
    const first = await reply.body?.getReader().read();
    expect(Buffer.from(first?.value ?? []).toString()).toContain('"role":"assistant"');
    expect(clock.pending).toBe(0);
    patience.abort();
  });

  test("malformed-event: that payload alone is no JSON", async () => {
    const { server, plain, seen } = await both(streamed, "malformed-event; event=1");
    const [broken] = dataOf(seen).splice(1, 1);
    expect(() => JSON.parse(broken as string)).toThrow(SyntaxError);
    expect(dataOf(seen).toSpliced(1, 1)).toEqual(dataOf(plain).toSpliced(1, 1));
    expect((await journal(server))[0]).toMatchObject({ violates: ["chat.C1"] });
  });

  test.each([
    [chat, "application/json", "content-type"],
    [streamed, "text/event-stream; charset=utf-8", "framing.F1"],
  ])("wrong-content-type: the same body under another name", async (body, right, law) => {
    const { server, plain, seen } = await both(body, "wrong-content-type; mediaType=text/plain");
    expect(plain.headers["content-type"]).toBe(right);
    expect(seen.headers["content-type"]).toBe("text/plain");
    expect(seen.text).toBe(plain.text);
    expect((await journal(server))[0]).toMatchObject({ violates: [law] });
  });

  test("duplicate-event and reorder-events change the order alone", async () => {
    const { plain, seen } = await both(streamed, "duplicate-event; event=1, reorder-events; event=3");
    const [a, b, c, d, e, ...rest] = dataOf(plain);
    expect(dataOf(seen)).toEqual([a, b, b, c, e, d, ...rest]);
    expect(seen.isWhole).toBe(true);
  });

  test("missing-sentinel: everything but [DONE]", async () => {
    const { server, plain, seen } = await both(streamed, "missing-sentinel");
    expect(dataOf(plain).at(-1)).toBe("[DONE]");
    expect(dataOf(seen)).toEqual(dataOf(plain).slice(0, -1));
    expect(seen.isWhole).toBe(true);
    expect((await journal(server))[0]).toMatchObject({ violates: ["chat.C3"] });
  });

  test.each([
    [chat, "schema"],
    [streamed, "framing.F11"],
  ])("truncate: half of the body, as if it were whole", async (body, law) => {
    const { server, plain, seen } = await both(body, "truncate");
    expect(seen.isWhole).toBe(true);
    expect(seen.text).toBe(plain.text.slice(0, Math.floor(plain.text.length / 2)));
    expect((await journal(server))[0]?.violates).toContain(law);
  });

  test.each([
    ["whole", chat],
    ["streamed", streamed],
  ])("slow-bytes: a %s answer at the rate that was asked for", async (_name, body) => {
    const clock = createFakeClock();
    const server = await serve({ clock });
    const coming = ask(server, body, withFault("slow-bytes; bytesPerSecond=100"));
    while (clock.pending === 0) await new Promise(setImmediate);
    clock.advance(2_000);
    expect((await journal(server))[0]).toMatchObject({ reply: { bytes: 200 } });
    clock.advance(60_000);
    const seen = await coming;
    expect(seen).toMatchObject({ isWhole: true, text: (await ask(await serve(), body)).text });
  });

  test("the completions and responses of a stream have laws of their own", async () => {
    const server = await serve();
    await ask(
      server,
      { model: "openai/gpt-4o-mini", prompt: "Tides", stream: true },
      { path: "/v2/proxy/completions", ...withFault("missing-sentinel") },
    );
    await ask(
      server,
      { model: "openai/gpt-4o-mini", input: "Tides", stream: true },
      { path: "/v2/proxy/responses", ...withFault("duplicate-event; event=2") },
    );
    expect((await journal(server)).map(({ violates }) => violates)).toEqual([
      ["completions.T2"],
      ["responses.R2", "responses.R5"],
    ]);
  });
});

describe("rate limits", () => {
  const limited = withFault("rate-limit; requests=2; perSeconds=30");

  test("count down truly, for each token by itself, and begin anew with their window", async () => {
    const clock = createFakeClock();
    const server = await serve({ clock });
    const told = async (token?: string) => {
      const { status, headers } = await ask(server, chat, { ...limited, ...(token && { token }) });
      return [
        status,
        headers["x-ratelimit-remaining-requests"],
        headers["x-ratelimit-reset-requests"],
        headers["retry-after"],
      ];
    };
    expect(await told()).toEqual([200, "1", "30s", undefined]);
    clock.advance(10_000);
    expect(await told()).toEqual([200, "0", "20s", undefined]);
    clock.advance(500);
    expect(await told()).toEqual([429, "0", "19.5s", "20"]);
    expect(await told("another")).toEqual([200, "1", "30s", undefined]);
    clock.advance(19_500);
    expect(await told()).toEqual([200, "1", "30s", undefined]);
    expect((await journal(server)).map(({ status }) => status)).toEqual([200, 200, 429, 200]);
  });

  test("are forgotten with everything else of a token", async () => {
    const server = await serve({ clock: createFakeClock() });
    const once = withFault("rate-limit; requests=1");
    expect((await ask(server, chat, once)).status).toBe(200);
    expect((await ask(server, chat, once)).status).toBe(429);
    await fetch(`${server.url}/__gatetwin/reset`, { method: "POST", headers: { authorization: `Bearer ${TOKEN}` } });
    expect((await ask(server, chat, once)).status).toBe(200);
  });
});

describe("who orders a fault", () => {
  test("a header orders it for its own request", async () => {
    const server = await serve();
    expect((await ask(server, chat, withFault("status; status=500"))).status).toBe(500);
    expect(await ask(server, chat)).toMatchObject({ status: 200, isWhole: true });
  });

  test.each([
    ["cutt; after=3", "Did you mean cut?"],
    ["cut", "cut needs after"],
    ["cut; befor=3", 'cut has no \\"befor\\"'],
    ["cut; after=x", "after of cut must be a whole number"],
    ["cut; after=-1", "after of cut must be a whole number"],
    ["cut; after=1; after=2", "given twice"],
    ["cut; after", "Write it as name=value"],
    ["status; status=200", "status of status must be a whole number from 400 to 599"],
    ["disconnect; when=never", "before-headers or after-headers"],
    ["latency; ms=5; chance=2", "chance of latency must be a number from 0 to 1"],
    ["wrong-content-type; mediaType=nonsense", "a type such as text/html"],
    ["", "There is no fault"],
    ["__proto__", "There is no fault"],
    ["cut; __proto__=3", "cut has no"],
  ])("a header that makes no sense is a clear 400: %s", async (header, said) => {
    const seen = await ask(await serve(), chat, withFault(header));
    expect(seen.status).toBe(400);
    expect(seen.text).toContain(said);
  });

  test("the control API orders it for the next calls of one token", async () => {
    const server = await serve();
    const reply = await order(server, { faults: [{ kind: "status", status: 503 }], calls: 2 });
    expect(await reply.json()).toEqual({ data: [{ faults: [{ kind: "status", status: 503 }], calls: 2 }] });
    expect((await ask(server, chat, { token: "another" })).status).toBe(200);
    const statuses = [];
    for (let call = 0; call < 3; call++) statuses.push((await ask(server, chat)).status);
    expect(statuses).toEqual([503, 503, 200]);
  });

  test("an order may be for one operation, and reset forgets it", async () => {
    const server = await serve();
    const faults: Fault[] = [{ kind: "status", status: 500 }];
    await order(server, { faults, operation: "orqRouterCreateChatCompletion" });
    expect((await ask(server, chat)).status).toBe(200);
    expect((await ask(server, chat, { path: "/v2/router/chat/completions" })).status).toBe(500);
    await order(server, { faults });
    await fetch(`${server.url}/__gatetwin/reset`, { method: "POST", headers: { authorization: `Bearer ${TOKEN}` } });
    expect((await ask(server, chat)).status).toBe(200);
  });

  test.each([
    [{ faults: [] }, "faults must be a list"],
    [{}, "faults must be a list"],
    [{ faults: ["cut"] }, "faults[0] must be an object"],
    [{ faults: [{ kind: "cut", after: "3" }] }, "after of cut must be a whole number"],
    [{ faults: [{ kind: "disconnect" }], calls: 0 }, "calls must be a whole number"],
    [{ faults: [{ kind: "disconnect" }], call: 1 }, "Did you mean calls?"],
    [
      { faults: [{ kind: "disconnect" }], operation: "orqRouterCreateChatCompletio" },
      "Did you mean orqRouterCreateChatCompletion?",
    ],
    [{ faults: Array.from({ length: 21 }, () => ({ kind: "disconnect" })) }, "the most is 20"],
    [[], "must be a JSON object"],
  ])("an order that makes no sense is a clear 400: %j", async (body, said) => {
    const reply = await order(await serve(), body);
    expect(reply.status).toBe(400);
    expect(((await reply.json()) as { error: { message: string } }).error.message).toContain(said);
  });

  test("what is ordered can be taken back, for that token alone", async () => {
    const server = await serve();
    for (const token of [TOKEN, "other"]) await order(server, { faults: [{ kind: "status", status: 500 }] }, token);
    const take = { method: "DELETE", headers: { authorization: `Bearer ${TOKEN}` } };
    expect(await (await fetch(`${server.url}/__gatetwin/faults`, take)).json()).toEqual({ data: [] });
    expect((await ask(server, chat)).status).toBe(200);
    expect((await ask(server, chat, { headers: { authorization: "Bearer other" } })).status).toBe(500);
  });

  test("it strikes the answer that the request prefers as well", async () => {
    const { status, text, headers } = await ask(await serve(), chat, {
      headers: { prefer: "code=418", ...withFault("truncate; bytes=7").headers },
    });
    expect([status, text, headers["x-gatetwin-fault"]]).toEqual([418, '{"error', "truncate"]);
  });

  test("an order must say whose calls it is for", async () => {
    expect((await order(await serve(), { faults: [{ kind: "disconnect" }] }, null)).status).toBe(400);
  });

  test("a request that is wrong anyway gets its own error", async () => {
    const seen = await ask(await serve(), { ...chat, model: 7 }, withFault("status; status=503"));
    expect(seen.status).toBe(400);
  });

  test("what answers in place of the behaviour leaves nothing in the store", async () => {
    const server = await serve();
    await ask(server, { ...chat, store: true }, withFault("status; status=500"));
    const list = await fetch(`${server.url}${CHAT}`, { headers: { authorization: `Bearer ${TOKEN}` } });
    expect(await list.json()).toMatchObject({ data: [] });
  });
});

describe("scenarios", () => {
  const scenario = (outcome: Outcome): Scenario[] => [{ name: "tides", rules: [{ name: "only", outcome }] }];

  test("order faults for the calls of a rule, errors among them", async () => {
    const server = await serve({
      scenarios: scenario({ error: "overloaded", faults: [{ kind: "truncate", bytes: 10 }] }),
    });
    const seen = await ask(server, chat);
    expect(seen).toMatchObject({ status: 503, isWhole: true, headers: { "x-gatetwin-rule": "tides/only" } });
    expect(seen.text).toHaveLength(10);
    expect((await journal(server))[0]).toMatchObject({
      rule: "tides/only",
      faults: [{ kind: "truncate", bytes: 10 }],
      violates: ["schema"],
      breaches: [],
    });
  });

  test("the journal is searched by scenario and rule, and for calls without a reply", async () => {
    const server = await serve({ scenarios: scenario({ text: "High tide is at noon." }) });
    await ask(server, chat);
    await ask(server, chat, withFault("disconnect"));
    const count = async (query: string) => {
      const list = await fetch(`${server.url}/__gatetwin/requests?${query}`);
      return ((await list.json()) as { count: number }).count;
    };
    expect(await count("scenario=tides")).toBe(1);
    expect(await count("scenario=tides/only")).toBe(1);
    expect(await count("scenario=tide")).toBe(0);
    expect(await count("status=0")).toBe(1);
  });

  test("an error comes when its pace says", async () => {
    const clock = createFakeClock();
    const server = await serve({ clock, scenarios: scenario({ error: "overloaded", pace: { firstEventMs: 800 } }) });
    const coming = ask(server, chat);
    while (clock.pending === 0) await new Promise(setImmediate);
    clock.advance(800);
    expect((await coming).status).toBe(503);
  });

  test("a stream that breaks a law on purpose is sent, and the journal tells which", async () => {
    const script = [
      { event: { choices: [{ index: 0, delta: { role: "assistant", content: "High tide" }, finish_reason: null }] } },
      { event: { choices: [{ index: 0, delta: {}, finish_reason: "stop" }] } },
    ];
    const rules = [{ name: "only", match: { family: "chat" }, outcome: { script, violates: ["chat.C3"] } }];
    const server = await serve({ scenarios: [{ name: "tides", rules }] });
    expect(dataOf(await ask(server, streamed))).toHaveLength(2);
    expect((await journal(server))[0]).toMatchObject({ rule: "tides/only", violates: ["chat.C3"], breaches: [] });
  });

  test("what else asks for a fault adds to those of the rule", async () => {
    const server = await serve({ scenarios: scenario({ faults: [{ kind: "missing-sentinel" }] }) });
    const seen = await ask(server, streamed, withFault("duplicate-event; event=0"));
    expect(seen.headers["x-gatetwin-fault"]).toBe("duplicate-event, missing-sentinel");
    const [first, second] = dataOf(seen);
    expect(second).toBe(first);
    expect(dataOf(seen)).not.toContain("[DONE]");
  });
});

describe("a chance", () => {
  const flaky = withFault("status; status=503; chance=0.3333");

  const run = async (seed?: number) => {
    const server = await serve({ ...(seed !== undefined && { seed }) });
    const statuses: (number | undefined)[] = [];
    for (let call = 0; call < 150; call++) statuses.push((await ask(server, chat, flaky)).status);
    return statuses;
  };

  test("hits about one in three, also when the same is asked again, and the same ones in every run", async () => {
    const first = await run();
    const hits = first.filter((status) => status === 503).length;
    expect(hits).toBeGreaterThan(30);
    expect(hits).toBeLessThan(70);
    expect(await run()).toEqual(first);
    expect(await run(2)).not.toEqual(first);
  });
});
