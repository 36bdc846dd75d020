/** Rerank by what query and document have in common; words that few of the documents have count for more. */
import type { components } from "../../../generated/schema.d.ts";
import type { Behaviour } from "../behaviour.ts";
import { type Features, featuresOf } from "../text/features.ts";
import { countTokens } from "../text/tokens.ts";

type RerankReply = components["schemas"]["RerankReply"];

interface RerankRequest {
  query: string;
  documents: readonly (string | Readonly<Record<string, string>>)[];
  top_n?: number | null;
  filename?: string | null;
}

export const createRerank: Behaviour = (call) => {
  // The contract has checked the body; only what the interface names is read.
  const { query, documents, top_n: topN } = call.body as RerankRequest;
  const texts = documents.map((document) =>
    typeof document === "string" ? document : Object.values(document).join("\n"),
  );
  const scores = relevanceOf(query, texts);
  const ranked = texts
    .map((text, index) => ({ text, index, score: scores[index] as number }))
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .slice(0, topN === undefined || topN === null ? texts.length : Math.max(0, Math.floor(topN)));
  const body: RerankReply = {
    id: call.newId("rerank"),
    object: "list",
    results: ranked.map(({ text, index, score }) => ({
      object: "rerank",
      index,
      relevance_score: score,
      document: { text },
    })),
    usage: { total_tokens: countTokens(query) + texts.reduce((sum, text) => sum + countTokens(text), 0) },
  };
  return { kind: "reply", status: 200, mediaType: "application/json", body };
};

/** How much of the query a document says counts so much; the rest is how little else it says. */
const COVERAGE = 0.8;

/** A score in [0, 1] per document: 1 for the query itself, 0 for one that shares nothing with it. */
function relevanceOf(query: string, documents: readonly string[]): number[] {
  const asked = featuresOf(query);
  const all = documents.map((document) => featuresOf(document, documents.length));
  const rarity = rarityOf(asked, all);
  const total = [...asked].reduce((sum, [name, weight]) => sum + weight * weight * rarity(name), 0);
  return all.map((document) => {
    let shared = 0;
    let size = 0;
    for (const [name, weight] of document) {
      const wanted = asked.get(name) ?? 0;
      // What the document has of a feature beyond the query's share is no better match.
      shared += wanted * Math.min(wanted, weight) * rarity(name);
      size += weight * weight * rarity(name);
    }
    const coverage = shared / total;
    const focus = shared / Math.sqrt(total * size);
    return round(Math.min(1, COVERAGE * coverage + (1 - COVERAGE) * Math.min(1, focus)));
  });
}

/** Inverse document frequency; a feature that no document has is as rare as can be. */
function rarityOf(asked: Features, documents: readonly Features[]): (name: string) => number {
  const counts = new Map<string, number>();
  for (const document of documents)
    for (const name of document.keys()) if (asked.has(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return (name) => Math.log(1 + (documents.length + 1) / ((counts.get(name) ?? 0) + 0.5));
}

const round = (score: number): number => Math.round(score * 1e6) / 1e6;
