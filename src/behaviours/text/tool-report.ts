/** Puts the answers of tools into words. */
import { cutText } from "./cut.ts";

const LONGEST_RESULT_TOKENS = 60;
const MOST_FIELDS = 8;

/** A sentence per answer, with its values in it, so that a reader sees that it was used. */
export function reportResults(results: readonly string[], topic: string): string {
  const told = results.map(inWords).filter((words) => words !== "");
  if (told.length === 0) return `The tool gave no result for ${topic}.`;
  return `Here is what I found about ${topic}: ${told.join("; ")}.`;
}

function inWords(result: string): string {
  const { text, isCut } = cutText(plain(result).trim().replace(/\.$/, ""), { maxTokens: LONGEST_RESULT_TOKENS });
  return isCut ? `${text} …` : text;
}

/** The fields of a JSON object read aloud; anything else as it stands. */
function plain(result: string): string {
  if (!result.trimStart().startsWith("{")) return result;
  try {
    const fields = Object.entries(JSON.parse(result) as object).slice(0, MOST_FIELDS);
    return fields
      .map(([name, value]) => `${name} ${typeof value === "string" ? value : JSON.stringify(value)}`)
      .join(", ");
  } catch {
    return result;
  }
}
