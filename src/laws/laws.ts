/** All laws by family. The contract names the families that govern an operation; no code does. */
import { chatLaws } from "./chat-stream.ts";
import { choicesLaws } from "./choices.ts";
import { completionsLaws } from "./completions-stream.ts";
import { embeddingsLaws } from "./embeddings.ts";
import { formatLaws } from "./format.ts";
import { framingLaws } from "./framing.ts";
import { imagesLaws } from "./images.ts";
import type { Law } from "./law.ts";
import { metadataLaws } from "./metadata.ts";
import { moderationLaws } from "./moderation.ts";
import { rerankLaws } from "./rerank.ts";
import { responsesLaws } from "./responses-stream.ts";
import { speechLaws } from "./speech.ts";
import { toolsLaws } from "./tools.ts";
import { transcriptionLaws } from "./transcription.ts";
import { usageLaws } from "./usage.ts";

export const FAMILIES: ReadonlyMap<string, readonly Law[]> = new Map([
  ["framing", framingLaws],
  ["chat", chatLaws],
  ["completions", completionsLaws],
  ["responses", responsesLaws],
  ["usage", usageLaws],
  ["choices", choicesLaws],
  ["tools", toolsLaws],
  ["format", formatLaws],
  ["embeddings", embeddingsLaws],
  ["rerank", rerankLaws],
  ["moderation", moderationLaws],
  ["images", imagesLaws],
  ["speech", speechLaws],
  ["transcription", transcriptionLaws],
  ["metadata", metadataLaws],
]);

/** What documents and reporters tell of a law. */
export type LawFacts = Pick<Law, "id" | "summary" | "source" | "severity">;

/** Every law there is, family by family. */
export const listLaws = (): LawFacts[] =>
  [...FAMILIES.values()].flat().map(({ id, summary, source, severity }) => ({ id, summary, source, severity }));
