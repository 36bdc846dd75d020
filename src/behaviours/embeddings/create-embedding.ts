/** Embeddings that a retrieval test can use: equal texts get equal vectors, related ones lie near each other. */
import type { components } from "../../../generated/schema.d.ts";
import { problem } from "../../contract/problem.ts";
import type { Behaviour, Outcome } from "../behaviour.ts";
import { type Features, featuresOf } from "../text/features.ts";
import { countTokens } from "../text/tokens.ts";
import { embed } from "./embed.ts";

type EmbeddingReply = components["schemas"]["EmbeddingReply"];

interface EmbeddingRequest {
  model: string;
  input: string | readonly string[] | readonly number[] | readonly (readonly number[])[];
  dimensions?: number | null;
  encoding_format?: "float" | "base64" | null;
}

/** The length of a model's vectors where its maker publishes it. */
const DIMENSIONS: readonly (readonly [RegExp, number])[] = [
  [/text-embedding-3-large/, 3072],
  [/text-embedding-3-small|ada-002/, 1536],
  [/gemini-embedding/, 3072],
  [/text-embedding-00|multilingual-e5-base/, 768],
];
const USUAL_DIMENSIONS = 1024;

const MOST_DIMENSIONS = 4_096;
/** As many inputs as the original API takes in one call. */
const MOST_INPUTS = 2_048;
/**
 * All numbers of one reply. Written out as text they take up to 60 MB, which still holds a full batch of the small
 * model; as base64 every batch of any length fits in as much.
 */
const MOST_NUMBERS = { float: MOST_INPUTS * 1_536, base64: MOST_INPUTS * MOST_DIMENSIONS };

export const createEmbedding: Behaviour = (call) => {
  // The contract has checked the body; only what the interface names is read.
  const { model, input, dimensions: asked, encoding_format: format } = call.body as EmbeddingRequest;
  const inputs = inputsOf(input);
  const dimensions = asked ?? DIMENSIONS.find(([pattern]) => pattern.test(model))?.[1] ?? USUAL_DIMENSIONS;
  if (!Number.isInteger(dimensions) || dimensions < 1 || dimensions > MOST_DIMENSIONS)
    return refuse("dimensions", `dimensions must be a whole number from 1 to ${MOST_DIMENSIONS}, not ${dimensions}.`);
  if (inputs.length > MOST_INPUTS)
    return refuse("input", `input has ${inputs.length} texts; one call takes at most ${MOST_INPUTS}.`);
  if (inputs.length * dimensions > MOST_NUMBERS[format ?? "float"])
    return refuse(
      "input",
      `${inputs.length} vectors of ${dimensions} numbers are too many for one call. Send fewer texts.`,
    );
  const tokens = inputs.reduce((sum, one) => sum + one.tokens, 0);
  const body: EmbeddingReply = {
    object: "list",
    data: inputs.map(({ features }, index) => {
      const vector = embed(features(inputs.length), { dimensions, space: model });
      return { object: "embedding", index, embedding: format === "base64" ? toBase64(vector) : [...vector] };
    }),
    model,
    usage: { prompt_tokens: tokens, total_tokens: tokens },
  };
  return { kind: "reply", status: 200, mediaType: "application/json", body };
};

interface Input {
  features: (texts: number) => Features;
  tokens: number;
}

/** One text, several, the token ids of one text, or those of several. */
function inputsOf(input: EmbeddingRequest["input"]): Input[] {
  if (typeof input === "string") return [fromText(input)];
  if (input.length > 0 && input.every((one) => typeof one === "number")) return [fromTokens(input)];
  return (input as readonly (string | readonly number[])[]).map((one) =>
    typeof one === "string" ? fromText(one) : fromTokens(one),
  );
}

const fromText = (text: string): Input => ({ features: (texts) => featuresOf(text, texts), tokens: countTokens(text) });

/** Nobody here knows the words behind token ids: the ids themselves are what such texts have in common. */
const fromTokens = (ids: readonly number[]): Input => ({
  features: () => new Map([...ids.map((id) => [`token ${id}`, 1] as const), [`whole ${ids}`, 0.02] as const]),
  tokens: ids.length,
});

/** Little-endian 32-bit floats, as the official clients read them. */
function toBase64(vector: Float32Array): string {
  const bytes = Buffer.alloc(vector.length * 4);
  for (const [index, value] of vector.entries()) bytes.writeFloatLE(value, index * 4);
  return bytes.toString("base64");
}

const refuse = (param: string, message: string): Outcome => ({
  kind: "refusal",
  problem: problem(400, "out_of_range", message, { param }),
});
