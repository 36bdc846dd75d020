/** References by name lead where JSON Schema says, and what cannot be decided is refused. */
import { expect, test } from "vitest";
import { openContract } from "../../src/contract/open-contract.ts";

const TREE = "https://example.com/schemas/tree";

/** What an operation that reads `schema` says of a value. */
async function judge(schema: object, schemas: object, value: unknown): Promise<string[]> {
  const requestBody = { content: { "application/json": { schema } } };
  const contract = await openContract({
    openapi: "3.1.0",
    info: { title: "T", version: "1" },
    paths: { "/x": { post: { requestBody, responses: {} } } },
    components: { schemas },
  });
  return contract.operations[0]?.body?.content[0]?.check(value).map(({ pointer }) => pointer) ?? ["no body"];
}

const schemas = {
  Tree: {
    $id: TREE,
    type: "object",
    required: ["name"],
    properties: { name: { $ref: "name" }, kids: { type: "array", items: { $ref: "#" } }, leaf: { $ref: "#leaf" } },
    $defs: { Leaf: { $anchor: "leaf", type: "integer" } },
  },
  Name: { $id: "https://example.com/schemas/name", type: "string", minLength: 2 },
  // The same anchor in another resource is another schema.
  Leaf: { $anchor: "leaf", type: "boolean" },
  Data: { const: { $id: "https://example.com/data", $ref: "nowhere" } },
};

test.each([
  ["an absolute $id", { $ref: TREE }, { name: "ab", kids: [{ name: "c" }, {}] }, ["/kids/0/name", "/kids/1/name"]],
  ["an anchor of its own resource", { $ref: "#/components/schemas/Tree" }, { name: "ab", leaf: true }, ["/leaf"]],
  ["an anchor from outside", { $ref: `${TREE}#leaf` }, true, [""]],
  ["a pointer into a resource", { $ref: `${TREE}#/$defs/Leaf` }, "x", [""]],
  ["an anchor of the document", { $ref: "#leaf" }, 1, [""]],
  ["data that looks like a name", { $ref: "#/components/schemas/Data" }, schemas.Data.const, []],
])("%s", async (_, schema, value, pointers) => {
  expect(await judge(schema, schemas, value)).toEqual(pointers);
});

test("a dynamic reference means its only anchor; with two it is refused by its pointer", async () => {
  const node = { $dynamicAnchor: "node", type: "object", properties: { next: { $dynamicRef: "#node" } } };
  expect(await judge({ $ref: "#/components/schemas/Node" }, { Node: node }, { next: { next: 1 } })).toEqual([
    "/next/next",
  ]);
  await expect(judge({ $ref: "#/components/schemas/Node" }, { Node: node, Other: node }, {})).rejects.toMatchObject({
    code: "document-invalid",
    message: expect.stringContaining("#/components/schemas/Node/properties/next/$dynamicRef"),
  });
});
