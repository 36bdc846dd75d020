/** Folds the events of a response stream: the terminal response, with an output rebuilt from the deltas alone. */

import type { Json } from "./json.ts";
import type { Told } from "./payloads.ts";

export function collectResponse({ payloads }: Pick<Told, "payloads">): Json {
  const output: Json[] = [];
  let response: Json = {};
  for (const event of payloads as Json[]) {
    const item = output[event.output_index] as Json;
    const change = CHANGES[event.type as keyof typeof CHANGES];
    if (event.type === "response.output_item.added") output[event.output_index] = structuredClone(event.item);
    // Status and what has no delta of its own is known when the item is done; texts have to be there already.
    else if (event.type === "response.output_item.done")
      output[event.output_index] = { ...event.item, ...textsOf(item) };
    else if (change !== undefined) change(item, event);
    if (event.response !== undefined) response = event.response;
  }
  return { ...response, output };
}

const textsOf = ({ content, summary, arguments: args, input }: Json): Json =>
  Object.fromEntries(
    Object.entries({ content, summary, arguments: args, input }).filter(([, value]) => value !== undefined),
  );

const CHANGES = {
  "response.content_part.added": (item: Json, { content_index, part }: Json) =>
    (item.content[content_index] = structuredClone(part)),
  "response.output_text.delta": (item: Json, { content_index, delta, logprobs }: Json) => {
    const part = item.content[content_index];
    part.text += delta;
    if (part.logprobs) part.logprobs.push(...logprobs);
  },
  "response.output_text.annotation.added": (item: Json, { content_index, annotation }: Json) =>
    item.content[content_index].annotations.push(annotation),
  "response.refusal.delta": (item: Json, { content_index, delta }: Json) =>
    (item.content[content_index].refusal += delta),
  "response.reasoning_text.delta": (item: Json, { content_index, delta }: Json) =>
    (item.content[content_index].text += delta),
  "response.reasoning_summary_part.added": (item: Json, { summary_index, part }: Json) =>
    (item.summary[summary_index] = structuredClone(part)),
  "response.reasoning_summary_text.delta": (item: Json, { summary_index, delta }: Json) =>
    (item.summary[summary_index].text += delta),
  "response.function_call_arguments.delta": (item: Json, { delta }: Json) => (item.arguments += delta),
  "response.custom_tool_call_input.delta": (item: Json, { delta }: Json) => (item.input += delta),
} satisfies Readonly<Record<string, (item: Json, event: Json) => unknown>>;
