/** The cache of the gateway: replies of a token to calls that agree in everything that reaches a model. */
import { createHash } from "node:crypto";
import { isJson } from "../../lib/media-type.ts";
import type { Delivery } from "../../scenario/delivery.ts";
import { canonical } from "../../synthesis/canonical.ts";
import type { Outcome } from "../behaviour.ts";
import type { RoutedBody, RoutedCall, Routing } from "./block.ts";

type Reply = Extract<Outcome, { kind: "reply" }>;

interface KeptReply {
  /** The one that answered. */
  model: string;
  /** When it expires, in milliseconds since the Unix epoch. */
  until: number;
  reply: Reply;
}

const COLLECTION = "routed-replies";

/** What reaches a model, and so decides what it answers. The rest of the block is between the caller and the gateway. */
export function sentToModel({ orq, guardrails: _, ...rest }: RoutedBody): object {
  const { prompt, knowledge_bases } = orq ?? {};
  return prompt === undefined && knowledge_bases === undefined ? rest : { ...rest, orq: { prompt, knowledge_bases } };
}

/** @param body As asked for, its marks filled: before a model is drawn, so that balanced calls share replies as well. */
export const cacheKey = ({ operation }: RoutedCall, body: RoutedBody, { balanced }: Routing): string =>
  createHash("sha256")
    .update(`${operation.id}\n${canonical(sentToModel(body))}\n${canonical(balanced)}`)
    .digest("base64");

export async function recall({ world, clock }: RoutedCall, key: string): Promise<KeptReply | undefined> {
  const kept = (await world.get(COLLECTION, key)) as KeptReply | undefined;
  return kept !== undefined && kept.until > clock.now() ? kept : undefined;
}

/** Keeps a good, whole reply; a `ttl` of 0 keeps nothing. */
export async function keep(
  { world, clock }: RoutedCall,
  key: string,
  { model, outcome, seconds }: { model: string; outcome: Outcome; seconds: number },
): Promise<void> {
  if (outcome.kind !== "reply" || outcome.status >= 400 || !isJson(outcome.mediaType) || seconds <= 0) return;
  const { delivery = {}, headers = {}, ...reply } = outcome;
  // What is left of a limit changes with every call.
  const lasting = Object.entries(headers).filter(([name]) => !name.startsWith("x-ratelimit-"));
  if (delivery.faults !== undefined && delivery.faults.length > 0) return;
  const kept: KeptReply = {
    model,
    until: clock.now() + seconds * 1_000,
    reply: { ...reply, headers: Object.fromEntries(lasting), delivery: withoutPace(delivery) },
  };
  await world.put(COLLECTION, key, kept);
}

/** What is kept is at hand at once, however slowly it was made. */
const withoutPace = ({ pace: _, attempts: __, ...delivery }: Delivery): Delivery => delivery;
