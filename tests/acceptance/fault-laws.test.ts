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
    body: { model: "gpt-4o-mini", messages: [{ role: "user", content: "When is high tide?" }], stream: true },
  },
  {
    family: "completions",
    operationId: "orqProxyCreateCompletion",
    body: { model: "openai/gpt-4o-mini", prompt: "When is high tide?", stream: true },
  },
  {
    family: "responses",
    operationId: "orqProxyCreateResponse",
    body: { model: "openai/gpt-4o-mini", input: "When is high tide?", stream: true },
  },
];

/** One of each kind that may break a law of streams without breaking the connection. */
const FAULTS: readonly Fault[] = [
  { kind: "malformed-event", event: 2 },
  { kind: "duplicate-event", event: 2 },
  { kind: "reorder-events", event: 2 },
  { kind: "missing-sentinel" },
  { kind: "wrong-content-type" },
  { kind: "truncate" },
  { kind: "stall", after: 2, ms: 1 },
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
  const operation = ownContract().operations.find(({ id }) => id === operationId);
  if (operation === undefined) throw new Error(`no operation ${operationId}`);

  /** The laws that the judge finds broken in what was sent, and those that the journal names. */
  async function send(faults: readonly Fault[]) {
    const { url } = await serve();
    const headers = { authorization: "Bearer k", "content-type": "application/json" };
    if (faults.length > 0)
      await fetch(`${url}/__gatetwin/faults`, { method: "POST", headers, body: JSON.stringify({ faults }) });
    const ask = (asked: object, base = url) =>
      fetch(base + operation?.path, { method: "POST", headers, body: JSON.stringify(asked) });
    const sent = await ask(body);
    const bytes = new Uint8Array(await sent.arrayBuffer());
    const told = streamReply({ status: sent.status, headers: Object.fromEntries(sent.headers), bytes });
    // What the stream should add up to: the same server's first answer without a stream.
    const whole: unknown = await (await ask({ ...body, stream: false }, (await serve()).url)).json();
    const { findings } = await checkExchange(
      {
        operationId,
        request: { method: "POST", path: operation?.path ?? "", query: "", headers: {}, body },
        reply: { ...told, body: whole },
      },
      { operation: operation as Operation },
    );
    const list = await (await fetch(`${url}/__gatetwin/requests`)).json();
    const [entry] = (list as { data: { violates?: string[] }[] }).data;
    return { found: findings.map(({ law }) => law), named: entry?.violates ?? [] };
  }

  test("breaks no law without faults", async () => {
    expect(await send([])).toEqual({ found: [], named: [] });
  });

  test.each(VAIN)("with $kind, where there is nothing for it to break, breaks no law and names none", async (fault) => {
    expect(await send([fault])).toEqual({ found: [], named: [] });
  });

  test.each(FAULTS)("with $kind breaks a law that the journal names, or none", async (fault) => {
    const { found, named } = await send([fault]);
    if (named.length === 0) expect(found).toEqual([]);
    // Where the framing is broken already, the laws of what it carries are not asked.
    else expect(named).toEqual(expect.arrayContaining(found.slice(0, 1)));
    expect(found.length > 0).toBe(named.length > 0);
  });
});
