/** Text as sound, made by the media layer: the text behaviours only ask for it. */
import type { SpeechFormat } from "../../media/speak.ts";

export interface SpeechRequest {
  text: string;
  voice: string;
  speed: number;
  format: SpeechFormat;
  seed: number;
}

export type Speak = (request: SpeechRequest) => Promise<{ bytes: Uint8Array }> | { bytes: Uint8Array };
