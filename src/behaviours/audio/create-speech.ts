/** Speech: a text as a real audio file. */

import { problem } from "../../contract/problem.ts";
import type { SpeechFormat } from "../../media/speak.ts";
import type { Behaviour } from "../behaviour.ts";

/** What is read of a request. */
interface SpeechRequest {
  input: string;
  voice: string;
  response_format?: SpeechFormat;
  speed?: number;
}

/** As the page states it; counted in characters as a reader counts them, not in UTF-16 units. */
const LONGEST_INPUT_CHARACTERS = 4_096;
/** The document names no limits. Voices are heard from a quarter to four times their own pace, whatever is asked for. */
const SPEEDS = { slowest: 0.25, fastest: 4 };

export const createSpeech: Behaviour = async ({ body, random }) => {
  // The contract has checked the body; only what the interface names is read.
  const { input, voice, response_format: format = "mp3", speed = 1 } = body as SpeechRequest;
  if (isTooLong(input)) {
    const message = `Invalid 'input': it is longer than the ${LONGEST_INPUT_CHARACTERS} characters one call can say.`;
    return { kind: "refusal", problem: problem(400, "out_of_range", message, { param: "input" }) };
  }
  // The voice is loaded when the first text is spoken.
  const { speak } = await import("../../media/speak.ts");
  const { bytes, mediaType } = await speak({
    text: input,
    voice,
    format,
    speed: Math.min(SPEEDS.fastest, Math.max(SPEEDS.slowest, speed)),
    seed: random.fork("voice").int(0, 2 ** 31),
  });
  return { kind: "reply", status: 200, mediaType, body: bytes };
};

/** No character has more than two UTF-16 units, so a text of megabytes is not counted. */
const isTooLong = (text: string): boolean =>
  text.length > 2 * LONGEST_INPUT_CHARACTERS || [...text].length > LONGEST_INPUT_CHARACTERS;
