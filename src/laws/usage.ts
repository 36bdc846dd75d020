/** The numbers of tokens add up. */
import type { Exchange } from "../exchange/exchange.ts";
import { toPointer } from "../lib/json-pointer.ts";
import { countInputs, countOf, type Facts, factsOf, hasKeptPrompt, isFacts, listOf } from "./facts.ts";
import { type Fault, KEPT, type Law, type LawContext, NOT_JUDGED, type Ruling, severity } from "./law.ts";

function addsUp({ reply }: Exchange, { profile }: LawContext): Ruling {
  const usage = isFacts(reply.body) ? reply.body.usage : undefined;
  if (!isFacts(usage)) return NOT_JUDGED;
  const negative = negativeCount(usage);
  if (negative !== undefined) return [negative];
  const read = usage.prompt_tokens ?? usage.input_tokens;
  // Operations that write nothing, such as embeddings, have no such count.
  const written = usage.completion_tokens ?? usage.output_tokens ?? 0;
  const total = usage.total_tokens;
  if (typeof read !== "number" || typeof written !== "number" || typeof total !== "number") return KEPT;
  if (total === read + written) return KEPT;
  // Servers beside OpenAI that speak its dialect count the reasoning apart.
  const { reasoning_tokens: reasoned } = factsOf(usage.completion_tokens_details ?? usage.output_tokens_details);
  if (profile === "openai" && typeof reasoned === "number" && total === read + written + reasoned) return KEPT;
  return [
    {
      pointer: "/usage/total_tokens",
      message: `total_tokens must be ${read} + ${written} = ${read + written}, but it is ${total}.`,
    },
  ];
}

/** Looks at the counts and at the details one level below them. */
function negativeCount(usage: object, above: readonly string[] = ["usage"]): Fault | undefined {
  for (const name in usage) {
    const count = (usage as Record<string, unknown>)[name];
    if (typeof count === "number") {
      if (count < 0) {
        return { pointer: toPointer([...above, name]), message: `${name} must not be negative, but it is ${count}.` };
      }
    } else if (above.length === 1 && isFacts(count)) {
      const fault = negativeCount(count, [...above, name]);
      if (fault !== undefined) return fault;
    }
  }
  return undefined;
}

const LIMITS = ["max_completion_tokens", "max_tokens", "max_output_tokens"];

function isWithinLimit({ request, reply }: Exchange): Ruling {
  if (!isFacts(request.body) || !isFacts(reply.body) || hasKeptPrompt(request.body)) return NOT_JUDGED;
  const most = mostWritten(request.body);
  if (most === undefined) return KEPT;
  const { usage, output } = reply.body;
  // What a tool of the server's own wrote in between, no limit of the request bounds.
  if (listOf(output).some((item) => !OWN_ITEMS.has(factsOf(item).type))) return NOT_JUDGED;
  const { completion_tokens, output_tokens, completion_tokens_details, output_tokens_details } = factsOf(usage);
  const written = completion_tokens ?? output_tokens;
  if (typeof written !== "number") return NOT_JUDGED;
  // Some servers let the limit bound the visible text alone.
  const { reasoning_tokens: reasoned } = factsOf(completion_tokens_details ?? output_tokens_details);
  if (written - (typeof reasoned === "number" ? reasoned : 0) <= most) return KEPT;
  const name = completion_tokens === undefined ? "output_tokens" : "completion_tokens";
  return [
    {
      pointer: `/usage/${name}`,
      message: `The request allows ${most} tokens at most, but ${written} were written.`,
    },
  ];
}

const OWN_ITEMS: ReadonlySet<unknown> = new Set(["message", "function_call", "reasoning"]);

/** The limit, for as many texts as were written. Undefined without one, or where more is counted than is shown. */
function mostWritten(request: Facts): number | undefined {
  const limits = LIMITS.map((name) => request[name]).filter((limit) => typeof limit === "number");
  const limit = Math.max(...limits);
  const isMore = isFacts(request.prediction) || listOf(request.modalities).includes("audio");
  if (limits.length === 0 || limit < 1 || isMore) return undefined;
  const texts = Math.max(countOf(request.n) ?? 1, countOf(request.best_of) ?? 1, 1);
  return limit * texts * (countInputs(request.prompt) ?? 1);
}

export const usageLaws: readonly Law[] = [
  {
    id: "usage.U1",
    summary: "The total is the sum of the tokens read and the tokens written, and no count is negative.",
    source: "OpenAI API reference, the completion usage object: total_tokens is prompt + completion",
    severity: severity("ERROR"),
    judges: "reply",
    check: addsUp,
  },
  {
    id: "usage.U2",
    summary: "No more tokens are written than the request allows.",
    source: "OpenAI API reference, create chat completion: max_completion_tokens",
    severity: severity("ERROR", { openai: "WARN" }),
    judges: "reply",
    check: isWithinLimit,
  },
];
