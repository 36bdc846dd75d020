/** Reads a conversation, however its contents are written: as text, as parts, or not at all. */
import { countTokens } from "../text/tokens.ts";

/** A message of any of the four APIs: what is read of it. The contract has already checked the rest. */
export interface ChatMessage {
  role: string;
  content?: string | readonly (string | ContentPart)[] | null;
  name?: string | null;
  refusal?: string | null;
  tool_call_id?: string | null;
  tool_calls?: readonly { id: string; function: { name?: string; arguments?: string } }[] | null;
}

interface ContentPart {
  type?: string;
  text?: string;
  refusal?: string;
  input_audio?: { data?: string };
}

/** The words of a message; pictures, sounds and files have none. */
export function textOf({ content }: ChatMessage): string {
  if (typeof content === "string") return content;
  if (!content) return "";
  return content
    .map((part) => (typeof part === "string" ? part : (part.text ?? part.refusal ?? "")))
    .filter((text) => text !== "")
    .join("\n");
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
    if (message.name) total += countTokens(message.name);
    for (const { function: called } of message.tool_calls ?? []) {
      total += countTokens(called.name ?? "") + countTokens(called.arguments ?? "");
    }
    if (typeof message.content === "string" || !message.content) continue;
    for (const part of message.content) {
      if (typeof part === "string") continue;
      if (part.type === "image_url") total += TOKENS_PER_PICTURE;
      if (part.input_audio) audio += Math.ceil((part.input_audio.data?.length ?? 0) / CHARACTERS_PER_AUDIO_TOKEN);
    }
  }
  if (Array.isArray(tools) && tools.length > 0) total += countTokens(JSON.stringify(tools));
  return { total: total + audio, audio };
}
