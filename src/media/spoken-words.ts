/** How long a text takes to say, and when each of its words is heard: about 150 words of English a minute. */

export interface SpokenWord {
  /** The word as written, without the punctuation around it. */
  word: string;
  /** When it begins and ends, in seconds from the start of the speech. */
  start: number;
  end: number;
  /** One vowel group each, in order; at least one. */
  syllables: readonly string[];
}

export interface SpokenText {
  words: readonly SpokenWord[];
  /** The whole speech with its pauses, in seconds; at least 0.2. */
  seconds: number;
}

// Together they give English prose (4.7 letters a word, a comma and a full stop in fifteen words) 150 words a minute.
const LETTER_SECONDS = 0.053;
const SYMBOL_SECONDS = 0.2;
const GAP_SECONDS = 0.12;
const PAUSE_SECONDS = { comma: 0.14, stop: 0.28 };
const SHORTEST_SECONDS = 0.2;

// One digit, or one character of a script that writes a syllable or more at a time, is said as a word of its own.
const WORD =
  /(?<symbol>\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Nd})|(?<letters>[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*)|(?<comma>[,;:、，；：(–—])|(?<stop>[.!?…。！？\n]+)/gu;
// Split before every consonant that a vowel follows, unless the word begins there: `gateway` → `ga te way`.
const VOWELS = "aeiouyàâäéèêëîïôöùûüáíóúæœøå";
const BOUNDARY = new RegExp(`(?<=[${VOWELS}][^${VOWELS}]*)(?=[^${VOWELS}][${VOWELS}])`, "i");
/** No word has more letters; what is longer is not split, which keeps the work on hostile texts small. */
const LONGEST_WORD = 60;

/** A word without vowels is one syllable. */
const syllablesOf = (word: string): readonly string[] => (word.length > LONGEST_WORD ? [word] : word.split(BOUNDARY));

/**
 * Reads a text aloud, in time only.
 *
 * @param speed 1 is 150 words a minute; 2 takes half the time. Must be above 0.
 */
export function timeWords(text: string, speed = 1): SpokenText {
  const words: SpokenWord[] = [];
  let seconds = 0;
  const add = (word: string, duration: number) => {
    words.push({ word, start: seconds, end: seconds + duration / speed, syllables: syllablesOf(word) });
    seconds += (duration + GAP_SECONDS) / speed;
  };
  for (const { groups } of text.matchAll(WORD)) {
    if (groups?.symbol) add(groups.symbol, SYMBOL_SECONDS);
    else if (groups?.letters) add(groups.letters, groups.letters.length * LETTER_SECONDS);
    // A pause before the first word would only delay it.
    else if (words.length > 0) seconds += (groups?.comma ? PAUSE_SECONDS.comma : PAUSE_SECONDS.stop) / speed;
  }
  return { words, seconds: Math.max(seconds, SHORTEST_SECONDS) };
}
