import { describe, expect, test } from "vitest";
import { checkParameters } from "../../src/contract/check-request.ts";
import { pairsOf, textOf } from "../../src/contract/encode-parameter.ts";
import { openContract } from "../../src/contract/open-contract.ts";
import type { Parameter } from "../../src/contract/operation.ts";

const INTEGER = { type: "integer" };
const LIST = { type: "array", items: INTEGER };
const OBJECT = { type: "object", required: ["x"], properties: { x: INTEGER, y: INTEGER } };

/** What the examples of OpenAPI 3.1 (4.8.12.4) and RFC 6570 say that the wire carries. */
const WIRE: readonly (readonly [
  place: string,
  style: string,
  explode: boolean,
  schema: object,
  value: unknown,
  wire: string,
])[] = [
  ["path", "simple", false, INTEGER, 5, "5"],
  ["path", "simple", false, LIST, [3, 4], "3,4"],
  ["path", "simple", false, OBJECT, { x: 1, y: 2 }, "x,1,y,2"],
  ["path", "simple", true, OBJECT, { x: 1, y: 2 }, "x=1,y=2"],
  ["path", "label", false, INTEGER, 5, ".5"],
  ["path", "label", false, LIST, [3, 4], ".3,4"],
  ["path", "label", true, LIST, [3, 4], ".3.4"],
  ["path", "label", true, OBJECT, { x: 1, y: 2 }, ".x=1.y=2"],
  ["path", "matrix", false, INTEGER, 5, ";p=5"],
  ["path", "matrix", false, LIST, [3, 4], ";p=3,4"],
  ["path", "matrix", true, LIST, [3, 4], ";p=3;p=4"],
  ["path", "matrix", false, OBJECT, { x: 1, y: 2 }, ";p=x,1,y,2"],
  ["path", "matrix", true, OBJECT, { x: 1, y: 2 }, ";x=1;y=2"],
  ["header", "simple", false, LIST, [3, 4], "3,4"],
  ["header", "simple", true, OBJECT, { x: 1, y: 2 }, "x=1,y=2"],
  ["query", "form", true, LIST, [3, 4], "p=3&p=4"],
  ["query", "form", false, LIST, [3, 4], "p=3,4"],
  ["query", "form", true, OBJECT, { x: 1, y: 2 }, "x=1&y=2"],
  ["query", "form", false, OBJECT, { x: 1, y: 2 }, "p=x,1,y,2"],
  ["query", "spaceDelimited", false, LIST, [3, 4], "p=3 4"],
  ["query", "pipeDelimited", false, LIST, [3, 4], "p=3|4"],
  ["query", "pipeDelimited", false, OBJECT, { x: 1, y: 2 }, "p=x|1|y|2"],
  ["query", "deepObject", true, OBJECT, { x: 1, y: 2 }, "p[x]=1&p[y]=2"],
  ["cookie", "form", true, INTEGER, 5, "p=5"],
  ["cookie", "form", false, LIST, [3, 4], "p=3,4"],
];

describe("each style is read and written as OpenAPI says", () => {
  test.each(WIRE)("%s %s, explode %s: %j", async (place, style, explode, schema, value, wire) => {
    const contract = await openContract({
      openapi: "3.1.0",
      info: { title: "T", version: "1" },
      paths: {
        "/a/{p}": {
          get: { parameters: [{ name: "p", in: place, style, explode, required: true, schema }], responses: {} },
        },
      },
    });
    const [operation] = contract.operations;
    const parameter = operation?.parameters[0] as Parameter;
    const isPaired = place === "query" || place === "cookie";
    const written = isPaired
      ? pairsOf(parameter, value)
          .map((pair) => pair.join("="))
          .join("&")
      : textOf(parameter, value);
    expect(written).toBe(wire);
    const read = (text: string) =>
      checkParameters(
        operation as NonNullable<typeof operation>,
        {
          path: place === "path" ? { p: text } : {},
          query: new URLSearchParams(place === "query" ? text : ""),
          header: { ...(place === "header" && { p: text }), ...(place === "cookie" && { cookie: text }) },
        },
        contract,
      );
    const { params, violations } = read(wire);
    expect(violations).toEqual([]);
    expect(params[place as "query"].p).toEqual(value);
    expect(read(wire.replaceAll(/\d/g, "one")).violations).not.toEqual([]);
  });
});
