import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { textBehaviours } from "../../../src/behaviours/text-behaviours.ts";
import type { Json } from "../../support/collect/json.ts";
import { buildCall } from "./build-call.ts";

const messages = [{ role: "user", content: "Book a table for 4 in Lisbon, outside if possible." }];
const ask = async (body: object): Promise<Json> =>
  textBehaviours.orqGatewayCreateChatCompletion?.(buildCall({ model: "m", messages, ...body }));

describe("with the engines the twin ships", () => {
  const schema = {
    type: "object",
    properties: {
      city: { type: "string" },
      guests: { type: "integer", minimum: 1, maximum: 12 },
      place: { type: "string", enum: ["inside", "outside"] },
      when: { type: "string", format: "date-time" },
      wishes: { type: "array", items: { $ref: "#/$defs/wish" }, minItems: 1, maxItems: 2 },
    },
    required: ["city", "guests", "place", "wishes"],
    additionalProperties: false,
    $defs: {
      wish: {
        type: "object",
        properties: { text: { type: "string", minLength: 3 } },
        required: ["text"],
        additionalProperties: false,
      },
    },
  };
  const isValid = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);

  test("structured output fits the caller's schema", async () => {
    const outcome = await ask({ response_format: { type: "json_schema", json_schema: { name: "booking", schema } } });
    expect(isValid(JSON.parse(outcome.body.choices[0].message.content))).toBe(true);
  });

  test("arguments of a tool fit its schema and say what the question says", async () => {
    const outcome = await ask({ tools: [{ type: "function", function: { name: "book_table", parameters: schema } }] });
    const args = JSON.parse(outcome.body.choices[0].message.tool_calls[0].function.arguments);
    expect(isValid(args)).toBe(true);
    expect(args).toMatchObject({ city: "Lisbon", guests: 4, place: "outside" });
  });

  test.each([
    ["that nothing fits", { type: "string", minLength: 3, maxLength: 2 }],
    ["that is none", { enum: "red" }],
    ["of an unknown type", { type: "text" }],
    ["with a pattern that is none", { type: "string", pattern: "(" }],
  ])("a schema %s is refused", async (_name, schema) => {
    const outcome = await ask({ response_format: { type: "json_schema", json_schema: { name: "x", schema } } });
    expect(outcome).toMatchObject({
      kind: "refusal",
      problem: { status: 400, code: "invalid_schema", param: "response_format.json_schema.schema" },
    });
  });

  test("a spoken reply is real sound", async () => {
    const outcome = await ask({ modalities: ["text", "audio"], audio: { voice: "nova", format: "wav" } });
    expect(Buffer.from(outcome.body.choices[0].message.audio.data, "base64").subarray(0, 4).toString()).toBe("RIFF");
  });
});
