/** Streams of legacy text completions. */
import type { Body } from "../stream-sketch.ts";
import { DONE, dataOf, type ServerStream, usage } from "./stream.ts";

const BASE = { id: "cmpl-7Q", object: "text_completion", created: 1764000000, model: "m-1" };

const t = (text: string, finish_reason: unknown = null, choice: Body = {}, more: Body = {}): Body => ({
  ...BASE,
  choices: [{ text, index: 0, logprobs: null, finish_reason, ...choice }],
  ...more,
});

const tells = (text: string, finish_reason = "stop", more: Body = {}): Pick<ServerStream, "tells"> => ({
  tells: { choices: [{ index: 0, text, finish_reason }], ...more },
});

const completion = (
  name: string,
  payloads: readonly unknown[],
  more: Omit<ServerStream, "name" | "text">,
): ServerStream => ({ name, text: dataOf(...payloads) + DONE, ...more });

const likely = (token: string, offset: number) => ({
  tokens: [token],
  token_logprobs: [-0.5],
  top_logprobs: [{ [token]: -0.5 }],
  text_offset: [offset],
});

export const completionStreams: readonly ServerStream[] = [
  completion(
    "OpenAI, null before the end, the usage after it",
    [
      t("The", null, {}, { usage: null }),
      t(" tide", null, {}, { usage: null }),
      t("", "length", {}, { usage: null }),
      { ...BASE, choices: [], usage },
    ],
    tells("The tide", "length", { usage }),
  ),
  completion(
    "OpenAI, likelihoods",
    [t("a", null, { logprobs: likely("a", 0) }), t("b", "stop", { logprobs: likely("b", 1) })],
    {
      tells: {
        choices: [
          {
            text: "ab",
            logprobs: {
              tokens: ["a", "b"],
              token_logprobs: [-0.5, -0.5],
              top_logprobs: [{ a: -0.5 }, { b: -0.5 }],
              text_offset: [0, 1],
            },
          },
        ],
      },
    },
  ),
  completion("OpenAI, the prompt first (echo)", [t("Say hi:"), t(" hi"), t("", "stop")], tells("Say hi: hi")),
  completion("OpenAI, nothing but the prompt (echo, max_tokens 0)", [t("Say hi", "length")], tells("Say hi", "length")),
  completion(
    "OpenAI, three choices in turn",
    [
      t("a", null, { index: 2 }),
      t("b", null, { index: 0 }),
      t("c", null, { index: 1 }),
      t("d", null, { index: 0 }),
    ].concat([0, 2, 1].map((index) => t("", "stop", { index }))),
    {
      tells: {
        choices: [
          { index: 0, text: "bd" },
          { index: 1, text: "c" },
          { index: 2, text: "a" },
        ],
      },
    },
  ),
  completion(
    "Azure, its filters beside the text",
    [
      { ...BASE, choices: [], prompt_filter_results: [{ prompt_index: 0 }] },
      t("hi", null, { content_filter_results: { hate: { filtered: false } } }),
      t("", "stop", { content_filter_results: {} }),
    ],
    {
      tells: {
        prompt_filter_results: [{ prompt_index: 0 }],
        choices: [{ text: "hi", content_filter_results: { hate: { filtered: false } } }],
      },
    },
  ),
  completion(
    "vLLM, likelihoods of the prompt, the usage all the time",
    [
      t(
        "hi",
        null,
        { prompt_logprobs: [null, { "5": { logprob: -1 } }], stop_reason: null },
        { usage: { ...usage, total_tokens: 13 } },
      ),
      t(" you", "stop", { prompt_logprobs: null, stop_reason: 128009 }, { usage }),
      { ...BASE, choices: [], usage },
    ],
    {
      tells: {
        usage,
        choices: [{ text: "hi you", prompt_logprobs: [null, { "5": { logprob: -1 } }], stop_reason: 128009 }],
      },
    },
  ),
  completion("the reason in every piece", [t("hi", "length"), t(" you", "length")], tells("hi you", "length")),
  completion(
    "llama.cpp, timings with the end",
    [t("hi"), t("", "stop", {}, { usage, timings: { predicted_n: 2 } })],
    tells("hi", "stop", { timings: { predicted_n: 2 } }),
  ),
  completion(
    "Ollama, an empty reason and a clock that goes on",
    [t("hi", ""), t("", "stop", {}, { created: 1764000001 })],
    tells("hi"),
  ),
  completion("no likelihoods at all", [{ ...BASE, choices: [{ index: 0, text: "hi" }] }, t("", "stop")], tells("hi")),
  completion("chunks of a chat", [{ ...t("hi", "stop"), object: "chat.completion.chunk" }], {
    breaks: ["completions.T1"],
  }),
  completion("a piece without an end", [t("hi")], { breaks: ["completions.T1"] }),
  completion("an error in the place of a piece", [t("hi"), { error: { message: "gone" } }], {
    breaks: ["completions.T1"],
  }),
  { name: "no sentinel", text: dataOf(t("hi", "stop")), breaks: ["completions.T2"] },
];
