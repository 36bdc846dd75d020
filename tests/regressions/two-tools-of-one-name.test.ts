/** A caller may name two tools alike; arguments that fit either of them are right. */
import { expect, test } from "vitest";
import { exampleReply, judge } from "../laws/exchanges.ts";

const CHAT = "orqProxyCreateChatCompletion";
const toolWith = (parameters?: object) => ({
  type: "function",
  function: { name: "get_tide", ...(parameters && { parameters }) },
});
const needs = (field: string) => ({ type: "object", properties: {}, required: [field] });

const judged = async (tools: object[], given: string) => {
  const reply = exampleReply(CHAT) as { choices: { message: object; finish_reason: string }[] };
  const call = { id: "call_1", type: "function", function: { name: "get_tide", arguments: given } };
  Object.assign(reply.choices[0] ?? {}, {
    message: { role: "assistant", content: null, tool_calls: [call] },
    finish_reason: "tool_calls",
  });
  const { findings } = await judge(CHAT, { request: { model: "m", messages: [], tools }, reply });
  return findings.map(({ law }) => law);
};

test("arguments that fit one of the two tools are right", async () => {
  expect(await judged([toolWith(), toolWith(needs("port"))], "{}")).toEqual([]);
  expect(await judged([toolWith(needs("port")), toolWith(needs("day"))], '{"day":1}')).toEqual([]);
  expect(await judged([toolWith(needs("day")), toolWith(needs("port"))], '{"day":1}')).toEqual([]);
});

test("arguments that fit neither are not", async () => {
  expect(await judged([toolWith(needs("port")), toolWith(needs("day"))], "{}")).toEqual(["tools.A1"]);
});
