/** Letters as dots, five by seven. A server may have no fonts at all, and with its own fonts no two would draw alike. */
import { createRandom, hash } from "../lib/random.ts";

export const GLYPH_COLUMNS = 5;
export const GLYPH_ROWS = 7;

/** Seven rows a glyph, each the base-32 digit of its five dots; the left dot is the highest bit. */
const GLYPHS: Readonly<Record<string, string>> = {
  " ": "0000000",
  "!": "4444004",
  '"': "aaa0000",
  "#": "aavavaa",
  $: "4fke5u4",
  "%": "op248j3",
  "&": "cik8lid",
  "'": "c480000",
  "(": "2488842",
  ")": "8422248",
  "*": "04lel40",
  "+": "044v440",
  ",": "0000c48",
  "-": "000v000",
  ".": "00000cc",
  "/": "01248g0",
  0: "ehjlphe",
  1: "4c4444e",
  2: "eh1248v",
  3: "v2421he",
  4: "26aiv22",
  5: "vgu11he",
  6: "68guhhe",
  7: "v124888",
  8: "ehhehhe",
  9: "ehhf12c",
  ":": "0cc0cc0",
  ";": "0cc0c48",
  "<": "248g842",
  "=": "00v0v00",
  ">": "8421248",
  "?": "eh12404",
  "@": "eh1dlle",
  A: "ehhvhhh",
  B: "uhhuhhu",
  C: "ehggghe",
  D: "uhhhhhu",
  E: "vgguggv",
  F: "vgguggg",
  G: "ehgnhhf",
  H: "hhhvhhh",
  I: "e44444e",
  J: "72222ic",
  K: "hikokih",
  L: "ggggggv",
  M: "hrllhhh",
  N: "hhpljhh",
  O: "ehhhhhe",
  P: "uhhuggg",
  Q: "ehhhlid",
  R: "uhhukih",
  S: "fgge11u",
  T: "v444444",
  U: "hhhhhhe",
  V: "hhhhha4",
  W: "hhhllla",
  X: "hha4ahh",
  Y: "hhha444",
  Z: "v1248gv",
  "[": "e88888e",
  "]": "e22222e",
  _: "000000v",
  "×": "0ha4ah0",
  "·": "000cc00",
};

/** A character that the table lacks gets a pattern of its own: unreadable, but not mistaken for another. */
const inventGlyph = (char: string) => {
  const random = createRandom(hash(char));
  // The middle row is never empty, so that no character becomes a space.
  return Array.from({ length: GLYPH_ROWS }, (_, row) => random.int(row === 3 ? 1 : 0, 31).toString(32)).join("");
};

/** The characters that `text` is drawn with: capitals without accents, one entry for each glyph. */
export const toGlyphText = (text: string): string[] => [
  ...text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toUpperCase().replaceAll(/\s+/g, " "),
];

/**
 * An SVG path of the dots of one line of text, each a square of `dot` pixels.
 *
 * @param x The left edge of the first glyph, in pixels; `y` is its top edge. Glyphs are six dots apart.
 */
export function toPath(chars: readonly string[], { x, y, dot }: { x: number; y: number; dot: number }): string {
  let path = "";
  chars.forEach((char, position) => {
    const rows = Object.hasOwn(GLYPHS, char) ? (GLYPHS[char] as string) : inventGlyph(char);
    [...rows].forEach((digit, row) => {
      const dots = Number.parseInt(digit, 32).toString(2).padStart(GLYPH_COLUMNS, "0");
      for (const { 0: run, index } of dots.matchAll(/1+/g)) {
        const left = x + (position * (GLYPH_COLUMNS + 1) + index) * dot;
        path += `M${left} ${y + row * dot}h${run.length * dot}v${dot}h${-run.length * dot}z`;
      }
    });
  });
  return path;
}
