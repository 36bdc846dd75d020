/** Completions that are kept with `store: true`: the guide to the five operations on them. */
import { createParser } from "eventsource-parser";
import OpenAI from "openai";
import request from "supertest";
import { describe, expect, test } from "vitest";
import { createHandler } from "../../src/server/create-server.ts";
import { collectChat } from "../../src/sse/collect/chat.ts";
import type { Json } from "../support/collect/json.ts";
import { serve, strict } from "../support/serve.ts";

const PATH = "/v1/chat/completions";
const question = { role: "user", content: "When is high tide at Saint-Malo?" };
const ask = { model: "gpt-4o-mini", messages: [question], store: true };

/** A twin that has kept nothing yet. */
function open(key = "k") {
  const handler = createHandler(strict);
  const bearer = { authorization: `Bearer ${key}` };
  const create = (body: object = {}) =>
    request(handler)
      .post(PATH)
      .set(bearer)
      .send({ ...ask, ...body });
  return {
    create,
    get: (path = "", query: object = {}) => request(handler).get(`${PATH}${path}`).set(bearer).query(query),
    update: (id: string, body: object) => request(handler).post(`${PATH}/${id}`).set(bearer).send(body),
    remove: (id: string) => request(handler).delete(`${PATH}/${id}`).set(bearer),
    /** The ids of as many completions that are kept, in their order. */
    async keep(count: number, body: (index: number) => object = () => ({})): Promise<string[]> {
      const ids: string[] = [];
      for (let index = 0; index < count; index++) ids.push((await create(body(index))).body.id);
      return ids;
    },
  };
}

const idsOf = ({ data }: Json): string[] => data.map(({ id }: Json) => id);

function toldBy(text: string): Json {
  const payloads: Json[] = [];
  createParser({ onEvent: ({ data }) => data !== "[DONE]" && payloads.push(JSON.parse(data)) }).feed(text);
  return collectChat(payloads);
}

describe("keeping", () => {
  test("what was created can be read again, to the letter", async () => {
    const twin = open();
    const created = await twin.create({ metadata: { port: "Saint-Malo" } });
    const read = await twin.get(`/${created.body.id}`);
    expect(read.status).toBe(200);
    expect(read.text).toBe(created.text);
    expect(read.body.metadata).toEqual({ port: "Saint-Malo" });
  });

  test("so can what was streamed", async () => {
    const twin = open();
    const streamed = await twin.create({ stream: true, stream_options: { include_usage: true }, metadata: { a: "b" } });
    const told = toldBy(streamed.text);
    const read = await twin.get(`/${told.id}`);
    expect(read.body).toEqual({ ...told, metadata: { a: "b" } });
  });

  test("the same question asked as JSON, as a stream and once more is kept three times", async () => {
    const twin = open();
    const ids = [
      (await twin.create()).body.id,
      toldBy((await twin.create({ stream: true })).text).id,
      (await twin.create()).body.id,
    ];
    expect(new Set(ids).size).toBe(3);
    expect(idsOf((await twin.get()).body)).toEqual(ids);
  });

  test.each([[false], [null], [undefined]])("store %j keeps nothing", async (store) => {
    const twin = open();
    for (const stream of [false, true]) await twin.create({ store, stream });
    const { id } = (await twin.create({ store })).body;
    expect((await twin.get(`/${id}`)).status).toBe(404);
    expect((await twin.get()).body.data).toEqual([]);
  });

  test("a refused request keeps nothing", async () => {
    const twin = open();
    expect((await twin.create({ temperature: 9 })).status).toBe(400);
    expect((await twin.get()).body.data).toEqual([]);
  });
});

