/**
 * The routing of the orq gateways: a call with an `orq` block is answered by one of several models, each of them asked as
 * if it had been called directly. Every other call goes straight through.
 */

import { problem } from "../../contract/problem.ts";
import { Facts } from "../../scenario/facts.ts";
import type { Pace } from "../../scenario/pace.ts";
import type { Behaviour, Outcome } from "../behaviour.ts";
import { isRouted, type RoutedBody, type RoutedCall, readRouting } from "./block.ts";
import type { CountCall } from "./draw-faults.ts";
import { drawModel } from "./draw-model.ts";
import { fillInputs } from "./fill-inputs.ts";
import { cacheKey, keep, recall, sentToModel } from "./kept-replies.ts";
import { tell } from "./tell.ts";
import { tryModels } from "./try-models.ts";

export interface RoutedOptions {
  /** How fast answers come whose delivery does not say: a model that is too slow times out. At once by default. */
  pace?: Pace | undefined;
  /** Counts the calls that a rate limit lets through: each attempt is one. */
  countCall: CountCall;
}

/** @param behaviour Answers for the model in `call.body.model`; asked once per attempt, each time with a fresh chance. */
export const routed = (behaviour: Behaviour, options: RoutedOptions): Behaviour =>
  function routedCall(call) {
    return isRouted(call) ? route(call, behaviour, options) : behaviour(call);
  };

async function route(call: RoutedCall, behaviour: Behaviour, options: RoutedOptions): Promise<Outcome> {
  const routing = readRouting(call.body);
  const { inputs, balanced, cacheSeconds } = routing;
  const body = inputs.size === 0 ? call.body : filled(call.body, inputs);
  if (body === undefined) return TOO_MUCH_TO_FILL;

  const key = cacheSeconds === undefined ? undefined : cacheKey(call, body, routing);
  const known = key === undefined ? undefined : await recall(call, key);
  if (known !== undefined) {
    const attempts = [{ model: known.model, status: known.reply.status, reason: "cache hit" }];
    return tell(known.reply, { attempts, routing, cache: "hit" });
  }

  const drawn = drawModel(balanced, call);
  const { outcome, attempts } = await tryModels({
    first: drawn === undefined ? { model: body.model, reason: "first" } : { model: drawn, reason: "load balancer" },
    routing,
    call,
    usualPace: options.pace,
    isStream: new Facts(call).stream,
    countCall: options.countCall,
    ask: (model) => {
      const sent = { ...body, model };
      return behaviour({ ...call, body: sent, random: call.chanceFor(sentToModel(sent)) });
    },
  });
  if (key === undefined || cacheSeconds === undefined) return tell(outcome, { attempts, routing, cache: undefined });
  const model = attempts.at(-1)?.model ?? body.model;
  await keep(call, key, { model, outcome, seconds: cacheSeconds });
  return tell(outcome, { attempts, routing, cache: "miss" });
}

function filled(body: RoutedBody, inputs: ReadonlyMap<string, unknown>): RoutedBody | undefined {
  if (!Array.isArray(body.messages)) return body;
  const messages = fillInputs(body.messages, inputs);
  return messages && { ...body, messages };
}

const TOO_MUCH_TO_FILL: Outcome = {
  kind: "refusal",
  problem: problem(
    400,
    "out_of_range",
    "orq.inputs have more marks to fill, or longer values, than one call can have.",
    {
      param: "orq.inputs",
    },
  ),
};
