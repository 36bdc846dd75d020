/** What a response repeats of its request, with the defaults the gateway would have used. */
import type { ResponseRequest } from "./request.ts";
import type { ResponseReply } from "./response.ts";

type Repeated =
  | "instructions"
  | "max_output_tokens"
  | "metadata"
  | "previous_response_id"
  | "reasoning"
  | "store"
  | "temperature"
  | "text"
  | "tool_choice"
  | "tools"
  | "top_p";
type Echo = Required<
  Pick<ResponseReply, Repeated | "parallel_tool_calls" | "truncation" | "service_tier" | "background">
>;

export function echoOf(request: ResponseRequest): Echo {
  const { reasoning, tool_choice: choice } = request;
  const echo = {
    instructions: request.instructions ?? null,
    max_output_tokens: request.max_output_tokens ?? null,
    metadata: request.metadata ?? {},
    parallel_tool_calls: request.parallel_tool_calls ?? true,
    previous_response_id: request.previous_response_id ?? null,
    reasoning: { effort: reasoning?.effort ?? null, summary: reasoning?.summary ?? null },
    store: request.store ?? true,
    temperature: request.temperature ?? 1,
    text: request.text?.format === undefined ? { ...request.text, format: { type: "text" } } : request.text,
    tool_choice: typeof choice === "object" && choice !== null ? namedChoice(choice) : (choice ?? "auto"),
    tools: request.tools ?? [],
    top_p: request.top_p ?? 1,
    truncation: "disabled",
    service_tier: "default",
    background: false,
  };
  // What the contract lets in here it also lets out: the view of the request only names less of it.
  return echo as Echo;
}

/** The pages show the name of a function inside `function`, servers send it beside `type`: both find it here. */
const namedChoice = (choice: { type: string; name?: string | null }) =>
  choice.type === "function" ? { ...choice, function: { name: choice.name ?? "" } } : choice;
