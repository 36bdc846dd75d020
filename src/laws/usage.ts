/** The numbers of tokens add up. */
import type { Exchange } from "../exchange/exchange.ts";
import { toPointer } from "../lib/json-pointer.ts";
import { factsOf, isFacts } from "./facts.ts";
import { type Fault, KEPT, type Law, type LawContext, NOT_JUDGED, type Ruling, severity } from "./law.ts";
import { endsAtLimit } from "./token-limit.ts";

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
    summary: "No text goes on past the limit of tokens of its request.",
    source: "OpenAI API reference, create chat completion: max_completion_tokens",
    severity: severity("ERROR", { openai: "WARN" }),
    judges: "reply",
    check: endsAtLimit,
  },
];
