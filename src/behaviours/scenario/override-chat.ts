/** A chat completion that says what a scenario wants, counted anew. */
import type { Call } from "../behaviour.ts";
import type { ChatChoice, ChatCompletion, ChatUsage, ReplyMessage } from "../chat/completion.ts";
import { FACES, type Face } from "../chat/face.ts";
import { type ChatRequest, type ChatView, viewOf } from "../chat/request.ts";
import { logprobsOf } from "../text/logprobs.ts";
import { countTokens, tokenize } from "../text/tokens.ts";
import type { Override } from "./override.ts";
import { endOf, type Said } from "./said.ts";

export const overrideChat: Override<ChatCompletion> = {
  say(reply, said, call) {
    const view = viewOf(call.body as ChatRequest);
    const face = (FACES as Readonly<Record<string, Face>>)[call.operation.id];
    const choices = reply.choices.map((choice) => sayChoice(choice, said, { view, face, call }));
    const { usage } = reply;
    if (said.reasoning === undefined || usage?.completion_tokens_details === undefined) return { ...reply, choices };
    const reasoning_tokens = countTokens(said.reasoning) * choices.length;
    const details = { ...usage.completion_tokens_details, reasoning_tokens };
    return { ...reply, choices, usage: { ...usage, completion_tokens_details: details } };
  },
  complete: (reply, call) => ({
    ...reply,
    choices: reply.choices.map((choice) => aligned({ ...choice, message: nameCalls(choice.message, call) }, call)),
  }),
  recount(reply) {
    const { usage } = reply;
    if (!usage) return reply;
    const written = reply.choices.reduce((sum, { message }) => sum + tokensOf(message), 0);
    return { ...reply, usage: recounted(usage, written) };
  },
};

interface ChoiceOptions {
  view: ChatView;
  face: Face | undefined;
  call: Call;
}

function sayChoice(choice: ChatChoice, said: Said, { view, face, call }: ChoiceOptions): ChatChoice {
  const { reasoning, isAnswer, calls, refusal = null } = said;
  const shown = reasoning !== undefined && face?.showsReasoning !== false ? { reasoning } : {};
  if (!isAnswer) {
    return { ...choice, message: { ...choice.message, ...shown }, finish_reason: said.finish ?? choice.finish_reason };
  }
  const maxTokens = (view.maxTokens ?? Number.POSITIVE_INFINITY) - countTokens(reasoning ?? "");
  const { text, finish, isCut } = endOf(said, { stop: view.stop, maxTokens });
  // What was generated beside the text is about another text.
  const { content: _, refusal: __, tool_calls: ___, annotations: ____, audio: _____, ...rest } = choice.message;
  const called = isCut ? [] : calls;
  const message: ReplyMessage = {
    ...rest,
    ...shown,
    content: said.text === undefined ? null : text,
    refusal,
    ...((called.length > 0 || face?.alwaysHasToolCalls) && {
      tool_calls: called.map(({ name, arguments: args, id }) => ({
        id: id ?? call.newId("call"),
        type: "function" as const,
        function: { name, arguments: args },
      })),
    }),
  };
  return { ...choice, message, logprobs: chancesOf(message, view, call), finish_reason: finish };
}

function chancesOf({ content, refusal }: ReplyMessage, { topLogprobs: top }: ChatView, { random }: Call) {
  if (top === undefined) return null;
  const chances = (text: string | null | undefined) => (text ? logprobsOf(tokenize(text), { top, random }) : null);
  return { content: chances(content), refusal: chances(refusal) };
}

/** Likelihoods repeat the text token by token: a stream tells it from them. */
function aligned(choice: ChatChoice, call: Call): ChatChoice {
  const { logprobs, message } = choice;
  const told = (tokens: readonly { token: string }[] | null | undefined) => tokens?.map(({ token }) => token).join("");
  const isTrue = (text: string | null | undefined, tokens: string | undefined) =>
    (text || undefined) === (tokens || undefined);
  if (
    !logprobs ||
    (isTrue(message.content, told(logprobs.content)) && isTrue(message.refusal, told(logprobs.refusal)))
  ) {
    return choice;
  }
  return { ...choice, logprobs: chancesOf(message, viewOf(call.body as ChatRequest), call) };
}

/** Calls of which a scenario told only a part still have an id and a type. */
function nameCalls(message: ReplyMessage, { newId }: Call): ReplyMessage {
  if (!Array.isArray(message?.tool_calls)) return message;
  return {
    ...message,
    tool_calls: message.tool_calls.map((one) => ({
      ...one,
      id: one.id ?? newId("call"),
      type: one.type ?? "function",
    })),
  };
}

function tokensOf(message: ReplyMessage): number {
  const { content, refusal, tool_calls: calls, audio } = message ?? {};
  const texts = [
    content,
    refusal,
    audio?.transcript,
    ...(calls ?? []).flatMap((one) => [one.function?.name, one.function?.arguments]),
  ];
  return texts.reduce<number>((sum, text) => sum + (typeof text === "string" ? countTokens(text) : 0), 0);
}

/** Thoughts cost what they cost before; a prediction was of no use. */
function recounted(usage: ChatUsage, written: number): ChatUsage {
  const details = usage.completion_tokens_details;
  const completion = written + (details?.reasoning_tokens ?? 0);
  return {
    ...usage,
    completion_tokens: completion,
    total_tokens: usage.prompt_tokens + completion,
    ...(details && {
      completion_tokens_details: { ...details, accepted_prediction_tokens: 0, rejected_prediction_tokens: 0 },
    }),
  };
}
