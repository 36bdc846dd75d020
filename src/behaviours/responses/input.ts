/** Reads the input of a response: a text, or a conversation of items. */
import { fieldsOf } from "../../lib/fields.ts";
import { countTokens } from "../text/tokens.ts";
import { listOf, textIn } from "../unchecked.ts";
import type { InputItem, ResponseRequest } from "./request.ts";

export interface Subject {
  /** What the user asked last. */
  question: string;
  /** The answers of functions, when they are the last items. */
  toolResults: readonly string[] | undefined;
}

export function subjectOf(input: ResponseRequest["input"]): Subject {
  if (typeof input === "string") return { question: input, toolResults: undefined };
  const isResult = ({ type }: InputItem) => type === "function_call_output";
  const asked = input.findLast(({ role }) => role === "user") ?? input.findLast((item) => !isResult(item));
  const lastOther = input.findLastIndex((item) => !isResult(item));
  const results = input.slice(lastOther + 1).map(textOf);
  return { question: asked === undefined ? "" : textOf(asked), toolResults: results.length > 0 ? results : undefined };
}

/** The words of an item; pictures and files have none. */
function textOf({ content, output }: InputItem): string {
  const said = content ?? output;
  if (typeof said === "string") return said;
  return listOf(said)
    .map((part) => textIn(fieldsOf(part).text))
    .filter((text) => text !== "")
    .join("\n");
}

const TOKENS_PER_ITEM = 4;

/** What the input costs. */
export function countInput({ input, instructions, tools }: ResponseRequest): number {
  const items = typeof input === "string" ? [{ content: input }] : input;
  const costs = items.map(
    (item: InputItem) => TOKENS_PER_ITEM + countTokens(textOf(item)) + countTokens(textIn(item.arguments)),
  );
  const offered = tools && tools.length > 0 ? countTokens(JSON.stringify(tools)) : 0;
  return costs.reduce((total, cost) => total + cost, countTokens(instructions ?? "") + offered);
}
