/**
 * Cuts a text into tokens as a byte-pair vocabulary roughly would: a word with the space before it, long words in pieces,
 * digits by threes, punctuation by itself. One rule for counting, cutting and streaming, so that they always agree; no
 * table to load, so that start-up stays quick. The tokens of a text, joined, are the text.
 */

const LONGEST_TOKEN = 8;
const ASCII_TOKEN = / ?[A-Za-z]{1,8}| ?\d{1,3}| ?[^\sA-Za-z\d]{1,3}|(?:\r\n|\s){1,8}/g;
const NOT_ASCII = /\P{ASCII}/u;

/**
 * The tokens of a text. The first tokens of a text are the tokens of the text they make up, so that a text that is cut
 * after some token counts the same.
 */
export function tokenize(text: string): string[] {
  if (NOT_ASCII.test(text)) return tokenizeGraphemes(text);
  return text.match(ASCII_TOKEN) ?? [];
}

export const countTokens = (text: string): number => (text === "" ? 0 : tokenize(text).length);

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

const WORD = /^[\p{L}\p{N}]/u;
/** From here on (CJK, Hangul, emoji …) one character says about as much as a short word elsewhere. */
const WIDE_FROM = 0x2e80;

/** The same for any script; what a reader sees as one character is never cut in two. */
function tokenizeGraphemes(text: string): string[] {
  const tokens: string[] = [];
  let token = "";
  for (const { segment } of graphemes.segment(text)) {
    if (token !== "" && !continues(token, segment)) {
      tokens.push(token);
      token = "";
    }
    token += segment;
  }
  if (token !== "") tokens.push(token);
  return tokens;
}

function continues(token: string, segment: string): boolean {
  if (token.length + segment.length > LONGEST_TOKEN + 1 || !isNarrowWord(segment)) return false;
  return (
    token === " " || (isNarrowWord(token.startsWith(" ") ? token.slice(1) : token) && token.length < LONGEST_TOKEN)
  );
}

const isNarrowWord = (text: string): boolean => WORD.test(text) && text.charCodeAt(0) < WIDE_FROM;
