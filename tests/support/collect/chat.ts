/** Folds the chunks of a chat stream into the completion they tell, as clients do. */

import type { Json } from "./json.ts";
import type { Told } from "./payloads.ts";

export function collectChat({ payloads }: Pick<Told, "payloads">): Json {
  const { choices: _, usage: __, object: ___, ...base } = payloads[0] as Json;
  const choices = new Map<number, Json>();
  let usage: unknown;
  for (const payload of payloads as Json[]) {
    if (payload.usage) usage = payload.usage;
    for (const { index, delta, logprobs, finish_reason } of payload.choices) {
      const choice = choices.get(index) ?? {
        index,
        message: { content: null, refusal: null },
        logprobs: null,
        finish_reason: null,
      };
      choices.set(index, choice);
      fold(choice.message, delta);
      if (logprobs) choice.logprobs = foldLogprobs(choice.logprobs, logprobs);
      choice.finish_reason = finish_reason ?? choice.finish_reason;
    }
  }
  const sorted = [...choices.values()].sort((a, b) => a.index - b.index);
  return { ...base, object: "chat.completion", choices: sorted, ...(usage === undefined ? {} : { usage }) };
}

function fold(message: Json, delta: Json): void {
  for (const [name, value] of Object.entries<Json>(delta)) {
    if (name === "tool_calls") message.tool_calls = value.reduce(foldToolCall, message.tool_calls ?? []);
    else if (name === "audio") message.audio = foldAudio(message.audio ?? { data: "", transcript: "" }, value);
    else if (typeof value === "string" && name !== "role") message[name] = (message[name] ?? "") + value;
    else if (value !== null) message[name] = value;
  }
}

/** As the OpenAI client: id and name are overwritten, arguments are joined. */
function foldToolCall(calls: Json[], { index, function: called, ...named }: Json): Json[] {
  const { function: before, ...known } = calls[index] ?? { function: { arguments: "" } };
  const { arguments: args = "", ...more } = called;
  const folded = { ...known, ...named, function: { ...before, ...more, arguments: before.arguments + args } };
  return calls.toSpliced(index, 1, folded);
}

const foldAudio = (audio: Json, { data = "", transcript = "", ...named }: Json): Json => ({
  ...audio,
  ...named,
  data: audio.data + data,
  transcript: audio.transcript + transcript,
});

function foldLogprobs(before: Json | null, { content, refusal }: Json): Json {
  const join = (a: unknown[] | null | undefined, b: unknown[] | null) => (a || b ? [...(a ?? []), ...(b ?? [])] : null);
  return { content: join(before?.content, content), refusal: join(before?.refusal, refusal) };
}
