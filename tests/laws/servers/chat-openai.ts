/** Chat streams of OpenAI itself, with all that it may add. */
import {
  args,
  bare,
  begins,
  c,
  call,
  chat,
  FOREIGN,
  goesOn,
  hi,
  role,
  type ServerStream,
  stop,
  tellsMessage,
  tide,
  usage,
} from "./stream.ts";

const token = (text: string) => ({ token: text, logprob: -0.1, bytes: [...Buffer.from(text)], top_logprobs: [] });
const details = { prompt_tokens_details: { cached_tokens: 0 }, completion_tokens_details: { reasoning_tokens: 2 } };

export const openaiChats: readonly ServerStream[] = [
  chat(
    "OpenAI, all that it adds to a chunk",
    [
      ...hi.map((one) => ({
        ...one,
        service_tier: "default",
        system_fingerprint: "fp_1",
        usage: null,
        obfuscation: "x7Kq",
      })),
      bare({ service_tier: "default", system_fingerprint: "fp_1", usage: { ...usage, ...details }, obfuscation: "" }),
    ],
    tellsMessage({ content: "Hi 東京", refusal: null }, "stop", {
      service_tier: "default",
      usage: { ...usage, ...details },
    }),
  ),
  chat(
    "OpenAI, likelihoods",
    [
      c({ role: "assistant", content: "", refusal: null }, null, { logprobs: { content: [], refusal: null } }),
      c({ content: "a" }, null, { logprobs: { content: [token("a")], refusal: null } }),
      c({ content: "b" }, null, { logprobs: { content: [token("b")], refusal: null } }),
      c({}, "stop", { logprobs: null }),
    ],
    {
      tells: {
        choices: [{ message: { content: "ab" }, logprobs: { content: [token("a"), token("b")], refusal: null } }],
      },
    },
  ),
  chat(
    "OpenAI, a refusal with its likelihoods",
    [
      c({ role: "assistant", content: null, refusal: "" }),
      c({ refusal: "No" }, null, { logprobs: { content: null, refusal: [token("No")] } }),
      c({ refusal: "." }, null, { logprobs: { content: null, refusal: [token(".")] } }),
      stop,
    ],
    {
      tells: {
        choices: [
          {
            message: { content: null, refusal: "No." },
            logprobs: { content: null, refusal: [token("No"), token(".")] },
          },
        ],
      },
    },
  ),
  chat(
    "OpenAI, audio",
    [
      c({ role: "assistant", content: null, refusal: null, audio: { id: "audio_1", transcript: "" } }),
      c({ audio: { transcript: "Good" } }),
      c({ audio: { data: "AAAA" } }),
      c({ audio: { transcript: " day" } }),
      c({ audio: { data: "BBBB" } }),
      c({ audio: { expires_at: 1764003600 } }),
      stop,
    ],
    tellsMessage({
      content: null,
      audio: { id: "audio_1", transcript: "Good day", data: "AAAABBBB", expires_at: 1764003600 },
    }),
  ),
  chat(
    "OpenAI, two calls at once",
    [
      c({ role: "assistant", content: null }),
      begins(0, "call_1", "tide"),
      goesOn(0, '{"port":'),
      goesOn(0, '"Brest"}'),
      begins(1, "call_2", "tide"),
      goesOn(1, "{}"),
      c({}, "tool_calls"),
      bare({ usage }),
    ],
    tellsMessage({ content: null, tool_calls: [tide("call_1"), tide("call_2", "{}")] }, "tool_calls", { usage }),
  ),
  chat(
    "OpenAI, a custom tool",
    [
      c({ role: "assistant", content: null }),
      call(0, { id: "call_1", type: "custom", custom: { name: "sql", input: "" } }),
      call(0, { custom: { input: "SELECT " } }),
      call(0, { custom: { input: "1" } }),
      c({}, "tool_calls"),
    ],
    tellsMessage(
      { tool_calls: [{ id: "call_1", type: "custom", custom: { name: "sql", input: "SELECT 1" } }] },
      "tool_calls",
    ),
    FOREIGN,
  ),
  chat(
    "OpenAI, the oldest kind of call",
    [
      c({ role: "assistant", content: null, function_call: { name: "tide", arguments: "" } }),
      c({ function_call: { arguments: args } }),
      c({}, "function_call"),
    ],
    tellsMessage({ content: null, function_call: { name: "tide", arguments: args } }, "function_call"),
  ),
  chat(
    "OpenAI, three choices in turn",
    [0, 1, 2]
      .map((index) => c({ role: "assistant", content: "" }, null, { index }))
      .concat([2, 0, 1, 0].map((index) => c({ content: String(index) }, null, { index })))
      .concat([1, 0, 2].map((index) => c({}, index === 1 ? "length" : "stop", { index }))),
    {
      tells: {
        choices: [
          { index: 0, message: { content: "00" }, finish_reason: "stop" },
          { index: 1, message: { content: "1" }, finish_reason: "length" },
          { index: 2, message: { content: "2" }, finish_reason: "stop" },
        ],
      },
    },
  ),
  chat(
    "OpenAI, a search model with its sources",
    [
      role,
      c({ content: "Noon." }),
      c({ annotations: [{ type: "url_citation", url_citation: { url: "a", start_index: 0 } }] }),
      c({ annotations: [{ type: "url_citation", url_citation: { url: "b", start_index: 3 } }] }),
      stop,
    ],
    tellsMessage({
      content: "Noon.",
      annotations: [{ url_citation: { url: "a" } }, { url_citation: { url: "b" } }],
    }),
  ),
  chat(
    "OpenAI, a reasoning model that ran out of tokens",
    [role, c({}, "length"), bare({ usage: { ...usage, ...details } })],
    tellsMessage({ content: "" }, "length"),
  ),
];
