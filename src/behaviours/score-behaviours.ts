/** What embeddings, rerank and moderations do. By operationId. */
import type { Behaviour } from "./behaviour.ts";
import { createEmbedding } from "./embeddings/create-embedding.ts";
import { createModeration } from "./moderations/create-moderation.ts";
import { recalling } from "./recalling.ts";
import { createRerank } from "./rerank/create-rerank.ts";

export const scoreBehaviours: Readonly<Record<string, Behaviour>> = {
  orqProxyCreateEmbedding: recalling(createEmbedding),
  orqProxyCreateRerank: recalling(createRerank),
  orqProxyCreateModeration: recalling(createModeration),
};
