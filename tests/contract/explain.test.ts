import { expect, test } from "vitest";
import { ownContract } from "../../src/contract/own-contract.ts";
import { createRandom } from "../../src/lib/random.ts";
import { mutate, sample } from "../support/sample.ts";

const contract = ownContract();
const check = (id: string, body: unknown) =>
  contract.operations.find((operation) => operation.id === id)?.body?.content[0]?.check(body) ?? [];
const chat = (message: unknown) => ({ model: "openai/gpt-4o-mini", messages: [message] });

test.each([
  [
    "a missing field",
    chat({ role: "tool", content: "x" }),
    "/messages/0/tool_call_id",
    "messages[0].tool_call_id is missing, and it is required.",
  ],
  ["a wrong tag", chat({ role: "asistant", content: "x" }), "/messages/0/role", 'did you mean "assistant"?'],
  [
    "a wrong part of the branch that was meant",
    chat({ role: "user", content: [{ type: "image_url", image_url: {} }] }),
    "/messages/0/content/0/image_url/url",
    "is missing",
  ],
  [
    "a wrong type for every branch",
    chat({ role: "user", content: 17 }),
    "/messages/0/content",
    "must be a string or an array, but 17 was sent.",
  ],
])("%s is told as one sentence about the field", (_name, body, pointer, sentence) => {
  const violations = check("orqGatewayCreateChatCompletion", body);
  expect(violations).toHaveLength(1);
  expect(violations[0]?.pointer).toBe(pointer);
  expect(violations[0]?.message).toContain(sentence);
});

/** A part of a Sudo message is known by the field that holds it, and by nothing else. */
test.each([
  [{ type: "picture", image_url: "a.png" }, "/messages/0/content/0/image_url", "must be an object"],
  [{ type: "picture", input_audio: { data: "" } }, "/messages/0/content/0/input_audio/format", "is missing"],
  [{ type: "picture" }, "/messages/0/content/0", "must have text, image_url, input_audio or file"],
])("without a tag, %j is explained as the branch whose required field it has", (part, pointer, sentence) => {
  const body = { model: "gpt-4o-mini", messages: [{ role: "user", content: [part] }] };
  const violations = check("sudoCreateChatCompletion", body);
  expect(violations).toMatchObject([{ pointer, message: expect.stringContaining(sentence) }]);
});

test("a forgotten field is named in the branch whose type was sent, though another branch has it all", () => {
  const item = { type: "function_call", id: "fc_1", name: "get_tide", arguments: "{}", status: "completed" };
  expect(check("orqGatewayCreateResponse", { model: "m", input: [item] })).toMatchObject([
    { pointer: "/input/0/call_id" },
  ]);
});

test("an unknown field of a closed object names the known one that was meant", () => {
  expect(check("sudoUpdateChatCompletion", { metadata: {}, metdata: {} })).toMatchObject([
    { code: "unknown-field", pointer: "/metdata", message: "metdata is not a known field; did you mean metadata?" },
  ]);
});

test("a value that is very wrong does not make a very long list", () => {
  const messages = Array.from({ length: 5000 }, () => ({ role: 1 }));
  expect(check("orqProxyCreateChatCompletion", { model: "m", messages }).length).toBeLessThanOrEqual(20);
});

test.each(
  contract.operations.flatMap(({ id, body }) => (body?.content ?? []).map((content) => [id, content] as const)),
)("%s: whatever the validator refuses is explained, and nothing else", (_id, content) => {
  const random = createRandom(7);
  let refused = 0;
  for (let index = 0; index < 300; index++) {
    const body = mutate(sample(content.schema, contract.schemas, random), random);
    const violations = content.check(body);
    if (violations.length > 0) refused++;
    expect(
      violations.map(({ keyword }) => keyword),
      JSON.stringify(body),
    ).not.toContain("schema");
  }
  expect(refused).toBeGreaterThan(0);
});
