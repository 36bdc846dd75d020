/** What streams may do though it looks odd: no law says anything of it. */
import { describe, expect, test } from "vitest";
import { checkExchange } from "../../src/laws/check-exchange.ts";
import { listLaws } from "../../src/laws/laws.ts";
import { operationNamed } from "./exchanges.ts";
import {
  added,
  type Body,
  begun,
  CHAT,
  COMPLETION,
  chunk,
  closing,
  DONE,
  done,
  ended,
  ofChoice,
  opening,
  piece,
  RESPONSE,
  responseText,
  type StreamSketch,
  says,
  streamedExchange,
  type Told,
  textOf,
} from "./stream-sketch.ts";

const ask: Body = { model: "openai/gpt-4o-mini", messages: [{ role: "user", content: "When?" }], stream: true };
const asksUsage: Body = { ...ask, stream_options: { include_usage: true } };
const usage = { prompt_tokens: 3, completion_tokens: 4, total_tokens: 7 };
const getTide = { name: "get_tide", parameters: { type: "object", properties: { port: { type: "string" } } } };
const asksTide: Body = { ...ask, tools: [{ type: "function", function: getTide }] };
const plain = textOf(says("High ", "tide.")) + DONE;

const fragment = (index: number, more: Body) => chunk({ tool_calls: [{ index, ...more }] });
const calls = (...fragments: unknown[]) => [chunk({ role: "assistant", content: null }), ...fragments];
const begins = (index: number, id: string, args = "") =>
  fragment(index, { id, type: "function", function: { name: "get_tide", arguments: args } });
const goesOn = (index: number, args: string) => fragment(index, { function: { arguments: args } });

type Row = [name: string, laws: readonly string[], sketch: Omit<StreamSketch, "request"> & { request?: unknown }];

const framing: Row[] = [
  ["a plain stream", ["F1", "F2", "F4", "F7", "F11", "F12"], { text: plain }],
  [
    "a media type with a charset",
    ["F1"],
    { text: plain, headers: { "content-type": "Text/Event-Stream; charset=UTF-8" } },
  ],
  ["characters of four bytes", ["F2"], { text: textOf(says("👩‍👩‍👧 東京")) + DONE }],
  ["a leading byte order mark", ["F3"], { text: `\ufeff${plain}` }],
  ["lines that end with CRLF", ["F4"], { text: plain.replaceAll("\n", "\r\n") }],
  ["lines that end with CR", ["F4"], { text: plain.replaceAll("\n", "\r") }],
  ["line separators inside a text", ["F4"], { text: textOf(says("a\u2028data: b\u0085c")) + DONE }],
  ["comments", ["F5"], { text: `: OPENROUTER PROCESSING\n\n:\n${plain}: bye\n` }],
  ["no space after the colon", ["F6"], { text: plain.replaceAll("data: ", "data:") }],
  ["a field that nobody knows", ["F6"], { text: plain.replaceAll("data: {", "origin: dataset-1\ndata: {") }],
  ["JSON over several lines", ["F7"], { text: plain.replaceAll(',"choices"', ',\ndata: "choices"') }],
  ["an id and a time to wait after all else", ["F11"], { text: `${plain}id: 9\nretry: 10\n` }],
  ["ids", ["F8"], { text: plain.replaceAll("data: {", "id: 7\ndata: {") }],
  ["a time to wait", ["F9"], { text: `retry: 1500\n\n${plain}` }],
  ["a name that is the default", ["F10"], { text: plain.replaceAll("data: {", "event: message\ndata: {") }],
];

