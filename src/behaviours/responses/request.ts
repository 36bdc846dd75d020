/** A request to create a response: what is read of it, and what it asks for. */
import { type Format, schemaFormat } from "../text/structured.ts";
import type { Tool, ToolChoice } from "../text/tools.ts";
import { numberIn, textIn } from "../unchecked.ts";

/** What is read of a request, on either API; null and absent mean the same. */
export interface ResponseRequest {
  model: string;
  input: string | readonly InputItem[];
  instructions?: string | null;
  previous_response_id?: string | null;
  metadata?: Readonly<Record<string, string>> | null;
  temperature?: number | null;
  top_p?: number | null;
  reasoning?: { effort?: string | null; summary?: unknown } | null;
  max_output_tokens?: number | null;
  text?: { format?: TextFormat; verbosity?: unknown } | null;
  include?: readonly string[] | null;
  parallel_tool_calls?: boolean | null;
  store?: boolean | null;
  tools?: readonly OfferedTool[] | null;
  tool_choice?: "none" | "auto" | "required" | { type: string; name?: unknown; server_label?: unknown } | null;
  top_logprobs?: unknown;
}

/** What is read of an item. The contract checks a field only in the types that document it. */
export interface InputItem {
  type?: string;
  role?: string;
  content?: unknown;
  name?: unknown;
  arguments?: unknown;
  output?: unknown;
}

export interface TextFormat {
  type: string;
  schema?: unknown;
}

export interface OfferedTool {
  type: string;
  name?: string;
  description?: string | null;
  parameters?: unknown;
  vector_store_ids?: readonly string[];
}

export type HostedTool = "web_search" | "file_search";

export interface ResponseView {
  functions: readonly Tool[];
  /** Which functions may be called. */
  choice: ToolChoice;
  isParallel: boolean;
  /** The tools the gateway itself runs, in the order they were offered. */
  hosted: readonly { kind: HostedTool; vectorStore: string | undefined }[];
  format: Format;
  /** Absent means no limit. */
  maxTokens: number | undefined;
  /** Sentences of reasoning after the first one; undefined when there is none. */
  reasoningMiddles: number | undefined;
  /** Whether the reasoning is an item of the output, and not only a number of tokens. */
  showsReasoning: boolean;
  encryptsReasoning: boolean;
  showsResults: boolean;
  /** How many alternatives to list per token; undefined when no likelihoods were asked for. */
  topLogprobs: number | undefined;
}

export function viewOf(request: ResponseRequest): ResponseView {
  const { tools, reasoning, include, tool_choice: choice } = request;
  const includes = (name: string) => include?.includes(name) === true;
  const effort = reasoning?.effort;
  return {
    functions: (tools ?? []).flatMap((tool, index) => (tool.type === "function" ? [functionOf(tool, index)] : [])),
    choice: functionChoiceOf(choice),
    isParallel: request.parallel_tool_calls !== false,
    hosted: hostedOf(tools ?? [], choice),
    format: formatOf(request.text?.format),
    maxTokens: request.max_output_tokens ?? undefined,
    reasoningMiddles:
      effort === undefined || effort === null || effort === "none" ? undefined : (REASONING_MIDDLES[effort] ?? 3),
    showsReasoning: textIn(reasoning?.summary) !== "" || includes("reasoning.encrypted_content"),
    encryptsReasoning: includes("reasoning.encrypted_content"),
    showsResults: includes("file_search_call.results"),
    topLogprobs: includes("message.output_text.logprobs") ? likelyOf(request.top_logprobs) : undefined,
  };
}

/** The most that the Responses API tells for one token. */
const MOST_LIKELY = 20;

const likelyOf = (asked: unknown): number => Math.max(0, Math.min(Math.trunc(numberIn(asked) ?? 0), MOST_LIKELY));

const REASONING_MIDDLES: Readonly<Record<string, number>> = { minimal: 0, low: 1, medium: 3, high: 5, xhigh: 6 };

const functionOf = ({ name, description, parameters }: OfferedTool, index: number): Tool => ({
  name: name ?? "",
  description: description ?? "",
  parameters,
  param: `tools[${index}].parameters`,
});

function functionChoiceOf(choice: ResponseRequest["tool_choice"]): ToolChoice {
  if (typeof choice !== "object" || choice === null) return { kind: choice ?? "auto" };
  // Whoever demands a hosted tool wants no function called.
  return choice.type === "function" ? { kind: "named", name: textIn(choice.name) } : { kind: "none" };
}

/** Hosted tools go by several names: `web_search`, `web_search_preview`, and either with a date. */
const HOSTED: readonly (readonly [RegExp, HostedTool])[] = [
  [/^web_search/, "web_search"],
  [/^file_search/, "file_search"],
];

const hostedKindOf = (type: string): HostedTool | undefined => HOSTED.find(([pattern]) => pattern.test(type))?.[1];

function hostedOf(tools: readonly OfferedTool[], choice: ResponseRequest["tool_choice"]): ResponseView["hosted"] {
  if (choice === "none" || (typeof choice === "object" && choice?.type === "function")) return [];
  const wanted = typeof choice === "object" && choice !== null ? hostedKindOf(choice.type) : "any";
  return tools.flatMap((tool) => {
    const kind = hostedKindOf(tool.type);
    return kind !== undefined && (wanted === "any" || wanted === kind)
      ? [{ kind, vectorStore: tool.vector_store_ids?.[0] }]
      : [];
  });
}

function formatOf(format: TextFormat | undefined): Format {
  if (format?.type === "json_schema") return schemaFormat({ schema: format.schema, param: "text.format.schema" });
  return { kind: format?.type === "json_object" ? "json-object" : "text" };
}
