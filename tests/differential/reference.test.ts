/**
 * Our document against the reference shapes of the real APIs, request by generated request. Needs the folder that
 * GATETWIN_SHARED names (vitest.config.ts leaves this file out where it is not set).
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { openContract } from "../../src/contract/open-contract.ts";
import { ownContract } from "../../src/contract/own-contract.ts";
import { createRandom } from "../../src/lib/random.ts";
import { mutate, sample } from "../support/sample.ts";

const root = join(process.env.GATETWIN_SHARED ?? "", "reference");
const CASES = Number(process.env.GATETWIN_CASES ?? 400);

/** What our document decides otherwise, with the decision that says why: `operation field`. */
const DECIDED: readonly { operation: RegExp; pointer: RegExp; decision: string }[] = [
  { operation: /ChatCompletion$/, pointer: /^\/(temperature|stop)/, decision: "003" },
  { operation: /^(sudo|orqRouter)CreateChat/, pointer: /^\/messages\/\d+(\/content|\/tool_calls)?/, decision: "005" },
  { operation: /^sudoCreateChat/, pointer: /^\/(user|stream)/, decision: "002" },
  { operation: /Image(Edit|Variation)$/, pointer: /^\/image/, decision: "006" },
  { operation: /(Embedding|Moderation)$/, pointer: /^\/input/, decision: "005" },
  { operation: /Completion$/, pointer: /^\/(prompt|stop)/, decision: "005" },
  { operation: /Response$/, pointer: /^\/(text|input)/, decision: "005" },
];

const files: readonly [string, string][] = [
  ["orq-proxy/chat-completions.post.yaml", "orqProxyCreateChatCompletion"],
  ["orq-gateway/chat-completions.post.yaml", "orqGatewayCreateChatCompletion"],
  ["orq-router/chat-completions.post.yaml", "orqRouterCreateChatCompletion"],
  ["sudo/chat-completions.post.yaml", "sudoCreateChatCompletion"],
  ["sudo/chat-completions-stream.post.yaml", "sudoCreateChatCompletion"],
  ["sudo/chat-completions-completion_id.post.yaml", "sudoUpdateChatCompletion"],
  ["sudo/images-generations.post.yaml", "sudoCreateImage"],
  ["orq-proxy/completions.post.yaml", "orqProxyCreateCompletion"],
  ["orq-proxy/embeddings.post.yaml", "orqProxyCreateEmbedding"],
  ["orq-proxy/rerank.post.yaml", "orqProxyCreateRerank"],
  ["orq-proxy/moderations.post.yaml", "orqProxyCreateModeration"],
  ["orq-proxy/audio-speech.post.yaml", "orqProxyCreateSpeech"],
  ["orq-proxy/audio-transcriptions.post.yaml", "orqProxyCreateTranscription"],
  ["orq-proxy/audio-translations.post.yaml", "orqProxyCreateTranslation"],
  ["orq-proxy/images-edits.post.yaml", "orqProxyCreateImageEdit"],
  ["orq-proxy/images-variations.post.yaml", "orqProxyCreateImageVariation"],
  ["orq-proxy/images-generations.post.yaml", "orqProxyCreateImage"],
  ["orq-gateway/images-generations.post.yaml", "orqGatewayCreateImage"],
  ["orq-proxy/responses.post.yaml", "orqProxyCreateResponse"],
  ["orq-gateway/responses.post.yaml", "orqGatewayCreateResponse"],
];

test("the reference folder is there", () => {
  expect(existsSync(root), "GATETWIN_SHARED names a folder with reference/ in it").toBe(true);
});

test.each(files)("%s: accepts what the reference accepts and refuses what it refuses", async (file, operationId) => {
  const { path, method, operationId: id, requestBody, components } = parse(readFileSync(join(root, file), "utf8"));
  const document = {
    openapi: "3.1.0",
    info: { title: file, version: "1" },
    paths: { [path]: { [method]: { operationId: id, requestBody, responses: {} } } },
    components,
  };
  const reference = await openContract(document);
  const theirs = reference.operations[0]?.body?.content[0];
  const ours = ownContract()
    .operations.find((operation) => operation.id === operationId)
    ?.body?.content.find(({ mediaType }) => mediaType === theirs?.mediaType);
  if (theirs === undefined || ours === undefined) throw new Error(`${file} has no body to compare`);
  const random = createRandom(20_250_101);
  const counts = { accepted: 0, refused: 0 };
  for (let index = 0; index < CASES; index++) {
    const valid = sample(theirs.schema, reference.schemas, random);
    const body = index % 2 === 0 ? valid : mutate(valid, random);
    const [wanted, got] = [theirs.check(body), ours.check(body)];
    if (wanted.length === 0) counts.accepted++;
    else counts.refused++;
    if ((wanted.length === 0) === (got.length === 0)) continue;
    const pointers = [...wanted, ...got].map(({ pointer }) => pointer);
    const isDecided = pointers.some((pointer) =>
      DECIDED.some((entry) => entry.operation.test(operationId) && entry.pointer.test(pointer)),
    );
    expect(
      isDecided,
      `${JSON.stringify(body)}\nreference: ${JSON.stringify(wanted)}\nours: ${JSON.stringify(got)}`,
    ).toBe(true);
  }
  // A comparison in which one side never occurs proves nothing.
  expect(Math.min(counts.accepted, counts.refused)).toBeGreaterThan(CASES / 20);
});
