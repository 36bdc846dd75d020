/** The handler is a plain function of request and response: it serves inside other servers too. */
import express from "express";
import request from "supertest";
import { expect, test } from "vitest";
import { createHandler } from "../../src/server/create-server.ts";
import { strict } from "../support/serve.ts";

test("an Express app mounts it below a path of its own", async () => {
  const app = express();
  app.use("/gateway", createHandler(strict));
  const body = { model: "gpt-4o-mini", messages: [{ role: "user", content: "When is high tide?" }] };
  const reply = await request(app).post("/gateway/v1/chat/completions").set("authorization", "Bearer k").send(body);
  expect(reply.status).toBe(200);
  expect(reply.body.model).toBe("gpt-4o-mini");
});
