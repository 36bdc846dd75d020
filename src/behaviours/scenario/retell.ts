/** Puts other words into a transcript that is no JSON: plain text, or subtitles, which then have one cue for all of them. */
import type { Outcome } from "../../scenario/scenario.ts";
import { isMembers } from "./merge.ts";

const TIMING = /^(\S+) --> (\S+)$/gm;

/** The transcript with the `text` that the outcome has for its JSON form; as it is when the outcome has none. */
export function retell(body: string, { reply, passthrough }: Outcome): string {
  const said = [reply, passthrough].filter(isMembers).map(({ text }) => text);
  const text = said.find((one) => typeof one === "string");
  if (text === undefined) return body;
  const timings = [...body.matchAll(TIMING)];
  if (timings.length === 0) return `${text}\n`;
  // A blank line would end the cue.
  const words = text.replaceAll(/\s*[\r\n]\s*/g, "\n").trim();
  const timing = `${timings[0]?.[1]} --> ${timings.at(-1)?.[2]}`;
  return body.startsWith("WEBVTT") ? `WEBVTT\n\n${timing}\n${escaped(words)}\n` : `1\n${timing}\n${words}\n`;
}

/** WebVTT reads tags and entities in a cue, and no arrow. */
const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
