/** Real PNG, JPEG and WebP files by sharp (libvips), which is loaded with the first picture: it takes as long as a start. */
import type { Sharp } from "sharp";
import { drawPicture } from "./picture.ts";
import type { ImageFormat } from "./read-image.ts";
import { createTurns } from "./turns.ts";

export interface DrawImageOptions {
  prompt: string;
  /** In pixels; the file has exactly this size. */
  width: number;
  height: number;
  format: ImageFormat;
  /** Another seed gives another pattern. */
  seed: number;
  /** `transparent` leaves the corners of a PNG or WebP empty; a JPEG is always opaque. Default `auto`: opaque. */
  background?: "transparent" | "opaque" | "auto";
  /** OpenAI's `output_compression`: the quality of a JPEG or WebP, 0 to 100. Default 80. A PNG loses nothing. */
  compression?: number;
  /** A picture of exactly this size to start from, as edits and variations do: what `mergeImages` gives. */
  base?: Uint8Array;
}

/** A picture takes a thread and some ten megabytes while it is drawn; others may need the threads of this process too. */
const turn = createTurns(3);

// Higher efforts save a tenth of the bytes for three times the time.
const ENCODE = {
  png: (image) => image.png({ compressionLevel: 4 }),
  jpeg: (image, quality) => image.jpeg({ quality }),
  webp: (image, quality) => image.webp({ quality, effort: 1 }),
} satisfies Record<ImageFormat, (image: Sharp, quality: number) => Sharp>;

/**
 * Draws a prompt: its words, the size and the seed on a pattern that differs by prompt and seed. The same options give
 * the same bytes. At most three pictures are drawn at once.
 *
 * @returns A file of the asked format and size.
 */
export function drawImage(options: DrawImageOptions): Promise<Uint8Array> {
  return turn(() => draw(options));
}

async function draw(options: DrawImageOptions): Promise<Uint8Array> {
  const { prompt, width, height, format, seed, background = "auto", compression = 80, base } = options;
  const { default: sharp } = await import("sharp");
  const isTransparent = background === "transparent" && format !== "jpeg";
  const backdrop = base ? "picture" : isTransparent ? "none" : "filled";
  const drawing = Buffer.from(drawPicture({ prompt, width, height, seed, backdrop }));
  const picture = base ? sharp(base).composite([{ input: drawing }]) : sharp(drawing);
  const image = isTransparent ? picture.ensureAlpha() : picture.flatten({ background: "#fff" });
  return ENCODE[format](image, Math.max(1, compression)).toBuffer();
}
