/** Subtitles: one cue for each thing said. WebVTT is https://www.w3.org/TR/webvtt1/; SubRip has no standard. */
import { sayingOf, type Utterance } from "./transcript.ts";

/** `00:00:00,000`; hours may have more digits. */
function timestamp(seconds: number, mark: "," | "."): string {
  const ms = Math.round(seconds * 1_000);
  const two = (value: number) => String(value).padStart(2, "0");
  const whole = Math.floor(ms / 1_000);
  const clock = [Math.floor(whole / 3_600), Math.floor(whole / 60) % 60, whole % 60].map(two).join(":");
  return `${clock}${mark}${String(ms % 1_000).padStart(3, "0")}`;
}

const timing = ({ tokens }: Utterance, mark: "," | "."): string =>
  `${timestamp(tokens[0]?.start ?? 0, mark)} --> ${timestamp(tokens.at(-1)?.end ?? 0, mark)}`;

export const toSrt = (utterances: readonly Utterance[]): string =>
  utterances.map((utterance, index) => `${index + 1}\n${timing(utterance, ",")}\n${sayingOf(utterance)}\n`).join("\n");

/** @param namesSpeakers Whether each cue names its speaker in a voice span. */
export const toVtt = (utterances: readonly Utterance[], namesSpeakers: boolean): string =>
  `WEBVTT\n\n${utterances
    .map((utterance) => {
      const voice = namesSpeakers ? `<v speaker_${utterance.speaker}>` : "";
      return `${timing(utterance, ".")}\n${voice}${sayingOf(utterance)}\n`;
    })
    .join("\n")}`;
