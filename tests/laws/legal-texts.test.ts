/** What servers may do though it looks odd, in the replies that are texts: no law says anything of it. */
import { exampleReply } from "./exchanges.ts";
import { type LegalRow, testLegal } from "./legal.ts";

const CHAT = "orqProxyCreateChatCompletion";
const COMPLETION = "orqProxyCreateCompletion";
const RESPONSE = "orqProxyCreateResponse";
type Body = Record<string, unknown>;
const ask: Body = { model: "openai/gpt-4o-mini", messages: [{ role: "user", content: "When is high tide?" }] };

const choice = (message: Body, finish_reason: string | null = "stop", index = 0) => ({
  index,
  finish_reason,
  message: { role: "assistant", content: null, refusal: null, ...message },
});
const chat = (choices: unknown[], more: Body = {}): Body => ({ ...exampleReply(CHAT), choices, ...more });
const says = (content: string, finish_reason = "stop", index = 0) => choice({ content }, finish_reason, index);
const oneCall = (args: string) => [{ id: "call_1", type: "function", function: { name: "get_tide", arguments: args } }];
const calls = (args: string, finish_reason = "tool_calls") => choice({ tool_calls: oneCall(args) }, finish_reason);
const tool = (parameters?: unknown): Body => ({
  ...ask,
  tools: [{ type: "function", function: { name: "get_tide", ...(parameters === undefined ? {} : { parameters }) } }],
});
const jsonSchema = (schema: unknown): Body => ({
  ...ask,
  response_format: { type: "json_schema", json_schema: { name: "tide", schema } },
});
const port = { type: "object", properties: { port: { type: "string" } }, required: ["port"] };
const response = (output: unknown[], more: Body = {}): Body => ({ ...exampleReply(RESPONSE), output, ...more });
const message = (content: unknown, status = "completed") => ({
  type: "message",
  id: "msg_1",
  role: "assistant",
  status,
  content,
});

