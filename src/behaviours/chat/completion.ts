/** A chat completion as all four APIs send it. Each leaves out what its own document does not name. */
import type { components } from "../../../generated/schema.d.ts";

type Schemas = components["schemas"];

export type ChatCompletion = Omit<Schemas["SudoChatCompletion"], "choices"> & { choices: ChatChoice[] };

export interface ChatChoice {
  index: number;
  message: ReplyMessage;
  logprobs?: ChoiceLogprobs;
  finish_reason: string | null;
}

export type ChoiceLogprobs = Schemas["Logprobs"];

export type ReplyMessage = Schemas["OrqReplyText"] & { tool_calls?: ToolCall[]; audio?: ReplyAudio | null };

export type ToolCall = Schemas["SudoToolCall"];

export type ReplyAudio = NonNullable<Schemas["ChatAudio"]>;

export type ChatUsage = Schemas["SudoUsage"];
