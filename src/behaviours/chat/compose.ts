/** Puts drafts into the shape of an API's chat completion. */
import type { Random } from "../../lib/random.ts";
import { logprobsOf } from "../text/logprobs.ts";
import { tokenize } from "../text/tokens.ts";
import type { ChatChoice, ChatUsage, ReplyAudio, ReplyMessage } from "./completion.ts";
import type { Draft } from "./draft.ts";
import type { Face } from "./face.ts";
import type { PromptTokens } from "./messages.ts";
import type { ChatView } from "./request.ts";

export interface ChoiceOptions {
  face: Face;
  view: ChatView;
  random: Random;
  newId: (prefix: string) => string;
  index: number;
  /** The text as sound, which then stands in its place. */
  audio: ReplyAudio | undefined;
}

export function choiceOf(draft: Draft, { face, view, random, newId, index, audio }: ChoiceOptions): ChatChoice {
  const hasText = audio === undefined && draft.toolCalls.length === 0;
  return {
    index,
    message: messageOf(draft, { face, newId, audio, hasText, isSigned: view.reasoning?.isSigned === true }),
    logprobs:
      view.topLogprobs !== undefined && hasText
        ? { content: logprobsOf(tokenize(draft.text), { top: view.topLogprobs, random }), refusal: null }
        : null,
    finish_reason: draft.finishReason,
  };
}

type MessageOptions = Pick<ChoiceOptions, "face" | "newId" | "audio"> & { hasText: boolean; isSigned: boolean };

function messageOf(draft: Draft, { face, newId, audio, hasText, isSigned }: MessageOptions): ReplyMessage {
  const message: ReplyMessage = { role: "assistant", content: hasText ? draft.text : null, refusal: null };
  if (draft.reasoning !== undefined && face.showsReasoning) {
    message.reasoning = draft.reasoning.text;
    if (isSigned) message.reasoning_signature = newId("sig");
  }
  if (draft.citation !== undefined) message.annotations = [{ type: "url_citation", url_citation: draft.citation }];
  if (draft.toolCalls.length > 0 || face.alwaysHasToolCalls) {
    message.tool_calls = draft.toolCalls.map((call) => ({
      id: newId("call"),
      type: "function",
      function: call,
    }));
  }
  if (audio !== undefined) message.audio = audio;
  return message;
}

/** The cost of all choices. Predicted tokens that were of no use are paid for like written ones. */
export function usageOf(
  drafts: readonly Draft[],
  { prompt, isSpoken }: { prompt: PromptTokens; isSpoken: boolean },
): ChatUsage {
  let [reasoning, written, called, accepted, rejected] = [0, 0, 0, 0, 0];
  for (const draft of drafts) {
    reasoning += draft.reasoning?.tokens ?? 0;
    written += draft.tokens;
    called += draft.toolTokens;
    accepted += draft.prediction?.accepted ?? 0;
    rejected += draft.prediction?.rejected ?? 0;
  }
  const completion = reasoning + written + rejected + called;
  return {
    prompt_tokens: prompt.total,
    completion_tokens: completion,
    total_tokens: prompt.total + completion,
    prompt_tokens_details: { cached_tokens: 0, audio_tokens: prompt.audio },
    completion_tokens_details: {
      reasoning_tokens: reasoning,
      audio_tokens: isSpoken ? written : 0,
      accepted_prediction_tokens: accepted,
      rejected_prediction_tokens: rejected,
    },
  };
}
