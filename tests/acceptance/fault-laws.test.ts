/** The laws that the journal names for a fault are those that the judge finds broken in the bytes that were sent. */
import { describe, expect, test } from "vitest";
import type { Operation } from "../../src/contract/operation.ts";
import { ownContract } from "../../src/contract/own-contract.ts";
import { streamReply } from "../../src/exchange/stream-reply.ts";
import { checkExchange } from "../../src/laws/check-exchange.ts";
import type { Fault } from "../../src/scenario/fault.ts";
import { serve } from "../support/serve.ts";

const CASES = [
  {
    family: "chat",
    operationId: "sudoCreateChatCompletion",
    body: {
      model: "gpt-4o-mini",
      messages: [{ role: "user", content: "When is high tide?" }],
      stream: true,
      max_tokens: 6,
    },
  },
  {
    family: "completions",
    operationId: "orqProxyCreateCompletion",
    body: { model: "openai/gpt-4o-mini", prompt: "When is high tide?", stream: true, max_tokens: 6 },
  },
  {
    family: "responses",
    operationId: "orqProxyCreateResponse",
    body: { model: "openai/gpt-4o-mini", input: "When is high tide?", stream: true, max_output_tokens: 16 },
  },
];

const EVENTS = Array.from({ length: 16 }, (_, event) => event);

/** One of each kind that may break a law of streams, at each of the first events, and at the last bytes. */
const FAULTS: readonly Fault[] = [
  ...EVENTS.flatMap((event): Fault[] => [
    { kind: "malformed-event", event },
    { kind: "duplicate-event", event },
    { kind: "reorder-events", event },
    { kind: "cut", after: event },
    { kind: "stall", after: event, ms: 1 },
  ]),
  ...[0, 1, 5, 300].map((bytes): Fault => ({ kind: "truncate", bytes })),
  { kind: "truncate" },
  { kind: "missing-sentinel" },
  { kind: "wrong-content-type" },
  { kind: "disconnect", when: "after-headers" },
  { kind: "slow-bytes", bytesPerSecond: 1_000_000 },
];

/** Those that no stream of these has an event or a byte for. */
const VAIN: readonly Fault[] = [
  { kind: "cut", after: 100_000 },
  { kind: "stall", after: 100_000 },
  { kind: "malformed-event", event: 100_000 },
  { kind: "duplicate-event", event: 100_000 },
  { kind: "reorder-events", event: 100_000 },
  { kind: "truncate", bytes: 10_000_000 },
  { kind: "wrong-content-type", mediaType: "text/event-stream" },
];

describe.each(CASES)("a $family stream", ({ operationId, body }) => {
  const operation = ownContract().operations.find(({ id }) => id === operationId) as Operation;
  const headers = { authorization: "Bearer k", "content-type": "application/json" };
  const ask = (url: string, asked: object) =>
    fetch(url + operation.path, { method: "POST", headers, body: JSON.stringify(asked) });
  /** What the stream should add up to: the first answer of a server of its own, without a stream. */
  const ofWhole = async (): Promise<unknown> => (await ask((await serve()).url, { ...body, stream: false })).json();
  let whole: Promise<unknown> | undefined;

  /** What the judge finds broken in what was sent, and what the journal names. */
  async function send(faults: readonly Fault[]) {
    whole ??= ofWhole();
    const { url } = await serve();
    if (faults.length > 0)
      await fetch(`${url}/__gatetwin/faults`, { method: "POST", headers, body: JSON.stringify({ faults }) });
    const sent = await ask(url, body);
    const { bytes, isComplete } = await readAll(sent);
    const told = streamReply({ status: sent.status, headers: Object.fromEntries(sent.headers), bytes });
    const { findings } = await checkExchange(
      {
        operationId,
        request: { method: "POST", path: operation.path, query: "", headers: {}, body },
        reply: { ...told, body: await whole },
      },
      { operation },
    );
    const list = await (await fetch(`${url}/__gatetwin/requests`)).json();
    const [entry] = (list as { data: { violates?: string[] }[] }).data;
    const laws = findings.map(({ law }) => law);
    return { found: isComplete ? laws : ["complete", ...laws], named: entry?.violates ?? [] };
  }

  test("breaks no law without faults", async () => {
    expect(await send([])).toEqual({ found: [], named: [] });
  });

  test.each(VAIN)("with $kind, where there is nothing for it to break, breaks no law and names none", async (fault) => {
    expect(await send([fault])).toEqual({ found: [], named: [] });
  });

  test.each(FAULTS)("with %j breaks what the journal names, and nothing else", async (fault) => {
    const { found, named } = await send([fault]);
    expect(named).toEqual(found);
  });

  test("with several faults breaks what they break together", async () => {
    const { found, named } = await send([{ kind: "missing-sentinel" }, { kind: "wrong-content-type" }]);
    expect(named).toEqual(found);
    expect(found).toEqual(["framing.F1"]);
  });
});

/** The bytes that come, and whether the message ended as HTTP says. */
async function readAll({ body }: Response): Promise<{ bytes: Uint8Array; isComplete: boolean }> {
  const pieces: Uint8Array[] = [];
  const read = async () => {
    for await (const piece of body ?? []) pieces.push(piece);
  };
  const isComplete = await read().then(
    () => true,
    () => false,
  );
  return { bytes: Buffer.concat(pieces), isComplete };
}
