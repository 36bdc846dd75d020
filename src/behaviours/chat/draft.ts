/** What one choice says, before it is put into the shape of an API: reasoning, then tool calls or a text. */
import type { Random } from "../../lib/random.ts";
import { argumentsOf } from "../text/arguments.ts";
import { type Citation, cite } from "../text/citation.ts";
import { cutText } from "../text/cut.ts";
import type { Fit } from "../text/fit.ts";
import { followPrediction, judgePrediction, type Prediction } from "../text/prediction.ts";
import { writeProse, writeReasoning } from "../text/prose.ts";
import { writeJson } from "../text/structured.ts";
import { countTokens } from "../text/tokens.ts";
import { reportResults } from "../text/tool-report.ts";
import { chooseTools } from "../text/tools.ts";
import type { ChatView } from "./request.ts";

export interface Draft {
  text: string;
  /** How many tokens the text has. */
  tokens: number;
  citation: Citation | undefined;
  toolCalls: readonly { name: string; arguments: string }[];
  toolTokens: number;
  reasoning: { text: string; tokens: number } | undefined;
  prediction: Prediction | undefined;
  finishReason: "stop" | "length" | "tool_calls";
}

/** What the conversation is about, worked out once for all choices. */
export interface Subject {
  question: string;
  topic: string;
  /** Present when the last messages are answers of tools. */
  toolResults: readonly string[] | undefined;
}

export interface DraftOptions {
  subject: Subject;
  random: Random;
  index: number;
  fit: Fit;
}

/** The limit on tokens covers reasoning, tool calls and text together, in this order. */
export function draftChoice(view: ChatView, options: DraftOptions): Draft {
  const reasoning = reason(view, options);
  const maxTokens = (view.maxTokens ?? Infinity) - (reasoning?.tokens ?? 0);
  return callTools(view, options, { maxTokens, reasoning }) ?? writeText(view, options, { maxTokens, reasoning });
}

function reason(
  { reasoning, maxTokens = Infinity }: ChatView,
  { subject, random, index }: DraftOptions,
): Draft["reasoning"] {
  if (reasoning === undefined) return undefined;
  const whole = writeReasoning(subject.topic, { random, index, middles: reasoning.middles });
  const { text, tokens } = cutText(whole, { maxTokens: Math.min(maxTokens, reasoning.maxTokens) });
  return { text, tokens };
}

/** What the reasoning was, and how many tokens it left for the rest. */
interface Remainder {
  maxTokens: number;
  reasoning: Draft["reasoning"];
}

function callTools(
  { tooling }: ChatView,
  { subject, random, index, fit }: DraftOptions,
  { maxTokens, reasoning }: Remainder,
): Draft | undefined {
  // A model that has its tools' answers uses them, unless the request demands yet another call.
  if (subject.toolResults !== undefined && tooling.choice.kind === "auto") return undefined;
  const tools = chooseTools(subject.question, tooling, random);
  if (tools.length === 0) return undefined;
  const mayRepeat = tooling.isParallel && tools.length === 1;
  const chance = random.fork(`tools ${index}`);
  const calls = tools.flatMap((tool) =>
    argumentsOf(tool, subject.question, { fit, random: chance, mayRepeat }).map((args) => ({
      name: tool.name,
      arguments: args,
    })),
  );
  // Half a call is worse than none: no client can parse its arguments. Only calls that fit whole are made.
  let toolTokens = 0;
  const toolCalls = calls.filter((call) => {
    const cost = countTokens(call.name) + countTokens(call.arguments);
    if (toolTokens + cost > maxTokens) return false;
    toolTokens += cost;
    return true;
  });
  return {
    text: "",
    tokens: 0,
    citation: undefined,
    toolCalls,
    toolTokens,
    reasoning,
    prediction: undefined,
    finishReason: toolCalls.length > 0 ? "tool_calls" : "length",
  };
}

function writeText(view: ChatView, options: DraftOptions, { maxTokens, reasoning }: Remainder): Draft {
  const { text: whole, citation } = compose(view, options);
  const { text, tokens, isCut } = cutText(whole, { stop: view.stop, maxTokens });
  const prediction = view.prediction === undefined ? undefined : judgePrediction(view.prediction, text);
  return {
    text,
    tokens,
    // A link that was cut off is no source any more.
    citation: citation !== undefined && citation.end_index <= text.length ? citation : undefined,
    toolCalls: [],
    toolTokens: 0,
    reasoning,
    prediction: prediction && { ...prediction, rejected: Math.min(prediction.rejected, maxTokens - tokens) },
    finishReason: isCut ? "length" : "stop",
  };
}

function compose(view: ChatView, { subject, random, index, fit }: DraftOptions): { text: string; citation?: Citation } {
  const { question, topic, toolResults } = subject;
  if (view.format.kind !== "text") return { text: writeJson(view.format, { question, topic, random, index, fit }) };
  const prose = writeProse(topic, { random, index, middles: view.middles });
  if (view.prediction !== undefined) return { text: followPrediction(view.prediction, prose) };
  const text = toolResults === undefined ? prose : `${reportResults(toolResults, topic)} ${prose}`;
  return view.searchesWeb ? cite(text, topic) : { text };
}
