/** One view of the four request shapes: what they ask for, in the words of the twin. */
import { type Format, schemaFormat } from "../text/structured.ts";
import type { Tool, ToolChoice, ToolRequest } from "../text/tools.ts";
import { numberIn } from "../unchecked.ts";
import type { ChatMessage } from "./messages.ts";

/** What is read of a request, on whichever API; null and absent mean the same. */
export interface ChatRequest {
  model: string;
  messages: readonly ChatMessage[];
  n?: number | null;
  max_tokens?: number | null;
  max_completion_tokens?: number | null;
  stop?: string | readonly string[] | null;
  logprobs?: boolean | null;
  top_logprobs?: number | null;
  tools?: readonly ChatTool[] | null;
  tool_choice?: "none" | "auto" | "required" | { function?: { name?: string } } | null;
  parallel_tool_calls?: boolean | null;
  response_format?: { type: string; json_schema?: { schema?: unknown } } | null;
  modalities?: readonly string[] | null;
  audio?: { voice?: string; format?: string } | null;
  reasoning_effort?: string | null;
  verbosity?: string | null;
  thinking?: { type: string; budget_tokens?: unknown } | null;
  web_search_options?: { enabled?: boolean } | null;
  prediction?: { content?: unknown } | null;
  seed?: number | null;
  metadata?: Readonly<Record<string, string>> | null;
  service_tier?: string | null;
}

interface ChatTool {
  function: { name?: string; description?: string | null; parameters?: unknown };
}

export interface ChatView {
  choices: number;
  /** Absent means no limit. */
  maxTokens: number | undefined;
  stop: readonly string[];
  /** How many alternatives to list per token; undefined when no likelihoods were asked for. */
  topLogprobs: number | undefined;
  tooling: ToolRequest;
  format: Format;
  audio: { voice: string; format: string } | undefined;
  reasoning: Reasoning | undefined;
  /** Sentences between the first and the last one. */
  middles: number;
  searchesWeb: boolean;
  /** Text that the reply is expected to repeat. */
  prediction: string | undefined;
}

export interface Reasoning {
  /** Sentences after the first one. */
  middles: number;
  maxTokens: number;
  /** Whether the reasoning is to be handed back later, which takes a signature. */
  isSigned: boolean;
}

export function viewOf(request: ChatRequest): ChatView {
  const { modalities, audio, stop, prediction } = request;
  const limits = [request.max_tokens, request.max_completion_tokens].filter((limit) => typeof limit === "number");
  return {
    choices: request.n ?? 1,
    maxTokens: limits.length > 0 ? Math.max(0, Math.min(...limits)) : undefined,
    stop: typeof stop === "string" ? [stop] : (stop ?? []),
    topLogprobs: request.logprobs === true ? (request.top_logprobs ?? 0) : undefined,
    tooling: {
      // A tool without a name cannot be called.
      tools: (request.tools ?? []).map(toolOf).filter(({ name }) => name !== ""),
      choice: toolChoiceOf(request.tool_choice),
      isParallel: request.parallel_tool_calls !== false,
    },
    format: formatOf(request.response_format),
    audio: modalities?.includes("audio")
      ? { voice: audio?.voice ?? "alloy", format: audio?.format ?? "wav" }
      : undefined,
    reasoning: reasoningOf(request),
    middles: request.verbosity === "high" ? 4 : 1,
    searchesWeb: Boolean(request.web_search_options) && request.web_search_options?.enabled !== false,
    prediction: typeof prediction?.content === "string" && prediction.content !== "" ? prediction.content : undefined,
  };
}

const toolOf = ({ function: { name, description, parameters } }: ChatTool, index: number): Tool => ({
  name: name ?? "",
  description: description ?? "",
  parameters,
  param: `tools[${index}].function.parameters`,
});

function toolChoiceOf(choice: ChatRequest["tool_choice"]): ToolChoice {
  if (typeof choice === "object" && choice !== null) return { kind: "named", name: choice.function?.name ?? "" };
  return { kind: choice ?? "auto" };
}

function formatOf(format: ChatRequest["response_format"]): Format {
  if (format?.type === "json_schema") {
    return schemaFormat({ schema: format.json_schema?.schema, param: "response_format.json_schema.schema" });
  }
  return { kind: format?.type === "json_object" ? "json-object" : "text" };
}

/** Sentences of reasoning by effort; an effort of this provider's own counts as a medium one. */
const REASONING_MIDDLES: Readonly<Record<string, number>> = { minimal: 0, low: 1, medium: 3, high: 5, xhigh: 6 };

function reasoningOf({ reasoning_effort: effort, thinking }: ChatRequest): Reasoning | undefined {
  const isThinking = thinking?.type === "enabled";
  if (!isThinking && (effort === undefined || effort === null || effort === "none")) return undefined;
  return {
    middles: REASONING_MIDDLES[effort ?? "medium"] ?? 3,
    maxTokens: isThinking ? Math.max(0, numberIn(thinking.budget_tokens) ?? Infinity) : Infinity,
    isSigned: isThinking,
  };
}
