import { describe, expect, test } from "vitest";
import { coerce } from "../../src/contract/coerce.ts";
import { ownContract } from "../../src/contract/own-contract.ts";
import { bundle, documented, outlined, shapeOf } from "../support/document.ts";

type Named = { operationId: string | null; method: string; path: string };
const paths = bundle.paths as Record<string, Record<string, Record<string, unknown>>>;
const documentedAs = Object.values(paths).flatMap((item) =>
  Object.values(item).flatMap((operation) =>
    ((operation["x-gatetwin-documented-as"] as Named[] | undefined) ?? []).map((named) => ({
      ...named,
      id: operation.operationId as string,
    })),
  ),
);

test("24 operations are documented, with 265 parameters", () => {
  expect(documented).toHaveLength(24);
  expect(documented.flatMap(({ parameters }) => parameters)).toHaveLength(265);
  expect(documentedAs).toHaveLength(24);
});

describe.each(documented)("$method $path", ({ api, method, path, operationId, parameters }) => {
  const named = documentedAs.find((entry) => entry.path === path && entry.method.toUpperCase() === method);
  const operation = outlined.operations.find(({ id }) => id === named?.id);

  test("stands in the document under its own name and API", () => {
    expect(named?.operationId).toBe(operationId);
    expect(operation).toMatchObject({ api, method, path: path.replace("#stream", "") });
  });

  test.each(parameters.filter((parameter) => parameter.in !== "body"))(
    "has $name in $in",
    ({ name, in: place, required }) => {
      expect(operation?.parameters.find((parameter) => parameter.name === name)).toMatchObject({ in: place, required });
    },
  );

  test.each(parameters.filter((parameter) => parameter.in === "body"))(
    "has $name in the body (required: $required, nullable: $nullable)",
    ({ name, required, nullable }) => {
      const [content] = operation?.body?.content ?? [];
      const shape = shapeOf(content?.schema ?? false);
      expect(shape.properties[name]).toBeDefined();
      expect(shape.required.has(name)).toBe(required);
      const check = ownContract().operations.find(({ id }) => id === operation?.id)?.body?.content[0]?.check;
      const refusesNull = check?.({ [name]: null }).some(({ pointer }) => pointer === `/${name}`) ?? true;
      // A page's "nullable" is a promise; its silence is not, where the reference knows better.
      if (nullable) expect(refusesNull).toBe(false);
      if (required) expect(check?.({}).map(({ pointer }) => pointer)).toContain(`/${name}`);
    },
  );
});

test("a parameter that the page gives a type is read as that type", () => {
  const list = outlined.operations.find(({ id }) => id === "sudoListChatCompletions");
  const limit = list?.parameters.find(({ name }) => name === "limit");
  expect(coerce("5", limit?.schema ?? true, outlined.schemas)).toBe(5);
});
