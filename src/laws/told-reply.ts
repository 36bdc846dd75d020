/** The whole reply that a stream tells, folded once per stream. */
import type { StreamedEvent } from "../exchange/exchange.ts";
import { collectChat } from "../sse/collect/chat.ts";
import { collectCompletion } from "../sse/collect/completions.ts";
import { collectResponse } from "../sse/collect/responses.ts";
import type { Facts } from "./facts.ts";
import { carriedBy } from "./payloads.ts";

const FOLDS: Readonly<Record<string, (payloads: readonly unknown[]) => Facts>> = {
  chat: collectChat,
  completions: collectCompletion,
  responses: collectResponse,
};

const known = new WeakMap<readonly StreamedEvent[], Facts>();

/** Undefined for a family of streams that adds up to nothing. */
export function toldBy(events: readonly StreamedEvent[], family: string | null | undefined): Facts | undefined {
  const fold = FOLDS[family ?? ""];
  if (fold === undefined) return undefined;
  let told = known.get(events);
  if (told === undefined) {
    told = fold(carriedBy(events).flatMap((carried) => (carried.kind === "payload" ? [carried.value] : [])));
    known.set(events, told);
  }
  return told;
}
