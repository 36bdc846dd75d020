import { expect, test } from "vitest";
import { differenceOf } from "../../src/exchange/match-entry.ts";

const actual = {
  model: "m",
  messages: [
    { role: "system", content: "Be brief" },
    { role: "user", content: "High tide?" },
  ],
  n: null,
};

test.each([
  ["nothing expected", {}],
  ["a part of an object", { model: "m" }],
  ["a list, each item in part", { messages: [{ role: "system" }, { role: "user" }] }],
  ["a text within a text", { messages: [{}, { content: { $contains: "tide" } }] }],
  ["an item of a list", { messages: { $contains: { role: "user" } } }],
  ["null", { n: null }],
])("%s is met", (_name, expected) => expect(differenceOf(expected, actual)).toBeUndefined());

test.each([
  ["another value", { model: "x" }, { pointer: "/model", expected: "x", actual: "m" }],
  ["a field that is not there", { top_p: 1 }, { pointer: "/top_p", expected: 1 }],
  ["a field of the prototype", { toString: {} }, { pointer: "/toString", expected: {} }],
  ["a shorter list", { messages: [{}] }, { pointer: "/messages", expected: [{}], actual: actual.messages }],
  [
    "a deep item",
    { messages: [{}, { role: "tool" }] },
    { pointer: "/messages/1/role", expected: "tool", actual: "user" },
  ],
  [
    "a text that is not within",
    { model: { $contains: "z" } },
    { pointer: "/model", expected: { $contains: "z" }, actual: "m" },
  ],
])("%s is a difference", (_name, expected, difference) => expect(differenceOf(expected, actual)).toEqual(difference));
