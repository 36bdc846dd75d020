/** What speech, transcription and translation do. By operationId. */
import { createSpeech } from "./audio/create-speech.ts";
import { createTranscript } from "./audio/create-transcript.ts";
import type { Behaviour } from "./behaviour.ts";

export const audioBehaviours: Readonly<Record<string, Behaviour>> = {
  orqProxyCreateSpeech: createSpeech,
  orqProxyCreateTranscription: createTranscript("transcribe"),
  orqProxyCreateTranslation: createTranscript("translate"),
};
