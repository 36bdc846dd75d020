/** A legacy text completion that says what a scenario wants, counted anew. */
import { type PromptField, promptsOf } from "../completions/prompts.ts";
import type { TextCompletion } from "../completions/text-completion.ts";
import { countTokens } from "../text/tokens.ts";
import type { Override } from "./override.ts";
import { endOf } from "./said.ts";

/** What is read of a request. */
interface CompletionRequest {
  prompt: PromptField;
  echo?: boolean | null;
  max_tokens?: number | null;
  stop?: string | readonly string[] | null;
}

export const overrideCompletion: Override<TextCompletion> = {
  say(reply, said, call) {
    const { prompt, echo, max_tokens, stop } = call.body as CompletionRequest;
    const limits = {
      stop: [stop ?? []].flat(),
      maxTokens: max_tokens ?? Number.POSITIVE_INFINITY,
    };
    const prompts = echo === true ? promptsOf(prompt) : [];
    const choices = reply.choices.map((choice, index) => {
      const { text, finish } = endOf(said, limits);
      const finish_reason = finish as typeof choice.finish_reason;
      if (!said.isAnswer)
        return { ...choice, finish_reason: (said.finish ?? choice.finish_reason) as typeof finish_reason };
      const before = prompts[Math.floor((index * prompts.length) / reply.choices.length)]?.text ?? "";
      return { ...choice, text: before + text, finish_reason };
    });
    return { ...reply, choices };
  },
  complete: (reply) => reply,
  recount(reply, call) {
    const { prompt, echo } = call.body as CompletionRequest;
    const count = (texts: readonly { text: string }[]) => texts.reduce((sum, { text }) => sum + countTokens(text), 0);
    // What is echoed was not written.
    const prompts = echo === true ? promptsOf(prompt) : [];
    const echoed = count(prompts) * (reply.choices.length / Math.max(1, prompts.length));
    return { ...reply, ...counted(reply, Math.max(0, count(reply.choices) - echoed)) };
  },
};

function counted({ usage }: TextCompletion, completion: number): Pick<TextCompletion, "usage"> {
  if (!usage) return {};
  const prompt = usage.prompt_tokens ?? 0;
  return { usage: { ...usage, completion_tokens: completion, total_tokens: prompt + completion } };
}
