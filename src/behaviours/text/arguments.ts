/** Arguments of tool calls: a value that fits the tool's schema, with what the question says put where it belongs. */

import { fieldsOf } from "../../lib/fields.ts";
import type { Random } from "../../lib/random.ts";
import { type Fit, fitCaller, isSilent } from "./fit.ts";
import { type Mentions, mentionsOf } from "./mentions.ts";
import { suggestArguments } from "./suggest.ts";
import type { Tool } from "./tools.ts";

export interface ArgumentOptions {
  fit: Fit;
  random: Random;
  /** Whether one tool may be called once for each name in the question ("Paris and Rome"). */
  mayRepeat: boolean;
}

/** More calls of one tool would be no plausible answer to one question. */
const MOST_CALLS = 4;

/** The arguments of each call of the tool, as JSON text: one call, or one per name where the tool takes a single name. */
export function argumentsOf(tool: Tool, question: string, { fit, random, mayRepeat }: ArgumentOptions): string[] {
  const { parameters, param } = tool;
  if (isSilent(parameters)) return ["{}"];
  const mentions = mentionsOf(question);
  const make = (said: Mentions, name: string) =>
    JSON.stringify(
      fitCaller(fit, { schema: parameters, param }, { random: random.fork(name), suggest: suggestArguments(said) }),
    );
  if (mayRepeat && mentions.names.length > 1 && takesOneName(parameters)) {
    return mentions.names
      .slice(0, MOST_CALLS)
      .map((name) => make({ ...mentions, names: [name], topic: name.text }, `${tool.name} ${name.text}`));
  }
  return [make(mentions, tool.name)];
}

/** Parameters that want the question itself rather than a name in it. */
const WANTS_TOPIC = /^(?:q|.*(?:query|question|search|prompt|text|message|topic|subject|keywords?|title))$/i;

/** Whether the tool requires one text that can be a name, and nothing that is made of more than one. */
function takesOneName(parameters: unknown): boolean {
  const { properties, required } = fieldsOf(parameters);
  const described = fieldsOf(properties);
  const needed = Array.isArray(required) ? required.map((name) => [name, fieldsOf(described[name])] as const) : [];
  const texts = needed.filter(
    ([name, { type, enum: members }]) => type === "string" && !members && !WANTS_TOPIC.test(name),
  );
  return texts.length === 1 && needed.every(([, { type }]) => type !== "array" && type !== "object");
}