const chat: Row[] = [
  [
    "fields that no schema knows",
    ["C1"],
    { text: textOf(says("a").map((one) => ({ ...one, obfuscation: "x7" }))) + DONE },
  ],
  [
    "a notice of Azure's filters",
    ["C1", "C2"],
    {
      text:
        textOf([
          { id: "", object: "", created: 0, model: "", choices: [], prompt_filter_results: [{ prompt_index: 0 }] },
          ...says("a"),
        ]) + DONE,
    },
  ],
  ["one id and one time", ["C2", "C3"], { text: plain }],
  [
    "the role in every chunk",
    ["C4"],
    { text: textOf([opening, chunk({ role: "assistant", content: "High tide." }), closing]) + DONE },
  ],
  ["the role with the content", ["C4"], { text: textOf([chunk({ role: "assistant", content: "a" }), closing]) + DONE }],
  [
    "an empty delta after the end, beside the usage",
    ["C4"],
    { text: textOf([...says("a"), chunk({ role: "assistant", content: "" })]) + DONE },
  ],
  ["a refusal", ["C4"], { text: textOf([opening, chunk({ refusal: "No." }), closing]) + DONE }],
  [
    "choices that take turns",
    ["C4", "C5"],
    {
      request: { ...ask, n: 2 },
      text: textOf(says("a", "b").flatMap((one) => [ofChoice(1, one), ofChoice(0, one)])) + DONE,
    },
  ],
  [
    "choices one after the other",
    ["C5"],
    {
      request: { ...ask, n: 2 },
      text: textOf([0, 1].flatMap((index) => says("a").map((one) => ofChoice(index, one)))) + DONE,
    },
  ],
  ["several choices in one chunk", ["C5"], { request: { ...ask, n: 2 }, text: textOf(says("a").map(twice)) + DONE }],
  ["n is null", ["C5"], { request: { ...ask, n: null }, text: plain }],
  ["no usage", ["C6"], { text: plain }],
  ["usage that is null", ["C6"], { text: textOf(says("a").map((one) => ({ ...one, usage: null }))) + DONE }],
  [
    "the usage at the end, null before",
    ["C6"],
    {
      request: asksUsage,
      text: textOf([...says("a").map((one) => ({ ...one, usage: null })), chunk(undefined, null, { usage })]) + DONE,
    },
  ],
  [
    "two calls whose fragments take turns",
    ["C7", "C8"],
    {
      request: asksTide,
      text:
        textOf([
          ...calls(
            begins(0, "call_1"),
            begins(1, "call_2"),
            goesOn(0, '{"port":'),
            goesOn(1, "{"),
            goesOn(0, '"Brest"}'),
          ),
          goesOn(1, "}"),
          chunk({}, "tool_calls"),
        ]) + DONE,
    },
  ],
  [
    "every field in every fragment",
    ["C7"],
    {
      request: asksTide,
      text: textOf([...calls(begins(0, "call_1", "{"), begins(0, "call_1", "}")), chunk({}, "tool_calls")]) + DONE,
    },
  ],
  [
    "arguments cut by the limit",
    ["C7", "C8"],
    {
      request: { ...asksTide, max_tokens: 3 },
      text: textOf([...calls(begins(0, "call_1", '{"po')), chunk({}, "length")]) + DONE,
    },
  ],
  [
    "a forced call that ends with stop",
    ["C8"],
    {
      request: { ...asksTide, tool_choice: "required" },
      text: textOf([...calls(begins(0, "call_1", "{}")), closing]) + DONE,
    },
  ],
  ["a reply that adds up", ["C9", "C10", "W1"], { text: plain }],
];

function twice(one: ReturnType<typeof chunk>) {
  return { ...one, choices: [0, 1].flatMap((index) => ofChoice(index, one).choices) };
}

const completions: Row[] = [
  ["a reason at the end", ["T1", "T2"], { text: textOf([piece("a"), piece("b", { finish_reason: "stop" })]) + DONE }],
  [
    "null before the end",
    ["T1"],
    { text: textOf([piece("a", { finish_reason: null }), piece("b", { finish_reason: "stop" })]) + DONE },
  ],
  [
    "the reason in every piece",
    ["T1"],
    { text: textOf(["a", "b"].map((text) => piece(text, { finish_reason: "length" }))) + DONE },
  ],
  [
    "the usage in a piece of its own",
    ["T1"],
    { text: textOf([piece("a", { finish_reason: "stop" }), { ...piece(""), choices: [], usage }]) + DONE },
  ],
  [
    "the text of the whole reply",
    ["T3"],
    {
      text: textOf([piece("a"), piece("b", { finish_reason: "stop" })]) + DONE,
      body: { ...piece("ab", { finish_reason: "stop" }), usage },
    },
  ],
];

