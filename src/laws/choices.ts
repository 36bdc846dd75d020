/** As many choices as were asked for, each with the reason why it ended. */
import type { Exchange } from "../exchange/exchange.ts";
import { haveLogprobs, stopInTime } from "./choice-texts.ts";
import { countInputs, countOf, type Facts, factsOf, hasKeptPrompt, isFacts, listOf } from "./facts.ts";
import { type Fault, KEPT, type Law, NOT_JUDGED, type Ruling, severity } from "./law.ts";

function areCounted({ request, reply }: Exchange): Ruling {
  if (!isFacts(reply.body) || !Array.isArray(reply.body.choices)) return NOT_JUDGED;
  const choices: readonly unknown[] = reply.body.choices;
  const wanted = isFacts(request.body) ? countWanted(request.body) : undefined;
  if (wanted !== undefined && choices.length !== wanted) {
    return [
      { pointer: "/choices", message: `There must be ${wanted} choices as asked for, but ${choices.length} came.` },
    ];
  }
  const misnumbered = findMisnumbered(choices);
  if (misnumbered !== undefined) return [misnumbered];
  return wanted === undefined ? NOT_JUDGED : KEPT;
}

/** `n`, for every prompt where there are several (completions). */
function countWanted(request: Facts): number | undefined {
  const each = countOf(request.n);
  if (each === undefined || Array.isArray(request.messages)) return each;
  const prompts = countInputs(request.prompt);
  return prompts === undefined ? undefined : each * prompts;
}

/** The choices may come in any order. */
function findMisnumbered(choices: readonly unknown[]): Fault | undefined {
  const seen: boolean[] = [];
  for (const [position, choice] of choices.entries()) {
    const { index } = factsOf(choice);
    if (typeof index !== "number") continue;
    if (!Number.isInteger(index) || index < 0 || index >= choices.length || seen[index]) {
      const owed = `must be one of 0 to ${choices.length - 1}, each once`;
      return { pointer: `/choices/${position}/index`, message: `The index ${owed}, but here it is ${index}.` };
    }
    seen[index] = true;
  }
  return undefined;
}

/** No served model has a context this small: below it nothing but the request can have set a limit. */
const SMALLEST_CONTEXT_TOKENS = 2_048;

function endForTheirReason({ request, reply }: Exchange): Ruling {
  if (!isFacts(reply.body) || !Array.isArray(reply.body.choices)) return NOT_JUDGED;
  const asked = isFacts(request.body) ? request.body : undefined;
  let isUnsure = false;
  for (const [position, choice] of (reply.body.choices as readonly unknown[]).entries()) {
    const { finish_reason: reason, message } = factsOf(choice);
    const pointer = `/choices/${position}/finish_reason`;
    const calls = listOf(factsOf(message).tool_calls);
    if (reason === "tool_calls" && isFacts(message) && calls.length === 0) {
      return [
        { pointer, message: "finish_reason is tool_calls, so the message must carry tool_calls, but it has none." },
      ];
    }
    if (reason === "stop" && calls.length > 0) {
      if (asked === undefined) isUnsure = true;
      // Whoever forces a call gets `stop` from some servers, since the model had no choice.
      else if (!isForced(asked.tool_choice)) {
        return [
          { pointer, message: "The message carries tool_calls, so finish_reason must be tool_calls, but it is stop." },
        ];
      }
    }
    if (reason === "length") {
      if (asked === undefined) isUnsure = true;
      // Completions, which have a text and no message, have a limit even when none is given.
      else if (isFacts(message) && !mayHaveLimit(asked) && isSmall(reply.body.usage)) {
        return [
          { pointer, message: "finish_reason is length, but the request set no limit and no model's was reached." },
        ];
      }
    }
  }
  return isUnsure ? NOT_JUDGED : KEPT;
}

const isForced = (choice: unknown): boolean => choice === "required" || isFacts(choice);

/** A gateway's own block may name another model or a kept prompt. */
const mayHaveLimit = (request: Facts): boolean =>
  typeof request.max_tokens === "number" ||
  typeof request.max_completion_tokens === "number" ||
  isFacts(request.orq) ||
  hasKeptPrompt(request);

function isSmall(usage: unknown): boolean {
  const { total_tokens: total } = factsOf(usage);
  return typeof total === "number" && total < SMALLEST_CONTEXT_TOKENS;
}

export const choicesLaws: readonly Law[] = [
  {
    id: "choices.N1",
    summary: "There are as many choices as `n` asks for (for every prompt), numbered from 0, each number once.",
    source: "OpenAI API reference, create chat completion: n; create completion: n and prompt",
    severity: severity("ERROR"),
    judges: "reply",
    check: areCounted,
  },
  {
    id: "choices.N2",
    summary: "finish_reason says tool_calls exactly when there are some, and length only where a limit was met.",
    source: "OpenAI API reference, the chat completion object: finish_reason",
    severity: severity("ERROR"),
    judges: "reply",
    check: endForTheirReason,
  },
  {
    id: "choices.N3",
    summary: "No text contains a stop sequence of its request.",
    source: "OpenAI API reference, create chat completion: stop",
    // Models that reason know no stop sequences, and other servers pass the field over for them.
    severity: severity("ERROR", { openai: "WARN" }),
    judges: "reply",
    check: stopInTime,
  },
  {
    id: "choices.N4",
    summary: "Log probabilities that were asked for come with every text, and no more of them than asked for.",
    source: "OpenAI API reference, create chat completion: logprobs and top_logprobs",
    severity: severity("ERROR", { openai: "WARN" }),
    judges: "reply",
    check: haveLogprobs,
  },
];
