/** What no schema says and every server asks: generated values are changed until they could be meant. */
import { type Fields, isFields } from "../../lib/fields.ts";

const SCHEMA = {
  type: "object",
  properties: { port: { type: "string" } },
  required: ["port"],
  additionalProperties: false,
} as const;

/** Fields that hold a JSON Schema of the caller's own. */
const SCHEMA_FIELDS = new Set(["parameters", "schema", "input_schema"]);

/** Only schemas of their own are given a sensible one: any object fits there, but nobody could call such a tool. */
export function settle(value: unknown, name = ""): unknown {
  if (Array.isArray(value)) return answered(value).map((item) => settle(item));
  if (!isFields(value)) return value;
  if (SCHEMA_FIELDS.has(name)) return SCHEMA;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, settle(item, key)]));
}

/** In a conversation, what a tool says follows the call that it answers. */
function answered(items: readonly unknown[]): unknown[] {
  const calls = new Set<unknown>();
  return items.flatMap((item) => {
    if (!isFields(item)) return [item];
    for (const call of Array.isArray(item.tool_calls) ? item.tool_calls : []) if (isFields(call)) calls.add(call.id);
    if (item.type === "function_call") calls.add(item.call_id);
    if (item.role === "tool" && typeof item.tool_call_id === "string" && !calls.has(item.tool_call_id)) {
      const call = { id: item.tool_call_id, type: "function", function: { name: "get_tide", arguments: "{}" } };
      return [{ role: "assistant", content: null, tool_calls: [call] }, item];
    }
    if (item.type === "function_call_output" && !calls.has(item.call_id)) {
      const call = { type: "function_call", call_id: item.call_id, name: "get_tide", arguments: "{}" };
      return [call, item];
    }
    return [item];
  });
}

/** Fields that ask for nothing without another one; a body in which they stand alone is refused, and no schema says so. */
export function meant(body: Fields): Fields {
  const { tool_choice: choice, parallel_tool_calls: _, ...rest } = body;
  const tools = (Array.isArray(body.tools) ? body.tools : []).filter(isFields);
  const settled = { ...(tools.length === 0 ? rest : { ...body, ...chosen(choice, tools) }) };
  if (settled.tool_choice === undefined) delete settled.tool_choice;
  if (typeof settled.top_logprobs === "number" && Array.isArray(settled.messages)) settled.logprobs = true;
  return settled;
}

/** Of a body that has all it needs: `meant` leaves it as it is. */
export const isMeant = (body: Fields): boolean => JSON.stringify(meant(body)) === JSON.stringify(body);

/** A choice of one tool is a choice of one that is there. */
function chosen(choice: unknown, tools: readonly Fields[]): Fields {
  if (!isFields(choice)) return {};
  if (choice.type !== "function")
    return tools.some(({ type }) => type === choice.type) ? {} : { tool_choice: undefined };
  const names = tools.flatMap((tool) =>
    tool.type === "function" ? [(isFields(tool.function) ? tool.function : tool).name] : [],
  );
  const named = isFields(choice.function) ? choice.function : choice;
  if (names.length === 0) return { tool_choice: undefined };
  if (names.includes(named.name)) return {};
  const [name] = names;
  return { tool_choice: isFields(choice.function) ? { ...choice, function: { ...named, name } } : { ...choice, name } };
}

/** Whether a value names something by an id that no request of the run made, such as `previous_response_id`. */
export function namesForeign(value: unknown, name = ""): boolean {
  if (typeof value === "string")
    return /(^|_)(previous_response|file|vector_store|container|prompt|response|conversation)_ids?$/.test(name);
  if (Array.isArray(value)) return value.some((item) => namesForeign(item, name));
  if (!isFields(value)) return false;
  return (
    value.type === "item_reference" ||
    value.type === "function_call_output" ||
    Object.entries(value).some(([key, item]) => namesForeign(item, key))
  );
}