const kept: LegalRow[] = [
  [
    "no log probabilities of a completion, where the documents know none",
    "choices.N4",
    COMPLETION,
    {
      request: { model: "openai/gpt-3.5-turbo-instruct", prompt: "Tide", logprobs: 2 },
      reply: exampleReply(COMPLETION),
    },
  ],
  [
    "usage with details that exceed nothing",
    "usage.U1",
    CHAT,
    {
      request: ask,
      reply: chat([says("At seven.")], {
        usage: { prompt_tokens: 3, completion_tokens: 4, total_tokens: 7, prompt_tokens_details: { cached_tokens: 0 } },
      }),
    },
  ],
  [
    "usage with null details",
    "usage.U1",
    CHAT,
    {
      request: ask,
      reply: chat([says("At seven.")], {
        usage: { prompt_tokens: 3, completion_tokens: 4, total_tokens: 7, prompt_tokens_details: null },
      }),
    },
  ],
  ["usage of a reply whose request is unknown", "usage.U1", CHAT, { reply: exampleReply(CHAT) }],
  [
    "choices out of order",
    "choices.N1",
    CHAT,
    { request: { ...ask, n: 2 }, reply: chat([says("a", "stop", 1), says("b", "stop", 0)]) },
  ],
  ["n is null", "choices.N1", CHAT, { request: { ...ask, n: null }, reply: exampleReply(CHAT) }],
  [
    "one text for a prompt of token ids",
    "choices.N1",
    COMPLETION,
    { request: { model: "m", prompt: [1, 2, 3] }, reply: exampleReply(COMPLETION) },
  ],
  [
    "two texts for two prompts of token ids",
    "choices.N1",
    COMPLETION,
    {
      request: { model: "m", prompt: [[1], [2, 3]] },
      reply: {
        ...exampleReply(COMPLETION),
        choices: [
          { index: 0, text: "a" },
          { index: 1, text: "b" },
        ],
      },
    },
  ],
  [
    "a completion cut by the default limit",
    "choices.N2",
    COMPLETION,
    {
      request: { model: "m", prompt: "The tide" },
      reply: { ...exampleReply(COMPLETION), choices: [{ index: 0, text: "a", finish_reason: "length" }] },
    },
  ],
  [
    "a cut text under a limit",
    "choices.N2",
    CHAT,
    { request: { ...ask, max_tokens: 3 }, reply: chat([says("At", "length")]) },
  ],
  [
    "a cut text at the end of the context",
    "choices.N2",
    CHAT,
    {
      request: ask,
      reply: chat([says("At", "length")], {
        usage: { prompt_tokens: 100, completion_tokens: 8092, total_tokens: 8192 },
      }),
    },
  ],
  [
    "a call forced by name ends with stop",
    "choices.N2",
    CHAT,
    {
      request: { ...tool(port), tool_choice: { type: "function", function: { name: "get_tide" } } },
      reply: chat([calls('{"port":"Brest"}', "stop")]),
    },
  ],
  [
    "a forced call ends with stop",
    "choices.N2",
    CHAT,
    { request: { ...tool(port), tool_choice: "required" }, reply: chat([calls('{"port":"Brest"}', "stop")]) },
  ],
  [
    "calls beside a text",
    "choices.N2",
    CHAT,
    {
      request: tool(port),
      reply: chat([choice({ content: "Let me look.", tool_calls: oneCall('{"port":"Brest"}') }, "tool_calls")]),
    },
  ],
  [
    "a call cut in its arguments",
    "tools.A1",
    CHAT,
    { request: { ...tool(port), max_tokens: 3 }, reply: chat([calls('{"po', "length")]) },
  ],
  ["a tool without parameters", "tools.A1", CHAT, { request: tool(), reply: chat([calls("{}")]) }],
  [
    "parameters in an older dialect",
    "tools.A1",
    CHAT,
    {
      request: tool({ $schema: "http://json-schema.org/draft-07/schema#", ...port }),
      reply: chat([calls('{"port":"Brest"}')]),
    },
  ],
  [
    "parameters that refer to themselves",
    "tools.A1",
    CHAT,
    {
      request: tool({ type: "object", properties: { next: { $ref: "#" } }, additionalProperties: false }),
      reply: chat([calls('{"next":{"next":{}}}')]),
    },
  ],
  ["a reply without calls to a request without tools", "tools.A1", CHAT, { request: ask, reply: exampleReply(CHAT) }],
  [
    "an incomplete function call of a response",
    "tools.A1",
    RESPONSE,
    {
      request: { model: "m", input: "?", tools: [{ type: "function", name: "get_tide", parameters: port }] },
      reply: response(
        [{ type: "function_call", name: "get_tide", arguments: '{"po', call_id: "c", status: "incomplete" }],
        { status: "incomplete" },
      ),
    },
  ],
  [
    "a hosted tool call of a response",
    "tools.A1",
    RESPONSE,
    {
      request: { model: "m", input: "?", tools: [{ type: "web_search" }] },
      reply: response([{ type: "web_search_call", id: "ws", status: "completed" }]),
    },
  ],
  [
    "an object",
    "format.J1",
    CHAT,
    { request: { ...ask, response_format: { type: "json_object" } }, reply: chat([says(' {"port":"Brest"}\n')]) },
  ],
  ["a value for the schema", "format.J1", CHAT, { request: jsonSchema(port), reply: chat([says('{"port":"Brest"}')]) }],
  [
    "prose, where chat has no such field",
    "format.J1",
    CHAT,
    { request: { ...ask, text: { format: { type: "json_object" } } }, reply: exampleReply(CHAT) },
  ],
  [
    "a schema left out",
    "format.J1",
    CHAT,
    {
      request: { ...ask, response_format: { type: "json_schema", json_schema: { name: "tide" } } },
      reply: chat([says("7")]),
    },
  ],
  ["a refusal", "format.J1", CHAT, { request: jsonSchema(port), reply: chat([choice({ refusal: "I will not." })]) }],
  [
    "a cut value",
    "format.J1",
    CHAT,
    { request: { ...jsonSchema(port), max_tokens: 3 }, reply: chat([says('{"po', "length")]) },
  ],
  ["a filtered value", "format.J1", CHAT, { request: jsonSchema(port), reply: chat([says("", "content_filter")]) }],
  [
    "a tool call in the place of the value",
    "format.J1",
    CHAT,
    { request: { ...jsonSchema(port), ...tool(port) }, reply: chat([calls('{"port":"Brest"}')]) },
  ],
  [
    "a response that fits its schema in two parts",
    "format.J1",
    RESPONSE,
    {
      request: { model: "m", input: "?", text: { format: { type: "json_schema", name: "tide", schema: port } } },
      reply: response([
        message([
          { type: "output_text", text: '{"port":' },
          { type: "output_text", text: '"Brest"}' },
        ]),
      ]),
    },
  ],
  [
    "a response that refuses",
    "format.J1",
    RESPONSE,
    {
      request: { model: "m", input: "?", text: { format: { type: "json_object" } } },
      reply: response([message([{ type: "refusal", refusal: "No." }])]),
    },
  ],
  [
    "a response that was cut",
    "format.J1",
    RESPONSE,
    {
      request: { model: "m", input: "?", text: { format: { type: "json_object" } } },
      reply: response([message([{ type: "output_text", text: '{"po' }], "incomplete")], { status: "incomplete" }),
    },
  ],
];

