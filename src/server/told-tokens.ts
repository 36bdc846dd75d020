/** How many tokens of text one event of a stream tells: what `usage` counts, not how the text was cut into events. */
import { countTokens } from "../behaviours/text/tokens.ts";

/** Of a chat delta: everything that a model writes token by token. */
const CHAT_TEXTS = ["content", "reasoning", "reasoning_content", "refusal"] as const;

/** 0 for an event that tells no text, such as the role or the usage. */
export function toldTokens(payload: unknown): number {
  if (typeof payload !== "object" || payload === null) return 0;
  const { choices, type, delta } = payload as { choices?: unknown; type?: unknown; delta?: unknown };
  if (Array.isArray(choices)) return sum(choices, choiceTokens);
  // Sound is sent as base64, which is no text.
  return typeof type === "string" && !type.endsWith("audio.delta") ? textTokens(delta) : 0;
}

const textTokens = (value: unknown): number => (typeof value === "string" ? countTokens(value) : 0);

const sum = <Item>(items: readonly Item[], count: (item: Item) => number): number =>
  items.reduce((total, item) => total + count(item), 0);

/** A choice of a chunk, or of a text completion. Anything may be missing: scenarios send what they like. */
interface Choice {
  text?: unknown;
  delta?: Readonly<Record<string, unknown>> | null;
}

function choiceTokens(choice: Choice | null): number {
  const { text, delta } = choice ?? {};
  if (typeof delta !== "object" || delta === null) return textTokens(text);
  const { tool_calls: calls, audio } = delta;
  return (
    sum(CHAT_TEXTS, (name) => textTokens(delta[name])) +
    textTokens((audio as { transcript?: unknown } | null | undefined)?.transcript) +
    (Array.isArray(calls) ? sum(calls, callTokens) : 0)
  );
}

const callTokens = (call: { function?: { arguments?: unknown } | null } | null): number =>
  textTokens(call?.function?.arguments);
