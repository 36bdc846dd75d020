/** Whether a model calls tools is up to the model only where the caller leaves it open. */
import type { Exchange } from "../exchange/exchange.ts";
import { type Facts, factsOf, hasKeptPrompt, isFacts, listOf, shown } from "./facts.ts";
import { type Fault, KEPT, NOT_JUDGED, type Ruling } from "./law.ts";

/** What one choice, or one response, did about tools. */
interface Turn {
  pointer: string;
  /** The functions that it calls. */
  names: readonly unknown[];
  /** It calls something, be it a function or a tool that the server runs. */
  hasCalled: boolean;
  /** It came to its end by itself: none that was cut, filtered or refused. */
  isWhole: boolean;
}

export function areAsChosen({ request, reply }: Exchange): Ruling {
  if (!isFacts(request.body) || !isFacts(reply.body) || hasKeptPrompt(request.body)) return NOT_JUDGED;
  const { tools, tool_choice: choice, parallel_tool_calls: areParallel } = request.body;
  // A function that goes by no name, which the gateways take, cannot be called by it.
  const offered = listOf(tools).map(factsOf).filter(isCallable);
  if (offered.length === 0) return KEPT;
  const known = new Set(offered.map((tool) => (isFacts(tool.function) ? tool.function : tool).name));
  for (const turn of turnsOf(reply.body)) {
    const fault = breaksChoice(turn, choice, known) ?? (areParallel === false ? areSeveral(turn) : undefined);
    if (fault !== undefined) return [fault];
  }
  return KEPT;
}

const isCallable = (tool: Facts): boolean =>
  isFacts(tool.function) ? Boolean(tool.function.name) : tool.type !== "function" || Boolean(tool.name);

function breaksChoice(
  { pointer, names, hasCalled, isWhole }: Turn,
  choice: unknown,
  known: ReadonlySet<unknown>,
): Fault | undefined {
  if (choice === "none")
    return names.length === 0 ? undefined : { pointer, message: "tool_choice is none, so no tool may be called." };
  if (choice === "required") {
    if (hasCalled || !isWhole) return undefined;
    return { pointer, message: "tool_choice is required, so a tool must be called, but none is." };
  }
  const name = nameOf(choice);
  // Who names a tool that is not there asks for nothing that could be.
  if (name === undefined || !known.has(name)) return undefined;
  const other = names.find((called) => known.has(called) && called !== name);
  if (other !== undefined)
    return { pointer, message: `tool_choice names ${shown(name)}, so it must be called, not ${shown(other)}.` };
  if (names.length > 0 || !isWhole) return undefined;
  return { pointer, message: `tool_choice names ${shown(name)}, so it must be called, but no tool is.` };
}

const areSeveral = ({ pointer, names }: Turn): Fault | undefined =>
  names.length < 2
    ? undefined
    : { pointer, message: `parallel_tool_calls is false, so one tool may be called, but ${names.length} are.` };

/** Chat nests the name in `function`, responses do not. */
function nameOf(choice: unknown): string | undefined {
  const { type, name, function: named } = factsOf(choice);
  const wanted = isFacts(named) ? named.name : name;
  return type === "function" && typeof wanted === "string" ? wanted : undefined;
}

const turnsOf = (reply: Facts): Turn[] => [
  ...listOf(reply.choices).flatMap((choice, position): Turn[] => {
    const { message, finish_reason: reason } = factsOf(choice);
    if (!isFacts(message)) return [];
    const names = listOf(message.tool_calls).map((call) => factsOf(factsOf(call).function).name);
    const isWhole = (reason === "stop" || reason === "tool_calls") && !message.refusal;
    const pointer = `/choices/${position}/message/tool_calls`;
    return [{ pointer, names, hasCalled: names.length > 0, isWhole }];
  }),
  ...(Array.isArray(reply.output) ? [responseTurn(reply.output, reply.status === "completed")] : []),
];

function responseTurn(output: readonly unknown[], isCompleted: boolean): Turn {
  const items = output.map(factsOf);
  return {
    pointer: "/output",
    names: items.flatMap(({ type, name }) => (type === "function_call" ? [name] : [])),
    hasCalled: items.some(({ type }) => typeof type === "string" && /_call$|^mcp_/.test(type)),
    isWhole:
      isCompleted && !items.some(({ content }) => listOf(content).some((part) => factsOf(part).type === "refusal")),
  };
}
