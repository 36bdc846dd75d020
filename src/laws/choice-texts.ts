/** What the texts of choices owe to their request: where they stop, and how likely their tokens were. */
import type { Exchange } from "../exchange/exchange.ts";
import { type Facts, factsOf, hasKeptPrompt, isFacts, listOf, shown } from "./facts.ts";
import { type Fault, KEPT, NOT_JUDGED, type Ruling } from "./law.ts";

/** The reference: the returned text does not contain the stop sequence. */
export function stopInTime({ request, reply }: Exchange): Ruling {
  if (!isFacts(request.body) || !isFacts(reply.body)) return NOT_JUDGED;
  const { stop, echo } = request.body;
  const sequences = [stop].flat().filter((one): one is string => typeof one === "string" && one !== "");
  if (sequences.length === 0) return KEPT;
  // The prompt that comes back may hold what the text must not.
  if (echo === true) return NOT_JUDGED;
  for (const { pointer, text } of textsOf(reply.body)) {
    const found = sequences.find((sequence) => text.includes(sequence));
    if (found !== undefined)
      return [{ pointer, message: `The text must end before the stop sequence ${shown(found)}, but it contains it.` }];
  }
  return KEPT;
}

export function haveLogprobs({ request, reply }: Exchange): Ruling {
  if (!isFacts(request.body) || !isFacts(reply.body) || hasKeptPrompt(request.body)) return NOT_JUDGED;
  const { logprobs, top_logprobs: most } = request.body;
  const isAsked = logprobs === true || (typeof logprobs === "number" && logprobs > 0);
  if (!isAsked) return KEPT;
  // Only what came to its end as a text has tokens to tell of.
  const written = new Set(textsOf(reply.body).map(({ position }) => position));
  for (const [position, choice] of listOf(reply.body.choices).entries()) {
    const fault = written.has(position)
      ? faultOfLogprobs(factsOf(choice), {
          most: logprobs === true ? most : logprobs,
          at: `/choices/${position}/logprobs`,
          // No document of the gateways knows them for completions, whose requests may hold more than is documented.
          isOwed: request.body.prompt === undefined,
        })
      : undefined;
    if (fault !== undefined) return [fault];
  }
  return KEPT;
}

function faultOfLogprobs(
  { logprobs }: Facts,
  { most, at, isOwed }: { most: unknown; at: string; isOwed: boolean },
): Fault | undefined {
  // Chat tells them token by token, completions in lists side by side.
  const { content, tokens, top_logprobs: tops } = factsOf(logprobs);
  if (isOwed && listOf(content).length === 0 && listOf(tokens).length === 0)
    return { pointer: at, message: "logprobs were asked for, so every token must come with its own, but none does." };
  if (typeof most !== "number") return undefined;
  for (const [place, entry] of listOf(content).entries()) {
    const { length } = listOf(factsOf(entry).top_logprobs);
    if (length > most)
      return {
        pointer: `${at}/content/${place}/top_logprobs`,
        message: `There must be at most ${most} likely tokens as asked for, but ${length} came.`,
      };
  }
  const entries = listOf(content);
  if (most > 0 && entries.length > 0 && entries.every((entry) => listOf(factsOf(entry).top_logprobs).length === 0))
    return {
      pointer: `${at}/content/0/top_logprobs`,
      message: `top_logprobs asks for the ${most} most likely tokens in each place, but none came in any.`,
    };
  // The token that was drawn comes beside the most likely ones.
  const place = listOf(tops).findIndex((entry) => Object.keys(factsOf(entry)).length > most + 1);
  if (place < 0) return undefined;
  return {
    pointer: `${at}/top_logprobs/${place}`,
    message: `There must be at most ${most} likely tokens and the one that was drawn, but more came.`,
  };
}

/** The texts of choices that are neither empty, filtered, refused nor calls. */
const textsOf = (reply: Facts): { position: number; pointer: string; text: string }[] =>
  listOf(reply.choices).flatMap((choice, position) => {
    const { text, message, finish_reason: reason } = factsOf(choice);
    if (typeof text === "string" && text !== "") return [{ position, pointer: `/choices/${position}/text`, text }];
    const { content, refusal, tool_calls: calls } = factsOf(message);
    if (typeof content !== "string" || content === "" || refusal || listOf(calls).length > 0) return [];
    if (reason !== "stop" && reason !== "length") return [];
    return [{ position, pointer: `/choices/${position}/message/content`, text: content }];
  });
