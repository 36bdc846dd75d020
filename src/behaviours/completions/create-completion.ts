/** Legacy text completions: a continuation for every prompt. */

import { problem } from "../../contract/problem.ts";
import type { Behaviour } from "../behaviour.ts";
import { cutText } from "../text/cut.ts";
import { fingerprintOf } from "../text/fingerprint.ts";
import { writeProse } from "../text/prose.ts";
import { topicOf } from "../text/topic.ts";
import { type Prompt, type PromptField, promptsOf } from "./prompts.ts";
import type { TextCompletion } from "./text-completion.ts";

/** What is read of a request; null and absent mean the same. */
interface CompletionRequest {
  model: string;
  prompt: PromptField;
  /** Not in the orq document, but clients of the original API send it. */
  n?: number | null;
  echo?: boolean | null;
  max_tokens?: number | null;
  stop?: string | readonly string[] | null;
  seed?: number | null;
}

/** So little that most texts are cut, as on the real API. */
const DEFAULT_MAX_TOKENS = 16;
/** As many prompts as the original API takes. */
const MOST_TEXTS = 2_048;

export const createCompletion: Behaviour = (call) => {
  // The contract has checked the body; only what the interface names is read.
  const request = call.body as CompletionRequest;
  const prompts = promptsOf(request.prompt);
  const perPrompt = Number.isInteger(request.n) ? Math.max(0, request.n as number) : 1;
  const asked = prompts.length * perPrompt;
  if (asked > MOST_TEXTS) {
    const message = `Invalid 'prompt': ${asked} texts are more than the ${MOST_TEXTS} one call can have.`;
    return { kind: "refusal", problem: problem(400, "out_of_range", message, { param: "prompt" }) };
  }
  const stop = typeof request.stop === "string" ? [request.stop] : (request.stop ?? []);
  const maxTokens = request.max_tokens ?? DEFAULT_MAX_TOKENS;
  const complete = (prompt: Prompt, index: number) =>
    cutText(continuation(prompt, writeProse(topicOf(prompt.text) ?? "it", { random: call.random, index })), {
      stop,
      maxTokens,
    });

  const texts = prompts
    .flatMap((prompt) => Array.from({ length: perPrompt }, () => prompt))
    .map((prompt, index) => ({ prompt, ...complete(prompt, index) }));
  const promptTokens = prompts.reduce((total, prompt) => total + prompt.tokens, 0);
  const completionTokens = texts.reduce((total, { tokens }) => total + tokens, 0);
  const body: TextCompletion = {
    id: call.newId("cmpl"),
    object: "text_completion",
    created: Math.floor(call.clock.now() / 1000),
    model: request.model,
    choices: texts.map(({ prompt, text, isCut }, index) => ({
      index,
      text: request.echo === true ? prompt.text + text : text,
      finish_reason: isCut ? "length" : "stop",
    })),
    usage: {
      prompt_tokens: promptTokens,
      completion_tokens: completionTokens,
      total_tokens: promptTokens + completionTokens,
    },
    system_fingerprint: fingerprintOf(request.model, request.seed),
  };
  return { kind: "reply", status: 200, mediaType: "application/json", body };
};

/** A continuation is parted from a prompt that does not end in a space by one of its own. */
const continuation = ({ text }: Prompt, prose: string): string => (/\S$/.test(text) ? ` ${prose}` : prose);
