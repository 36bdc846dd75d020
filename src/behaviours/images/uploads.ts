/** The pictures of a multipart body, judged by their bytes: neither name nor declared type says what a file is. */

import { type Problem, problem } from "../../contract/problem.ts";
import type { UploadedFile } from "../behaviour.ts";
import type { Size } from "./size.ts";

/** What can be sent: "a png, webp, or jpg file less than 50MB" (orq), taken in binary megabytes to refuse nobody. */
const READABLE = ["png", "webp", "jpeg"];
const LIMIT_BYTES = 50 * 1024 * 1024;

export interface Upload extends Size {
  bytes: Uint8Array;
}

/** A picture as it was sent: a file, or a text that the reference does not forbid. */
export type Source = UploadedFile | string;

/**
 * @param size Of the pictures that stand for links.
 * @returns The pictures in their order, or why one of them cannot be read.
 */
export async function readUploads(
  sources: readonly Source[],
  size: Size,
): Promise<{ uploads: readonly Upload[] } | { problem: Problem }> {
  const { readImage } = await import("../../media/read-image.ts");
  const uploads: Upload[] = [];
  for (const [index, source] of sources.entries()) {
    const place = sources.length > 1 ? ` (file ${index + 1} of ${sources.length})` : "";
    const refuse = (why: string) => ({ problem: refusal(`${why}${place}`) });
    const bytes = await bytesOf(source, size);
    if (bytes.length === 0) return refuse("the file is empty");
    if (bytes.length >= LIMIT_BYTES) return refuse("the file has 50 MB or more");
    const facts = await readImage(bytes);
    if (facts === undefined) return refuse("the file is no picture that can be read");
    if (!READABLE.includes(facts.format)) return refuse(`the file is a ${facts.format.toUpperCase()}`);
    uploads.push({ bytes, width: facts.width, height: facts.height });
  }
  return { uploads };
}

const DATA_URL = /^data:[^,]*;base64,/i;

/** Nothing is fetched: the twin asks nobody on behalf of a stranger. A link is a picture of its own words. */
async function bytesOf(source: Source, size: Size): Promise<Uint8Array> {
  if (typeof source !== "string") return source.bytes;
  const head = DATA_URL.exec(source)?.[0];
  if (head !== undefined) return Buffer.from(source.slice(head.length), "base64");
  const { drawImage } = await import("../../media/draw-image.ts");
  return drawImage({ prompt: source, ...size, format: "png", seed: 1 });
}

export const undecodable: Problem = refusal("a file is damaged, or has more pixels or longer sides than can be read");

function refusal(why: string): Problem {
  return problem(400, "invalid_image", `Invalid 'image': ${why}. Send whole PNG, WebP or JPEG files under 50 MB.`, {
    param: "image",
  });
}
