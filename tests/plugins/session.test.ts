import { expect, onTestFinished, test } from "vitest";
import { type GatetwinOptions, openSession } from "../../src/plugins/session.ts";
import { serve } from "../support/serve.ts";

/** A session on a server of its own, as a runner opens it for a test file. */
async function open(options: GatetwinOptions = {}, server = {}) {
  const { url } = await serve(server);
  const session = openSession({ url, ...options }, "/some/orders.test.ts");
  onTestFinished(session.end);
  await session.begin();
  return session;
}

const chat = ({ baseUrl, token }: { baseUrl: string; token: string }, more = {}) =>
  fetch(`${baseUrl}/chat/completions`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify({ model: "gpt-4o-mini", messages: [{ role: "user", content: "Hello" }], ...more }),
  });

const failure = async (work: Promise<unknown>) => (await work.catch((error: unknown) => error)) as Error;

test("the variables of the clients lead to the twin, and those of the caller beside them", async () => {
  const { twin } = await open({ api: "sudo", env: ({ url }) => ({ MY_GATEWAY: url }) });
  expect(process.env).toMatchObject({
    OPENAI_BASE_URL: `${twin.url}/v1`,
    OPENAI_API_BASE: `${twin.url}/v1`,
    OPENAI_API_KEY: twin.token,
    ORQ_BASE_URL: twin.url,
    ORQ_API_KEY: twin.token,
    SUDO_API_KEY: twin.token,
    MY_GATEWAY: twin.url,
  });
});

test("two files on one twin have different keys and journals", async () => {
  const { twin } = await open();
  const other = openSession({ url: twin.url }, "/some/orders.test.ts");
  onTestFinished(other.end);
  await chat(twin);
  expect(other.twin.token).not.toBe(twin.token);
  await other.twin.expectNotCalled();
  await twin.expectCalled({ times: 1 });
  expect(await twin.requests({ status: "2xx" })).toMatchObject([{ path: "/v2/proxy/chat/completions", status: 200 }]);
});

test("a missed call tells of the nearest one, with both values for a diff", async () => {
  const { twin } = await open();
  await chat(twin);
  const error = await failure(twin.expectCalled({ method: "post", body: { model: "gpt-4o" } }));
  expect(error).toMatchObject({
    name: "ExpectationError",
    expected: { "/body/model": "gpt-4o" },
    actual: { "/body/model": "gpt-4o-mini" },
  });
  expect(error.message).toMatch(/POST \/v2\/proxy\/chat\/completions 200 \(req_.+: \/body\/model expected "gpt-4o"/);
});

test("a test is told of the breaches of its own alone", async () => {
  const { twin, beginTest, endTest } = await open({ failOnViolation: true });
  await beginTest();
  await chat(twin, { temperature: 9 });
  expect((await failure(endTest())).message).toContain("client:   POST /v2/proxy/chat/completions 400");
  await beginTest();
  await chat(twin);
  await endTest();
  await expect(twin.expectNoViolations("server")).resolves.toBeUndefined();
  expect((await failure(twin.expectNoViolations())).message).toContain("temperature");
});

test("each side is watched alone when asked", async () => {
  const { twin, beginTest, endTest } = await open({ failOnViolation: "server" });
  await beginTest();
  await chat(twin, { temperature: 9 });
  await endTest();
});

test("faults that no call has met are gone with the test that ordered them", async () => {
  const { twin, beginTest, endTest } = await open();
  await beginTest();
  await twin.useFaults([{ kind: "status", status: 503 }], { calls: 5, operation: "orqProxyCreateChatCompletion" });
  expect((await chat(twin)).status).toBe(503);
  await endTest();
  expect((await chat(twin)).status).toBe(200);
});

test("what is stored stays between tests, unless a reset is asked for", async () => {
  const stored = async (options: GatetwinOptions) => {
    const { twin, beginTest, endTest } = await open({ api: "sudo", ...options });
    await beginTest();
    await chat(twin, { store: true });
    await endTest();
    await beginTest();
    const reply = await fetch(`${twin.baseUrl}/chat/completions`, {
      headers: { authorization: `Bearer ${twin.token}` },
    });
    return ((await reply.json()) as { data: unknown[] }).data.length;
  };
  expect(await stored({})).toBe(1);
  expect(await stored({ resetBetweenTests: true })).toBe(0);
});

test("a locked twin opens with its control key", async () => {
  const { twin } = await open({ controlKey: "open sesame" }, { controlKey: "open sesame" });
  expect(await twin.requests()).toEqual([]);
  const wrong = openSession({ url: twin.url, controlKey: "wrong" }, undefined);
  onTestFinished(wrong.end);
  expect((await failure(wrong.begin())).message).toMatch(/^Failed to ask the twin at .+control key is wrong/);
});

test("a misspelt scenario is told with the one that was meant", async () => {
  const { twin } = await open();
  expect((await failure(twin.useScenarios("refusel"))).message).toContain("Did you mean refusal?");
});

test.each([
  [{ url: "localhost:4010" }, "this is no URL"],
  [{ url: "http://127.0.0.1:4010", seed: 7 }, "seed is for a twin that is started here"],
])("options that cannot be granted are refused: %j", (options, words) => {
  expect(() => openSession(options, undefined)).toThrow(words);
});

test("a twin that is not there is told by its address", async () => {
  const { twin, begin, end } = openSession({ url: "http://127.0.0.1:1/" }, undefined);
  onTestFinished(end);
  expect(twin.url).toBe("http://127.0.0.1:1");
  expect((await failure(begin())).message).toMatch(
    /^Failed to reach the twin at http:\/\/127\.0\.0\.1:1\/.+ECONNREFUSED/,
  );
});
