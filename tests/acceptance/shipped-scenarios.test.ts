/** The scenarios that ship, chosen by model, by header, for a token or for a whole server, as people do on day one. */
import OpenAI from "openai";
import request from "supertest";
import { describe, expect, test } from "vitest";
import { successOf } from "../../src/contract/operation.ts";
import { ownContract } from "../../src/contract/own-contract.ts";
import { shippedNames } from "../../src/scenario/files.ts";
import type { Json } from "../support/collect/json.ts";
import { exampleRequest } from "../support/requests.ts";
import { bodyFor, CHAT, COMPLETIONS, RESPONSES, twinWith, wordsOf } from "../support/scripted.ts";
import { serve } from "../support/serve.ts";

const [RESPONSE = ""] = RESPONSES;
const by = (name: string) => ({ "x-gatetwin-scenario": name });
const of = (name: string, path = CHAT): Json => ({ ...bodyFor(path), model: `gatetwin/${name}` });

test("they are the ones people ask for", () => {
  expect(shippedNames()).toEqual([
    "content-filter",
    "flaky",
    "length-cut",
    "long-answer",
    "malformed-event",
    "mid-stream-disconnect",
    "missing-done",
    "overloaded",
    "overloaded-529",
    "rate-limit-then-success",
    "refusal",
    "slow-start",
    "structured-output",
    "timeout",
    "tool-loop",
  ]);
});

