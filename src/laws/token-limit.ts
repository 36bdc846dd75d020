/**
 * Whether a text ends where its request limits it. Counts of tokens differ between tokenizers, so they convict nobody by
 * themselves: no token holds more than one word, and a text of more words than its limit has tokens has gone past it.
 */
import type { Exchange } from "../exchange/exchange.ts";
import { countInputs, countOf, type Facts, factsOf, hasKeptPrompt, isFacts, listOf } from "./facts.ts";
import { KEPT, NOT_JUDGED, type Ruling } from "./law.ts";

const LIMITS = ["max_completion_tokens", "max_tokens", "max_output_tokens"];

export function endsAtLimit({ request, reply }: Exchange): Ruling {
  if (!isFacts(request.body) || !isFacts(reply.body) || hasKeptPrompt(request.body)) return NOT_JUDGED;
  const limits = LIMITS.map((name) => Number(factsOf(request.body)[name])).filter((limit) => limit >= 1);
  // The prompt that comes back is no part of what was written.
  if (limits.length === 0 || request.body.echo === true) return KEPT;
  const limit = Math.max(...limits);
  const written = writtenTokens(reply.body);
  if (written !== undefined && written <= limit * countTexts(request.body)) return KEPT;
  for (const { pointer, text } of uncutTexts(reply.body)) {
    const words = text.split(/\s+/).filter((word) => word !== "").length;
    if (words > limit)
      return [{ pointer, message: `The request allows ${limit} tokens at most, but the text has ${words} words.` }];
  }
  return KEPT;
}

/** Without the reasoning, which some servers count beside the limit. */
function writtenTokens(reply: Facts): number | undefined {
  const { completion_tokens, output_tokens, completion_tokens_details, output_tokens_details } = factsOf(reply.usage);
  const written = completion_tokens ?? output_tokens;
  const { reasoning_tokens: reasoned } = factsOf(completion_tokens_details ?? output_tokens_details);
  return typeof written !== "number" ? undefined : written - (typeof reasoned === "number" ? reasoned : 0);
}

/** As many texts as are counted together: `n`, or the best of several, of each prompt. */
const countTexts = (request: Facts): number =>
  Math.max(1, countOf(request.n) ?? 1, countOf(request.best_of) ?? 1) * (countInputs(request.prompt) ?? 1);

/** Texts that came to their end by themselves, says the reply; one that says it was cut has kept to some limit. */
const uncutTexts = (reply: Facts): { pointer: string; text: string }[] => [
  ...listOf(reply.choices).flatMap((choice, position) => {
    const { text, message, finish_reason: reason } = factsOf(choice);
    const { content } = factsOf(message);
    if (reason !== "stop") return [];
    if (typeof text === "string") return [{ pointer: `/choices/${position}/text`, text }];
    return typeof content === "string" ? [{ pointer: `/choices/${position}/message/content`, text: content }] : [];
  }),
  ...listOf(reply.status === "completed" ? reply.output : undefined).flatMap((item, position) => {
    const texts = listOf(factsOf(item).content).map((part) => factsOf(part).text);
    const isText = factsOf(item).type === "message" && texts.every((text) => typeof text === "string");
    return isText ? [{ pointer: `/output/${position}/content`, text: texts.join("") }] : [];
  }),
];
