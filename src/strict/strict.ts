/**
 * Judges the streams of the client by the contract and its laws while they are read. Apart from the client, which stays
 * small and runs in browsers: this reads the compiled contract from the package and needs Node, Bun or Deno.
 */
import type { StreamFinding, Strict } from "../client/strict.ts";
import { successOf } from "../contract/operation.ts";
import { ownContract } from "../contract/own-contract.ts";
import type { StreamedEvent } from "../exchange/exchange.ts";
import { checkExchange } from "../laws/check-exchange.ts";

/**
 * For `createClient({ strict: strict() })`. Each event is held against its schema when it arrives; the laws of the whole
 * stream, such as that its calls end and its usage adds up, are asked when it has ended. What is only to be warned of is
 * passed over.
 */
export function strict(): Strict {
  const { operations } = ownContract();
  return ({ path, body }) => {
    const operation = operations.find((known) => known.method === "POST" && known.path === path);
    const face = operation && successOf(operation)?.stream;
    if (operation === undefined || face === undefined) return undefined;
    const events: StreamedEvent[] = [];
    return {
      event({ name, data, payload }) {
        events.push({ data, ...(name !== undefined && { event: name }), ...(payload !== undefined && { payload }) });
        if (payload === undefined) return [];
        return face
          .check(payload)
          .map(({ pointer, message }) => ({ rule: "schema", message: `${pointer} ${message}` }));
      },
      async end() {
        const { findings } = await checkExchange(
          {
            operationId: operation.id,
            request: { method: "POST", path, query: "", headers: {}, body },
            reply: { status: 200, headers: { "content-type": "text/event-stream" }, body: undefined, events },
          },
          { operation, isChecked: true },
        );
        return findings
          .filter(({ severity }) => severity === "ERROR")
          .map(({ law, message }): StreamFinding => ({ rule: law, message }));
      },
    };
  };
}
