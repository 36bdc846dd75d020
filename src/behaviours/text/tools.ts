/** Which tools a question calls: those that were demanded, else those whose words it shares. */
import type { Random } from "../../lib/random.ts";
import { stemsOf } from "./topic.ts";

/** A function the caller offers, whichever API it came by. */
export interface Tool {
  name: string;
  description: string;
  /** The JSON Schema of its arguments; undefined when it takes none. */
  parameters: unknown;
  /** Where its schema stands in the request. */
  param: string;
}

/** `named` demands one tool; `auto` leaves it to the question. */
export type ToolChoice = { kind: "none" | "auto" | "required" } | { kind: "named"; name: string };

export interface ToolRequest {
  tools: readonly Tool[];
  choice: ToolChoice;
  /** Whether one reply may call several tools. */
  isParallel: boolean;
}

/** More than this many at once would be no plausible answer to one question. */
const MOST_CALLS = 4;

/** The tools that a question calls, most fitting first; none when it is to be answered in words. */
export function chooseTools(
  question: string,
  { tools, choice, isParallel }: ToolRequest,
  random: Random,
): readonly Tool[] {
  if (choice.kind === "none" || tools.length === 0) return [];
  // A name that is not among the tools cannot be called: every call has to name a tool of the request.
  if (choice.kind === "named") return tools.filter((tool) => tool.name === choice.name).slice(0, 1);
  const related = relatedTools(question, tools);
  if (related.length > 0) return related.slice(0, isParallel ? MOST_CALLS : 1);
  return choice.kind === "required" ? [random.pick(tools)] : [];
}

const NAME_WORD = 2;
/** A word of the name is enough; of description and parameters it takes two. */
const RELATED_FROM = 2;

function relatedTools(question: string, tools: readonly Tool[]): Tool[] {
  const asked = stemsOf(question);
  if (asked.size === 0) return [];
  const shared = (text: string) => [...stemsOf(text)].filter((stem) => asked.has(stem)).length;
  return tools
    .map((tool) => ({
      tool,
      score: NAME_WORD * shared(tool.name) + shared(`${tool.description} ${parameterWords(tool.parameters)}`),
    }))
    .filter(({ score }) => score >= RELATED_FROM)
    .sort((a, b) => b.score - a.score)
    .map(({ tool }) => tool);
}

function parameterWords(parameters: unknown): string {
  const properties = (parameters as { properties?: unknown } | null | undefined)?.properties;
  if (typeof properties !== "object" || properties === null) return "";
  const words = Object.entries(properties).map(([name, schema]) => {
    const description = (schema as { description?: unknown } | null)?.description;
    return typeof description === "string" ? `${name} ${description}` : name;
  });
  return words.join(" ");
}
