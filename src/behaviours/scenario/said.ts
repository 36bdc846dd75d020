/** What a scenario lets a model say, before it is put into the shape of an API. */
import { Facts } from "../../scenario/facts.ts";
import type { Outcome } from "../../scenario/scenario.ts";
import type { Call } from "../behaviour.ts";
import { cutText, type Limits } from "../text/cut.ts";
import { writeProse } from "../text/prose.ts";
import { countTokens } from "../text/tokens.ts";
import { topicOf } from "../text/topic.ts";
import { isMembers } from "./merge.ts";

export interface Said {
  /** Undefined: as generated, unless there are calls or a refusal. */
  text: string | undefined;
  calls: readonly SaidCall[];
  refusal: string | undefined;
  reasoning: string | undefined;
  finish: Outcome["finish"];
  /** Whether text, calls or refusal stand in place of what was generated. */
  isAnswer: boolean;
}

export interface SaidCall {
  name: string;
  /** JSON, unless the scenario wants something else. */
  arguments: string;
  id: string | undefined;
}

/** Undefined when the outcome says nothing in words. */
export function saidOf(outcome: Outcome, call: Call): Said | undefined {
  const { refusal, reasoning, finish } = outcome;
  // Words without end are no JSON: where that is asked for, the generated answer stands.
  const text = typeof outcome.text === "object" && finish !== "length" && wantsJson(call) ? undefined : outcome.text;
  // Any calls: they have been generated.
  const toolCalls = outcome.toolCalls === "any" ? [] : (outcome.toolCalls ?? []);
  const isAnswer = text !== undefined || toolCalls.length > 0 || refusal !== undefined;
  if (!isAnswer && reasoning === undefined && finish === undefined) return undefined;
  return {
    text: typeof text === "object" ? writeSoMuch(text.tokens, { call, isCut: finish === "length" }) : text,
    calls: toolCalls.map(({ name, arguments: args = {}, id }) => ({
      name,
      arguments: typeof args === "string" ? args : JSON.stringify(args),
      id,
    })),
    refusal,
    reasoning,
    finish,
    isAnswer,
  };
}

/** Whether the request asks for an object, in the words of chat or of responses. */
function wantsJson({ body }: Call): boolean {
  const { response_format: chat, text } = (body ?? {}) as Readonly<Record<string, unknown>>;
  const format = isMembers(chat) ? chat : isMembers(text) ? text.format : undefined;
  return isMembers(format) && (format.type === "json_object" || format.type === "json_schema");
}

/** Paragraphs about the question; one that ends for lack of tokens ends anywhere, any other at the end of a sentence. */
function writeSoMuch(tokens: number, { call, isCut }: { call: Call; isCut: boolean }): string {
  const topic = topicOf(new Facts(call).conversation.message ?? "") ?? "your request";
  const paragraphs: string[] = [];
  let written = 0;
  for (let index = 0; written < tokens; index++) {
    const paragraph = writeProse(topic, { random: call.random, index, middles: 3 });
    // Two line breaks are one more token.
    const cost = countTokens(paragraph) + 1;
    if (!isCut && paragraphs.length > 0 && written + cost > tokens) break;
    paragraphs.push(paragraph);
    written += cost;
  }
  const text = paragraphs.join("\n\n");
  return isCut ? cutText(text, { maxTokens: tokens }).text : text;
}

/** The text as the limits of the request leave it, and why it ends. */
export function endOf(
  { text = "", calls, finish }: Said,
  limits: Limits,
): { text: string; finish: NonNullable<Outcome["finish"]>; isCut: boolean } {
  const cut = cutText(text, limits);
  const natural = cut.isCut ? "length" : calls.length > 0 ? "tool_calls" : "stop";
  return { text: cut.text, finish: finish ?? natural, isCut: cut.isCut };
}
