/** Several pictures as one, side by side in a grid: what an edit of many uploads starts from. */
import { createTurns } from "./turns.ts";

/** An upload may claim any size in a few bytes; beyond this many pixels it is not decoded. */
const MOST_PIXELS = 64_000_000;

/** A picture of that size takes 256 MB while it is decoded, so one follows the other. */
const turn = createTurns(1);

interface Cell {
  left: number;
  top: number;
  width: number;
  height: number;
}

/**
 * Decodes PNG, JPEG and WebP files and lays them out, each cut to the proportions of its cell.
 *
 * @param files One or more. What is none of the three formats is for `readImage` to find out, before.
 * @returns An opaque or transparent PNG of exactly that size, or undefined when a file is damaged, cut short, larger
 *   than 64 megapixels, or a strip of a pixel by tens of thousands.
 */
export async function mergeImages(
  files: readonly Uint8Array[],
  { width, height }: { width: number; height: number },
): Promise<Uint8Array | undefined> {
  const { default: sharp } = await import("sharp");
  const cells = layOut(files.length, { width, height });
  try {
    const layers = [];
    for (const [index, { left, top, ...size }] of cells.entries()) {
      const decode = () =>
        sharp(files[index], { limitInputPixels: MOST_PIXELS, failOn: "truncated" })
          .autoOrient()
          .resize({ ...size, fit: "cover" })
          .toColourspace("srgb")
          .png({ compressionLevel: 1 })
          .toBuffer();
      layers.push({ input: await turn(decode), left, top });
    }
    const [first] = layers;
    if (layers.length === 1 && first) return first.input;
    return await sharp({ create: { width, height, channels: 4, background: "#fff" } })
      .composite(layers)
      .png({ compressionLevel: 1 })
      .toBuffer();
  } catch {
    return undefined;
  }
}

/** Rows and columns as equal as can be; the last row is shared out among what is left. A cell has at least one pixel. */
function layOut(count: number, { width, height }: { width: number; height: number }): Cell[] {
  const columns = Math.min(width, Math.ceil(Math.sqrt(count)));
  const rows = Math.min(height, Math.ceil(count / columns));
  return Array.from({ length: Math.min(count, rows * columns) }, (_, index) => {
    const row = Math.floor(index / columns);
    const inRow = Math.min(columns, count - row * columns);
    const column = index % columns;
    const left = Math.round((column * width) / inRow);
    const top = Math.round((row * height) / rows);
    return {
      left,
      top,
      width: Math.round(((column + 1) * width) / inRow) - left,
      height: Math.round(((row + 1) * height) / rows) - top,
    };
  });
}
