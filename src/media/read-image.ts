/** What an image file says of itself in its header; no pixel is decoded. */
import { type MediaFormat, sniff } from "./sniff.ts";

/** The formats that image operations accept and produce. */
export type ImageFormat = Extract<MediaFormat, "png" | "jpeg" | "webp">;

export interface ImageFacts {
  format: ImageFormat | "gif";
  /** In pixels, as stored: a camera's note to turn the picture is not followed. */
  width: number;
  height: number;
  /** Whether the pixels may be transparent; not whether any of them is. */
  hasAlpha: boolean;
}

/** @returns The facts of a PNG, JPEG, WebP or GIF, and undefined for bytes that are none of these or lack a whole header. */
export async function readImage(bytes: Uint8Array): Promise<ImageFacts | undefined> {
  const format = sniff(bytes);
  if (format !== "png" && format !== "jpeg" && format !== "webp" && format !== "gif") return undefined;
  const { default: sharp } = await import("sharp");
  try {
    const { width, height, hasAlpha } = await sharp(bytes, { limitInputPixels: false }).metadata();
    return { format, width, height, hasAlpha };
  } catch {
    return undefined;
  }
}
