/** Response streams of OpenAI: every kind of item, and every way to end. */
import { added, done, ended, response, responseText, type Told } from "../stream-sketch.ts";
import {
  call,
  fills,
  hi,
  message,
  open,
  part,
  phases,
  runs,
  says,
  stream,
  tellsItems,
  text,
  tool,
  usage,
} from "./response-stream.ts";
import type { ServerStream } from "./stream.ts";

const web = tool("web_search_call", "ws_1", { action: { type: "search", query: "tide" } });
const page = tool("web_search_call", "ws_2", { action: { type: "open_page", url: "https://example.com/" } });
const file = tool("file_search_call", "fs_1", { queries: ["tide"], results: null });
const code = tool("code_interpreter_call", "ci_1", { code: "print(1)", container_id: "cntr_1", outputs: null });
const image = tool("image_generation_call", "ig_1", {
  result: "AAAA",
  size: "1024x1024",
  quality: "low",
  output_format: "png",
  background: "opaque",
  revised_prompt: "a tide",
});
const lists = { id: "mcpl_1", type: "mcp_list_tools", server_label: "s", tools: [{ name: "draw", input_schema: {} }] };
const mcp = tool("mcp_call", "mcp_1", {
  server_label: "s",
  name: "draw",
  arguments: "{}",
  output: "ok",
  error: null,
  approval_request_id: null,
});
const asks = { id: "mcpr_1", type: "mcp_approval_request", server_label: "s", name: "draw", arguments: "{}" };
const custom = tool("custom_tool_call", "ctc_1", { call_id: "call_2", name: "sql", input: "SELECT 1" });
const clicks = tool("computer_call", "cu_1", {
  call_id: "call_3",
  action: { type: "click", x: 1, y: 2, button: "left" },
  pending_safety_checks: [],
});
const local = tool("local_shell_call", "lsh_1", {
  call_id: "call_4",
  action: { type: "exec", command: ["ls"], env: {} },
});
const shell = tool("shell_call", "sh_1", {
  call_id: "call_5",
  action: { commands: ["ls"], timeout_ms: null, max_output_length: null },
});
const shown = tool("shell_call_output", "sho_1", {
  call_id: "call_5",
  output: [{ stdout: "a", stderr: "", outcome: { type: "exit", exit_code: 0 } }],
  max_output_length: null,
});
const patch = tool("apply_patch_call", "apc_1", {
  call_id: "call_6",
  operation: { type: "update_file", path: "a", diff: "@@\n+b" },
});
const thought = (text_: string) => ({ type: "summary_text", text: text_ });
const thinks = {
  id: "rs_1",
  type: "reasoning",
  summary: [thought("First"), thought("Then")],
  encrypted_content: "gAAA-done",
};
const summary = (index: number, item: typeof thinks): Told[] => [
  added(index, { ...item, summary: [], encrypted_content: "gAAA-added" }),
  ...item.summary.flatMap((one, summary_index): Told[] => {
    const at = { item_id: item.id, output_index: index, summary_index };
    return [
      ["reasoning_summary_part.added", { ...at, part: thought("") }],
      ["reasoning_summary_text.delta", { ...at, delta: one.text, obfuscation: "z" }],
      ["reasoning_summary_text.done", { ...at, text: one.text }],
      ["reasoning_summary_part.done", { ...at, part: one }],
    ];
  }),
  done(index, item),
];
const cited = text("Noon", {
  annotations: [{ type: "url_citation", url: "https://example.com/", title: "a", start_index: 0, end_index: 4 }],
});
const cites: Told = [
  "output_text.annotation.added",
  { item_id: "msg_1", output_index: 1, content_index: 0, annotation_index: 0, annotation: cited.annotations[0] },
];
const empty = { id: "rs_0", type: "reasoning", summary: [] };

