/** Chat completions, as a guide to all four APIs tells them: each field, on every API that documents it. */
import { describe, expect, test } from "vitest";
import { sniff } from "../../src/media/sniff.ts";
import { answer, apisOf, documenting, post, refusal, stream } from "../support/ask.ts";
import type { Json } from "../support/collect/json.ts";

const chats = apisOf("chat");
const QUESTION = "When is high tide at Saint-Malo?";
const user = (content: unknown) => ({ role: "user", content });
const ask = { model: "openai/gpt-4o-mini", messages: [user(QUESTION)] };

const textOf = (body: Json): string => body.choices[0].message.content;

test("four APIs have chat completions", () => {
  expect(chats.map(({ path }) => path).sort()).toEqual([
    "/v1/chat/completions",
    "/v2/gateway/chat/completions",
    "/v2/proxy/chat/completions",
    "/v2/router/chat/completions",
  ]);
});

describe.each(chats)("POST $path", (api) => {
  test("answers the question, names the model as it was asked for, and tells the time of the clock", async () => {
    const reply = await post(api.path, ask);
    expect(reply.headers["x-request-id"]).toMatch(/^req_\w{24}$/);
    expect(reply.headers.date).toBe("Wed, 01 Jan 2025 00:00:00 GMT");
    expect(reply.body).toMatchObject({ object: "chat.completion", model: ask.model, created: 1735689600 });
    expect(reply.body.id).toMatch(/^chatcmpl-\w{24}$/);
    expect(reply.body.choices).toMatchObject([{ index: 0, finish_reason: "stop", message: { role: "assistant" } }]);
    expect(textOf(reply.body)).toContain("high tide at Saint-Malo");
  });

  test("a bare model name comes back bare", async () => {
    expect(await answer(api, { ...ask, model: "gpt-4o-mini" })).toMatchObject({ model: "gpt-4o-mini" });
  });

  test("the content of a message may come in parts", async () => {
    const parts = user([
      { type: "text", text: "What is in this picture of the harbour?" },
      { type: "image_url", image_url: { url: "https://example.com/harbour.png" } },
    ]);
    const reply = await answer(api, { ...ask, messages: [parts] });
    expect(textOf(reply)).toContain("harbour");
    const plain = await answer(api, { ...ask, messages: [user("What is in this picture of the harbour?")] });
    expect(reply.usage.prompt_tokens).toBeGreaterThan(plain.usage.prompt_tokens);
  });

  test("two calls have two ids, and two tokens never share one", async () => {
    const ids = await Promise.all([answer(api, ask), answer(api, ask)]);
    expect(ids[0].id).not.toBe(ids[1].id);
    expect({ ...ids[0], id: "" }).toEqual({ ...ids[1], id: "" });
  });
});

describe.each(documenting(chats, "n"))("$path with n", (api) => {
  test("gives so many choices, each another text", async () => {
    const { choices } = await answer(api, { ...ask, n: 4 });
    expect(choices.map(({ index }: Json) => index)).toEqual([0, 1, 2, 3]);
    expect(new Set(choices.map(({ message }: Json) => message.content)).size).toBe(4);
  });

  test("streams them side by side", async () => {
    const { payloads, reply } = await stream(api, { ...ask, n: 3 });
    const order = payloads.map(({ choices }) => choices[0].index);
    expect(order.slice(0, 6)).toEqual([0, 1, 2, 0, 1, 2]);
    expect(reply.choices).toHaveLength(3);
  });

  test("more than one call can have is refused by name", async () => {
    const { status, error } = await refusal(api, { ...ask, n: 1_000_000 });
    expect([status, error.message]).toEqual([400, expect.stringContaining("'n'")]);
  });
});

describe.each(documenting(chats, "stream", "stream_options"))("$path with stream", (api) => {
  test("tells the answer in chunks: the role, the words, the reason, [DONE]", async () => {
    const { payloads, last } = await stream(api, ask);
    const choices = payloads.map((payload) => payload.choices[0]);
    expect(choices[0].delta.role).toBe("assistant");
    expect(choices.slice(1, -1).every(({ delta }) => delta.content.length > 0)).toBe(true);
    expect(choices.map(({ finish_reason }) => finish_reason).filter(Boolean)).toEqual(["stop"]);
    expect(choices.at(-1).finish_reason).toBe("stop");
    expect(last).toBe("[DONE]");
    expect(payloads.some(({ usage }) => usage)).toBe(false);
  });

  test("include_usage adds one chunk without choices, and the whole is the JSON answer", async () => {
    const body = { ...ask, messages: [user("How do spring tides differ from neap tides?")] };
    const whole = await answer(api, body);
    const { payloads, reply } = await stream(api, { ...body, stream_options: { include_usage: true } });
    expect(payloads.filter(({ usage }) => usage)).toHaveLength(1);
    expect(payloads.at(-1)).toMatchObject({ choices: [], usage: whole.usage });
    const { metadata: _, ...told } = whole;
    expect(reply).toEqual(told);
  });
});

