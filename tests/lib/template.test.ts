import { describe, expect, test } from "vitest";
import { fill, isFilled, templateOf } from "../../src/lib/template.ts";

const text = '{"id":"msg_1","list":[{"id":"msg_1","text":"tide"},"call_2"],"total":3}';
const ids = ["msg_1", "call_2"];
const again = '{"id":"msg_8","list":[{"id":"msg_8","text":"tide"},"call_9"],"total":3}';

describe("a text without its ids", () => {
  test("is the same text with the same ids, and another with others", () => {
    expect(fill(templateOf(text, ids), ids)).toBe(text);
    expect(fill(templateOf(text, ids), ["msg_8", "call_9"])).toBe(again);
    expect(fill(templateOf("no id", ids), ids)).toBe("no id");
    expect(fill(templateOf("msg_1call_2msg_1", ids), ["a", ""])).toBe("aa");
  });

  test("is known again under any ids", () => {
    const template = templateOf(text, ids);
    expect(isFilled(template, ids, text)).toBe(true);
    expect(isFilled(template, ["msg_8", "call_9"], again)).toBe(true);
  });

  test.each([
    ["another number", again.replace("3", "4")],
    ["another word", again.replace("tide", "ebb")],
    ["one field more", again.replace("}", ',"more":1}')],
    ["a longer end", `${again} `],
    ["a shorter end", again.slice(0, -1)],
    ["an id at one of its places only", again.replace("msg_8", "msg_1")],
    ["ids the other way round", again.replaceAll("msg_8", "call_0").replace("call_9", "msg_8")],
    ["nothing", ""],
  ])("is not %s", (_name, other) => {
    expect(isFilled(templateOf(text, ids), ["msg_8", "call_9"], other)).toBe(false);
  });
});