describe("listing", () => {
  test("nothing kept is an empty page", async () => {
    const page = await open().get();
    expect([page.status, page.body]).toEqual([
      200,
      { object: "list", data: [], first_id: "", last_id: "", has_more: false },
    ]);
  });

  test("20 to a page, the oldest first", async () => {
    const twin = open();
    const ids = await twin.keep(21);
    const { body } = await twin.get();
    expect(idsOf(body)).toEqual(ids.slice(0, 20));
    expect(body).toMatchObject({ first_id: ids[0], last_id: ids[19], has_more: true });
    expect(body.data[3]).toEqual((await twin.get(`/${ids[3]}`)).body);
  });

  test.each([
    [1, "asc"],
    [2, "asc"],
    [3, "desc"],
    [7, "desc"],
    [100, "asc"],
  ])("pages of %i, %s, neither overlap nor leave gaps", async (limit, order) => {
    const twin = open();
    const ids = await twin.keep(7);
    const seen: string[] = [];
    let page: Json;
    do {
      const after = seen.at(-1);
      page = (await twin.get("", { limit, order, ...(after && { after }) })).body;
      expect(page).toMatchObject({ first_id: page.data[0].id, last_id: page.data.at(-1).id });
      expect(page.data.length).toBeLessThanOrEqual(limit);
      seen.push(...idsOf(page));
      expect(page.has_more).toBe(seen.length < ids.length);
    } while (page.has_more);
    expect(seen).toEqual(order === "desc" ? ids.toReversed() : ids);
  });

  test("limit 0 is an empty page that tells whether there is more", async () => {
    const twin = open();
    const [only] = await twin.keep(1);
    const empty = { object: "list", data: [], first_id: "", last_id: "" };
    expect((await twin.get("", { limit: 0 })).body).toEqual({ ...empty, has_more: true });
    expect((await twin.get("", { limit: 0, after: only })).body).toEqual({ ...empty, has_more: false });
  });

  test("the page behind the last one is empty", async () => {
    const twin = open();
    const ids = await twin.keep(2);
    expect((await twin.get("", { after: ids[1] })).body).toMatchObject({ data: [], has_more: false, last_id: "" });
  });

  test("by model and by metadata, of which all pairs have to be there", async () => {
    const twin = open();
    const kinds = [
      { metadata: { port: "Saint-Malo", kind: "tide" } },
      { metadata: { port: "Brest", kind: "tide" } },
      { model: "gpt-4o", metadata: { port: "Saint-Malo" } },
      { metadata: null },
    ];
    const ids = await twin.keep(kinds.length, (index) => kinds[index] ?? {});
    const found = async (query: object) => idsOf((await twin.get("", query)).body).map((id) => ids.indexOf(id));
    expect(await found({ model: "gpt-4o" })).toEqual([2]);
    expect(await found({ "metadata[port]": "Saint-Malo" })).toEqual([0, 2]);
    expect(await found({ "metadata[port]": "Saint-Malo", "metadata[kind]": "tide" })).toEqual([0]);
    expect(await found({ "metadata[port]": "Saint-Malo", model: "gpt-4o" })).toEqual([2]);
    expect(await found({ "metadata[toString]": "x" })).toEqual([]);
    expect(await found({ model: "gpt" })).toEqual([]);
  });

  test("has_more counts what the filter lets through, and after may name what it does not", async () => {
    const twin = open();
    const ids = await twin.keep(6, (index) => ({ metadata: { even: String(index % 2 === 0) } }));
    const even = { "metadata[even]": "true" };
    expect((await twin.get("", { ...even, limit: 3 })).body).toMatchObject({ last_id: ids[4], has_more: false });
    expect((await twin.get("", { ...even, limit: 1 })).body).toMatchObject({ last_id: ids[0], has_more: true });
    expect(idsOf((await twin.get("", { ...even, after: ids[1] })).body)).toEqual([ids[2], ids[4]]);
  });

  test("an unknown after is not found, because every page would be a wrong one", async () => {
    const twin = open();
    const [only] = await twin.keep(1);
    for (const path of ["", `/${only}/messages`]) {
      const reply = await twin.get(path, { after: "chatcmpl-never" });
      expect([reply.status, reply.body.error.message]).toEqual([404, expect.stringMatching(/^Invalid 'after'.*never/)]);
    }
  });
});

describe("updating", () => {
  test("replaces the metadata and changes nothing else", async () => {
    const twin = open();
    const [first, id, last] = await twin.keep(3, () => ({ metadata: { old: "1", port: "Brest" } }));
    const before = (await twin.get(`/${id}`)).body;
    const updated = await twin.update(id as string, { metadata: { port: "Saint-Malo" } });
    expect([updated.status, updated.body]).toEqual([200, { ...before, metadata: { port: "Saint-Malo" } }]);
    expect((await twin.get(`/${id}`)).body).toEqual(updated.body);
    expect(idsOf((await twin.get()).body)).toEqual([first, id, last]);
    expect((await twin.get(`/${id}/messages`)).body.data).toHaveLength(1);
    expect(idsOf((await twin.get("", { "metadata[port]": "Saint-Malo" })).body)).toEqual([id]);
  });

  test("takes no other field", async () => {
    const twin = open();
    const [id] = await twin.keep(1);
    for (const body of [{ model: "gpt-4o", metadata: {} }, {}, { metadata: { a: 1 } }])
      expect((await twin.update(id as string, body)).status).toBe(400);
  });
});

describe("deleting", () => {
  test("leaves nothing to read, list, change or delete", async () => {
    const twin = open();
    const [id, other] = (await twin.keep(2)) as [string, string];
    const deleted = await twin.remove(id);
    expect([deleted.status, deleted.body]).toEqual([200, { id, object: "chat.completion.deleted", deleted: true }]);
    const replies = [
      await twin.get(`/${id}`),
      await twin.get(`/${id}/messages`),
      await twin.update(id, { metadata: {} }),
      await twin.remove(id),
    ];
    for (const { status, body } of replies) {
      expect(status).toBe(404);
      expect(body.error).toMatchObject({ message: expect.stringContaining(id), type: "not_found_error" });
    }
    expect(idsOf((await twin.get()).body)).toEqual([other]);
  });
});

