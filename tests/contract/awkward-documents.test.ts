/** Legal documents whose constructs are rare, each read as it means itself. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkReply } from "../../src/contract/check-reply.ts";
import { errorReply } from "../../src/contract/error-reply.ts";
import { createMatch } from "../../src/contract/match.ts";
import { openContract } from "../../src/contract/open-contract.ts";
import { problem } from "../../src/contract/problem.ts";
import { readMultipart } from "../../src/contract/read-multipart.ts";

const open = (paths: object, more: object = {}) =>
  openContract({ openapi: "3.1.0", info: { title: "T", version: "1" }, paths, ...more });

/** Where the values break a schema that stands beside others. */
async function breaches(schema: object | boolean, values: readonly unknown[], schemas: object = {}) {
  const requestBody = { content: { "application/json": { schema } } };
  const { operations } = await open({ "/x": { post: { requestBody, responses: {} } } }, { components: { schemas } });
  const content = operations[0]?.body?.content[0];
  return values.map((value) => content?.check(value).map(({ pointer }) => pointer));
}

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

test("words of OpenAPI are names where names stand", async () => {
  const schemas = {
    properties: { type: "object", properties: { properties: ref("A%20B"), default: ref("A%20B") } },
    default: { type: "object", properties: { example: ref("A%20B"), value: ref("properties") } },
    "A B": { enum: ["e"] },
  };
  const wrong = { example: 1, value: { properties: 1, default: 1 } };
  expect(await breaches(ref("default"), [wrong], schemas)).toEqual([
    ["/example", "/value/properties", "/value/default"],
  ]);
});

test("schemas whose names differ in no Latin letter stay apart", async () => {
  const schemas = {
    用户: { type: "string" },
    订单: { type: "integer" },
    "A<B>": { type: "null" },
    "A[B]": { const: 7 },
  };
  const together = { prefixItems: Object.keys(schemas).map((name) => ref(encodeURIComponent(name))) };
  expect(
    await breaches(
      together,
      [
        ["u", 1, null, 7],
        [1, "u", 7, null],
      ],
      schemas,
    ),
  ).toEqual([[], ["/0", "/1", "/2", "/3"]]);
});

test("a chain of references as long as a large document has it is compiled", async () => {
  const length = 2_000;
  const names = Array.from({ length }, (_, index) => `S${index}`);
  const schemas = Object.fromEntries(
    names.map((name, index) => [
      name,
      { type: "object", properties: { next: ref(names[(index + 1) % length] as string), n: { type: "integer" } } },
    ]),
  );
  expect(await breaches(ref("S0"), [{ next: { next: { n: "x" } } }], schemas)).toEqual([["/next/next/n"]]);
});

test("what a reference evaluates is known beside it, though it is compiled later", async () => {
  const schemas = { Z: { properties: { z: { type: "integer" }, again: ref("A") } }, A: { ...ref("Z") } };
  const closed = { ...ref("Z"), unevaluatedProperties: false };
  expect(await breaches(closed, [{ z: 1 }, { z: 1, y: 1 }], { ...schemas, Aa: closed })).toEqual([[], ["/y"]]);
});

test.each([
  ["a sign that needs no escape without the u flag", { pattern: "^[\\w-.]{2}\\-\\_$" }, "a.-_", "ab"],
  ["a quantifier's sign as it stands", { pattern: "^{\\d}$" }, "{1}", "1"],
  ["letters of every script", { pattern: "^\\p{L}+$" }, "é", "1"],
  [
    "an older draft by name",
    { $schema: "http://json-schema.org/draft-04/schema#", minimum: 1, exclusiveMinimum: true },
    2,
    1,
  ],
  ["examples in a map", { type: "integer", examples: { one: { value: 1 } } }, 1, "x"],
])("%s", async (_name, schema, right, wrong) => {
  expect(await breaches(schema, [right, wrong])).toEqual([[], [""]]);
});

const CARD = { card: { required: ["cvc"] } };

test.each([
  ["closed", { allOf: [{ properties: { a: {} } }], unevaluatedProperties: false }, { a: 1, b: 1 }, "/b"],
  [
    "closed but for what the branch that holds has",
    { oneOf: [{ required: ["a"], properties: { a: {} } }, { required: ["b"] }], unevaluatedProperties: false },
    { a: 1, c: 1 },
    "/c",
  ],
  [
    "closed but for a condition",
    { properties: { a: {} }, if: { required: ["z"] }, else: { properties: { b: {} } }, unevaluatedProperties: false },
    { a: 1, b: 1, c: 1 },
    "/c",
  ],
  ["a rest of one type", { properties: { a: {} }, unevaluatedProperties: { type: "string" } }, { a: 1, b: 1 }, "/b"],
  ["a list of two", { allOf: [{ prefixItems: [{}, {}] }], unevaluatedItems: false }, [1, 2, 3], "/2"],
  ["something that must be in a list", { contains: { const: 2 } }, [1], ""],
  ["fewer of it", { contains: { const: 2 }, maxContains: 1 }, [2, 2], ""],
  ["what draft 7 calls dependencies", { dependencies: { a: ["b"] } }, { a: 1 }, "/b"],
  ["a schema of them", { dependencies: CARD }, { card: 1 }, "/cvc"],
])("a refusal names the place: %s", async (_name, schema, value, pointer) => {
  const requestBody = { content: { "application/json": { schema: { properties: { x: schema } } } } };
  const contract = await open({ "/x": { post: { requestBody, responses: {} } } });
  const found = contract.operations[0]?.body?.content[0]?.check({ x: value }) ?? [];
  expect(found.map((one) => [one.pointer, one.keyword === "schema"])).toEqual([[`/x${pointer}`, false]]);
});

