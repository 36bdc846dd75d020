/** Chat streams of servers that speak the dialect of OpenAI, each in its own way. */
import {
  args,
  bare,
  c,
  chat,
  DONE,
  dataOf,
  FOREIGN,
  hi,
  role,
  type ServerStream,
  saysHi,
  stop,
  tellsMessage,
  tide,
  usage,
  written,
} from "./stream.ts";

const think = (text: string) => [{ type: "thinking", thinking: [{ type: "text", text }] }];

const xgroq = (more: object) => ({ x_groq: { id: "req_1", ...more } });
export const serverChats: readonly ServerStream[] = [
  chat(
    "Groq, reasoning and its own block",
    [
      c({ role: "assistant", content: "" }, null, { logprobs: null }, xgroq({ seed: 7 })),
      c({ reasoning: "Well", channel: "analysis" }),
      c({ reasoning: "…" }),
      c({ content: "Hi" }),
      c({}, "stop", { logprobs: null }, { ...xgroq({ usage }), usage }),
    ],
    tellsMessage({ content: "Hi", reasoning: "Well…" }, "stop", { usage, x_groq: { id: "req_1", seed: 7 } }),
  ),
  chat(
    "Groq, tools that the server ran",
    [
      role,
      c({ executed_tools: [{ index: 0, type: "search", arguments: "{}" }] }),
      c({ executed_tools: [{ index: 0, type: "search", arguments: "{}", output: "Noon" }] }),
      c({ content: "Hi" }),
      stop,
    ],
    tellsMessage({ content: "Hi", executed_tools: [{ index: 0, type: "search", arguments: "{}", output: "Noon" }] }),
  ),
  written(
    "DeepSeek, reasoning, comments, the usage with the reason",
    chat(
      "",
      [
        c({ role: "assistant", content: null, reasoning_content: "" }),
        c({ content: null, reasoning_content: "Let" }),
        c({ content: null, reasoning_content: " me" }),
        c({ content: "Hi", reasoning_content: null }),
        c({ content: "", reasoning_content: null }, "stop", { logprobs: null }, { usage }),
      ],
      tellsMessage({ content: "Hi", reasoning_content: "Let me" }, "stop", { usage }),
    ),
    (text) => `: keep-alive\n\n${text.replace("\n\n", "\n\n: keep-alive\n\n")}`,
  ),
  chat(
    "Mistral, thoughts and text as parts",
    [
      c({ role: "assistant", content: "" }),
      c({ content: think("Well") }),
      c({ content: think(", so") }),
      c({ content: "Hi" }),
      c({ content: " you" }),
      c({ content: "" }, "stop", {}, { usage, p: "abcd" }),
    ],
    tellsMessage({ content: [...think("Well, so"), { type: "text", text: "Hi you" }] }),
    FOREIGN,
  ),
  chat(
    "Mistral, a call whole in one chunk, without its type",
    [
      role,
      c(
        { content: "", tool_calls: [{ index: 0, id: "D681PevKs", function: { name: "tide", arguments: args } }] },
        "tool_calls",
      ),
    ],
    {
      breaks: ["chat.C7"],
      tells: {
        choices: [{ message: { tool_calls: [{ id: "D681PevKs", function: { name: "tide", arguments: args } }] } }],
      },
    },
  ),
  chat(
    "Together, token ids and a number for likelihoods",
    [
      c({ role: "assistant", content: "Hi", token_id: 13 }, null, { text: "Hi", seed: null, logprobs: null }),
      c({ content: "", token_id: 7 }, "stop", { text: "", seed: 42, logprobs: null }, { usage }),
    ],
    tellsMessage({ content: "Hi" }),
  ),
  chat(
    "Fireworks, the usage with the reason",
    [c({ role: "assistant" }), c({ content: "Hi" }), c({}, "stop", {}, { usage, perf_metrics: null })],
    tellsMessage({ content: "Hi" }),
  ),
  chat(
    "xAI, the role in every chunk, the reasoning counted apart",
    [
      c({ role: "assistant", reasoning_content: "Hm" }),
      c({ role: "assistant", content: "Hi" }),
      c({ role: "assistant", content: "" }, "stop"),
      bare({
        citations: ["https://example.com/"],
        usage: {
          prompt_tokens: 9,
          completion_tokens: 4,
          total_tokens: 20,
          completion_tokens_details: { reasoning_tokens: 7 },
          num_sources_used: 0,
        },
      }),
    ],
    tellsMessage({ content: "Hi", reasoning_content: "Hm" }, "stop", { citations: ["https://example.com/"] }),
  ),
  chat("xAI, a clock that goes on", [role, c({ content: "Hi" }, null, {}, { created: 1764000001 }), stop], {
    breaks: ["chat.C2"],
    tells: { created: 1764000000 },
  }),
  chat(
    "Perplexity, the message so far beside the delta",
    [
      c(
        { role: "assistant", content: "Hi" },
        null,
        { message: { role: "assistant", content: "Hi" } },
        { citations: ["a"], usage },
      ),
      c(
        { role: "assistant", content: " you" },
        null,
        { message: { role: "assistant", content: "Hi you" } },
        { citations: ["a"], usage },
      ),
      c(
        { role: "assistant", content: "" },
        "stop",
        { message: { role: "assistant", content: "Hi you" } },
        { citations: ["a", "b"], search_results: [{ url: "a" }], usage },
      ),
    ],
    tellsMessage({ content: "Hi you" }, "stop", { citations: ["a", "b"], usage }),
  ),
  written(
    "OpenRouter, comments, details of reasoning, the reason twice",
    chat(
      "",
      [
        c(
          {
            role: "assistant",
            content: "",
            reasoning: "It",
            reasoning_details: [{ type: "reasoning.text", text: "It", format: "f-1", index: 0 }],
          },
          null,
          { native_finish_reason: null },
          { provider: "Anthropic" },
        ),
        c({
          role: "assistant",
          content: "",
          reasoning: " is",
          reasoning_details: [{ type: "reasoning.text", text: " is", format: "f-1", index: 0 }],
        }),
        c({
          content: "",
          reasoning: null,
          reasoning_details: [{ type: "reasoning.text", signature: "c2ln", format: "f-1", index: 0 }],
        }),
        c({ content: "", reasoning_details: [{ type: "reasoning.encrypted", data: "ZGF0", id: "r_1", index: 0 }] }),
        c({ role: "assistant", content: "Hi" }),
        c({ role: "assistant", content: "" }, "stop", { native_finish_reason: "end_turn" }),
        c(
          { role: "assistant", content: "" },
          "stop",
          { native_finish_reason: "end_turn" },
          { usage: { ...usage, cost: 0.001 } },
        ),
      ],
      tellsMessage(
        {
          content: "Hi",
          reasoning: "It is",
          reasoning_details: [
            { type: "reasoning.text", text: "It is", format: "f-1", index: 0, signature: "c2ln" },
            { type: "reasoning.encrypted", data: "ZGF0", id: "r_1", index: 0 },
          ],
        },
        "stop",
        { provider: "Anthropic" },
      ),
    ),
    (text) => `: OPENROUTER PROCESSING\n\n: OPENROUTER PROCESSING\n\n${text}`,
  ),
  chat(
    "OpenRouter, pictures",
    [
      role,
      c({ content: "", images: [{ index: 0, type: "image_url", image_url: { url: "data:image/png;base64,AA==" } }] }),
      c({ content: "", images: [{ index: 1, type: "image_url", image_url: { url: "data:image/png;base64,BB==" } }] }),
      stop,
    ],
    tellsMessage({ content: "", images: [{ index: 0 }, { index: 1 }] }),
  ),
  chat(
    "OpenRouter, an error that ends a stream",
    [role, c({ content: "Hi" }), c({ content: "" }, "error", {}, { error: { code: 502, message: "gone" } })],
    tellsMessage({ content: "Hi" }, "error", { error: { code: 502 } }),
  ),
  chat("a gateway, an error that is no chunk", [role, { error: { code: 502, message: "gone" } }], {
    breaks: ["chat.C1"],
  }),
  {
    name: "a gateway, an error before the first chunk",
    text: dataOf({ error: { code: 502, message: "gone" } }) + DONE,
    breaks: ["chat.C10"],
  },
  chat(
    "vLLM, usage all the time, token ids",
    [
      c(
        { role: "assistant", content: "", reasoning_content: null },
        null,
        { logprobs: null },
        { usage: { ...usage, completion_tokens: 0, total_tokens: 9 }, prompt_token_ids: [1, 2] },
      ),
      c(
        { content: "Hi" },
        null,
        { logprobs: null, token_ids: [5] },
        { usage: { ...usage, completion_tokens: 1, total_tokens: 10 } },
      ),
      c({ content: "" }, "stop", { logprobs: null, stop_reason: null, token_ids: [6, 7] }, { usage }),
      bare({ usage }),
    ],
    { tells: { usage, prompt_token_ids: [1, 2], choices: [{ message: { content: "Hi" }, token_ids: [5, 6, 7] }] } },
  ),
  chat(
    "Ollama, the content with the role",
    [
      c({ role: "assistant", content: "Hi" }),
      c({ role: "assistant", content: " you" }),
      c({ role: "assistant", content: "" }, "stop"),
      bare({ system_fingerprint: "fp_ollama", usage }),
    ],
    tellsMessage({ content: "Hi you" }),
  ),
  chat(
    "llama.cpp, timings",
    [
      c({ role: "assistant", content: null }),
      c({ content: "Hi" }),
      c({}, "stop", {}, { usage, timings: { prompt_n: 1, predicted_ms: 2.5 } }),
    ],
    tellsMessage({ content: "Hi" }, "stop", { timings: { predicted_ms: 2.5 } }),
  ),
  chat(
    "LM Studio, names of no system",
    [...hi.map((one) => ({ ...one, system_fingerprint: "m-1", stats: {} })), bare({ usage })],
    saysHi,
  ),
  chat(
    "LiteLLM, fields that are null",
    [
      c({
        role: "assistant",
        content: "Hi",
        function_call: null,
        tool_calls: null,
        audio: null,
        provider_specific_fields: null,
      }),
      c({ role: null, content: null, function_call: null, tool_calls: null }, "stop"),
      bare({ usage, citations: null }),
    ],
    tellsMessage({ content: "Hi" }),
  ),
  chat(
    "Qwen, an empty reason, an empty id, an empty role",
    [
      c({ role: "assistant", content: null, tool_calls: [{ index: 0, ...tide("call_1", "") }] }, ""),
      c(
        {
          role: "",
          content: null,
          tool_calls: [{ index: 0, id: "", type: "function", function: { name: null, arguments: args } }],
        },
        "",
      ),
      c({ role: "", content: "" }, "tool_calls"),
      bare({ usage }),
    ],
    tellsMessage({ content: "", tool_calls: [tide("call_1")] }, "tool_calls"),
  ),
  chat("Moonshot, the usage within the choice", [role, c({ content: "Hi" }), c({}, "stop", { usage })], {
    tells: { choices: [{ message: { content: "Hi" }, usage }] },
  }),
  chat(
    "a server that says everything at once",
    [c({ role: "assistant", content: "Hi" }, "stop", {}, { usage })],
    tellsMessage({ content: "Hi" }),
  ),
];
