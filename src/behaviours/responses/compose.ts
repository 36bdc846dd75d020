/** Puts an output into the shape of a response, which repeats most of its request with the defaults that were used. */
import { textIn } from "../unchecked.ts";
import { countInput } from "./input.ts";
import type { Output } from "./output.ts";
import type { ResponseRequest } from "./request.ts";
import type { ResponseReply } from "./response.ts";

export interface Identity {
  id: string;
  /** Unix seconds. */
  created_at: number;
}

export function responseOf(request: ResponseRequest, output: Output, { id, created_at }: Identity): ResponseReply {
  const input = countInput(request);
  // One flat literal: spreading parts of this size into it takes several times as long.
  const response = {
    id,
    object: "response" as const,
    created_at,
    status: output.isCut ? "incomplete" : "completed",
    error: null,
    incomplete_details: output.isCut ? { reason: "max_output_tokens" } : null,
    model: request.model,
    output: output.items,
    output_text: outputText(output),
    instructions: request.instructions ?? null,
    max_output_tokens: request.max_output_tokens ?? null,
    metadata: request.metadata ?? {},
    parallel_tool_calls: request.parallel_tool_calls ?? true,
    previous_response_id: request.previous_response_id ?? null,
    reasoning: { effort: request.reasoning?.effort ?? null, summary: textIn(request.reasoning?.summary) || null },
    store: request.store ?? true,
    temperature: request.temperature ?? 1,
    text: textOf(request.text),
    tool_choice: toolChoiceOf(request.tool_choice),
    tools: request.tools ?? [],
    top_p: request.top_p ?? 1,
    truncation: "disabled",
    service_tier: "default",
    background: false,
    usage: {
      input_tokens: input,
      input_tokens_details: { cached_tokens: 0 },
      output_tokens: output.tokens,
      output_tokens_details: { reasoning_tokens: output.reasoningTokens },
      total_tokens: input + output.tokens,
    },
  };
  // What the contract lets in here it also lets out: the view of the request only names less of it.
  return response as ResponseReply;
}

const outputText = ({ items }: Output): string =>
  items
    .flatMap((item) => (item.type === "message" ? (item.content ?? []) : []))
    .map((part) => (part.type === "output_text" ? part.text : ""))
    .join("");

const textOf = (text: ResponseRequest["text"]) => ({
  format: text?.format ?? { type: "text" },
  ...(typeof text?.verbosity === "string" && { verbosity: text.verbosity }),
});

/** The pages show the name of a function inside `function`, servers send it beside `type`: both find it here. */
function toolChoiceOf(choice: ResponseRequest["tool_choice"]) {
  if (typeof choice !== "object" || choice === null) return choice ?? "auto";
  const { type, name, server_label } = choice;
  return {
    type,
    ...(typeof name === "string" && { name, ...(type === "function" && { function: { name } }) }),
    ...(typeof server_label === "string" && { server_label }),
  };
}
