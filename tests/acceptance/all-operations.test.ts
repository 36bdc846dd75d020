/** Every operation answers the document's own example request, as the document says; the seven also stream. */

import { createParser } from "eventsource-parser";
import { describe, expect, test } from "vitest";
import { type Operation, successOf } from "../../src/contract/operation.ts";
import { ownContract } from "../../src/contract/own-contract.ts";
import { exampleRequest, keepCompletion, toFetch } from "../support/requests.ts";
import { serve } from "../support/serve.ts";

const operations = ownContract().operations.map((operation) => [operation.id, operation] as const);
const streaming = operations.filter(([, operation]) => successOf(operation)?.stream !== undefined);

const ask = async (url: string, operation: Operation, more: object = {}) => {
  const example = exampleRequest(operation, await keepCompletion(url));
  const body = typeof example.body === "object" ? { ...example.body, ...more } : example.body;
  return fetch(url + example.path, toFetch({ ...example, ...(body !== undefined && { body }) }));
};

function eventsOf(text: string): { event?: string; data: string }[] {
  const events: { event?: string; data: string }[] = [];
  const parser = createParser({
    onEvent: ({ event, data }) => events.push({ ...(event !== undefined && { event }), data }),
  });
  parser.feed(text);
  return events;
}

test("there are 23 operations for the 24 documented ones, and seven documented streams", () => {
  expect(operations).toHaveLength(23);
  expect(streaming).toHaveLength(7);
});

test.each(operations)("%s answers 200 with a reply that fits the document", async (_id, operation) => {
  const { url } = await serve();
  const reply = await ask(url, operation, successOf(operation)?.stream ? { stream: false } : {});
  const text = await reply.text();
  expect([reply.status, text.slice(0, 300)]).toEqual([200, expect.anything()]);
  expect(reply.headers.get("x-request-id")).toMatch(/^req_\w{24}$/);
  const type = reply.headers.get("content-type")?.split(";")[0];
  const content = successOf(operation)?.content.find(({ mediaType }) => mediaType === type);
  expect(content, `${type} is documented`).toBeDefined();
  if (type === "application/json") expect(content?.check(JSON.parse(text))).toEqual([]);
});

describe.each(streaming)("%s as a stream", (_id, operation) => {
  test("sends events that fit the document, and the sentinel", async () => {
    const { url } = await serve();
    const reply = await ask(url, operation, { stream: true });
    expect(reply.headers.get("content-type")).toContain("text/event-stream");
    const events = eventsOf(await reply.text());
    const stream = successOf(operation)?.stream;
    expect(events.at(-1)?.data).toBe(stream?.sentinel);
    const payloads = events.slice(0, -1).map(({ data }) => JSON.parse(data));
    expect(payloads.length).toBeGreaterThan(2);
    for (const [index, payload] of payloads.entries()) {
      expect(stream?.check(payload)).toEqual([]);
      if (stream?.named) expect(events[index]?.event).toBe(payload.type);
    }
  });
});
