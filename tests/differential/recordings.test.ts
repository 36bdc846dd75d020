/** Recorded streams of real servers, read, folded and judged. Needs the folder that GATETWIN_SHARED names. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Operation } from "../../src/contract/operation.ts";
import { ownContract } from "../../src/contract/own-contract.ts";
import type { ExchangeReply } from "../../src/exchange/exchange.ts";
import { streamReply } from "../../src/exchange/stream-reply.ts";
import { checkExchange, type Judgement } from "../../src/laws/check-exchange.ts";
import { PROFILES, type Profile } from "../../src/laws/law.ts";
import { carriedBy } from "../../src/laws/payloads.ts";
import { toldBy } from "../../src/laws/told-reply.ts";
import type { Json } from "../support/collect/json.ts";

const root = join(process.env.GATETWIN_SHARED ?? "", "recordings");
const files = existsSync(root) ? readdirSync(root) : [];

/** `<family>.<server>-<what>[.<number>].sse`: the family of laws, and the operation that is called like this. */
const OPERATIONS: Readonly<Record<string, string>> = {
  chat: "orqProxyCreateChatCompletion",
  completions: "orqProxyCreateCompletion",
  responses: "orqProxyCreateResponse",
};

/** Streams that truly break a law, as far as we know. */
const BROKEN: Readonly<Record<string, readonly string[]>> = {
  // Abridged: most deltas and one whole item were cut out.
  "responses.openai-phase.1.sse": ["responses.R5", "responses.R7"],
  // Two responses, one after the other, in one file.
  "responses.openai-shell-tool.1.sse": ["responses.R3", "responses.R4", "responses.R5"],
};

/** What nobody can say without the request. */
const NEED_REQUEST: Readonly<Record<string, readonly string[]>> = {
  chat: ["chat.C5", "chat.C6", "choices.N1"],
  completions: ["choices.N1"],
  responses: ["format.J1", "metadata.D1"],
};

const familyOf = (file: string): string => file.split(".")[0] as string;

/** All servers but those of the gateways speak OpenAI's own dialect. */
const profileOf = (file: string): Profile =>
  PROFILES.find((profile) => file.split(".")[1]?.startsWith(profile)) ?? "openai";

function operationOf(file: string): Operation {
  const found = ownContract().operations.find(({ id }) => id === OPERATIONS[familyOf(file)]);
  if (found === undefined) throw new Error(`${file} does not begin with ${Object.keys(OPERATIONS).join(", ")}`);
  return found;
}

async function judge(file: string, reply: ExchangeReply): Promise<Judgement> {
  const operation = operationOf(file);
  const { id, method, path } = operation;
  const request = { method, path, query: "", headers: {}, body: undefined };
  return checkExchange({ operationId: id, request, reply }, { operation, profile: profileOf(file) });
}

const errorsOf = ({ findings }: Judgement): string[] =>
  findings.filter(({ severity }) => severity === "ERROR").map(({ law }) => law);

const read = (file: string): ExchangeReply =>
  streamReply({
    status: 200,
    headers: { "content-type": "text/event-stream" },
    bytes: readFileSync(join(root, file)),
  });

const streams = files.filter((file) => file.endsWith(".sse"));

describe.each(streams)("%s", (file) => {
  const reply = read(file);

  test("decodes without a note", () => {
    expect(reply.events?.length).toBeGreaterThan(0);
    expect(reply.stream).toMatchObject({ notes: [] });
    expect(reply.stream).not.toHaveProperty("unterminated");
  });

  test("breaks no law but those it truly breaks", async () => {
    const judgement = await judge(file, reply);
    expect(errorsOf(judgement), JSON.stringify(judgement.findings, null, 1)).toEqual(BROKEN[file] ?? []);
    expect(judgement.notJudged).toEqual(expect.arrayContaining([...(NEED_REQUEST[familyOf(file)] ?? [])]));
  });

  test("folds into the reply that it tells", () => {
    const told: Json = toldBy(reply.events ?? [], familyOf(file));
    if (familyOf(file) !== "responses") {
      expect(told.id).toEqual(expect.any(String));
      for (const choice of told.choices) expect(choice.finish_reason).toEqual(expect.any(String));
    } else if (BROKEN[file] === undefined) {
      const last = carriedBy(reply.events ?? []).findLast(({ kind }) => kind === "payload") as Json;
      expect(told).toEqual(last.value.response);
    }
  });
});

const replies = files.filter((file) => file.endsWith(".json"));

test.each(replies)("%s, a whole reply, breaks no law", async (file) => {
  const body = JSON.parse(readFileSync(join(root, file), "utf8"));
  const status = "error" in body && body.id === undefined ? 400 : 200;
  const judgement = await judge(file, { status, headers: { "content-type": "application/json" }, body });
  expect(errorsOf(judgement)).toEqual([]);
});

test("the recordings are there", () => {
  expect(streams.length, "GATETWIN_SHARED names a folder with recordings/ in it").toBeGreaterThan(0);
});
