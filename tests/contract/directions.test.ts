import { describe, expect, test } from "vitest";
import { openContract } from "../../src/contract/open-contract.ts";

const schemas = {
  User: {
    type: "object",
    additionalProperties: false,
    required: ["id", "name", "password", "profile"],
    properties: {
      id: { type: "string", readOnly: true },
      name: { type: "string" },
      password: { type: "string", writeOnly: true },
      profile: { $ref: "#/components/schemas/Profile" },
      friends: { type: "array", items: { $ref: "#/components/schemas/User" } },
    },
  },
  Profile: { allOf: [{ required: ["slug", "bio"] }, { properties: { slug: { readOnly: true, type: "string" } } }] },
};

const face = { content: { "application/json": { schema: { $ref: "#/components/schemas/User" } } } };

async function checks() {
  const { operations } = await openContract({
    openapi: "3.0.3",
    info: { title: "T", version: "1" },
    paths: { "/users": { post: { requestBody: face, responses: { 200: { description: "ok", ...face } } } } },
    components: { schemas },
  });
  const [operation] = operations;
  const missing = (check: ((value: unknown) => readonly { pointer: string }[]) | undefined, value: unknown) =>
    check?.(value).map(({ pointer }) => pointer);
  return {
    sent: (value: unknown) => missing(operation?.body?.content[0]?.check, value),
    told: (value: unknown) => missing(operation?.replies[0]?.content[0]?.check, value),
  };
}

describe("what only one side gives is required of that side alone", () => {
  test("a request need not have what is readOnly, wherever it is, and may", async () => {
    const { sent } = await checks();
    const user = { name: "A", password: "p", profile: { bio: "" } };
    expect(sent(user)).toEqual([]);
    expect(sent({ ...user, id: "1", friends: [user] })).toEqual([]);
    expect(sent({ name: "A", profile: {} })).toEqual(["/password", "/profile/bio"]);
  });

  test("a reply need not have what is writeOnly", async () => {
    const { told } = await checks();
    const user = { id: "1", name: "A", profile: { slug: "a", bio: "" } };
    expect(told({ ...user, friends: [user] })).toEqual([]);
    expect(told({ name: "A", profile: { bio: "" } })).toEqual(["/id", "/profile/slug"]);
  });
});
