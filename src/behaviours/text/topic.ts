/** What a text is about, read from its words: the phrase that a reply repeats. */

/** Words that carry no subject: whoever answers does not repeat them. */
const EMPTY_WORDS = new Set(
  `a about all also am an and any are as at be been but by can could did do does explain describe few find for from get give
  had has have hello help her here hey hi him his how i if in into is it its just know let like make may me might more
  most must my need no not now of off on one or our out over please put say see shall she should show so some such
  tell than thank thanks that the their them then there these they this those to too up us use very want was we were
  what when where which who whom whose why will with would write yes you your i'm i'd it's what's where's who's let's
  don't can't`.split(/\s+/),
);

const COMMANDS = new Set("summarize summarise extract translate classify analyze analyse generate list".split(" "));

const WORDS = /[\p{L}\p{N}](?:[\p{L}\p{N}'’_-]*[\p{L}\p{N}])?/gu;

/** The same for most questions, in a third of the time. */
const ASCII_WORDS = /[A-Za-z\d](?:[\w'-]*[A-Za-z\d])?/g;
const BEYOND_ASCII = /[\u0080-\uffff]/;

/** A long prompt states its subject at its start or repeats it; reading further would only cost time. */
export const READ_CHARACTERS = 600;
const LONGEST_TOPIC_WORDS = 6;

function wordsOf(text: string): string[] {
  const read = text.slice(0, READ_CHARACTERS);
  return read.match(BEYOND_ASCII.test(read) ? WORDS : ASCII_WORDS) ?? [];
}

export const isEmptyWord = (word: string): boolean => EMPTY_WORDS.has(word.toLowerCase());

/** The phrase a text is about, such as `the capital of France`; undefined when it holds no word at all. */
export function topicOf(text: string): string | undefined {
  const words = wordsOf(text);
  if (words.length === 0) return undefined;
  const isTelling = (word: string) => !isEmptyWord(word);
  const opening = words.findIndex(isTelling);
  // What is to be done is not what it is to be done with.
  const isCommand = COMMANDS.has(words[opening]?.toLowerCase() ?? "");
  const object = isCommand ? words.findIndex((word, at) => at > opening && isTelling(word)) : -1;
  let first = object === -1 ? opening : object;
  if (first === -1) return words.slice(0, LONGEST_TOPIC_WORDS).join(" ");
  let last = Math.min(first + LONGEST_TOPIC_WORDS, words.length) - 1;
  while (isEmptyWord(words[last] as string)) last--;
  if (words[first - 1]?.toLowerCase() === "the") first--;
  return words.slice(first, last + 1).join(" ");
}

/** The words that carry meaning, in lower case and without their commonest endings, for comparing two texts. */
export function stemsOf(text: string): Set<string> {
  const spaced = text.replace(/([a-z])([A-Z])/g, "$1 $2").replace(/[_-]/g, " ");
  return new Set(
    wordsOf(spaced)
      .filter((word) => !isEmptyWord(word))
      .map(stem),
  );
}

export const stem = (word: string): string => {
  const lower = word.toLowerCase();
  return lower.length < 5 ? lower.replace(/s$/, "") : lower.replace(/(?:ings?|ies|ed|es|s|e|y)$/, "");
};