const unjudged: LegalRow[] = [
  ["a stream without usage", "usage.U1", CHAT, { request: ask, reply: chat([says("a")], { usage: undefined }) }],
  ["choices for an unknown n", "choices.N1", CHAT, { reply: exampleReply(CHAT) }],
  ["a reason for calls that may have been forced", "choices.N2", CHAT, { reply: chat([calls("{}", "stop")]) }],
  ["calls of unknown tools", "tools.A1", CHAT, { reply: chat([calls("{}")]) }],
  [
    "calls of tools that a kept prompt may bring",
    "tools.A1",
    CHAT,
    { request: { ...ask, orq: { prompt: { id: "p", version: "latest" } } }, reply: chat([calls("{}")]) },
  ],
  [
    "parameters that are no schema",
    "tools.A1",
    CHAT,
    { request: tool({ type: "nonsense" }), reply: chat([calls("{}")]) },
  ],
  [
    "parameters that refer elsewhere",
    "tools.A1",
    CHAT,
    { request: tool({ $ref: "https://example.com/schema" }), reply: chat([calls("{}")]) },
  ],
  [
    "a pattern that would backtrack for years",
    "tools.A1",
    CHAT,
    {
      request: tool({ properties: { port: { pattern: "^(a+)+$" } } }),
      reply: chat([calls(JSON.stringify({ port: `${"a".repeat(60)}!` }))]),
    },
  ],
  [
    "references that fan out without end",
    "format.J1",
    CHAT,
    { request: jsonSchema(fan(40)), reply: chat([says("7")]) },
  ],
  [
    "JSON that a stop sequence may have cut",
    "format.J1",
    CHAT,
    { request: { ...jsonSchema(port), stop: "}" }, reply: chat([says('{"port":"Brest"')]) },
  ],
];

/** Each level asks the next one twice: 2^levels checks for one value. */
function fan(levels: number): unknown {
  const $defs = Object.fromEntries(
    Array.from({ length: levels }, (_, level) => [
      `d${level}`,
      { allOf: [1, 2].map(() => ({ $ref: `#/$defs/d${level + 1}` })) },
    ]),
  );
  return { $ref: "#/$defs/d0", $defs: { ...$defs, [`d${levels}`]: { type: "number" } } };
}

testLegal({ kept, unjudged });
