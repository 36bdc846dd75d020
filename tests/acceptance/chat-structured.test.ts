/** Structured outputs of chat completions: any schema of a caller is met, or refused with its place. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answer, apisOf, documenting, post, refusal, stream } from "../support/ask.ts";
import { CALLER_SCHEMAS, faultsOf, IMPOSSIBLE_SCHEMAS } from "../support/caller-schemas.ts";
import type { Json } from "../support/collect/json.ts";
import { jsonValue, schemaAround } from "../synthesis/arbitrary-schema.ts";
import { buildJudge } from "../synthesis/judge.ts";

const structured = documenting(apisOf("chat"), "response_format");
const ask = { model: "openai/gpt-4o", messages: [{ role: "user", content: "The tides of Saint-Malo, please." }] };
const contentOf = (body: Json): string => body.choices[0].message.content;
const formatOf = (schema: unknown) => ({ type: "json_schema", json_schema: { name: "tides", schema } });

describe.each(structured)("$path with response_format", (api) => {
  test("text is what comes without one", async () => {
    expect(contentOf(await answer(api, { ...ask, response_format: { type: "text" } }))).toContain("Saint-Malo");
  });

  test("json_object is any object", async () => {
    const object = JSON.parse(contentOf(await answer(api, { ...ask, response_format: { type: "json_object" } })));
    expect(object).toBeTypeOf("object");
    expect(Array.isArray(object)).toBe(false);
  });

  test.each(CALLER_SCHEMAS)("json_schema: %s", async (_name, schema) => {
    const body = { ...ask, response_format: formatOf(schema) };
    const content = contentOf(await answer(api, body));
    expect(faultsOf(schema, content), content).toEqual([]);
    expect(contentOf((await stream(api, body)).reply)).toBe(content);
  });

  test("strict, a description and n choices change nothing of that", async () => {
    const [, schema] = CALLER_SCHEMAS[0] as (typeof CALLER_SCHEMAS)[number];
    const response_format = {
      type: "json_schema",
      json_schema: { name: "tides", description: "The next tides.", strict: true, schema },
    };
    const { choices } = await answer(api, { ...ask, n: 3, response_format });
    for (const { message } of choices) expect(faultsOf(schema, message.content)).toEqual([]);
  });

  test.each(IMPOSSIBLE_SCHEMAS)("%s is refused with its place", async (_name, schema) => {
    for (const more of [{}, { stream: true }]) {
      const { status, error } = await refusal(api, { ...ask, ...more, response_format: formatOf(schema) });
      expect(status).toBe(400);
      expect(error.message).toContain("response_format.json_schema.schema");
    }
  });

  test("a JSON text that the limit cuts says so", async () => {
    const [, schema] = CALLER_SCHEMAS.find(([name]) => name === "many fields") as (typeof CALLER_SCHEMAS)[number];
    const body = { ...ask, max_completion_tokens: 20, response_format: formatOf(schema) };
    const { finish_reason, message } = (await answer(api, body)).choices[0];
    expect(finish_reason).toBe("length");
    expect(() => JSON.parse(message.content)).toThrow();
  });
});

test("whatever schema some value fits, the content fits it", { timeout: 60_000 }, async () => {
  const schemas = jsonValue.chain((value) => schemaAround(value)).filter((schema) => typeof schema === "object");
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...structured.map(({ path }) => path)), schemas, async (path, schema) => {
      const reply = await post(path, { ...ask, response_format: formatOf(schema) });
      expect([reply.status, reply.body.error]).toEqual([200, undefined]);
      expect(buildJudge(schema)(JSON.parse(contentOf(reply.body)))).toBeUndefined();
    }),
    { numRuns: 80, seed: 20250101 },
  );
});
