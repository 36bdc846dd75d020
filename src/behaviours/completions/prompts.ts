/** The prompts of a legacy completion: one or several, each as text or as the numbers of its tokens. */
import { countTokens } from "../text/tokens.ts";

export type PromptField = string | readonly string[] | readonly number[] | readonly (readonly number[])[];

export interface Prompt {
  text: string;
  tokens: number;
}

export function promptsOf(prompt: PromptField): Prompt[] {
  if (typeof prompt === "string") return [ofText(prompt)];
  if (prompt.length === 0) return [ofText("")];
  if (typeof prompt[0] === "number") return [ofNumbers(prompt as readonly number[])];
  return (prompt as readonly (string | readonly number[])[]).map((one) =>
    typeof one === "string" ? ofText(one) : ofNumbers(one),
  );
}

const ofText = (text: string): Prompt => ({ text, tokens: countTokens(text) });

/** The twin knows no model's vocabulary: the numbers stand for words of its own, always the same ones. */
const ofNumbers = (numbers: readonly number[]): Prompt => ({
  text: numbers.map((number) => VOCABULARY[Math.abs(Math.trunc(number)) % VOCABULARY.length]).join(" "),
  tokens: numbers.length,
});

const VOCABULARY =
  "river garden letter music winter window story market bridge island forest kitchen journey picture morning harbour".split(
    " ",
  );
