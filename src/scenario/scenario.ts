/** Scenarios as files and code write them: a named list of rules, each a match and the outcome of the calls it fits. */
import type { Fault } from "./fault.ts";
import type { Pace } from "./pace.ts";

export interface Scenario {
  /** Lower case letters, digits and dashes; unique among what is loaded. */
  name: string;
  /** For people. */
  about?: string;
  /**
   * True: the rules count only for calls that choose the scenario, by the header `x-gatetwin-scenario: <name>`, by the
   * model `gatetwin/<name>`, or because their token was given it. False by default: for every call.
   */
  onDemand?: boolean;
  rules: readonly Rule[];
}

export interface Rule {
  /** Its place in the list, such as `rule-1`, by default. */
  name?: string;
  about?: string;
  /** Which calls it is for; every call by default. */
  match?: Match;
  /** Goes before everything that makes a rule specific. 0 by default. */
  priority?: number;
  outcome: RuleOutcome;
}

/** All conditions must hold. */
export interface Match {
  /** OperationIds. */
  operation?: string | readonly string[];
  /** APIs, such as `sudo`. */
  api?: string | readonly string[];
  /** Families of operations by their stream: `chat`, `completions`, `responses`. */
  family?: string | readonly string[];
  model?: Matcher;
  /** By name, in any case. */
  headers?: Readonly<Record<string, Matcher>>;
  /** By path, such as `messages[-1].content` or `metadata["a.b"]`. */
  body?: Readonly<Record<string, Matcher>>;
  /** The words of the last message of the user: of a conversation, of a prompt, of an input. */
  message?: Matcher;
  /** Which turn of the conversation this is: how many messages of the user it has. */
  turn?: number | Range;
  /** Whether the conversation ends with the answer of a tool, or what that answer says. */
  toolResult?: boolean | Matcher;
  /** Whether a stream is asked for. */
  stream?: boolean;
  /** Which call of a token it is, from 1, of those that meet all other conditions of the rule. */
  call?: number | CallRange;
  /** How often the rule counts, from 0 to 1: seeded, and another draw for each call. */
  chance?: number;
}

/** A bare value is what must be there exactly; a member is one more condition. */
export type Matcher = string | number | boolean | null | MatcherObject;

export interface MatcherObject {
  equals?: unknown;
  /** A part of a text, or a member of a list. */
  contains?: string | number | boolean | null;
  /** Found anywhere in a text; RE2 syntax, which knows no lookaround and takes linear time. */
  regex?: string;
  /** A JSON Schema (2020-12) that the value fits. */
  schema?: unknown;
  /** Whether there is a value at all; null is none. */
  exists?: boolean;
}

export interface Range {
  from?: number;
  to?: number;
}

export interface CallRange extends Range {
  /** Only every nth of them, beginning with `from` (1). */
  every?: number;
}

/** One outcome, or one per call. */
export type RuleOutcome = Outcome | Sequence;

export interface Sequence {
  /** One after the other, for each token; the last one stays. */
  sequence: readonly Outcome[];
  /** Begins again after the last one. False by default. */
  loop?: boolean;
}

/** What is said is said; all else of the reply is generated as if there were no scenario. */
export interface Outcome {
  /** The words of the answer, in the shape of the operation; `{tokens}` writes so many. Limits of the request hold. */
  text?: string | { tokens: number };
  /** Calls of functions, in the shape of the operation; `any`: generated calls of what the request offers. */
  toolCalls?: "any" | readonly ScriptedCall[];
  reasoning?: string;
  refusal?: string;
  /** Why the answer ends. By default as its content says. */
  finish?: "stop" | "length" | "tool_calls" | "content_filter";
  /** Merged into the reply: objects by member, lists of objects by place, everything else replaced. */
  reply?: unknown;
  /** The generated answer as it is (`true`), or with these paths of its body replaced. */
  passthrough?: true | Readonly<Record<string, unknown>>;
  /** Headers of the reply. */
  headers?: Readonly<Record<string, string>>;
  /** An error in the gateway's own envelope: a documented name, a status, or more. */
  error?: string | number | ErrorOutcome;
  /** A stream, event by event: the rule is for streaming calls only. */
  script?: readonly ScriptStep[];
  pace?: Pace;
  faults?: readonly Fault[];
  /** Laws that are broken on purpose, such as `usage.U1`, or `schema`. */
  violates?: readonly string[];
}

export interface ScriptedCall {
  name: string;
  /** None by default; a text is sent as it is. */
  arguments?: Readonly<Record<string, unknown>> | string;
  id?: string;
}

export interface ErrorOutcome {
  /** A documented name; gives status and message where they are left out. */
  name?: string;
  status?: number;
  message?: string;
  code?: string;
  type?: string;
  param?: string;
  /** Seconds, for the header `retry-after`. */
  retryAfter?: number;
}

export type ScriptStep =
  /** A payload; the fields that all events of a stream share, such as `id`, are filled in. */
  | { event: Readonly<Record<string, unknown>>; name?: string }
  /** Data as it is, such as `[DONE]`. */
  | { data: string; name?: string }
  /** Milliseconds. */
  | { wait: number };

export const isSequence = (outcome: RuleOutcome): outcome is Sequence => "sequence" in outcome;

/** Every single outcome of a rule, with its JSON pointer below the rule. */
export const outcomesOf = ({ outcome }: Rule): { pointer: string; outcome: Outcome }[] =>
  isSequence(outcome)
    ? outcome.sequence.map((one, index) => ({ pointer: `/outcome/sequence/${index}`, outcome: one }))
    : [{ pointer: "/outcome", outcome }];
