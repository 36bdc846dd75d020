/** Chat streams of clouds that host the models of others behind the API of OpenAI. */
import {
  args,
  bare,
  begins,
  c,
  chat,
  goesOn,
  hi,
  role,
  type ServerStream,
  saysHi,
  tellsMessage,
  tide,
  usage,
} from "./stream.ts";

const safe = { hate: { filtered: false, severity: "safe" }, violence: { filtered: false, severity: "safe" } };
const blank = { id: "", object: "", created: 0, model: "" };

export const cloudChats: readonly ServerStream[] = [
  chat(
    "Azure, filters before and beside the text",
    [
      { ...blank, choices: [], prompt_filter_results: [{ prompt_index: 0, content_filter_results: safe }] },
      c({ role: "assistant", content: "", refusal: null }, null, { content_filter_results: {}, logprobs: null }),
      c({ content: "Hi" }, null, { content_filter_results: safe, logprobs: null }),
      c({}, "stop", { content_filter_results: {}, logprobs: null }),
      bare({ usage }),
    ],
    {
      tells: {
        id: "chatcmpl-7Q",
        created: 1764000000,
        model: "m-1",
        prompt_filter_results: [{ prompt_index: 0 }],
        usage,
        choices: [{ message: { content: "Hi" }, content_filter_results: safe, finish_reason: "stop" }],
      },
    },
  ),
  chat(
    "Azure, filters of its own time",
    [
      ...hi,
      {
        ...blank,
        choices: [
          { index: 0, finish_reason: null, content_filter_results: safe, content_filter_offsets: { check_offset: 4 } },
        ],
      },
    ],
    saysHi,
  ),
  chat(
    "Azure, filters in a chunk of the right kind without names",
    [{ ...blank, object: "chat.completion.chunk", choices: [], prompt_filter_results: [] }, ...hi],
    saysHi,
  ),
  chat(
    "Azure, a text that the filter cut",
    [role, c({ content: "Hi" }), c({}, "content_filter", { content_filter_results: { hate: { filtered: true } } })],
    tellsMessage({ content: "Hi" }, "content_filter"),
  ),
  chat(
    "a gateway before Bedrock, the usage beside the reason",
    [role, c({ content: "Hi" }), c({}, "stop", {}, { usage })],
    tellsMessage({ content: "Hi" }, "stop", { usage }),
  ),
  chat(
    "Anthropic's face of OpenAI",
    [
      c({ role: "assistant", content: "" }),
      c({ content: "Look." }),
      begins(0, "toolu_1", "tide"),
      goesOn(0, ""),
      goesOn(0, args),
      c({}, "tool_calls"),
    ],
    tellsMessage({ content: "Look.", tool_calls: [tide("toolu_1")] }, "tool_calls"),
  ),
  chat(
    "Gemini's face of OpenAI, with thought signatures",
    [
      c(
        {
          role: "assistant",
          tool_calls: [
            { index: 0, ...tide("function-call-1"), extra_content: { google: { thought_signature: "Eg==" } } },
          ],
        },
        "tool_calls",
      ),
      bare({ usage: { ...usage, total_tokens: 13 } }),
    ],
    tellsMessage(
      { tool_calls: [{ ...tide("function-call-1"), extra_content: { google: { thought_signature: "Eg==" } } }] },
      "tool_calls",
    ),
  ),
  chat(
    "Gemini's face of OpenAI, calls without an index",
    [
      c({ role: "assistant", tool_calls: [tide("a")] }),
      c({ role: "assistant", tool_calls: [tide("b", "{}")] }, "tool_calls"),
    ],
    { breaks: ["chat.C1"], tells: { choices: [{ message: { tool_calls: [tide("a"), tide("b", "{}")] } }] } },
  ),
];
