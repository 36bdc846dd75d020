/** Two keys that do the same things at once on one server: neither ever sees, changes or counts what is the other's. */
import { expect, test } from "vitest";
import { createRandom } from "../../src/lib/random.ts";
import type { Json } from "../support/collect/json.ts";
import { serve } from "../support/serve.ts";

const ROUNDS = 8;
const KEPT = 5;

/** Asks as the holder of one key. Pauses by chance, so that the calls of two holders interleave otherwise each time. */
function holderOf(key: string, url: string, seed: number) {
  const random = createRandom(seed);
  return async (method: string, path: string, body?: object): Promise<{ status: number; body: Json }> => {
    for (let turns = random.int(0, 3); turns > 0; turns--) await new Promise(setImmediate);
    const reply = await fetch(url + path, {
      method,
      headers: { authorization: `Bearer ${key}`, ...(body && { "content-type": "application/json" }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await reply.text();
    const isStream = reply.headers.get("content-type")?.startsWith("text/event-stream");
    return { status: reply.status, body: isStream ? JSON.parse(text.slice(6, text.indexOf("\n"))) : JSON.parse(text) };
  };
}

type Ask = ReturnType<typeof holderOf>;

const CHAT = "/v1/chat/completions";
const idsOf = (page: Json): string[] => page.data.map(({ id }: Json) => id);

/** What any program does with stored completions; every answer has to be as if it were alone. Returns the ids it got. */
async function useCompletions(ask: Ask): Promise<string[]> {
  const messages = [{ role: "user", content: "When is high tide at Saint-Malo?" }];
  const ids: string[] = [];
  for (let index = 0; index < KEPT; index++) {
    const metadata = { index: String(index) };
    const body = { model: "gpt-4o-mini", messages, store: true, metadata, stream: index % 2 === 1 };
    ids.push((await ask("POST", CHAT, body)).body.id);
  }
  expect(idsOf((await ask("GET", CHAT)).body)).toEqual(ids);
  const pages = await Promise.all([
    ask("GET", `${CHAT}?limit=2`),
    ask("GET", `${CHAT}?limit=2&order=desc`),
    ask("GET", `${CHAT}?limit=2&after=${ids[2]}`),
    ask("GET", `${CHAT}?metadata[index]=3`),
  ]);
  expect(pages.map(({ body }) => idsOf(body))).toEqual([
    ids.slice(0, 2),
    ids.slice(-2).reverse(),
    ids.slice(3),
    [ids[3]],
  ]);
  expect(pages.map(({ body }) => body.has_more)).toEqual([true, true, false, false]);
  const [first, second] = ids as [string, string];
  await ask("POST", `${CHAT}/${first}`, { metadata: { changed: "yes" } });
  expect((await ask("GET", `${CHAT}/${first}`)).body.metadata).toEqual({ changed: "yes" });
  expect((await ask("GET", `${CHAT}/${first}/messages`)).body.data).toHaveLength(1);
  expect((await ask("DELETE", `${CHAT}/${second}`)).status).toBe(200);
  expect((await ask("GET", `${CHAT}/${second}`)).status).toBe(404);
  expect(idsOf((await ask("GET", CHAT)).body)).toEqual([first, ...ids.slice(2)]);
  return [first, ...ids.slice(2)];
}

/** A conversation of three responses, begun at one API and carried on at the other. Returns their ids. */
async function useResponses(ask: Ask): Promise<string[]> {
  const ids: string[] = [];
  for (const api of ["proxy", "gateway", "proxy"]) {
    const previous_response_id = ids.at(-1) ?? null;
    const body = { model: "openai/gpt-4o-mini", input: "When is high tide at Saint-Malo?", previous_response_id };
    const reply = await ask("POST", `/v2/${api}/responses`, body);
    expect(reply.status).toBe(200);
    ids.push(reply.body.id);
  }
  return ids;
}

/** What is another's is not there, whichever way one asks for it. */
async function pryInto(ask: Ask, completions: readonly string[], responses: readonly string[]): Promise<void> {
  const forCompletions = completions.flatMap((id) => [
    ask("GET", `${CHAT}/${id}`),
    ask("GET", `${CHAT}/${id}/messages`),
    ask("POST", `${CHAT}/${id}`, { metadata: { pried: "yes" } }),
    ask("DELETE", `${CHAT}/${id}`),
    ask("GET", `${CHAT}?after=${id}`),
  ]);
  for (const { status } of await Promise.all(forCompletions)) expect(status).toBe(404);
  const forResponses = responses.map((previous_response_id) =>
    ask("POST", "/v2/proxy/responses", { model: "openai/gpt-4o", input: "Go on.", previous_response_id }),
  );
  for (const { status } of await Promise.all(forResponses)) expect(status).toBe(400);
}

test.each(Array.from({ length: ROUNDS }, (_, round) => round))("round %i", { timeout: 30_000 }, async (round) => {
  const { url } = await serve();
  // Keys that differ little are keys that differ.
  const [ann, bob] = [holderOf("key-1", url, round), holderOf("key-10", url, ROUNDS + round)];
  const [annsKept, bobsKept, annsResponses, bobsResponses] = await Promise.all([
    useCompletions(ann),
    useCompletions(bob),
    useResponses(ann),
    useResponses(bob),
  ]);
  const all = [...annsKept, ...bobsKept, ...annsResponses, ...bobsResponses];
  expect(new Set(all).size).toBe(all.length);
  await Promise.all([pryInto(ann, bobsKept, bobsResponses), pryInto(bob, annsKept, annsResponses)]);
  expect(idsOf((await ann("GET", CHAT)).body)).toEqual(annsKept);
  expect(idsOf((await bob("GET", CHAT)).body)).toEqual(bobsKept);
  expect((await bob("GET", `${CHAT}/${bobsKept[0]}`)).body.metadata).toEqual({ changed: "yes" });
});
