/** A picture that says what was asked: the words of the prompt, the size and the seed on a pattern of the seed, as SVG. */
import { createRandom, hash, type Random } from "../lib/random.ts";
import { GLYPH_COLUMNS, GLYPH_ROWS, toGlyphText, toPath } from "./glyphs.ts";

export interface Picture {
  prompt: string;
  /** In pixels, 1 or more. */
  width: number;
  height: number;
  seed: number;
  /** What lies behind the pattern: nothing (`none`), colours (`filled`), or another picture that must stay visible. */
  backdrop: "none" | "filled" | "picture";
}

const SHAPES = 18;
const ADVANCE = GLYPH_COLUMNS + 1;
const LINE = GLYPH_ROWS + 3;
/** A prompt may have 32,000 characters; nobody reads more than this of it in a picture. */
const LONGEST_TEXT = 240;
const BOX = { width: 0.84, height: 0.6 };

function drawShape(random: Random, { width, height }: Picture, fill: string): string {
  const reach = Math.min(width, height);
  const x = random.int(0, width);
  const y = random.int(0, height);
  const size = Math.round(reach * (0.06 + 0.22 * random.next()));
  const paint = `fill="${fill}" fill-opacity="0.7"`;
  const kind = random.pick(["circle", "ring", "square", "triangle", "stripe"]);
  if (kind === "circle") return `<circle cx="${x}" cy="${y}" r="${size}" ${paint}/>`;
  if (kind === "ring") {
    return `<circle cx="${x}" cy="${y}" r="${size}" fill="none" stroke="${fill}" stroke-width="${size / 4}"/>`;
  }
  const turn = `transform="rotate(${random.int(0, 179)} ${x} ${y})"`;
  if (kind === "square") return `<rect x="${x}" y="${y}" width="${size}" height="${size}" ${paint} ${turn}/>`;
  if (kind === "triangle") return `<path d="M${x} ${y}l${size} ${size}h${-2 * size}z" ${paint} ${turn}/>`;
  return `<rect x="${x - 2 * reach}" y="${y}" width="${4 * reach}" height="${size / 4}" ${paint} ${turn}/>`;
}

/** Breaks words into lines; a word longer than a line is cut into pieces. */
function wrap(words: readonly string[][], columns: number): string[][] {
  const lines: string[][] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last && last.length + 1 + word.length <= columns) last.push(" ", ...word);
    else for (let from = 0; from < word.length; from += columns) lines.push(word.slice(from, from + columns));
  }
  return lines;
}

/** The prompt in the largest dots that leave it inside the box; what does not fit even in the smallest is left out. */
function layOut(
  text: string,
  { width, height }: { width: number; height: number },
): { lines: string[][]; dot: number } {
  const words = text.split(/\s+/).filter(Boolean).map(toGlyphText);
  for (let dot = Math.max(1, Math.floor(Math.min(width, height) / 50)); ; dot--) {
    const columns = Math.floor(width / (ADVANCE * dot));
    const room = Math.floor(height / (LINE * dot));
    const lines = columns > 0 ? wrap(words, columns) : [];
    // Words stay whole while smaller dots can keep them so.
    const isWhole = words.every(({ length }) => length <= columns);
    if (dot === 1 || (isWhole && lines.length <= room)) return { lines: lines.slice(0, room), dot };
  }
}

/** The words in a panel in the middle, and under them the size and the seed in dots half as large. */
function drawText({ prompt, width, height, seed }: Picture): string {
  const box = { width: width * BOX.width, height: height * BOX.height };
  const { lines, dot } = layOut(prompt.slice(0, LONGEST_TEXT), box);
  const small = Math.max(1, Math.floor(dot / 2));
  const facts = wrap(
    [`${width}×${height}`, "·", `seed ${seed}`].map(toGlyphText),
    Math.floor(box.width / (ADVANCE * small)) || 1,
  );
  const textHeight = lines.length * LINE * dot + facts.length * LINE * small;
  const top = Math.round((height - textHeight) / 2);
  const left = Math.round((width - box.width) / 2);
  const panel = `<rect x="${left - 2 * dot}" y="${top - 3 * dot}" width="${Math.round(box.width) + 4 * dot}" height="${
    textHeight + 5 * dot
  }" rx="${2 * dot}" fill="#101418" fill-opacity="0.78"/>`;
  const title = lines.map((line, index) => toPath(line, { x: left, y: top + index * LINE * dot, dot })).join("");
  const y = top + lines.length * LINE * dot;
  const footer = facts
    .map((line, index) => toPath(line, { x: left, y: y + index * LINE * small, dot: small }))
    .join("");
  return `${panel}<path d="${title}" fill="#fff"/><path d="${footer}" fill="#ffd866"/>`;
}

/** The same picture gives the same text, byte for byte. It needs no fonts. */
export function drawPicture(picture: Picture): string {
  const { prompt, width, height, seed, backdrop } = picture;
  const random = createRandom(hash(prompt, seed));
  const hue = random.int(0, 359);
  const colour = (turn: number, light: number) => `hsl(${(hue + turn) % 360},65%,${light}%)`;
  const shapes = Array.from({ length: backdrop === "picture" ? 4 : SHAPES }, () =>
    drawShape(random, picture, colour(random.pick([0, 30, 180, 210]), random.int(35, 75))),
  ).join("");
  const ground =
    backdrop === "filled"
      ? `<linearGradient id="ground" x2="${random.next().toFixed(2)}" y2="1"><stop stop-color="${colour(0, 30)}"/>` +
        `<stop offset="1" stop-color="${colour(120, 45)}"/></linearGradient><rect width="100%" height="100%" fill="url(#ground)"/>`
      : "";
  // Without a backdrop the corners stay empty, so that anyone sees that the picture is transparent.
  const clip =
    backdrop === "none" ? `<clipPath id="clip"><ellipse cx="50%" cy="50%" rx="47%" ry="47%"/></clipPath>` : "";
  const pattern = `<g${clip && ' clip-path="url(#clip)"'}>${shapes}</g>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${ground}${clip}${pattern}${drawText(picture)}</svg>`;
}
