/** Real PNG, JPEG and WebP files by sharp (libvips), which is loaded with the first picture: it takes as long as a start. */
import type { Sharp } from "sharp";
import { drawPicture } from "./picture.ts";
import { type ImageFormat, readImage } from "./read-image.ts";

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
  /**
   * A PNG, JPEG, WebP or GIF to start from, as edits and variations do: it fills the picture, cut to its proportions.
   * Whether an upload is an image is for `readImage` to say; one that cannot be decoded is left out.
   */
  base?: Uint8Array;
}

/** An upload may claim any size in a few bytes; beyond this many pixels it is not decoded. */
const LARGEST_BASE_PIXELS = 64_000_000;

/** The upload at the size of the picture, or undefined when it cannot be decoded. */
async function decodeBase({ base, width, height }: DrawImageOptions): Promise<Buffer | undefined> {
  // Only what readImage knows reaches the decoder: libvips would also read SVG, which can refer to other files.
  if (base === undefined || (await readImage(base)) === undefined) return undefined;
  const { default: sharp } = await import("sharp");
  try {
    const decoder = sharp(base, { limitInputPixels: LARGEST_BASE_PIXELS, failOn: "none" });
    return await decoder.autoOrient().resize(width, height, { fit: "cover" }).png({ compressionLevel: 1 }).toBuffer();
  } catch {
    return undefined;
  }
}

// Higher efforts save a tenth of the bytes for three times the time.
const ENCODE = {
  png: (image) => image.png({ compressionLevel: 4 }),
  jpeg: (image, quality) => image.jpeg({ quality }),
  webp: (image, quality) => image.webp({ quality, effort: 1 }),
} satisfies Record<ImageFormat, (image: Sharp, quality: number) => Sharp>;

/**
 * Draws a prompt: its words, the size and the seed on a pattern that differs by prompt and seed. The same options give
 * the same bytes.
 *
 * @returns A file of the asked format and size.
 */
export async function drawImage(options: DrawImageOptions): Promise<Uint8Array> {
  const { prompt, width, height, format, seed, background = "auto", compression = 80 } = options;
  const { default: sharp } = await import("sharp");
  const isTransparent = background === "transparent" && format !== "jpeg";
  const base = await decodeBase(options);
  const backdrop = base ? "picture" : isTransparent ? "none" : "filled";
  const drawing = Buffer.from(drawPicture({ prompt, width, height, seed, backdrop }));
  const picture = base ? sharp(base).composite([{ input: drawing }]) : sharp(drawing);
  const image = isTransparent ? picture.ensureAlpha() : picture.flatten({ background: "#fff" });
  return ENCODE[format](image, Math.max(1, compression)).toBuffer();
}
