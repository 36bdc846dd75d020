/** Pictures from a prompt: one behaviour for three APIs, which differ by a table. */

import { type Problem, problem } from "../../contract/problem.ts";
import type { ImageFormat } from "../../media/read-image.ts";
import type { Behaviour, Outcome } from "../behaviour.ts";
import { deliver } from "./deliver.ts";
import {
  beyondModel,
  isGptImage,
  type LimitTable,
  ORQ_LIMITS,
  presentationOf,
  rewritesPrompts,
  SUDO_LIMITS,
} from "./models.ts";
import { readSize, toText } from "./size.ts";
import { usageOf } from "./usage.ts";

/** What is read of a request. Sudo leaves `background` and `output_format` open strings. */
interface ImageRequest {
  prompt: string;
  model: string;
  n?: number | null;
  size?: string | null;
  response_format?: "url" | "b64_json" | null;
  background?: string | null;
  output_format?: string | null;
  output_compression?: number | null;
  quality?: string | null;
  style?: string | null;
}

export interface ImageFace {
  limits: LimitTable;
  /** Whether a GPT Image model answers in base64 even when a link is asked for. Without a wish it always does. */
  base64Only: boolean;
  /** Whether the reply says how the pictures were drawn. */
  tellsOptions: boolean;
}

export const ORQ_FACE: ImageFace = { limits: ORQ_LIMITS, base64Only: true, tellsOptions: false };
export const SUDO_FACE: ImageFace = { limits: SUDO_LIMITS, base64Only: false, tellsOptions: true };

/** Where the document takes any word, one that names no format or background leaves the choice to the model. */
const FORMATS: Readonly<Record<string, ImageFormat>> = { png: "png", jpeg: "jpeg", jpg: "jpeg", webp: "webp" };
const BACKGROUNDS: Readonly<Record<string, "transparent" | "opaque">> = {
  transparent: "transparent",
  opaque: "opaque",
};

/** OpenAI's own default; the orq proxy documents it. */
const DEFAULT_COMPRESSION = 100;

export const createImage = (face: ImageFace): Behaviour =>
  async function image(call) {
    // The contract has checked the body; only what the interface names is read.
    const request = call.body as ImageRequest;
    const { prompt, model, quality: asked } = request;
    const count = request.n ?? 1;
    const format = pick(FORMATS, request.output_format) ?? "png";
    const background = pick(BACKGROUNDS, request.background) ?? "auto";
    const read = readSize(request.size);
    if ("problem" in read) return refuse(read.problem);
    const { size } = read;
    const beyond = beyondModel({ model, prompt, n: count, size: request.size }, face.limits);
    if (beyond) return refuse(beyond);
    if (background === "transparent" && format === "jpeg") return refuse(OPAQUE_JPEG);
    const quality = asked && asked !== "auto" ? asked : isGptImage(model) ? "medium" : "standard";
    const images = await deliver(call, {
      prompt,
      count,
      size,
      format,
      background,
      compression: request.output_compression ?? DEFAULT_COMPRESSION,
      as: presentationOf(request, face.base64Only),
    });
    const revised = rewritesPrompts(model) ? { revised_prompt: revise(request) } : undefined;
    return {
      kind: "reply",
      status: 200,
      mediaType: "application/json",
      body: {
        created: Math.floor(call.clock.now() / 1_000),
        ...(face.tellsOptions && { background, output_format: format, quality, size: toText(size) }),
        data: images.map((picture) => ({ ...picture, ...revised })),
        usage: usageOf({ prompt, read: [], size, quality, count }),
      },
    };
  };

const refuse = (why: Problem): Outcome => ({ kind: "refusal", problem: why });

const OPAQUE_JPEG = problem(
  400,
  "invalid_value",
  "Invalid 'background': a JPEG has no transparency. Ask for output_format png or webp.",
  { param: "background" },
);

const pick = <Value>(table: Readonly<Record<string, Value>>, key: string | null | undefined): Value | undefined =>
  key && Object.hasOwn(table, key) ? table[key] : undefined;

/** As a model rewrites a prompt before it draws: longer, and in the manner that was asked for. */
function revise({ prompt, style, quality }: ImageRequest): string {
  const manner = style === "natural" ? "A natural, true-to-life picture" : "A vivid, dramatic picture";
  const detail = quality === "hd" ? ", rich in fine detail" : "";
  return `${manner}${detail}: ${prompt.trim() || "whatever comes to mind"}`;
}
