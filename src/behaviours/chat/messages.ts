/** Reads a conversation, however its contents are written: as text, as parts, or not at all. */
import { fieldsOf } from "../../lib/fields.ts";
import { countTokens } from "../text/tokens.ts";
import { listOf, textIn } from "../unchecked.ts";

/** A message of any of the four APIs: what is read of it. The contract checks a field only in the roles that document it. */
export interface ChatMessage {
  role: string;
  content?: unknown;
  name?: unknown;
  tool_calls?: unknown;
}

/** The words of a message; pictures, sounds and files have none. */
export function textOf({ content }: ChatMessage): string {
  if (typeof content === "string") return content;
  return listOf(content)
    .map(wordsOf)
    .filter((text) => text !== "")
    .join("\n");
}

function wordsOf(part: unknown): string {
  if (typeof part === "string") return part;
  const { text, refusal } = fieldsOf(part);
  return textIn(text ?? refusal);
}

/** What the user asked last. */
export function questionOf(messages: readonly ChatMessage[]): string {
  const asked = messages.findLast(({ role }) => role === "user") ?? messages.at(-1);
  return asked === undefined ? "" : textOf(asked);
}

/** What the tools answered, when nothing but their answers follows the calls; undefined when there is nothing to report. */
export function toolResultsOf(messages: readonly ChatMessage[]): string[] | undefined {
  if (messages.at(-1)?.role !== "tool") return undefined;
  const from = messages.findLastIndex(({ role }) => role !== "tool") + 1;
  return messages.slice(from).map(textOf);
}

/** The marks that separate messages cost tokens of their own. */
const TOKENS_PER_MESSAGE = 4;
const TOKENS_OF_FRAME = 3;
const TOKENS_PER_PICTURE = 85;
/** A second of spoken sound is about ten tokens and 10 kB of base64, whatever its format. */
const CHARACTERS_PER_AUDIO_TOKEN = 1_000;

export interface PromptTokens {
  total: number;
  audio: number;
}

/** What the prompt costs. */
export function countPrompt(messages: readonly ChatMessage[], tools: unknown): PromptTokens {
  let total = TOKENS_OF_FRAME;
  let audio = 0;
  for (const message of messages) {
    total += TOKENS_PER_MESSAGE + countTokens(textOf(message));
    total += countTokens(textIn(message.name));
    for (const call of listOf(message.tool_calls)) {
      const called = fieldsOf(fieldsOf(call).function);
      total += countTokens(textIn(called.name)) + countTokens(textIn(called.arguments));
    }
    for (const part of listOf(message.content)) {
      const { type, input_audio: sound } = fieldsOf(part);
      if (type === "image_url") total += TOKENS_PER_PICTURE;
      audio += Math.ceil(textIn(fieldsOf(sound).data).length / CHARACTERS_PER_AUDIO_TOKEN);
    }
  }
  if (Array.isArray(tools) && tools.length > 0) total += countTokens(JSON.stringify(tools));
  return { total: total + audio, audio };
}