describe("a scenario is chosen", () => {
  const { answer, post, handler } = twinWith([]);
  const refusalOf = (body: Json) => body.choices[0].message.refusal;

  test("by the model of a request", async () => {
    expect(refusalOf(await answer(CHAT, of("refusal")))).toMatch(/can't help/);
    expect(refusalOf(await answer(CHAT))).toBeNull();
    expect(refusalOf(await answer(CHAT, of("unheard-of")))).toBeNull();
    const slip = await post(CHAT, of("refusl"));
    expect([slip.status, slip.body.error.message]).toEqual([400, expect.stringContaining("Did you mean refusal?")]);
  });

  test("by a header beside any model, which is refused when there is no such scenario", async () => {
    expect(refusalOf(await answer(CHAT, bodyFor(CHAT), by("refusal")))).toMatch(/can't help/);
    const reply = await post(CHAT, bodyFor(CHAT), by("refusl"));
    expect([reply.status, reply.body.error.message]).toEqual([400, expect.stringContaining("Did you mean refusal?")]);
  });

  test("for every call of a server", async () => {
    const all = twinWith(["gatetwin:refusal"]);
    expect(refusalOf(await all.answer(CHAT))).toMatch(/can't help/);
  });

  test("for one token, until it is reset", async () => {
    const give = (scenarios: unknown) =>
      request(handler)
        .post("/__gatetwin/scenarios")
        .set("authorization", "Bearer guide")
        .send({ scenarios } as object);
    const { status, body } = await give([
      "refusal",
      { name: "own", rules: [{ match: { model: "m" }, outcome: { text: "mine" } }] },
    ]);
    expect([status, body]).toMatchObject([200, { ok: true, scenarios: ["refusal", "own"], rules: 2 }]);
    expect(refusalOf(await answer(CHAT))).toMatch(/can't help/);
    expect(wordsOf(await answer(CHAT, { ...bodyFor(CHAT), model: "m" }))).toBe("mine");
    expect(refusalOf(await answer(CHAT, bodyFor(CHAT), { authorization: "Bearer other" }))).toBeNull();
    await request(handler).post("/__gatetwin/reset").set("authorization", "Bearer guide");
    expect(refusalOf(await answer(CHAT))).toBeNull();
  });

  test("but a token is given nothing that is wrong, and no file", async () => {
    const give = async (scenarios: unknown) => {
      const reply = await request(handler)
        .post("/__gatetwin/scenarios")
        .set("authorization", "Bearer guide")
        .send({ scenarios } as object);
      return [reply.status, reply.body.error?.message];
    };
    expect(await give(["refusl"])).toEqual([422, expect.stringContaining("Did you mean refusal?")]);
    expect(await give(["/etc/hosts"])).toEqual([422, expect.stringContaining("There is no scenario")]);
    expect(await give([{ name: "x", rules: [{ outcome: { txt: "" } }] }])).toEqual([
      422,
      expect.stringContaining("did you mean text?"),
    ]);
    expect(await give("refusal")).toEqual([400, expect.stringContaining("must be a list")]);
    expect((await request(handler).post("/__gatetwin/scenarios").send({ scenarios: [] })).status).toBe(400);
  });
});

describe("what they do", () => {
  const { answer, post, stream } = twinWith(["fixtures/scenarios"]);
  const streamed = async (name: string) => (await post(CHAT, { ...of(name), stream: true })).text;

  test.each([CHAT, COMPLETIONS, RESPONSE])("content-filter and length-cut end an answer of %s early", async (path) => {
    const filtered = await answer(path, of("content-filter", path));
    const cut = await answer(path, of("length-cut", path));
    if (path === RESPONSE) {
      expect(filtered.incomplete_details.reason).toBe("content_filter");
      expect(cut).toMatchObject({ status: "incomplete", incomplete_details: { reason: "max_output_tokens" } });
      expect(cut.usage.output_tokens).toBe(2048);
    } else {
      expect(filtered.choices[0].finish_reason).toBe("content_filter");
      expect([cut.choices[0].finish_reason, cut.usage.completion_tokens]).toEqual(["length", 2048]);
    }
    expect(wordsOf((await stream(path, of("length-cut", path))).reply)).toBe(wordsOf(cut));
  });

  test("long-answer is long, unless JSON is asked for", async () => {
    const { usage, choices } = await answer(CHAT, of("long-answer"));
    expect([usage.completion_tokens > 3_800, choices[0].finish_reason]).toEqual([true, "stop"]);
    const wish = { ...of("long-answer"), response_format: { type: "json_object" } };
    expect(typeof JSON.parse(wordsOf(await answer(CHAT, wish)))).toBe("object");
  });

  test("structured-output fits the schema of the request, and is JSON without one", async () => {
    const schema = {
      type: "object",
      properties: { harbour: { type: "string" } },
      required: ["harbour"],
      additionalProperties: false,
    };
    const format = { type: "json_schema", json_schema: { name: "harbour", schema, strict: true } };
    const fitted = await answer(CHAT, { ...of("structured-output"), response_format: format });
    expect(Object.keys(JSON.parse(wordsOf(fitted)))).toEqual(["harbour"]);
    expect(JSON.parse(wordsOf(await answer(CHAT, of("structured-output"))))).toHaveProperty("tide");
    expect(JSON.parse(wordsOf(await answer(RESPONSE, of("structured-output", RESPONSE))))).toHaveProperty("tide");
  });

  test("the streams break where they say", async () => {
    expect(await streamed("missing-done")).not.toContain("[DONE]");
    const payloads = (await streamed("malformed-event")).split("\n\n").map((event) => event.replace("data: ", ""));
    expect(() => JSON.parse(payloads[1] as string)).not.toThrow();
    expect(() => JSON.parse(payloads[2] as string)).toThrow();
    await expect(streamed("mid-stream-disconnect")).rejects.toThrow(/aborted|hang up/);
  });

  test("overloaded is 503 or 529", async () => {
    const usual = await post(CHAT, of("overloaded"));
    expect([usual.status, usual.headers["retry-after"], usual.body.error.type]).toEqual([503, "1", "overloaded_error"]);
    expect((await post(CHAT, of("overloaded-529"))).status).toBe(529);
  });

  test("flaky fails one call in three, the same ones in every run", async () => {
    const run = async () => {
      const { post: ask } = twinWith([]);
      const statuses: number[] = [];
      for (let call = 0; call < 60; call++) statuses.push((await ask(CHAT, of("flaky"))).status);
      return statuses;
    };
    const [one, other] = [await run(), await run()];
    expect(one).toEqual(other);
    const failed = one.filter((status) => status === 502).length;
    expect([failed > 8, failed < 35, one.every((status) => status === 200 || status === 502)]).toEqual([
      true,
      true,
      true,
    ]);
  });
});

test("none of them breaks the contract or a law, on any operation, but as it says", async () => {
  const { url } = await serve();
  const slow = ["timeout", "slow-start"];
  const failing = ["overloaded", "overloaded-529", "flaky"];
  const operations = ownContract().operations.filter(
    ({ body }) => body?.content[0]?.mediaType !== "multipart/form-data",
  );
  for (const name of shippedNames().filter((one) => !slow.includes(one))) {
    for (const operation of operations) {
      const faces = successOf(operation)?.stream === undefined ? [{}] : [{ stream: false }, { stream: true }];
      for (const face of faces) {
        const { method, path, body } = exampleRequest(operation);
        const headers = { authorization: `Bearer ${name}`, "content-type": "application/json", ...by(name) };
        const init = { method, headers, ...(body !== undefined && { body: JSON.stringify({ ...body, ...face }) }) };
        const reply = await fetch(url + path, init);
        expect([name, operation.id, reply.status < 500 || failing.includes(name)]).toEqual([name, operation.id, true]);
        await reply.text().catch(() => expect(name).toBe("mid-stream-disconnect"));
      }
    }
  }
});

describe("with the official client, as it comes", () => {
  const connect = async () => new OpenAI({ baseURL: `${(await serve()).url}/v1`, apiKey: "test-key" });
  const messages = [{ role: "user" as const, content: "What is the weather in Saint-Malo?" }];

  test("rate-limit-then-success: it waits and tries again by itself", async () => {
    const client = await connect();
    const { data, response } = await client.chat.completions
      .create({ model: "gatetwin/rate-limit-then-success", messages })
      .withResponse();
    expect([response.status, data.choices[0]?.message.role]).toEqual([200, "assistant"]);
  });

  test("tool-loop: it calls the tool that it was offered, hands in the result, and gets the last word", async () => {
    const client = await connect();
    const asked: string[] = [];
    const parameters = { type: "object", properties: { city: { type: "string" } }, required: ["city"] };
    const runner = client.chat.completions.runTools({
      model: "gatetwin/tool-loop",
      messages,
      tools: [
        {
          type: "function",
          function: {
            name: "get_weather",
            description: "The current weather of a city.",
            parameters,
            parse: JSON.parse,
            function: ({ city }: { city: string }) => {
              asked.push(city);
              return "Sunny, 21 degrees.";
            },
          },
        },
      ],
    });
    expect(await runner.finalContent()).toMatch(/The tool has answered/);
    expect(asked).toHaveLength(1);
  });

  test("timeout: it gives up when its own patience ends", async () => {
    const client = await connect();
    const call = client.chat.completions.create(
      { model: "gatetwin/timeout", messages },
      { timeout: 150, maxRetries: 0 },
    );
    await expect(call).rejects.toBeInstanceOf(OpenAI.APIConnectionTimeoutError);
  });
});
