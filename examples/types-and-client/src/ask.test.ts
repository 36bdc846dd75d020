import assert from "node:assert/strict";
import type { AddressInfo } from "node:net";
import { after, before, test } from "node:test";
import { createClient } from "gatetwin/client";
import type { SudoPaths } from "gatetwin/types";
import { ask, fold, type Gateway, tell } from "./ask.js";
import { createGateway } from "./gateway.js";

const server = createGateway();
let gateway: Gateway;

before(async () => {
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  gateway = createClient<SudoPaths>({ baseUrl: `http://127.0.0.1:${port}`, apiKey: "any" });
});
after(() => server.close());

test("a whole answer", async () => {
  assert.equal(await ask(gateway, "Is it high tide?"), "Is it high tide?");
});

test("the same, word by word", async () => {
  const words: string[] = [];
  for await (const word of tell(gateway, "Is it high tide?")) words.push(word);
  assert.deepEqual(words, ["", "Is ", "it ", "high ", "tide?", "", ""]);
});

test("the stream adds up to the whole answer", async () => {
  const { choices, usage } = await fold(gateway, "Is it high tide?");
  assert.equal(choices[0]?.message.content, "Is it high tide?");
  assert.equal(usage.total_tokens, 8);
});