const text = (value: string) => ({ type: "output_text", text: value, annotations: [] });
const message = (id: string, value: string, status = "completed") => ({
  id,
  type: "message",
  role: "assistant",
  status,
  content: [text(value)],
});
const tells = (index: number, item: ReturnType<typeof message>): Told[] => {
  const at = { item_id: item.id, output_index: index, content_index: 0 };
  const [whole] = item.content;
  return [
    added(index, { ...item, status: "in_progress", content: [] }),
    ["content_part.added", { ...at, part: text("") }],
    ...[...(whole?.text ?? "")].map((delta): Told => ["output_text.delta", { ...at, delta, logprobs: [] }]),
    ["output_text.done", { ...at, text: whole?.text, logprobs: [] }],
    ["content_part.done", { ...at, part: whole }],
    done(index, item),
  ];
};
const high = message("msg_1", "High");
const low = message("msg_2", "Low");
const call = { id: "fc_1", type: "function_call", call_id: "call_1", name: "get_tide", arguments: "{}" };
const draws = { id: "mcp_1", type: "mcp_call", status: "completed", name: "draw", server_label: "s", arguments: "{}" };
const phase = (name: string): Told => [`mcp_call${name}`, { item_id: "mcp_1", output_index: 0 }];
const error: Told = ["error", { code: "server_error", message: "Overloaded.", param: null }];
const asksResponse: Body = {
  model: "openai/gpt-4o-mini",
  input: "When?",
  stream: true,
  tools: [{ type: "function", ...getTide }],
};
const story = (...events: Told[]) => ({ text: responseText([...begun, ...events]) + DONE });

const responses: Row[] = [
  [
    "a message",
    ["R1", "R2", "R3", "R4", "R5", "R6", "R7", "R11"],
    story(...tells(0, high), ended("completed", [high])),
  ],
  ["numbers from one", ["R2"], { text: responseText([...begun, ended("completed")], 1) + DONE }],
  [
    "a response that waits in a queue",
    ["R3"],
    {
      text:
        responseText([
          ["created", begun[0]?.[1]],
          ["queued", begun[0]?.[1]],
          ["in_progress", begun[0]?.[1]],
          ended("completed"),
        ] as Told[]) + DONE,
    },
  ],
  ["a response that fails at once", ["R3"], { text: responseText([begun[0] as Told, ended("failed")]) + DONE }],
  ["two messages", ["R5"], story(...tells(0, high), ...tells(1, low), ended("completed", [high, low]))],
  [
    "two messages at the same time",
    ["R5"],
    story(...interleave(tells(0, high), tells(1, low)), ended("completed", [high, low])),
  ],
  ["an item left open by a failure", ["R5"], story(...tells(0, high).slice(0, 4), ended("failed", []))],
  ["an item that comes whole", ["R6"], story(added(0, call), done(0, call), ended("completed", [call]))],
  [
    "arguments without a delta",
    ["R6", "R7"],
    story(
      added(0, { ...call, arguments: "" }),
      ["function_call_arguments.done", { item_id: "fc_1", output_index: 0, arguments: "{}" }],
      done(0, call),
      ended("completed", [call]),
    ),
  ],
  [
    "a phase that is told again",
    ["R8"],
    story(
      added(0, draws),
      phase(".in_progress"),
      phase(".in_progress"),
      phase(".completed"),
      done(0, draws),
      ended("completed", [draws]),
    ),
  ],
  [
    "a cut item at the end of an incomplete response",
    ["R9"],
    story(
      ...tells(0, message("msg_1", "Hi", "incomplete")),
      ended("incomplete", [message("msg_1", "Hi", "incomplete")]),
    ),
  ],
  [
    "a sign of life before the work began",
    ["R1", "R3"],
    {
      text: responseText([begun[0] as Told, ["keepalive", {}], begun[1] as Told, ended("completed")]) + DONE,
    },
  ],
  ["an error before the failure", ["R10"], story(error, ended("failed"))],
];

function interleave(one: readonly Told[], other: readonly Told[]): Told[] {
  return one.flatMap((event, index) => [event, ...other.slice(index, index + 1)]).concat(other.slice(one.length));
}

const FAMILIES = [
  ["framing", CHAT, ask, framing],
  ["chat", CHAT, ask, chat],
  ["completions", COMPLETION, { model: "m", prompt: "The tide", stream: true }, completions],
  ["responses", RESPONSE, asksResponse, responses],
] as const;

describe.each(FAMILIES)("%s:", (family, id, request, rows) => {
  test.each(rows)("%s", async (_name, laws, sketch) => {
    const exchange = streamedExchange(id, { request, ...sketch });
    const { findings, judged } = await checkExchange(exchange, { operation: operationNamed(id) });
    expect(findings).toEqual([]);
    expect(judged).toEqual(expect.arrayContaining(laws.map((law) => `${family}.${law}`)));
  });
});

test("every law of streams is kept by one of them", () => {
  const kept = FAMILIES.flatMap(([family, , , rows]) =>
    rows.flatMap(([, laws]) => laws.map((law) => `${family}.${law}`)),
  );
  const owed = listLaws().filter(({ id }) => FAMILIES.some(([family]) => id.startsWith(`${family}.`)));
  expect([...new Set(kept)].sort()).toEqual(owed.map(({ id }) => id).sort());
});
