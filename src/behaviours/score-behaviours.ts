/** What embeddings, rerank and moderations do. By operationId. */
import type { Behaviour } from "./behaviour.ts";

export const scoreBehaviours: Readonly<Record<string, Behaviour>> = {};