describe.each(["max_tokens", "max_completion_tokens"])("%s", (field) => {
  describe.each(documenting(chats, field))("on $path", (api) => {
    test("cuts the text there, with the reason length", async () => {
      const cut = await answer(api, { ...ask, [field]: 5 });
      expect(cut.choices[0].finish_reason).toBe("length");
      expect(cut.usage.completion_tokens).toBe(5);
      expect(textOf(cut)).toMatch(/^(\S+ ?){2,5}$/);
    });

    test("changes nothing when it is not reached", async () => {
      const { choices, usage } = await answer(api, { ...ask, [field]: 500 });
      expect(choices[0].finish_reason).toBe("stop");
      expect(usage.completion_tokens).toBeLessThan(100);
    });

    test("holds for every choice of a stream", async () => {
      const { reply } = await stream(api, { ...ask, [field]: 3, ...(api.fields.has("n") && { n: 2 }) });
      expect(new Set(reply.choices.map(({ finish_reason }: Json) => finish_reason))).toEqual(new Set(["length"]));
    });
  });
});

describe.each(documenting(chats, "stop"))("$path with stop", (api) => {
  // Every answer names what it was asked about.
  test("ends the text before the first of the sequences", async () => {
    const cut = await answer(api, { ...ask, stop: ["no such words", "Malo", " tide"] });
    expect(textOf(cut)).toMatch(/(^|\s)high$/);
    expect(cut.choices[0].finish_reason).toBe("stop");
  });

  test("streams no character of the sequence", async () => {
    const { reply } = await stream(api, { ...ask, stop: ["Malo"] });
    expect(textOf(reply)).toMatch(/high tide at Saint-$/);
  });
});

describe.each(documenting(chats, "logprobs", "top_logprobs"))("$path with logprobs", (api) => {
  test("tells how likely each token was, and no alternatives unless asked", async () => {
    const { choices } = await answer(api, { ...ask, logprobs: true });
    const tokens: Json[] = choices[0].logprobs.content;
    expect(tokens.map(({ token }) => token).join("")).toBe(choices[0].message.content);
    expect(tokens.every(({ logprob, top_logprobs }) => logprob <= 0 && top_logprobs.length === 0)).toBe(true);
  });

  test.each([0, 1, 5, 20])("top_logprobs %i lists as many, each once, the likeliest first", async (top_logprobs) => {
    const { choices } = await answer(api, { ...ask, logprobs: true, top_logprobs });
    for (const { token, bytes, top_logprobs: top } of choices[0].logprobs.content) {
      expect(Buffer.from(bytes).toString()).toBe(token);
      expect(top).toHaveLength(top_logprobs);
      expect(new Set(top.map((other: Json) => other.token)).size).toBe(top_logprobs);
      const chances = top.map(({ logprob }: Json) => logprob);
      expect(chances).toEqual([...chances].sort((a, b) => b - a));
      expect(chances.reduce((sum: number, each: number) => sum + Math.exp(each), 0)).toBeLessThanOrEqual(1 + 1e-9);
    }
  });

  test("come token by token in a stream", async () => {
    const { payloads } = await stream(api, { ...ask, logprobs: true, top_logprobs: 2 });
    const pieces = payloads.map(({ choices }) => choices[0]).filter(({ delta }) => delta.content);
    for (const { delta, logprobs } of pieces) expect(logprobs.content[0].token).toBe(delta.content);
  });

  test.each([-1, 21])("top_logprobs %i is refused", async (top_logprobs) => {
    const { status, error } = await refusal(api, { ...ask, logprobs: true, top_logprobs });
    expect([status, error.message]).toEqual([400, expect.stringContaining("top_logprobs")]);
  });
});

describe.each(documenting(chats, "modalities", "audio"))("$path with modalities audio", (api) => {
  const formats = [
    ["wav", "wav"],
    ["mp3", "mp3"],
    ["flac", "flac"],
    ["opus", "ogg"],
  ];

  test.each(formats)("speaks the reply as %s", async (format, container) => {
    const body = { ...ask, max_completion_tokens: 8, modalities: ["text", "audio"], audio: { voice: "alloy", format } };
    const { message } = (await answer(api, body)).choices[0];
    expect(message.content).toBeNull();
    expect(message.audio.transcript.split(" ").length).toBeGreaterThan(3);
    expect(message.audio.expires_at).toBeGreaterThan(1735689600);
    expect(sniff(Buffer.from(message.audio.data, "base64"))).toBe(container);
  });

  test("pcm16 has no header and lasts as long as its transcript takes to say", async () => {
    const spoken = async (max_completion_tokens: number) => {
      const audio = { voice: "echo", format: "pcm16" };
      const body = { ...ask, max_completion_tokens, modalities: ["text", "audio"], audio };
      return Buffer.from((await answer(api, body)).choices[0].message.audio.data, "base64").length;
    };
    const [short, long] = [await spoken(4), await spoken(16)];
    expect(short % 2).toBe(0);
    expect(long).toBeGreaterThan(short * 2);
  });

  test("a stream carries the same bytes in pieces that can be decoded by themselves", async () => {
    const audio = { voice: "nova", format: "wav" };
    const body = { ...ask, max_completion_tokens: 8, modalities: ["text", "audio"], audio };
    const { data, ...told } = (await answer(api, body)).choices[0].message.audio;
    const { payloads, reply } = await stream(api, body);
    const pieces: string[] = payloads.flatMap(({ choices }) => choices[0].delta.audio?.data ?? []);
    const bytes = Buffer.concat(pieces.map((piece) => Buffer.from(piece, "base64")));
    expect(bytes.equals(Buffer.from(data, "base64"))).toBe(true);
    expect(reply.choices[0].message.audio).toMatchObject(told);
  });
});