describe("messages", () => {
  const parts = [
    { type: "text", text: "What is this?" },
    { type: "image_url", image_url: { url: "https://example.com/tide.png", detail: "low" } },
  ];
  const call = { id: "call_1", type: "function", function: { name: "tide", arguments: "{}" } };
  const messages = [
    { role: "system", content: "Be brief." },
    { role: "user", content: parts, name: "ann" },
    { role: "assistant", tool_calls: [call] },
    { role: "tool", tool_call_id: "call_1", content: "07:12" },
  ];

  test("are those of the request, without the reply", async () => {
    const twin = open();
    const [id] = await twin.keep(1, () => ({ messages }));
    const { body } = await twin.get(`/${id}/messages`);
    expect(body).toEqual({
      object: "list",
      data: [
        { id: `${id}-0`, role: "system", content: "Be brief.", content_parts: null },
        { id: `${id}-1`, role: "user", content: null, content_parts: parts, name: "ann" },
        { id: `${id}-2`, role: "assistant", content: null, content_parts: null },
        { id: `${id}-3`, role: "tool", content: "07:12", content_parts: null },
      ],
      first_id: `${id}-0`,
      last_id: `${id}-3`,
      has_more: false,
    });
  });

  test("come in pages too, in either order", async () => {
    const twin = open();
    const [id] = await twin.keep(1, () => ({ messages }));
    const page = async (query: object) => (await twin.get(`/${id}/messages`, query)).body;
    expect(await page({ limit: 2 })).toMatchObject({ last_id: `${id}-1`, has_more: true });
    expect(idsOf(await page({ limit: 2, after: `${id}-1` }))).toEqual([`${id}-2`, `${id}-3`]);
    expect(idsOf(await page({ limit: 2, order: "desc", after: `${id}-3` }))).toEqual([`${id}-2`, `${id}-1`]);
    expect(await page({ limit: 0 })).toMatchObject({ data: [], first_id: "", last_id: "", has_more: true });
  });

  test("of a stream are kept as well", async () => {
    const twin = open();
    await twin.create({ messages, stream: true });
    const [id] = idsOf((await twin.get()).body);
    expect((await twin.get(`/${id}/messages`)).body.data).toHaveLength(4);
  });
});

describe("the official client", () => {
  const connect = async () => {
    const { url } = await serve();
    return new OpenAI({ baseURL: `${url}/v1`, apiKey: "any", maxRetries: 0 });
  };
  const messages = [{ role: "user" as const, content: "When is high tide at Saint-Malo?" }];
  const keep = (client: OpenAI, tide: number) =>
    client.chat.completions.create({ model: "gpt-4o-mini", messages, store: true, metadata: { tide: `${tide}` } });
  const collect = async <Item>(pages: AsyncIterable<Item>): Promise<Item[]> => {
    const items: Item[] = [];
    for await (const item of pages) items.push(item);
    return items;
  };

  test("pages through all that is kept by itself", async () => {
    const client = await connect();
    const kept = [];
    for (let tide = 0; tide < 5; tide++) kept.push(await keep(client, tide));
    expect(await collect(client.chat.completions.list({ limit: 2 }))).toEqual(kept);
    expect(await collect(client.chat.completions.list({ limit: 2, order: "desc" }))).toEqual(kept.toReversed());
    expect(await collect(client.chat.completions.list({ metadata: { tide: "3" } }))).toEqual([kept[3]]);
  });

  test("reads, changes and deletes", async () => {
    const client = await connect();
    const created = await keep(client, 1);
    expect(await client.chat.completions.retrieve(created.id)).toEqual(created);
    const metadata = { checked: "yes" };
    expect(await client.chat.completions.update(created.id, { metadata })).toEqual({ ...created, metadata });
    expect(await client.chat.completions.delete(created.id)).toMatchObject({ id: created.id, deleted: true });
    const error = await client.chat.completions.retrieve(created.id).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(OpenAI.NotFoundError);
    expect(String(error)).toContain(created.id);
  });

  test("reads a streamed completion and its messages", async () => {
    const client = await connect();
    const more = ["And tomorrow?", "And the day after?"].map((content) => ({ role: "user" as const, content }));
    const body = { model: "gpt-4o-mini", messages: [...messages, ...more], store: true };
    const streamed = await client.chat.completions
      .stream({ ...body, stream_options: { include_usage: true } })
      .finalChatCompletion();
    const read = await client.chat.completions.retrieve(streamed.id);
    expect(read.choices[0]?.message.content).toBe(streamed.choices[0]?.message.content);
    expect(read.usage).toEqual(streamed.usage);
    const kept = await collect(client.chat.completions.messages.list(streamed.id, { limit: 1 }));
    expect(kept.map(({ content }) => content)).toEqual(body.messages.map(({ content }) => content));
  });
});
