/** One judgement per input, which agrees with itself. */
import type { Exchange } from "../exchange/exchange.ts";
import { toPointer } from "../lib/json-pointer.ts";
import { factsOf, isFacts, shown } from "./facts.ts";
import { type Fault, KEPT, type Law, NOT_JUDGED, type Ruling, severity } from "./law.ts";

function areJudged({ request, reply }: Exchange): Ruling {
  if (!isFacts(reply.body) || !Array.isArray(reply.body.results)) return NOT_JUDGED;
  const results: readonly unknown[] = reply.body.results;
  const wanted = isFacts(request.body) ? countsWanted(request.body.input) : undefined;
  if (wanted !== undefined && !wanted.includes(results.length)) {
    const message = `There must be ${wanted.join(" or ")} results, one per input, but ${results.length} came.`;
    return [{ pointer: "/results", message }];
  }
  for (const [position, result] of results.entries()) {
    const fault = contradiction(result, `/results/${position}`);
    if (fault !== undefined) return [fault];
  }
  return wanted === undefined ? NOT_JUDGED : KEPT;
}

/** Parts make one input together on the original API, and one each by the letter of the gateway's page: both are accepted. */
function countsWanted(input: unknown): readonly number[] | undefined {
  if (typeof input === "string") return [1];
  if (!Array.isArray(input) || input.length === 0) return undefined;
  return isFacts(input[0]) ? [...new Set([1, input.length])] : [input.length];
}

function contradiction(result: unknown, pointer: string): Fault | undefined {
  const { flagged, categories, category_scores: scores } = factsOf(result);
  if (!isFacts(categories)) return undefined;
  const isAny = Object.values(categories).includes(true);
  if (typeof flagged === "boolean" && flagged !== isAny) {
    const why = isAny ? "a category is" : "no category is";
    return { pointer: `${pointer}/flagged`, message: `flagged must be ${isAny}, since ${why}, but it is ${flagged}.` };
  }
  if (!isFacts(scores)) return undefined;
  for (const name of Object.keys(categories)) {
    const score = Object.hasOwn(scores, name) ? scores[name] : undefined;
    if (typeof score === "number" ? score < 0 || score > 1 : score === undefined) {
      const at = pointer + toPointer(["category_scores", name]);
      return { pointer: at, message: `${name} must have a score from 0 to 1, but it has ${shown(score)}.` };
    }
  }
  return undefined;
}

export const moderationLaws: readonly Law[] = [
  {
    id: "moderation.M1",
    summary: "One result per input; flagged when any category is; every category has a score from 0 to 1.",
    source: "OpenAI API reference, the moderation object: flagged and category_scores",
    severity: severity("ERROR"),
    judges: "reply",
    check: areJudged,
  },
];