test.each([
  ["/z z/{id}", "/z%20z/a%2Fb", { id: "a/b" }],
  ["/caf%C3%A9", "/café", {}],
  ["/café", "/caf%c3%a9", {}],
  ["/v1/{id}:run", "/v1/x%3Arun", { id: "x" }],
])("the path %s is found at %s", async (path, asked, params) => {
  const get = { responses: {} };
  const contract = await open({ [path]: { get } }, { servers: [{ url: "/a b" }] });
  for (const base of ["", "/a%20b"])
    expect(createMatch(contract)("GET", base + asked)).toMatchObject({ kind: "found", params });
});

test("an encoded slash is within a segment", async () => {
  const contract = await open({ "/a/b": { get: { responses: {} } } });
  expect(createMatch(contract)("GET", "/a%2Fb").kind).toBe("unknown-path");
});

const header = (schema: object, more: object = {}) => ({ required: true, schema, ...more });
const HEADERS = {
  "X-List": header({ type: "array", items: { type: "integer" }, minItems: 2 }),
  "X-Object": header({ type: "object", required: ["a"], properties: { a: { type: "integer" } } }, { explode: true }),
  "X-Json": { required: true, content: { "application/json": { schema: { type: "object", required: ["z"] } } } },
  "Set-Cookie": header({ type: "string", pattern: "^SID=" }),
  "Content-Type": header({ const: "nobody/cares" }),
};

test.each([
  [{ "x-list": "1,2", "x-object": "a=1", "x-json": '{"z":1}', "set-cookie": ["SID=1", "SID=2"] }, 0],
  [{ "x-list": "1,b", "x-object": "a=b", "x-json": '{"y":1}', "set-cookie": ["SID=1", "TID=2"] }, 4],
])("reply headers are read as their style says: %j", async (headers, count) => {
  const { operations } = await open({ "/x": { get: { responses: { 200: { description: "ok", headers: HEADERS } } } } });
  const [operation] = operations;
  if (operation === undefined) throw new Error("no operation");
  expect(checkReply(operation, { status: 200, headers, body: undefined })).toHaveLength(count);
});

test("an error that is documented in XML alone is written in it", async () => {
  const schema = {
    type: "object",
    xml: { name: "err" },
    required: ["message"],
    properties: { message: { type: "string" } },
  };
  const responses = { 400: { description: "no", content: { "application/xml": { schema } } } };
  const contract = await open({ "/x": { get: { responses } } });
  expect(errorReply(problem(400, "missing", "a < b"), contract.operations[0], contract)).toMatchObject({
    mediaType: "application/xml",
    text: expect.stringContaining("<err><message>a &lt; b</message></err>"),
  });
});

test("a boundary that no parser takes is told as such", async () => {
  const read = await readMultipart(Buffer.from("--B--"), `multipart/form-data; boundary=${"B".repeat(300)}`);
  expect(read).toMatchObject({ problem: { message: expect.stringContaining("boundary is longer than 70") } });
});

test("what goes before an answer is none", async () => {
  const { operations } = await open({ "/x": { get: { responses: { 100: {}, 200: {}, "x-note": {} } } } });
  expect(operations[0]?.replies.map(({ status }) => status)).toEqual(["200"]);
});

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "documents-"));
});
afterAll(() => rm(folder, { recursive: true }));

const written = async (name: string, document: unknown) => {
  const file = join(folder, name);
  await writeFile(file, typeof document === "string" ? document : JSON.stringify(document));
  return file;
};

const document = (schema: object, example: unknown) => ({
  openapi: "3.1.0",
  info: { title: "T", version: "1" },
  paths: { "/x": { get: { responses: { 200: { content: { "application/json": { schema, example } } } } } } },
});

test("a reference in the value of an example is data, whatever else is in other files", async () => {
  await written("schema.yaml", "type: object\n");
  const example = { $ref: "https://example.com/nowhere.json", inner: [{ $ref: "gone.yaml" }] };
  const contract = await openContract(await written("main.json", document({ $ref: "schema.yaml" }, example)));
  expect(contract.operations[0]?.replies[0]?.content[0]?.examples).toEqual([{ name: "example", value: example }]);
});

test("a file that is not there is told with the place that asks for it", async () => {
  const file = await written("lost.json", document({ properties: { a: { $ref: "gone.yaml#/A" } } }, 1));
  const place = "#/paths/~1x/get/responses/200/content/application~1json/schema/properties/a";
  await expect(openContract(file)).rejects.toMatchObject({
    code: "document-invalid",
    details: { pointer: place, reference: "gone.yaml#/A" },
  });
});

test("a name that JSON has twice is told by its line", async () => {
  const text = '{\n"openapi": "3.1.0",\n"paths": {},\n"paths": {}\n}';
  await expect(openContract(await written("twice.json", text))).rejects.toMatchObject({
    code: "document-unreadable",
    message: expect.stringContaining("line 4"),
  });
});
