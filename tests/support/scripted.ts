/** A twin with scenarios, asked as an API guide asks; every answer is held against the document and its laws. */
import { createParser } from "eventsource-parser";
import request from "supertest";
import { expect } from "vitest";
import { createHandler, type ServerOptions } from "../../src/server/create-server.ts";
import { collectChat } from "../../src/sse/collect/chat.ts";
import { collectCompletion } from "../../src/sse/collect/completions.ts";
import { collectResponse } from "../../src/sse/collect/responses.ts";
import type { Json } from "./collect/json.ts";
import { strict } from "./serve.ts";

export const CHAT = "/v1/chat/completions";
export const CHATS = [
  CHAT,
  "/v2/proxy/chat/completions",
  "/v2/gateway/chat/completions",
  "/v2/router/chat/completions",
];
export const RESPONSES = ["/v2/proxy/responses", "/v2/gateway/responses"];
export const COMPLETIONS = "/v2/proxy/completions";

const model = "openai/gpt-4o-mini";
const QUESTION = "When is high tide at Saint-Malo?";

/** A small valid request for a path. */
export function bodyFor(path: string, message = QUESTION): Json {
  if (path.endsWith("chat/completions")) return { model, messages: [{ role: "user", content: message }] };
  return path.endsWith("responses") ? { model, input: message } : { model, prompt: message };
}

/** What a reply says, whatever its API. */
export const wordsOf = (body: Json): string =>
  body.output_text ?? body.choices[0].text ?? body.choices[0].message.content;

export function twinWith(scenarios: ServerOptions["scenarios"], options: ServerOptions = {}) {
  const handler = createHandler({ ...strict, ...options, ...(scenarios && { scenarios }) });
  const post = (path: string, body: object, headers: Readonly<Record<string, string>> = {}) =>
    request(handler)
      .post(path)
      .set({ authorization: "Bearer guide", ...headers })
      .send(body);
  return {
    handler,
    post,
    /** The JSON answer: 200 or the test fails. */
    async answer(path: string, body: object = bodyFor(path), headers = {}): Promise<Json> {
      const reply = await post(path, body, headers);
      expect([reply.status, reply.body.error ?? null]).toEqual([200, null]);
      return reply.body;
    },
    /** The streamed answer, folded. */
    async stream(path: string, body: object = bodyFor(path), headers = {}) {
      const { status, text } = await post(path, { ...body, stream: true }, headers);
      expect(status).toBe(200);
      const data: string[] = [];
      createParser({ onEvent: (event) => data.push(event.data) }).feed(text);
      const payloads = data.filter((one) => one.startsWith("{")).map((one) => JSON.parse(one) as Json);
      const collect = path.endsWith("chat/completions")
        ? collectChat
        : path.endsWith("responses")
          ? collectResponse
          : collectCompletion;
      return { data, payloads, reply: collect(payloads) as Json };
    },
    journal: async (): Promise<Json[]> =>
      (await request(handler).get("/__gatetwin/requests").set("authorization", "Bearer guide")).body.data,
  };
}