export const openaiResponses: readonly ServerStream[] = [
  tellsItems("a message", says(0, hi), [hi]),
  tellsItems("a refusal", says(0, message("msg_1", { type: "refusal", refusal: "I will not" })), [
    message("msg_1", { type: "refusal", refusal: "I will not" }),
  ]),
  tellsItems(
    "likelihoods",
    [
      added(0, { ...open(hi), content: [] }),
      ["content_part.added", { item_id: "msg_1", output_index: 0, content_index: 0, part: text("") }],
      [
        "output_text.delta",
        {
          item_id: "msg_1",
          output_index: 0,
          content_index: 0,
          delta: "Hi",
          logprobs: [{ token: "Hi", logprob: -1, top_logprobs: [] }],
        },
      ],
      [
        "output_text.done",
        {
          item_id: "msg_1",
          output_index: 0,
          content_index: 0,
          text: "Hi",
          logprobs: [{ token: "Hi", logprob: -1, top_logprobs: [] }],
        },
      ],
      [
        "content_part.done",
        {
          item_id: "msg_1",
          output_index: 0,
          content_index: 0,
          part: text("Hi", { logprobs: [{ token: "Hi", logprob: -1, bytes: [72, 105], top_logprobs: [] }] }),
        },
      ],
      done(0, message("msg_1", text("Hi", { logprobs: [{ token: "Hi", logprob: -1, top_logprobs: [] }] }))),
    ],
    [message("msg_1", text("Hi", { logprobs: [{ token: "Hi", logprob: -1, top_logprobs: [] }] }))],
  ),
  tellsItems(
    "a function call",
    runs(0, call, fills("function_call_arguments", "arguments", call.arguments), { arguments: "" }),
    [call],
  ),
  tellsItems(
    "two function calls at once",
    [
      added(0, { ...open(call), arguments: "" }),
      added(1, { ...open({ ...call, id: "fc_2" }), arguments: "" }),
      ...[1, 0].flatMap((output_index): Told[] => [
        ["function_call_arguments.delta", { item_id: `fc_${output_index + 1}`, output_index, delta: call.arguments }],
        [
          "function_call_arguments.done",
          { item_id: `fc_${output_index + 1}`, output_index, arguments: call.arguments, name: "tide" },
        ],
        done(output_index, { ...call, id: `fc_${output_index + 1}` }),
      ]),
    ],
    [call, { ...call, id: "fc_2" }],
  ),
  tellsItems("a custom tool", runs(0, custom, fills("custom_tool_call_input", "input", "SELECT 1"), { input: "" }), [
    custom,
  ]),
  tellsItems(
    "a search of the web, and a page that was opened",
    [
      ...runs(0, web, phases("web_search_call", "in_progress", "searching", "completed"), { action: undefined }),
      ...says(1, message("msg_1", cited), [cites]),
      ...runs(2, page, phases("web_search_call", "in_progress", "searching", "completed")),
    ],
    [web, message("msg_1", cited), page],
  ),
  tellsItems("a search of files", runs(0, file, phases("file_search_call", "in_progress", "searching", "completed")), [
    file,
  ]),
  tellsItems(
    "code that runs",
    runs(
      0,
      code,
      [
        ...phases("code_interpreter_call", "in_progress"),
        ...fills("code_interpreter_call_code", "code", "print(1)"),
        ...phases("code_interpreter_call", "interpreting", "completed"),
      ],
      { code: "" },
    ),
    [code],
  ),
  tellsItems(
    "a picture with parts of it",
    runs(
      0,
      image,
      [
        ...phases("image_generation_call", "in_progress", "generating"),
        [
          "image_generation_call.partial_image",
          { partial_image_index: 0, partial_image_b64: "AA==", size: "1024x1024" },
        ],
        ["image_generation_call.partial_image", { partial_image_index: 1, partial_image_b64: "AB==" }],
        ...phases("image_generation_call", "completed"),
      ],
      { result: null },
    ),
    [image],
  ),
  tellsItems(
    "tools of another server",
    [
      ...runs(0, lists, phases("mcp_list_tools", "in_progress", "completed"), { tools: [], status: undefined }),
      ...runs(
        1,
        mcp,
        [
          ...phases("mcp_call", "in_progress"),
          ...fills("mcp_call_arguments", "arguments", "{}"),
          ...phases("mcp_call", "completed"),
        ],
        { arguments: "", output: null },
      ),
      ...says(2, hi),
    ],
    [lists, mcp, hi],
  ),
  tellsItems(
    "a call of another server that failed",
    runs(
      0,
      { ...mcp, status: "failed", error: "gone", output: null },
      [
        ...phases("mcp_call", "in_progress"),
        ["mcp_call_arguments.done", { arguments: "{}" }],
        ...phases("mcp_call", "failed"),
      ],
      { arguments: "", error: null },
    ),
    [{ ...mcp, status: "failed", error: "gone", output: null }],
  ),
  tellsItems("a call that waits for consent", [added(0, asks), done(0, asks)], [asks]),
  tellsItems("a click", runs(0, clicks, []), [clicks]),
  tellsItems(
    "shells of both kinds, and a patch",
    [
      ...runs(0, local, []),
      ...runs(
        1,
        shell,
        [
          ["shell_call_command.added", { command_index: 0, command: "" }],
          ["shell_call_command.delta", { command_index: 0, delta: "ls" }],
          ["shell_call_command.done", { command_index: 0, command: "ls" }],
        ],
        { action: { commands: [] } },
      ),
      added(2, shown),
      done(2, shown),
      ...runs(
        3,
        patch,
        [
          ["apply_patch_call_operation_diff.delta", { delta: "@@\n" }],
          ["apply_patch_call_operation_diff.done", { diff: "@@\n+b" }],
        ],
        { operation: { type: "update_file", path: "a", diff: "" } },
      ),
    ],
    [local, shell, shown, patch],
    { isForeign: true },
  ),
  tellsItems(
    "reasoning with its summary, sealed anew at every event",
    [...summary(0, thinks), ...says(1, hi)],
    [{ ...thinks, encrypted_content: "gAAA-completed" }, hi],
  ),
  tellsItems(
    "reasoning that is told, as gpt-oss does",
    [
      added(0, { ...empty, content: [] }),
      ...part("rs_0", 0, 0, { type: "reasoning_text", text: "Let me see" }),
      done(0, { ...empty, content: [{ type: "reasoning_text", text: "Let me see" }] }),
      ...says(1, hi),
    ],
    [{ ...empty, content: [{ type: "reasoning_text", text: "Let me see" }] }, hi],
  ),
  tellsItems("reasoning that says nothing", [added(0, empty), done(0, empty), ...says(1, hi)], [empty, hi]),
  tellsItems(
    "messages of two phases",
    [...says(0, { ...hi, phase: "commentary" }), ...says(1, { ...hi, id: "msg_2", phase: "final_answer" })],
    [
      { ...hi, phase: "commentary" },
      { ...hi, id: "msg_2", phase: "final_answer" },
    ],
  ),
  tellsItems("a message of two parts", says(0, message("msg_1", text("Hi there"), text("And you"))), [
    message("msg_1", text("Hi there"), text("And you")),
  ]),
  tellsItems(
    "events of a later version",
    [...says(0, hi, [["output_text.sparkle", { output_index: 0, glow: 1 }]]), ["moon.risen", {}]],
    [hi],
    { isForeign: true },
  ),
  stream(
    "a text that ran out of tokens",
    [
      ...says(0, { ...hi, status: "incomplete" }),
      ended("incomplete", [{ ...hi, status: "incomplete" }], {
        incomplete_details: { reason: "max_output_tokens" },
        usage,
      }),
    ],
    { tells: { status: "incomplete", output: [{ ...hi, status: "incomplete" }] } },
  ),
  stream(
    "reasoning that ran out of tokens",
    [
      added(0, empty),
      done(0, empty),
      ended("incomplete", [empty], { incomplete_details: { reason: "max_output_tokens" }, usage }),
    ],
    { tells: { output: [empty] } },
  ),
  stream(
    "a text that the filter cut",
    [
      added(0, { ...open(hi), content: [] }),
      ...part("msg_1", 0, 0, text("Hi there")).slice(0, 2),
      done(0, { ...message("msg_1", text("Hi")), status: "incomplete" }),
      ended("incomplete", [{ ...message("msg_1", text("Hi")), status: "incomplete" }], {
        incomplete_details: { reason: "content_filter" },
      }),
    ],
    { tells: { output: [{ content: [{ text: "Hi" }] }] } },
  ),
  stream(
    "a failure in the middle",
    [added(0, { ...open(hi), content: [] }), ended("failed", [], { error: { code: "server_error", message: "gone" } })],
    { tells: { status: "failed", error: { code: "server_error" } } },
  ),
  stream(
    "an error, then the failure",
    [
      ["error", { code: "server_error", message: "gone", param: null }],
      ended("failed", [], { error: { code: "server_error", message: "gone" } }),
    ],
    { tells: { status: "failed" }, isForeign: true },
  ),
  {
    name: "a failure before it began",
    text: responseText([
      ["created", { response: response("in_progress") }],
      ended("failed", [], { error: { code: "server_error", message: "gone" } }),
    ]),
    tells: { status: "failed" },
  },
  {
    name: "queued first, in the background",
    text: responseText([
      ["created", { response: response("queued", [], { background: true }) }],
      ["queued", { response: response("queued") }],
      ["in_progress", { response: response("in_progress") }],
      ...says(0, hi),
      ended("completed", [hi]),
    ]),
    tells: { output: [hi] },
  },
];