describe.each(documenting(chats, "reasoning_effort"))("$path with reasoning_effort", (api) => {
  test("thinks the longer, the more effort is asked for, and counts it", async () => {
    const costOf = async (reasoning_effort: string) => {
      const { usage } = await answer(api, { ...ask, reasoning_effort });
      expect(usage.total_tokens).toBe(usage.prompt_tokens + usage.completion_tokens);
      return usage.completion_tokens_details.reasoning_tokens;
    };
    const [low, medium, high] = [await costOf("low"), await costOf("medium"), await costOf("high")];
    expect(low).toBeGreaterThan(0);
    expect(medium).toBeGreaterThan(low);
    expect(high).toBeGreaterThan(medium);
    expect((await answer(api, ask)).usage.completion_tokens_details.reasoning_tokens).toBe(0);
  });

  test("spends the limit on thoughts first", async () => {
    const { choices, usage } = await answer(api, { ...ask, reasoning_effort: "high", max_completion_tokens: 6 });
    expect(choices[0]).toMatchObject({ finish_reason: "length", message: { content: "" } });
    expect(usage.completion_tokens_details.reasoning_tokens).toBe(6);
  });
});

describe.each(documenting(chats, "thinking"))("$path with thinking", (api) => {
  test("shows what was thought, signed, within its budget", async () => {
    const thinking = { type: "enabled", budget_tokens: 10 };
    const { choices, usage } = await answer(api, { ...ask, thinking });
    expect(choices[0].message.reasoning).toContain("high tide");
    expect(choices[0].message.reasoning_signature).toMatch(/^sig_/);
    expect(usage.completion_tokens_details.reasoning_tokens).toBe(10);
    const { reply } = await stream(api, { ...ask, thinking });
    expect(reply.choices[0].message.reasoning).toBe(choices[0].message.reasoning);
  });
});

describe.each(documenting(chats, "web_search_options"))("$path with web_search_options", (api) => {
  test("cites a page, and says where", async () => {
    const { message } = (await answer(api, { ...ask, web_search_options: { enabled: true } })).choices[0];
    const [{ type, url_citation }] = message.annotations;
    const cited = message.content.slice(url_citation.start_index, url_citation.end_index);
    expect([type, cited]).toEqual(["url_citation", `([${url_citation.title}](${url_citation.url}))`]);
    const { reply } = await stream(api, { ...ask, web_search_options: { enabled: true } });
    expect(reply.choices[0].message.annotations).toEqual(message.annotations);
  });

  test("does not search when that is switched off", async () => {
    const { message } = (await answer(api, { ...ask, web_search_options: { enabled: false } })).choices[0];
    expect(message.annotations ?? []).toEqual([]);
  });
});

describe.each(documenting(chats, "seed"))("$path with seed", (api) => {
  test("equal seeds have equal answers and fingerprints, others have others", async () => {
    const [one, again, other] = await Promise.all([1, 1, 2].map((seed) => answer(api, { ...ask, seed })));
    expect(one.system_fingerprint).toMatch(/^fp_[0-9a-f]{10}$/);
    expect([again.system_fingerprint, textOf(again)]).toEqual([one.system_fingerprint, textOf(one)]);
    expect(other.system_fingerprint).not.toBe(one.system_fingerprint);
    expect(textOf(other)).not.toBe(textOf(one));
  });
});

describe.each(documenting(chats, "store", "metadata"))("$path with store and metadata", (api) => {
  test("hands the metadata back", async () => {
    const metadata = { port: "Saint-Malo", season: "spring" };
    expect(await answer(api, { ...ask, store: true, metadata })).toMatchObject({ metadata });
  });
});

describe.each(documenting(chats, "prediction"))("$path with prediction", (api) => {
  test("repeats most of it, and counts what was accepted and what was not", async () => {
    const content = "const tides = ['05:12', '11:30', '17:41', '23:58'];\nexport const highest = 12.4;\n";
    const { choices, usage } = await answer(api, { ...ask, prediction: { type: "content", content } });
    const { accepted_prediction_tokens: accepted, rejected_prediction_tokens: rejected } =
      usage.completion_tokens_details;
    expect(choices[0].message.content.startsWith("const tides = ['05:12'")).toBe(true);
    expect(accepted).toBeGreaterThan(rejected);
    expect(rejected).toBeGreaterThan(0);
    expect(usage.completion_tokens).toBeGreaterThan(accepted + rejected);
  });
});
