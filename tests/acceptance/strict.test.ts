/** `--strict`: a call without a rule is a mistake of the test, told so that it can be mended. */
import OpenAI from "openai";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { bodyFor, CHAT, twinWith, wordsOf } from "../support/scripted.ts";
import { serve } from "../support/serve.ts";

const scenarios = [
  {
    name: "tides",
    rules: [
      {
        name: "noon",
        match: { model: "openai/gpt-4o-mini", message: "When is noon?" },
        outcome: { text: "At twelve." },
      },
      { name: "far", match: { model: "other", headers: { authorization: "Bearer x" } }, outcome: { text: "Far." } },
    ],
  },
];

test("a call with a rule is answered", async () => {
  const { answer } = twinWith(scenarios, { strict: true });
  expect(wordsOf(await answer(CHAT, bodyFor(CHAT, "When is noon?")))).toBe("At twelve.");
});

test("a miss names the nearest rules, what each of them misses, and never a secret", async () => {
  const { post } = twinWith(scenarios, { strict: true });
  const { status, body } = await post(CHAT, bodyFor(CHAT));
  expect([status, body.error.type]).toEqual([404, "not_found_error"]);
  const message: string = body.error.message;
  expect(message.indexOf("tides/noon")).toBeLessThan(message.indexOf("tides/far"));
  expect(message).toContain('message must be "When is noon?", but it is "When is high tide at Saint-Malo?"');
  expect(message).toContain("header authorization must be what the rule says");
  expect(message).not.toContain("Bearer");
});

test("the rule that it proposes answers the very same call", async () => {
  const { post } = twinWith([], { strict: true });
  const { body } = await post(CHAT, bodyFor(CHAT));
  const stub = /A rule for it:\n([\s\S]*)$/.exec(body.error.message)?.[1] as string;
  const { answer } = twinWith([parse(stub)], { strict: true });
  expect(wordsOf(await answer(CHAT))).toBe("…");
});

test("no client tries it again", async () => {
  const { url } = await serve({ scenarios, strict: true });
  let calls = 0;
  const counting: typeof fetch = (...all) => {
    calls++;
    return fetch(...all);
  };
  const client = new OpenAI({ baseURL: `${url}/v1`, apiKey: "test-key", fetch: counting });
  const call = client.chat.completions.create({ model: "gpt-4o-mini", messages: [{ role: "user", content: "Hi" }] });
  await expect(call).rejects.toBeInstanceOf(OpenAI.NotFoundError);
  expect(calls).toBe(1);
});
