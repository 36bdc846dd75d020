/** Text as sound, made by somebody else: the text behaviours only ask for it. */

export interface SpeechRequest {
  text: string;
  voice: string;
  speed: number;
  /** `wav`, `mp3`, `flac`, `opus` or `pcm`. */
  format: string;
  seed: number;
}

export type Speak = (request: SpeechRequest) => Promise<{ bytes: Uint8Array }> | { bytes: Uint8Array };
