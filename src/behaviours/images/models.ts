/** What the documents say of single image models. Of every other model they say nothing, so it may do everything. */
import { type Problem, problem } from "../../contract/problem.ts";

export interface ModelLimits {
  /** The most pictures of one call. */
  mostImages?: number;
  /** In characters. */
  longestPrompt?: number;
  sizes?: readonly string[];
}

export type LimitTable = Readonly<Record<string, ModelLimits>>;

/** Both orq pages: "For dall-e-3, only n=1 is supported." */
export const ORQ_LIMITS: LimitTable = { "dall-e-3": { mostImages: 1 } };

/** Sudo's page also gives each model its sizes and the length of its prompt. */
export const SUDO_LIMITS: LimitTable = {
  "dall-e-2": { longestPrompt: 1_000, sizes: ["256x256", "512x512", "1024x1024"] },
  "dall-e-3": { mostImages: 1, longestPrompt: 4_000, sizes: ["1024x1024", "1792x1024", "1024x1792"] },
};

/** The name without its provider: `openai/dall-e-3` is `dall-e-3`. */
const bareName = (model: string): string => model.slice(model.lastIndexOf("/") + 1).toLowerCase();

/** The models that know base64 alone: `gpt-image-1` and its successors. */
export const isGptImage = (model: string): boolean => /^(?:chat)?gpt-image\b/.test(bareName(model));

export const rewritesPrompts = (model: string): boolean => bareName(model) === "dall-e-3";

/**
 * A link unless base64 is asked for. A GPT Image model answers in base64 without being asked.
 *
 * @param base64Only Whether a GPT Image model does so even when a link is asked for.
 */
export function presentationOf(
  { model, response_format: wish }: { model: string; response_format?: "url" | "b64_json" | null },
  base64Only: boolean,
): "url" | "b64_json" {
  if (isGptImage(model)) return base64Only ? "b64_json" : (wish ?? "b64_json");
  return wish ?? "url";
}

/** Why a model does not take a request, or undefined when it does. */
export function beyondModel(
  { model, prompt, n, size }: { model: string; prompt: string; n: number; size: string | null | undefined },
  table: LimitTable,
): Problem | undefined {
  const name = bareName(model);
  const { mostImages, longestPrompt, sizes } = Object.hasOwn(table, name) ? (table[name] as ModelLimits) : {};
  const refuse = (param: string, why: string) =>
    problem(400, "unsupported_by_model", `Invalid '${param}': ${why}.`, { param });
  if (mostImages !== undefined && n > mostImages)
    return refuse("n", `${name} draws at most ${mostImages} image a call, but ${n} were asked for`);
  if (longestPrompt !== undefined && isLonger(prompt, longestPrompt))
    return refuse("prompt", `${name} reads at most ${longestPrompt} characters`);
  if (sizes !== undefined && size && !sizes.includes(size))
    return refuse("size", `${name} draws ${sizes.join(", ")}, but ${size} was asked for`);
  return undefined;
}

/** No character has more than two UTF-16 units, so a text of megabytes is not counted. */
const isLonger = (text: string, most: number): boolean =>
  text.length > most && (text.length > 2 * most || [...text].length > most);
