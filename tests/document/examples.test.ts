/** Every example of the document is what it claims to be. */
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import type { Content } from "../../src/contract/operation.ts";
import { ownContract } from "../../src/contract/own-contract.ts";
import { bundle } from "../support/document.ts";

const operations = ownContract().operations;
const isBinary = (mediaType: string) => /^(audio|image)\//.test(mediaType);

const check = ({ examples, check }: Content) => examples.map(({ name, value }) => ({ name, violations: check(value) }));

describe.each(operations.map((operation) => [operation.id, operation] as const))("%s", (_id, operation) => {
  const bodies = (operation.body?.content ?? []).map((content) => ["request", content] as const);
  const replies = operation.replies.flatMap(({ status, content }) =>
    content.filter(({ mediaType }) => !isBinary(mediaType)).map((entry) => [status, entry] as const),
  );

  test.each([...bodies, ...replies].map(([place, content]) => [place, content.mediaType, content] as const))(
    "%s %s shows examples that fit their schema",
    (_place, _mediaType, content) => {
      expect(content.examples.length).toBeGreaterThan(0);
      for (const { name, violations } of check(content)) expect(violations, name).toEqual([]);
    },
  );
});

test("every extension is what its own schema says", () => {
  const schema = JSON.parse(readFileSync(new URL("../../openapi/extensions.schema.json", import.meta.url), "utf8"));
  const validate = new Ajv2020({ strict: false }).compile(schema);
  const visit = (node: unknown, pointer: string): void => {
    if (typeof node !== "object" || node === null) return;
    if (!Array.isArray(node)) expect(validate(node), `${pointer}: ${JSON.stringify(validate.errors)}`).toBe(true);
    for (const [key, value] of Object.entries(node))
      if (key !== "examples" && key !== "example") visit(value, `${pointer}/${key}`);
  };
  visit(bundle, "");
});
