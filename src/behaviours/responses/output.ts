/** The items of a response: reasoning, then function calls, or searches and a message that cites them. */
import { hash, type Random } from "../../lib/random.ts";
import { argumentsOf } from "../text/arguments.ts";
import { cite } from "../text/citation.ts";
import { cutText } from "../text/cut.ts";
import type { Fit } from "../text/fit.ts";
import { logprobsOf } from "../text/logprobs.ts";
import { writeProse, writeReasoning } from "../text/prose.ts";
import { writeJson } from "../text/structured.ts";
import { countTokens, tokenize } from "../text/tokens.ts";
import { reportResults } from "../text/tool-report.ts";
import { chooseTools } from "../text/tools.ts";
import type { ResponseView } from "./request.ts";
import type {
  Annotation,
  FunctionCallItem,
  MessageItem,
  OutputItem,
  ReasoningItem,
  SearchCallItem,
} from "./response.ts";

export interface OutputOptions {
  question: string;
  topic: string;
  toolResults: readonly string[] | undefined;
  random: Random;
  fit: Fit;
  newId: (prefix: string) => string;
}

export interface Output {
  items: readonly OutputItem[];
  tokens: number;
  reasoningTokens: number;
  /** True when tokens ran out before all was said. */
  isCut: boolean;
}

export function outputOf(view: ResponseView, options: OutputOptions): Output {
  const reasoning = reason(view, options);
  const maxTokens = (view.maxTokens ?? Infinity) - reasoning.tokens;
  const { items, tokens, isCut } = callFunctions(view, options, maxTokens) ?? answer(view, options, maxTokens);
  return {
    items: [...reasoning.items, ...items],
    tokens: tokens + reasoning.tokens,
    reasoningTokens: reasoning.tokens,
    isCut,
  };
}

function reason(
  view: ResponseView,
  { topic, random, newId }: OutputOptions,
): { items: ReasoningItem[]; tokens: number } {
  const { reasoningMiddles: middles, showsReasoning, encryptsReasoning, maxTokens = Infinity } = view;
  const whole = middles === undefined ? "" : writeReasoning(topic, { random, middles });
  const { text, tokens } = cutText(whole, { maxTokens });
  if (!showsReasoning || text === "") return { items: [], tokens };
  const item: ReasoningItem = { id: newId("rs"), type: "reasoning", summary: [{ type: "summary_text", text }] };
  if (encryptsReasoning) item.encrypted_content = Buffer.from(newId("sealed")).toString("base64");
  return { items: [item], tokens };
}

type Rest = Omit<Output, "reasoningTokens">;

function callFunctions(view: ResponseView, options: OutputOptions, maxTokens: number): Rest | undefined {
  const { functions: tools, choice, isParallel } = view;
  const { question, toolResults, random, fit, newId } = options;
  // A model that has its functions' answers uses them, unless the request demands yet another call.
  if (toolResults !== undefined && choice.kind === "auto") return undefined;
  // Any tool meets the demand for one: where no function suits the question, a search does.
  const demand = choice.kind === "required" && view.hosted.length > 0 ? ({ kind: "auto" } as const) : choice;
  const chosen = chooseTools(question, { tools, choice: demand, isParallel }, random);
  if (chosen.length === 0) return undefined;
  const mayRepeat = isParallel && chosen.length === 1;
  const calls = chosen.flatMap((tool) =>
    argumentsOf(tool, question, { fit, random: random.fork("tools"), mayRepeat }).map(
      (args) => [tool.name, args] as const,
    ),
  );
  const items: FunctionCallItem[] = [];
  let tokens = 0;
  for (const [name, args] of calls) {
    const cost = countTokens(name) + countTokens(args);
    // Half a call is worse than none: no client can parse its arguments.
    if (tokens + cost > maxTokens) return { items, tokens, isCut: true };
    tokens += cost;
    items.push({
      id: newId("fc"),
      type: "function_call",
      call_id: newId("call"),
      name,
      arguments: args,
      status: "completed",
    });
  }
  return { items, tokens, isCut: false };
}

function answer(view: ResponseView, options: OutputOptions, maxTokens: number): Rest {
  // As with functions: what was found already is used, unless the request demands another search.
  const isSearching = options.toolResults === undefined || view.choice.kind !== "auto";
  const searches = isSearching ? view.hosted.map((tool, index) => searchOf(tool, index, { view, options })) : [];
  const { text: whole, annotations } = compose(view, options, searches);
  const { text, tokens, isCut } = cutText(whole, { maxTokens });
  if (tokens === 0) return { items: searches, tokens: 0, isCut };
  const { topLogprobs: top } = view;
  const message: MessageItem = {
    id: options.newId("msg"),
    type: "message",
    role: "assistant",
    status: isCut ? "incomplete" : "completed",
    content: [
      {
        type: "output_text",
        text,
        annotations: annotations.filter((annotation) => endOf(annotation) <= text.length),
        ...(top === undefined ? {} : { logprobs: logprobsOf(tokenize(text), { top, random: options.random }) }),
      },
    ],
  };
  return { items: [...searches, message], tokens, isCut };
}

/** Where the text an annotation speaks of ends. */
const endOf = (annotation: Annotation): number =>
  annotation.type === "url_citation" ? annotation.end_index : annotation.index;

interface SearchOptions {
  view: ResponseView;
  options: OutputOptions;
}

function searchOf(
  { kind, vectorStore }: ResponseView["hosted"][number],
  index: number,
  { view, options }: SearchOptions,
): SearchCallItem {
  const { topic, newId, random } = options;
  if (kind === "web_search") {
    return {
      id: newId("ws"),
      type: "web_search_call",
      status: "completed",
      action: { type: "search", query: topic },
    };
  }
  const file = fileAbout(topic, vectorStore);
  const text = writeProse(topic, { random, index: index + 1 });
  return {
    id: newId("fs"),
    type: "file_search_call",
    status: "completed",
    queries: [topic],
    results: view.showsResults ? [{ ...file, score: 0.87, text, attributes: {} }] : null,
  };
}

/** The file of a store that answers a question: always the same one. */
const fileAbout = (topic: string, vectorStore = "store") => ({
  file_id: `file_${hash(`${vectorStore}/${topic}`).toString(36)}`,
  filename: `${topic.toLowerCase().replace(/[^a-z0-9]+/g, "-") || "notes"}.md`,
});

interface Composed {
  text: string;
  annotations: readonly Annotation[];
}

function compose(view: ResponseView, options: OutputOptions, searches: readonly SearchCallItem[]): Composed {
  const { question, topic, toolResults, random, fit } = options;
  if (view.format.kind !== "text")
    return { text: writeJson(view.format, { question, topic, random, index: 0, fit }), annotations: [] };
  const prose = writeProse(topic, { random });
  const told = toolResults === undefined ? prose : `${reportResults(toolResults, topic)} ${prose}`;
  const annotations: Annotation[] = view.hosted
    .slice(0, searches.length)
    .filter(({ kind }) => kind === "file_search")
    .map(({ vectorStore }) => ({ type: "file_citation", index: told.length, ...fileAbout(topic, vectorStore) }));
  if (!searches.some(({ type }) => type === "web_search_call")) return { text: told, annotations };
  const { text, citation } = cite(told, topic);
  return { text, annotations: [...annotations, { type: "url_citation", ...citation }] };
}
