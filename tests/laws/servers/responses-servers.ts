/** Response streams of servers that leave things out or add some: what breaks a law, and what does not. */
import { added, type Body, begun, done, ended, responseText } from "../stream-sketch.ts";
import { call, fills, hi, message, runs, says, text } from "./response-stream.ts";
import type { ServerStream } from "./stream.ts";

/** An event whose type has no `response.` before it, numbered by hand. */
const aside = (type: string, more: Body = {}) => `event: ${type}\ndata: ${JSON.stringify({ type, ...more })}\n\n`;
const whole = responseText([...begun, ...says(0, hi), ended("completed", [hi])]);
const firstEvent = (value: string): string => value.slice(0, value.indexOf("\n\n") + 2);
const without = (pattern: RegExp): string => whole.replaceAll(pattern, "");
const eventNamed = (name: string): RegExp => new RegExp(`event: response\\.${name}\ndata: .*\n\n`, "g");
const tells = { output: [hi] };

const thought = (text: string): Body => ({ type: "reasoning_text", text });

const annotation = { type: "url_citation", url: "https://example.com/" };
const cited = message("msg_1", text("Hi there", { annotations: [annotation] }));

export const serverResponses: readonly ServerStream[] = [
  {
    name: "OpenAI, a sign of life before the work began",
    text:
      firstEvent(whole) +
      aside("keepalive", { sequence_number: 1 }) +
      responseText([...begun, ...says(0, hi), ended("completed", [hi])], 1).slice(firstEvent(whole).length),
    tells,
  },
  {
    name: "a sign of life without a number",
    text: whole.replace("event: response.output_item.added", `${aside("ping")}event: response.output_item.added`),
    isForeign: true,
    tells,
  },
  { name: "no sequence_number (LM Studio, Ollama)", text: without(/,?"sequence_number":\d+/g), tells },
  { name: "numbers from 1", text: responseText([...begun, ...says(0, hi), ended("completed", [hi])], 1), tells },
  { name: "a sentinel at the end (OpenRouter)", text: `: OPENROUTER PROCESSING\n\n${whole}data: [DONE]\n\n`, tells },
  {
    name: "no item_id, no logprobs, no annotations",
    text: without(/"item_id":"msg_1",|,"logprobs":\[\]|"annotations":\[\],?/g).replaceAll(",}", "}"),
    tells: { output: [{ content: [{ text: "Hi there" }] }] },
  },
  {
    name: "no output_index with a delta",
    text: whole.replaceAll(/("type":"response\.output_text\.delta".*?)"output_index":0,/g, "$1"),
    isForeign: true,
    tells,
  },
  {
    name: "arguments that are there from the beginning, and are told all the same",
    text: responseText([
      ...begun,
      ...runs(0, call, fills("function_call_arguments", "arguments", call.arguments)),
      ended("completed", [call]),
    ]),
    tells: { output: [call] },
  },
  {
    name: "ids of its own in the final output (vLLM), and a part of reasoning under a name of its own",
    text: responseText([
      ...begun,
      added(0, { id: "rs_1", type: "reasoning", summary: [] }),
      ["reasoning_part.added", { item_id: "rs_1", output_index: 0, content_index: 0, part: thought("") }],
      ["reasoning_text.delta", { item_id: "rs_1", output_index: 0, content_index: 0, delta: "Hm" }],
      ["reasoning_text.done", { item_id: "rs_1", output_index: 0, content_index: 0, text: "Hm" }],
      ["reasoning_part.done", { item_id: "rs_1", output_index: 0, content_index: 0, part: thought("Hm") }],
      done(0, { id: "rs_1", type: "reasoning", summary: [], content: [thought("Hm")] }),
      ...says(1, hi),
      ended("completed", [
        { id: "rs_9", type: "reasoning", summary: [], content: [thought("Hm")] },
        { ...hi, id: "msg_9" },
      ]),
    ]),
    isForeign: true,
    tells: {
      output: [
        { id: "rs_9", content: [thought("Hm")] },
        { ...hi, id: "msg_9" },
      ],
    },
  },
  {
    name: "sources after the part that names them",
    text: responseText([
      ...begun,
      ...says(0, hi).slice(0, -1),
      [
        "output_text.annotation.added",
        { item_id: "msg_1", output_index: 0, content_index: 0, annotation_index: 0, annotation },
      ],
      done(0, cited),
      ended("completed", [cited]),
    ]),
    tells: { output: [cited] },
  },
  {
    name: "the later half of a stream that is told again (starting_after)",
    text: whole.slice(whole.indexOf("event: response.output_text.delta")),
    breaks: ["responses.R3", "responses.R5"],
    tells: { output: [hi] },
  },
  { name: "no text.done", text: without(eventNamed("output_text\\.done")), breaks: ["responses.R6"], tells },
  { name: "no content_part.done", text: without(eventNamed("content_part\\.done")), breaks: ["responses.R6"], tells },
  { name: "no output_item.done", text: without(eventNamed("output_item\\.done")), breaks: ["responses.R5"], tells },
  { name: "no content_part.added", text: without(eventNamed("content_part\\.added")), breaks: ["responses.R6"], tells },
  { name: "no in_progress", text: without(eventNamed("in_progress")), breaks: ["responses.R3"], tells },
  { name: "no created", text: without(eventNamed("created")), breaks: ["responses.R3"], tells },
  { name: "no names of events", text: without(/event: .*\n/g), breaks: ["responses.R1"], tells },
  { name: "no end", text: without(eventNamed("completed")), breaks: ["responses.R4"], tells: { output: [hi] } },
  {
    name: "an end of another name",
    text: whole.replaceAll("response.completed", "response.done"),
    breaks: ["responses.R4"],
    tells,
  },
  {
    name: "an empty output at the end",
    text: responseText([...begun, ...says(0, hi), ended("completed", [])]),
    breaks: ["responses.R7"],
    tells,
  },
  {
    name: "an item that lost its text",
    text: responseText([
      ...begun,
      ...says(0, hi).slice(0, -1),
      done(0, { ...hi, content: [] }),
      ended("completed", [{ ...hi, content: [] }]),
    ]),
    breaks: ["responses.R7"],
  },
  {
    name: "an output that lost a text",
    text: responseText([...begun, ...says(0, hi), ended("completed", [{ ...hi, content: [] }])]),
    breaks: ["responses.R7"],
  },
  {
    name: "a call that lost its arguments",
    text: responseText([
      ...begun,
      ...runs(0, call, fills("function_call_arguments", "arguments", call.arguments), { arguments: "" }).slice(0, -1),
      done(0, { ...call, arguments: undefined }),
      ended("completed", [call]),
    ]),
    breaks: ["responses.R7"],
  },
  {
    name: "an error before all else",
    text: aside("error", { sequence_number: 0, code: "server_error", message: "gone", param: null }),
    breaks: ["responses.R10"],
  },
  {
    name: "an error, and nothing after it",
    text: responseText([...begun, ["error", { message: "gone" }]]),
    breaks: ["responses.R10"],
  },
  {
    name: "an error in the shape of others",
    text: `${responseText(begun)}data: {"error":{"message":"gone"}}\n\n`,
    breaks: ["responses.R1"],
  },
  {
    name: "another id at the end of an item",
    text: whole.replace(/("type":"response\.output_item\.done".*?"id":")msg_1/, "$1msg_9"),
    breaks: ["responses.R6"],
  },
];
