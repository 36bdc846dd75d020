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

/** @returns The pictures in their order, or why one of them cannot be read. */
export async function readUploads(
  files: readonly UploadedFile[],
): Promise<{ uploads: readonly Upload[] } | { problem: Problem }> {
  const { readImage } = await import("../../media/read-image.ts");
  const uploads: Upload[] = [];
  for (const [index, { bytes }] of files.entries()) {
    const place = files.length > 1 ? ` (file ${index + 1} of ${files.length})` : "";
    const refuse = (why: string) => ({ problem: refusal(`${why}${place}`) });
    if (bytes.length === 0) return refuse("the file is empty");
    if (bytes.length >= LIMIT_BYTES) return refuse("the file has 50 MB or more");
    const facts = await readImage(bytes);
    if (facts === undefined) return refuse("the file is no picture that can be read");
    if (!READABLE.includes(facts.format)) return refuse(`the file is a ${facts.format.toUpperCase()}`);
    uploads.push({ bytes, width: facts.width, height: facts.height });
  }
  return { uploads };
}

export const undecodable: Problem = refusal("a file is damaged, or has more pixels or longer sides than can be read");

function refusal(why: string): Problem {
  return problem(400, "invalid_image", `Invalid 'image': ${why}. Send whole PNG, WebP or JPEG files under 50 MB.`, {
    param: "image",
  });
}
