/** What speech, transcription and translation do. By operationId. */
import type { Behaviour } from "./behaviour.ts";

export const audioBehaviours: Readonly<Record<string, Behaviour>> = {};
