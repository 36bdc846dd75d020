/** Tool calls call tools that exist, with arguments that these can take. */
import type { Exchange } from "../exchange/exchange.ts";
import { type Judge, judgeOf } from "./caller-schema.ts";
import { type Facts, factsOf, hasKeptPrompt, isFacts, listOf, shown } from "./facts.ts";
import { type Fault, KEPT, type Law, NOT_JUDGED, type Ruling, severity } from "./law.ts";
import { areAsChosen } from "./tool-choice.ts";

interface ToolCall {
  pointer: string;
  name: unknown;
  arguments: unknown;
  /** The tokens ran out, so the arguments may end anywhere. */
  isCut: boolean;
}

function areCallable({ request, reply }: Exchange): Ruling | Promise<Ruling> {
  if (!isFacts(reply.body)) return NOT_JUDGED;
  const calls = callsOf(reply.body);
  if (calls.length === 0) return KEPT;
  if (!isFacts(request.body) || hasKeptPrompt(request.body)) return NOT_JUDGED;
  const tools = toolsOf(request.body);
  const rulings = calls.map((call) => judgeCall(call, tools));
  return rulings.some((ruling) => ruling instanceof Promise)
    ? Promise.all(rulings).then(merge)
    : merge(rulings as Ruling[]);
}

/** One fault outweighs what could not be judged beside it. */
function merge(rulings: readonly Ruling[]): Ruling {
  const faults = rulings.flatMap((ruling) => (ruling === NOT_JUDGED ? [] : ruling));
  if (faults.length > 0) return faults;
  return rulings.includes(NOT_JUDGED) ? NOT_JUDGED : KEPT;
}

function judgeCall(call: ToolCall, tools: Tools): Ruling | Promise<Ruling> {
  const { pointer, name, isCut } = call;
  if (typeof name !== "string") return KEPT;
  if (!tools.has(name)) {
    const known = [...tools.keys()].slice(0, 8).map(shown).join(", ") || "none";
    return [
      {
        pointer: `${pointer}/name`,
        message: `The call must name a tool of the request (${known}), not ${shown(name)}.`,
      },
    ];
  }
  if (typeof call.arguments !== "string" || isCut) return KEPT;
  const given = parse(call.arguments);
  const fault = (message: string): readonly Fault[] => [{ pointer: `${pointer}/arguments`, message }];
  if (given === undefined) return fault(`The arguments must be JSON, but they are ${shown(call.arguments)}.`);
  const alternatives = tools.get(name) ?? [];
  // A tool that declares nothing takes anything.
  if (alternatives.some((parameters) => parameters === undefined || parameters === null)) return KEPT;
  const ruleOn = (fits: readonly (boolean | undefined)[]): Ruling => {
    if (fits.includes(true)) return KEPT;
    return fits.includes(undefined)
      ? NOT_JUDGED
      : fault(`The arguments must fit the parameters of ${shown(name)}, but they are ${shown(given.value)}.`);
  };
  const judges = alternatives.map(judgeOf);
  return judges.some((judge) => judge instanceof Promise)
    ? Promise.all(judges).then((ready) => ruleOn(ready.map((judge) => judge(given.value))))
    : ruleOn((judges as Judge[]).map((judge) => judge(given.value)));
}

function parse(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

const NO_CALLS: readonly ToolCall[] = Object.freeze([]);

function callsOf(reply: Facts): readonly ToolCall[] {
  let calls: ToolCall[] | undefined;
  for (const [position, choice] of listOf(reply.choices).entries()) {
    const { message, finish_reason: reason } = factsOf(choice);
    for (const [place, call] of listOf(factsOf(message).tool_calls).entries()) {
      const named = factsOf(call).function;
      if (!isFacts(named)) continue;
      calls ??= [];
      calls.push({
        pointer: `/choices/${position}/message/tool_calls/${place}/function`,
        name: named.name,
        arguments: named.arguments,
        isCut: reason === "length" || reason === "content_filter",
      });
    }
  }
  for (const [position, item] of listOf(reply.output).entries()) {
    const { type, name, arguments: given, status } = factsOf(item);
    if (type !== "function_call") continue;
    calls ??= [];
    const isCut = status === "incomplete" || status === "in_progress";
    calls.push({ pointer: `/output/${position}`, name, arguments: given, isCut });
  }
  return calls ?? NO_CALLS;
}

/** Parameters by name; two tools may share one. */
type Tools = ReadonlyMap<unknown, readonly unknown[]>;

/**
 * Chat nests a tool in `function`, responses do not, and `functions` is the oldest spelling. What is read in one place may
 * be noise in the other, so a tool may be called by either.
 */
function toolsOf(request: Facts): Tools {
  const tools = new Map<unknown, unknown[]>();
  for (const tool of [...listOf(request.tools), ...listOf(request.functions)]) {
    for (const { name, parameters } of [factsOf(tool), factsOf(factsOf(tool).function)]) {
      if (name !== undefined) tools.set(name, [...(tools.get(name) ?? []), parameters]);
    }
  }
  return tools;
}

export const toolsLaws: readonly Law[] = [
  {
    id: "tools.A1",
    summary: "Every tool call names a tool of the request, and its arguments are JSON that fits the tool's parameters.",
    source: "OpenAI API reference, the chat completion object: tool_calls; the function calling guide",
    // The reference warns that a model may invent parameters; a twin never does.
    severity: severity("ERROR", { openai: "WARN" }),
    judges: "reply",
    check: areCallable,
  },
  {
    id: "tools.A2",
    summary:
      "Tools are called as tool_choice and parallel_tool_calls say: none, at least one, the named one, one at a time.",
    source: "OpenAI API reference, create chat completion: tool_choice and parallel_tool_calls",
    severity: severity("ERROR", { openai: "WARN" }),
    judges: "reply",
    check: areAsChosen,
  },
];
