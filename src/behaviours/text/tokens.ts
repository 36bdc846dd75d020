/**
 * Cuts a text into tokens as a byte-pair vocabulary roughly would: a word with the space before it, long words in pieces,
 * digits by threes, punctuation by itself. One rule for counting, cutting and streaming, so that they always agree; no
 * table to load, so that start-up stays quick. The tokens of a text, joined, are the text.
 */

/** What an ASCII character is; the most that go into one token of each. */
const SPACE = 0;
const LETTER = 1;
const DIGIT = 2;
const MARK = 3;
const MOST: readonly number[] = [8, 8, 3, 3];
const KINDS = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  return /\s/.test(character) ? SPACE : /[A-Za-z]/.test(character) ? LETTER : /\d/.test(character) ? DIGIT : MARK;
});
const NOT_ASCII = 255;

const kindAt = (text: string, index: number): number => {
  const code = text.charCodeAt(index);
  return code < 128 ? (KINDS[code] as number) : NOT_ASCII;
};

/**
 * Counts the tokens of a text in ASCII, and gives them to `tokens` where that is there; -1 for any other text. A loop
 * over codes takes a tenth of the time of a regular expression, and every reply counts what was asked and answered.
 */
function scanAscii(text: string, tokens?: string[]): number {
  let count = 0;
  let at = 0;
  while (at < text.length) {
    const from = at;
    let kind = kindAt(text, at);
    // One space belongs to the word behind it.
    if (text.charCodeAt(at) === 32 && at + 1 < text.length && kindAt(text, at + 1) !== SPACE) {
      at++;
      kind = kindAt(text, at);
    }
    if (kind === NOT_ASCII) return -1;
    for (let left = MOST[kind] as number; left > 0 && at < text.length && kindAt(text, at) === kind; left--) {
      // A line break of two characters counts as one.
      at += text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10 ? 2 : 1;
    }
    count++;
    tokens?.push(text.slice(from, at));
  }
  return count;
}

/** Whatever clings to the character before it, so that a reader sees both as one (Unicode Annex 29, GB9 and GB9a). */
const CLINGING = String.raw`[\p{M}\p{Emoji_Modifier}\u200c\u200d\uff9e\uff9f\u0e33\u0eb3\u{e0020}-\u{e007f}]*`;

/**
 * The same for any script, and for ASCII the very same: the first tokens of a text in two scripts may be all ASCII. What a
 * reader sees as one character is never cut in two; where that would take tables (emoji sequences, Indic syllables) a
 * whole run is one token. `Intl.Segmenter` knows better and takes 10 µs per character.
 */
const ANY_TOKEN = new RegExp(
  [
    // A mark that stands before what it belongs to.
    String.raw`[\u0600-\u0605\u06dd\u070f\u08e2]+.?${CLINGING}`,
    String.raw` ?(?:[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}]${CLINGING}){1,8}`,
    String.raw` ?(?:\p{Nd}${CLINGING}){1,3}`,
    String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]${CLINGING}`,
    String.raw`(?:\p{Extended_Pictographic}${CLINGING})+`,
    String.raw`(?:\p{Regional_Indicator}${CLINGING})+`,
    String.raw` ?(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])[\p{L}\p{N}\p{M}]${CLINGING})+`,
    String.raw` ?(?:(?![\sA-Za-z\d])[\x00-\x7f]${CLINGING}){1,3}`,
    String.raw`(?:\r\n|\s){1,8}${CLINGING}`,
    ` ?.${CLINGING}`,
  ].join("|"),
  "gsu",
);

/**
 * The tokens of a text. The first tokens of a text are the tokens of the text they make up, so that a text that is cut
 * after some token counts the same.
 */
export function tokenize(text: string): string[] {
  const tokens: string[] = [];
  return scanAscii(text, tokens) < 0 ? (text.match(ANY_TOKEN) ?? []) : tokens;
}

export function countTokens(text: string): number {
  const count = scanAscii(text);
  return count < 0 ? (text.match(ANY_TOKEN)?.length ?? 0) : count;
}
