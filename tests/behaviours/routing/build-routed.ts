/** Calls with an `orq` block to models that answer as the test says, without a server. */

import type { Behaviour, Call, Outcome } from "../../../src/behaviours/behaviour.ts";
import { createChatCompletion } from "../../../src/behaviours/chat/create-chat-completion.ts";
import { FACES } from "../../../src/behaviours/chat/face.ts";
import { type RoutedOptions, routed } from "../../../src/behaviours/routing/routed.ts";
import type { Operation } from "../../../src/contract/operation.ts";
import { ownContract } from "../../../src/contract/own-contract.ts";
import { problem } from "../../../src/contract/problem.ts";
import { type Clock, fixedClock } from "../../../src/lib/clock.ts";
import type { Delivery } from "../../../src/scenario/delivery.ts";
import { createMemoryStore } from "../../../src/store/memory.ts";
import type { World } from "../../../src/store/store.ts";
import type { Json } from "../../support/collect/json.ts";
import { buildCall, fit, speak } from "../text/build-call.ts";

const contract = ownContract();
export const operationOf = (id: string): Operation =>
  contract.operations.find((operation) => operation.id === id) as Operation;

const chat = createChatCompletion(FACES.orqGatewayCreateChatCompletion, { fit, speak });

/** A status, how the answer is delivered, or both; 200 is the answer of the chat behaviour. */
export type Act = number | (Delivery & { status?: number });

/** What a model does at each of its calls; the last act is repeated, and a model without any answers. */
export type Acts = Readonly<Record<string, readonly Act[]>>;

export interface Stage {
  behaviour: Behaviour;
  /** Every call that reached a model, in order. */
  asked: Call[];
}

/** Lets every call through. */
const countCall: RoutedOptions["countCall"] = () => ({ headers: {}, problem: undefined });

export function buildModels(acts: Acts = {}, options: Partial<RoutedOptions> = {}): Stage {
  const asked: Call[] = [];
  const counts = new Map<string, number>();
  const act = (call: Call): Outcome => {
    asked.push(call);
    const { model } = call.body as { model: string };
    const nth = counts.get(model) ?? 0;
    counts.set(model, nth + 1);
    const own = Object.hasOwn(acts, model) ? (acts[model] as readonly Act[]) : [];
    const acted = own[nth] ?? own.at(-1) ?? 200;
    const { status = 200, ...delivery } = typeof acted === "number" ? { status: acted } : acted;
    const outcome: Outcome =
      status === 200
        ? (chat(call) as Outcome)
        : { kind: "refusal", problem: problem(status, "made_up", `${model} answers ${status}.`) };
    return Object.keys(delivery).length === 0 ? outcome : { ...outcome, delivery };
  };
  return { behaviour: routed(act, { countCall, ...options }), asked };
}

export interface CallOptions {
  operationId?: string;
  clock?: Clock;
  world?: World;
  newId?: Call["newId"];
  gone?: Call["gone"];
}

export const MESSAGES = [{ role: "user", content: "When is high tide in Saint-Malo?" }];

/** A call of the gateway's chat operation to model `a`, unless told otherwise. */
export const buildRouted = (
  orq: unknown,
  body: Json = {},
  { operationId = "orqGatewayCreateChatCompletion", clock = fixedClock(), world, newId, gone }: CallOptions = {},
): Call => {
  const call = buildCall({ model: "a", messages: MESSAGES, ...body, ...(orq !== undefined && { orq }) });
  return {
    ...call,
    contract,
    operation: operationOf(operationId),
    clock,
    world: world ?? createMemoryStore().world("test"),
    newId: newId ?? call.newId,
    gone: gone ?? call.gone,
  };
};

/** A clock whose waits are over at once, and are counted in milliseconds. */
export function countingClock(): { clock: Clock; waits: number[]; advance: (ms: number) => void } {
  const waits: number[] = [];
  let now = fixedClock().now();
  return {
    waits,
    advance: (ms) => {
      now += ms;
    },
    clock: {
      ...fixedClock(),
      now: () => now,
      async sleep(ms) {
        waits.push(ms);
      },
    },
  };
}

/** `a 429 first` for each attempt. */
export const attemptsOf = ({ delivery }: Outcome): string[] =>
  (delivery?.attempts ?? []).map(({ model, status, reason }) => `${model} ${status} ${reason}`);

export const headersOf = (outcome: Outcome): Readonly<Record<string, string>> =>
  (outcome.kind === "reply" ? outcome.headers : outcome.problem.headers) ?? {};

export const bodyOf = (outcome: Outcome): Json => {
  if (outcome.kind !== "reply") throw new Error(outcome.problem.message);
  return outcome.body as Json;
};

export const statusOf = (outcome: Outcome): number =>
  outcome.kind === "reply" ? outcome.status : outcome.problem.status;
