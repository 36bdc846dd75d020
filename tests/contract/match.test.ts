import { expect, test } from "vitest";
import { createMatch } from "../../src/contract/match.ts";
import { openContract } from "../../src/contract/open-contract.ts";
import { ownContract } from "../../src/contract/own-contract.ts";

const buildMatch = async (paths: readonly string[], server = "http://x.example") =>
  createMatch(
    await openContract({
      openapi: "3.1.0",
      info: { title: "T", version: "1" },
      servers: [{ url: server }],
      paths: Object.fromEntries(paths.map((path) => [path, { get: { operationId: path, responses: {} } }])),
    }),
  );

test.each([
  [
    "a literal path wins over a template",
    ["/models/{id}", "/models/default"],
    "/models/default",
    "/models/default",
    {},
  ],
  [
    "a template takes the rest",
    ["/models/{id}", "/models/default"],
    "/models/gpt%2F4",
    "/models/{id}",
    { id: "gpt/4" },
  ],
  ["an earlier literal segment wins", ["/{a}/x", "/y/{b}"], "/y/x", "/y/{b}", { b: "x" }],
  [
    "a segment may mix text and names",
    ["/files/{name}.{ext}"],
    "/files/tide.json",
    "/files/{name}.{ext}",
    { name: "tide", ext: "json" },
  ],
  [
    "a broken percent-encoding is taken as it stands",
    ["/models/{id}"],
    "/models/%E0%A4%A",
    "/models/{id}",
    { id: "%E0%A4%A" },
  ],
])("%s", async (_name, paths, path, id, params) => {
  expect((await buildMatch(paths))("GET", path)).toMatchObject({ kind: "found", operation: { id }, params });
});

test("the path of the first server may stand before every path", async () => {
  const match = await buildMatch(["/models"], "https://x.example/api/v3");
  expect(match("GET", "/api/v3/models").kind).toBe("found");
  expect(match("GET", "/models").kind).toBe("found");
});

test("a wrong method lists the right ones", () => {
  const match = createMatch(ownContract());
  expect(match("PUT", "/v1/chat/completions")).toMatchObject({ kind: "wrong-method", allow: ["GET", "POST"] });
});

test.each([
  ["/v1/chat/completion", "/v1/chat/completions"],
  ["/chat/completions", "/v1/chat/completions"],
  ["/v1/v1/images/generations", "/v1/images/generations"],
])("%s is unknown, and %s is near", (path, near) => {
  expect(createMatch(ownContract())("POST", path)).toMatchObject({ kind: "unknown-path", near });
});

test("paths of one shape are one path, and each method has the names of its own template", async () => {
  const responses = {};
  const match = createMatch(
    await openContract({
      openapi: "3.1.0",
      info: { title: "T", version: "1" },
      paths: {
        "/things/{id}": { get: { responses } },
        "/things/{thingId}": { delete: { responses } },
      },
    }),
  );
  expect(match("GET", "/things/7")).toMatchObject({ kind: "found", params: { id: "7" } });
  expect(match("DELETE", "/things/7")).toMatchObject({ kind: "found", params: { thingId: "7" } });
  expect(match("PUT", "/things/7")).toMatchObject({ kind: "wrong-method", allow: ["GET", "DELETE"] });
});

test("a path, or an operation, is on the server that it names", async () => {
  const on = (url: string) => ({ servers: [{ url }] });
  const match = createMatch(
    await openContract({
      openapi: "3.1.0",
      info: { title: "T", version: "1" },
      ...on("https://api.example.com/v1"),
      paths: {
        "/users": { get: { operationId: "users", responses: {} } },
        "/files": {
          ...on("https://files.example.com/store/v2"),
          get: { operationId: "files", responses: {} },
          post: { operationId: "upload", ...on("/up"), responses: {} },
        },
      },
    }),
  );
  const idOf = (method: string, path: string) => {
    const found = match(method, path);
    return found.kind === "found" ? found.operation.id : found.kind;
  };
  expect([idOf("GET", "/v1/users"), idOf("GET", "/users")]).toEqual(["users", "users"]);
  expect([idOf("GET", "/store/v2/files"), idOf("POST", "/up/files")]).toEqual(["files", "upload"]);
  expect([idOf("GET", "/v1/files"), idOf("POST", "/store/v2/files")]).toEqual(["unknown-path", "wrong-method"]);
});
