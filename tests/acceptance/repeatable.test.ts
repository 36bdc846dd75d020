/** The same requests get the same bytes from a fresh server, in any interleaving; another seed gives others. */
import { expect, test } from "vitest";
import { ownContract } from "../../src/contract/own-contract.ts";
import { createRandom } from "../../src/lib/random.ts";
import { exampleRequest, toFetch } from "../support/requests.ts";
import { serve } from "../support/serve.ts";

/** What is stored depends on what was asked before, so these are left out. */
const READS_STORED = /^sudo(List|Get|Update|Delete)/;

const operations = ownContract().operations.filter(({ id }) => !READS_STORED.test(id));

const asks = operations.flatMap((operation) => {
  const example = exampleRequest(operation);
  const streams = operation.replies.some(({ stream }) => stream !== undefined);
  const variants = streams ? [{ stream: false }, { stream: true }] : [{}];
  return variants.map((more) => ({
    ...example,
    ...(typeof example.body === "object" && { body: { ...example.body, ...more } }),
  }));
});

/** All requests, each twice, in an order of their own and several at a time; the answers in the order of `asks`. */
async function answers(options: { seed: number }, order: number): Promise<string[]> {
  const { url } = await serve(options);
  const random = createRandom(order);
  const queue = asks.map((ask, index) => ({ ask, index, at: random.next() })).sort((a, b) => a.at - b.at);
  const bytes: string[] = [];
  const work = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const { ask, index } = next;
      const reply = await fetch(url + ask.path, toFetch(ask));
      const headers = ["date", "content-type", "x-request-id"].map((name) => reply.headers.get(name));
      bytes[index] =
        `${reply.status} ${headers.join(" ")} ${Buffer.from(await reply.arrayBuffer()).toString("latin1")}`.replaceAll(
          url,
          "",
        );
    }
  };
  await Promise.all([work(), work(), work()]);
  return bytes;
}

test("two fresh servers answer alike, whatever the order; another seed answers otherwise", async () => {
  const [one, other, reseeded] = [
    await answers({ seed: 1 }, 11),
    await answers({ seed: 1 }, 22),
    await answers({ seed: 2 }, 11),
  ];
  expect(other).toEqual(one);
  const same = one.filter((bytes, index) => bytes === reseeded[index]).length;
  expect(same).toBe(0);
});

test("two equal calls differ in their ids alone, and a stream tells the story of the JSON answer", async () => {
  const { url } = await serve();
  const body = { model: "gpt-4o-mini", messages: [{ role: "user", content: "When is high tide?" }] };
  const ask = async (key = "a") =>
    (
      await fetch(`${url}/v1/chat/completions`, {
        method: "POST",
        headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
        body: JSON.stringify(body),
      })
    ).json();
  const [first, second, stranger] = [await ask(), await ask(), await ask("b")];
  expect(new Set([first.id, second.id, stranger.id]).size).toBe(3);
  expect({ ...second, id: 0 }).toEqual({ ...first, id: 0 });
  expect(stranger.choices).toEqual(first.choices);
});

test.each([{}, { pace: { tokensPerSecond: 100_000 } }])(
  "what is asked again and again is answered byte for byte as if it were read anew each time: %j",
  async (options) => {
    const [remembering, reading] = [await serve(options), await serve(options)];
    for (const ask of asks.filter(({ mediaType }) => mediaType === "application/json")) {
      const init = toFetch(ask);
      const replyOf = async (url: string, spaces: number) => {
        // Spaces before the body change its bytes and nothing else.
        const reply = await fetch(url + ask.path, { ...init, body: `${" ".repeat(spaces)}${init.body}` });
        const id = reply.headers.get("x-request-id");
        return [reply.status, id, (await reply.text()).replaceAll(url, "")];
      };
      for (let time = 1; time <= 4; time++)
        expect(await replyOf(remembering.url, 0), `${ask.path}, time ${time}`).toEqual(
          await replyOf(reading.url, time),
        );
    }
  },
);

test("a scenario over what is asked again and again draws the same chances each time", async () => {
  const scenarios = [{ name: "tides", rules: [{ outcome: { text: "High tide is at noon." } }] }];
  const { url } = await serve({ scenarios });
  const ask = async (path: string, body: object) => {
    const headers = { authorization: "Bearer a", "content-type": "application/json" };
    const reply = await fetch(url + path, { method: "POST", headers, body: JSON.stringify(body) });
    return (await reply.text()).match(/"logprob":[^,]+/g);
  };
  const model = "openai/gpt-4o-mini";
  const messages = [{ role: "user", content: "When is high tide?" }];
  for (const stream of [false, true]) {
    const path = "/v2/proxy/chat/completions";
    const body = { model, messages, logprobs: true, top_logprobs: 3, stream };
    const first = await ask(path, body);
    expect(first?.length).toBeGreaterThan(5);
    for (let time = 2; time <= 4; time++) expect(await ask(path, body)).toEqual(first);
  }
});
