import { describe, expect, test } from "vitest";
import { fromPointer, toParam, toPointer, valueAt } from "../../src/lib/json-pointer.ts";
import { covers, isJson, parseMediaType } from "../../src/lib/media-type.ts";
import { nearest } from "../../src/lib/nearest.ts";
import { createRandom, hash } from "../../src/lib/random.ts";
import { redactHeaders } from "../../src/lib/redact.ts";

describe("JSON pointers", () => {
  test.each([
    [["a/b", 0, "m~n"], "/a~1b/0/m~0n", "a/b[0].m~n"],
    [[], "", ""],
    [["messages", 2, "content", 0], "/messages/2/content/0", "messages[2].content[0]"],
  ])("%j is %s, and %s to a gateway", (tokens, pointer, param) => {
    expect(toPointer(tokens)).toBe(pointer);
    expect(fromPointer(pointer)).toEqual(tokens.map(String));
    expect(toParam(pointer)).toBe(param);
  });

  test("lead to a value, or nowhere", () => {
    expect(valueAt({ a: [{ b: 1 }] }, "/a/0/b")).toBe(1);
    expect(valueAt({ a: [] }, "/a/0/b")).toBeUndefined();
    expect(valueAt({}, "/constructor")).toBeUndefined();
  });
});

describe("media types", () => {
  test.each([
    ["application/json; charset=UTF-8", { essence: "application/json", parameters: { charset: "UTF-8" } }],
    ['multipart/form-data; boundary="a;b"', { essence: "multipart/form-data", parameters: { boundary: "a;b" } }],
    ["Text/Plain", { essence: "text/plain", parameters: {} }],
    ["nonsense", undefined],
    [undefined, undefined],
  ])("%s", (text, want) => expect(parseMediaType(text)).toEqual(want));

  test("a range covers its types", () => {
    expect([covers("audio/*", "audio/mpeg"), covers("audio/*", "video/mp4"), covers("*/*", "a/b")]).toEqual([
      true,
      false,
      true,
    ]);
    expect([isJson("application/problem+json"), isJson("text/plain")]).toEqual([true, false]);
  });
});

test.each([
  ["temprature", "temperature"],
  ["modle", "model"],
  ["zzz", undefined],
  ["x".repeat(1000), undefined],
])("the name nearest to %s is %s", (text, want) =>
  expect(nearest(text, ["model", "temperature", "messages"])).toBe(want),
);

describe("chance", () => {
  test("repeats with its seed and not with another", () => {
    const draw = (seed: number) => {
      const random = createRandom(seed);
      return Array.from({ length: 5 }, () => random.next());
    };
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
    expect(draw(7)).not.toEqual(draw(7 + 2 ** 32));
  });

  test("a fork does not depend on how far the parent was read", () => {
    const [one, other] = [createRandom(7), createRandom(7)];
    other.next();
    expect(one.fork("a").next()).toBe(other.fork("a").next());
    expect(one.fork("a").next()).not.toBe(one.fork("b").next());
  });

  test("is spread evenly, and whole numbers keep their bounds", () => {
    const random = createRandom(1);
    const drawn = Array.from({ length: 40_000 }, () => random.int(1, 4));
    for (const face of [1, 2, 3, 4]) expect(drawn.filter((one) => one === face).length / 10_000).toBeCloseTo(1, 1);
    expect(new Set(Array.from({ length: 10_000 }, (_, index) => hash(String(index)))).size).toBe(10_000);
  });
});

test("no credential survives redaction", () => {
  const redacted = redactHeaders({
    Authorization: "Bearer sk-secret",
    "x-api-key": "secret",
    accept: "application/json",
  });
  expect(JSON.stringify(redacted)).not.toContain("secret");
  expect(redacted).toMatchObject({ Authorization: "Bearer [redacted]", accept: "application/json" });
});
