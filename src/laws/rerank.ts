/** The best documents, best first. */
import type { Exchange } from "../exchange/exchange.ts";
import { factsOf, isFacts } from "./facts.ts";
import { KEPT, type Law, NOT_JUDGED, type Ruling, severity } from "./law.ts";

function areRanked({ request, reply }: Exchange): Ruling {
  if (!isFacts(request.body) || !isFacts(reply.body) || !Array.isArray(reply.body.results)) return NOT_JUDGED;
  const { documents, top_n: most } = request.body;
  const results: readonly unknown[] = reply.body.results;
  if (typeof most === "number" && Number.isInteger(most) && most > 0 && results.length > most) {
    return [{ pointer: "/results", message: `There must be at most ${most} results, but ${results.length} came.` }];
  }
  const known = Array.isArray(documents) ? documents.length : Infinity;
  const seen = new Set<number>();
  let lowest = Infinity;
  for (const [position, entry] of results.entries()) {
    const { index, relevance_score: score } = factsOf(entry);
    if (typeof index === "number") {
      const pointer = `/results/${position}/index`;
      if (!Number.isInteger(index) || index < 0 || index >= known) {
        return [{ pointer, message: `The index must be that of a document of the request, but it is ${index}.` }];
      }
      if (seen.has(index)) return [{ pointer, message: `Each document must come once, but ${index} came before.` }];
      seen.add(index);
    }
    if (typeof score !== "number") continue;
    if (score > lowest) {
      const message = `The scores must fall: here at most ${lowest} may stand, but it is ${score}.`;
      return [{ pointer: `/results/${position}/relevance_score`, message }];
    }
    lowest = score;
  }
  if (most === undefined && Array.isArray(documents) && results.length < documents.length) {
    const message = `Without top_n every document must be ranked, all ${documents.length} of them, but ${results.length} came.`;
    return [{ pointer: "/results", message }];
  }
  return KEPT;
}

export const rerankLaws: readonly Law[] = [
  {
    id: "rerank.K1",
    summary:
      "Results come by falling relevance, at most `top_n` of them (all without it), each for another document of the request.",
    source: "orq API reference, POST /v2/proxy/rerank: results and top_n",
    severity: severity("ERROR"),
    judges: "reply",
    check: areRanked,
  },
];
