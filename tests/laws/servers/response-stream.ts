/** The events of a response: items, their parts, and the phases of hosted tools. */
import type { Body } from "../stream-sketch.ts";
import { added, begun, done, ended, responseText, type Told } from "../stream-sketch.ts";
import type { ServerStream } from "./stream.ts";

export const usage = {
  input_tokens: 9,
  input_tokens_details: { cached_tokens: 0 },
  output_tokens: 4,
  output_tokens_details: { reasoning_tokens: 2 },
  total_tokens: 13,
};

export type More = Omit<ServerStream, "name" | "text">;
export const stream = (name: string, events: readonly Told[], more: More = {}): ServerStream => ({
  name,
  text: responseText([...begun, ...events]),
  ...more,
});

/** A stream whose reply holds these items in the end. */
export const tellsItems = (
  name: string,
  events: readonly Told[],
  output: readonly Body[],
  more: More = {},
): ServerStream =>
  stream(name, [...events, ended("completed", output, { usage })], {
    tells: { status: "completed", output, usage },
    ...more,
  });

export const text = (value: string, more: Body = {}) => ({
  type: "output_text",
  text: value,
  annotations: [],
  logprobs: [],
  ...more,
});
export const message = (id: string, ...content: Body[]) => ({
  id,
  type: "message",
  role: "assistant",
  status: "completed",
  content,
});
export const open = (item: Body): Body => ({ ...item, status: "in_progress" });

/** A part of a message from its beginning to its end. */
export function part(
  item_id: unknown,
  output_index: number,
  content_index: number,
  whole: Body,
  notes: readonly Told[] = [],
): Told[] {
  const at = { item_id, output_index, content_index };
  const [kind, field] = whole.type === "refusal" ? ["refusal", "refusal"] : [String(whole.type), "text"];
  const said = String(whole[field]);
  const likely = whole.type === "output_text" ? { logprobs: [] } : {};
  return [
    [
      "content_part.added",
      { ...at, part: { ...whole, [field]: "", ...(whole.annotations !== undefined && { annotations: [] }) } },
    ],
    ...[said.slice(0, 2), said.slice(2)].map(
      (delta): Told => [`${kind}.delta`, { ...at, delta, ...likely, obfuscation: "x7K" }],
    ),
    ...notes,
    [`${kind}.done`, { ...at, [field]: said, ...likely }],
    ["content_part.done", { ...at, part: whole }],
  ];
}

export type Message = ReturnType<typeof message> & { phase?: string };

export const says = (index: number, item: Message, notes: readonly Told[] = []): Told[] => [
  added(index, { ...open(item), content: [] }),
  ...item.content.flatMap((one, at) => part(item.id, index, at, one, notes)),
  done(index, item),
];
export const hi = message("msg_1", text("Hi there"));

/** A hosted call that goes through its phases. */
export const runs = (index: number, item: Body, phases: readonly Told[], first: Body = {}): Told[] => [
  added(index, { ...open(item), ...first }),
  ...phases.map(([name, more]): Told => [name, { item_id: item.id, output_index: index, ...more }]),
  done(index, item),
];
export const tool = (type: string, id: string, more: Body = {}): Body => ({ id, type, status: "completed", ...more });
export const phases = (type: string, ...names: string[]): Told[] => names.map((name) => [`${type}.${name}`]);

export const call = {
  id: "fc_1",
  type: "function_call",
  status: "completed",
  call_id: "call_1",
  name: "tide",
  arguments: '{"port":"Brest"}',
};
export const fills = (kind: string, field: string, whole: string): Told[] => [
  [`${kind}.delta`, { delta: whole.slice(0, 3), obfuscation: "a" }],
  [`${kind}.delta`, { delta: whole.slice(3), obfuscation: "b" }],
  [`${kind}.done`, { [field]: whole }],
];
