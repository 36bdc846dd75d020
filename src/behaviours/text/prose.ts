/**
 * Short plausible English about what was asked. Every text of a call is another combination of the same sentences, so
 * that choices differ for certain; making one costs a few string joins, because every reply of the twin needs one.
 */
import type { Random } from "../../lib/random.ts";

/** `@` stands for the topic. */
const OPENINGS = parts([
  "Here is a short answer about @.",
  "Let us look at @ step by step.",
  "The key point about @ is easy to state.",
  "When people ask about @, three things usually matter.",
  "There is a simple way to think about @.",
  "A good starting point for @ is what you already know.",
  "In short, @ comes down to a few clear ideas.",
  "The question of @ has a straightforward answer.",
  "Most of what matters about @ fits in a few sentences.",
  "To understand @, it helps to begin with an example.",
  "Here is what I can tell you about @.",
  "With @, the details depend on the situation.",
]);

const MIDDLES = parts([
  "First, note how the parts fit together before changing any of them.",
  "The common case is simple, and the exceptions are few.",
  "Start small, check the result, and then go on.",
  "What works best depends on your goal and on the time you have.",
  "Most sources agree on the main facts and differ in the details.",
  "A concrete example makes the difference clear.",
  "It is worth comparing two or three options before you decide.",
  "The order of the steps matters more than their number.",
  "Keep the purpose in mind, and the rest follows from it.",
  "For @, the simplest choice is usually the right one.",
  "Two details are easy to miss, so it pays to read carefully.",
]);

const CLOSINGS = parts([
  "Let me know if you would like more detail.",
  "I can go deeper into any of these points.",
  "That should be enough to get started.",
  "If you share more about your situation, I can be more specific.",
  "Would you like an example?",
  "In practice, that covers most cases.",
  "Feel free to ask about any step.",
]);

const REASONINGS = parts([
  "I should first work out what is meant by @.",
  "A short and direct answer serves best here.",
  "Several readings are possible; the most common one fits the wording.",
  "Let me check the facts that matter before I answer.",
  "An example might help, but the answer has to stay brief.",
  "Nothing in the question rules this out, so I can answer.",
]);

/** Texts split at the topic once, so that filling them in is a join. */
function parts(templates: readonly string[]): readonly (readonly string[])[] {
  return templates.map((template) => template.split("@"));
}

export interface ProseOptions {
  /** Chance shared by all texts of one call; it is not used up. */
  random: Random;
  /** Which of the texts of the call this is, from 0. */
  index?: number;
  /** How many sentences stand between the first and the last one. Default 1. */
  middles?: number;
}

/** As many texts as one call can have without repeating itself. */
export const DIFFERENT_TEXTS = OPENINGS.length * MIDDLES.length * CLOSINGS.length;

/** Shares no factor with `DIFFERENT_TEXTS`: neighbouring texts differ in every sentence, and none comes twice before all did. */
const STRIDE = 211;

/** A text about `topic`. Texts of one call with different indexes below `DIFFERENT_TEXTS` differ. */
export function writeProse(topic: string, { random, index = 0, middles = 1 }: ProseOptions): string {
  const combination = (random.fork("prose").int(0, DIFFERENT_TEXTS - 1) + index * STRIDE) % DIFFERENT_TEXTS;
  const rest = Math.floor(combination / OPENINGS.length);
  let text = at(OPENINGS, combination).join(topic);
  for (let position = 0; position < middles; position++) text += ` ${at(MIDDLES, rest + position).join(topic)}`;
  return `${text} ${at(CLOSINGS, Math.floor(rest / MIDDLES.length)).join(topic)}`;
}

/** What a model thinks before it answers: `middles` sentences after one that repeats the question. */
export function writeReasoning(topic: string, { random, index = 0, middles = 1 }: ProseOptions): string {
  const first = random.fork("reasoning").int(0, REASONINGS.length - 1) + index;
  const sentences = Array.from({ length: middles }, (_, position) => at(REASONINGS, first + position).join(topic));
  return [`The user asks about ${topic}.`, ...sentences].join(" ");
}

const at = (list: readonly (readonly string[])[], index: number) => list[index % list.length] as readonly string[];
