/** How large a picture is, from the `size` of a request. */
import { type Problem, problem } from "../../contract/problem.ts";

export interface Size {
  /** In pixels. */
  width: number;
  height: number;
}

/** What every image model draws when the size is left to it. */
const DEFAULT_SIZE: Size = { width: 1024, height: 1024 };

const LONGEST_SIDE = 4096;
/** 3840 by 2160: a picture takes four bytes a pixel while it is drawn, and ten may be asked for at once. */
const MOST_PIXELS = 8_294_400;

/**
 * Reads a `size` such as `1792x1024`. The orq documents leave it an open string and list no sizes, so every size up to
 * the bounds is drawn, and a word (`auto`) leaves the choice to the model, as no size does.
 *
 * @returns The size, or why there can be no such picture.
 */
export function readSize(text: string | null | undefined): { size: Size } | { problem: Problem } {
  const sides = /^\s*(\d+)\s*[x×]\s*(\d+)\s*$/i.exec(text ?? "");
  if (sides === null) return { size: DEFAULT_SIZE };
  const [width, height] = [Number(sides[1]), Number(sides[2])];
  if (Math.min(width, height) < 1) return refuse(text, "a side has at least one pixel");
  if (Math.max(width, height) > LONGEST_SIDE) return refuse(text, `a side has at most ${LONGEST_SIDE} pixels`);
  if (width * height > MOST_PIXELS) return refuse(text, `a picture has at most ${MOST_PIXELS} pixels`);
  return { size: { width, height } };
}

const refuse = (asked: string | null | undefined, why: string) => {
  const message = `Invalid 'size': ${asked?.slice(0, 40)} cannot be drawn, as ${why}.`;
  return { problem: problem(400, "out_of_range", message, { param: "size" }) };
};

export const toText = ({ width, height }: Size): string => `${width}x${height}`;
