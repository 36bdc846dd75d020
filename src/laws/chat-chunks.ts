/** What the chunks of a chat stream owe one by one, and all of them together: C1, C2, C6, C9, C10. */

import { successOf } from "../contract/operation.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { isDeeper } from "../lib/depth.ts";
import { valueAt } from "../lib/json-pointer.ts";
import { type ChatReading, chatReading } from "./chat-reading.ts";
import { type Chunk, isFilterNotice, OBJECT } from "./chat-shape.ts";
import { factsOf, isFacts, shown } from "./facts.ts";
import { isSame } from "./is-same.ts";
import { type Fault, KEPT, type LawContext, NOT_JUDGED, type Ruling } from "./law.ts";
import { findMisfit, sentence } from "./payload-schema.ts";
import { toldBy } from "./told-reply.ts";

/** C1 */
export function fitTheirSchema(exchange: Exchange, context: LawContext): Ruling {
  const reading = chatReading(exchange);
  if (reading === undefined || reading.error !== undefined) return NOT_JUDGED;
  const [eventIndex] = reading.unreadable;
  if (eventIndex !== undefined) {
    const { data } = exchange.reply.events?.[eventIndex] ?? {};
    return [{ eventIndex, message: `The payload must be a chunk with choices, but it is ${shown(data)}.` }];
  }
  const chunks = reading.chunks.filter((chunk) => !isFilterNotice(chunk));
  const fault = findMisnamed(chunks) ?? reading.misshapen ?? findMisfit(chunks, context);
  return fault === undefined ? KEPT : [fault];
}

function findMisnamed(chunks: readonly Chunk[]): Fault | undefined {
  const chunk = chunks.find(({ payload }) => payload.object !== OBJECT);
  if (chunk === undefined) return undefined;
  return { eventIndex: chunk.at, message: `object must be ${OBJECT}, but it is ${shown(chunk.payload.object)}.` };
}

const CONSTANT = [
  ["id", "string"],
  ["created", "number"],
  ["model", "string"],
] as const;

/** C2. What is left out, or of a type that the schema refuses, is C1's. */
export function keepTheirNames(exchange: Exchange, { isBound }: LawContext): Ruling {
  const reading = readable(exchange);
  if (reading === undefined) return NOT_JUDGED;
  const first: Record<string, unknown> = {};
  for (const chunk of reading.chunks) {
    if (isFilterNotice(chunk)) continue;
    const { at, payload } = chunk;
    for (const [name, type] of CONSTANT) {
      const value = payload[name];
      if (typeof value !== type && (isBound || (typeof value !== "string" && typeof value !== "number"))) continue;
      // A router may not have chosen yet.
      if (name === "model" && value === "") continue;
      first[name] ??= value;
      if (first[name] === value) continue;
      const message = `${name} must be ${shown(first[name])} in every chunk, but here it is ${shown(value)}.`;
      return [{ eventIndex: at, message }];
    }
  }
  return KEPT;
}

/** C6 */
export function tellTheUsage(exchange: Exchange): Ruling {
  const reading = readable(exchange);
  if (reading === undefined || !isFacts(exchange.request.body)) return NOT_JUDGED;
  const isAsked = factsOf(exchange.request.body.stream_options).include_usage === true;
  const telling = reading.chunks.filter(({ payload }) => payload.usage !== undefined && payload.usage !== null);
  if (!isAsked) {
    const [unasked] = telling;
    if (unasked === undefined) return KEPT;
    return [{ eventIndex: unasked.at, message: "Nobody asked for the usage (stream_options.include_usage)." }];
  }
  const misplaced = telling.find((chunk) => chunk !== reading.chunks.at(-1) || chunk.choices.length > 0);
  if (misplaced !== undefined) {
    const owed = "the last chunk, which has no choices, and null or absent before";
    return [{ eventIndex: misplaced.at, message: `usage must be told in ${owed}.` }];
  }
  if (telling.length > 0) return KEPT;
  if (!reading.isWhole) return NOT_JUDGED;
  return [{ message: "stream_options.include_usage asks for a last chunk with the usage, but none came." }];
}

/** C9 */
export function addUp(exchange: Exchange, context: LawContext): Ruling {
  const { events, body } = exchange.reply;
  const told = events === undefined ? undefined : toldBy(events, "chat");
  if (told === undefined || isDeeper(told) || isDeeper(body)) return NOT_JUDGED;
  // No choice was asked for, so that no chunk had a name to tell.
  if (chatReading(exchange)?.chunks.length === 0) return NOT_JUDGED;
  if (body !== told && isFacts(body)) {
    // The chunks have no fields for what else a reply may hold.
    for (const name of ["id", "created", "model", "choices"]) {
      if (body[name] === undefined || isSame(told[name], body[name])) continue;
      return [{ message: `The chunks must add up to the reply, whose ${name} is ${shown(body[name])}.` }];
    }
  }
  const isCompared = body !== told && isFacts(body);
  const content = successOf(context.operation)?.content.find(({ mediaType }) => mediaType === "application/json");
  if (content === undefined || !context.isBound) return isCompared ? KEPT : NOT_JUDGED;
  // Who sends a stream has checked the reply that it was made of.
  if (isCompared && context.isChecked) return KEPT;
  // Without include_usage no chunk tells the usage, which a whole reply may have to have.
  // A field that is null in chunks tells nothing, which a whole reply does by leaving it out.
  const isUntold = (pointer: string): boolean =>
    pointer.startsWith("/usage") || (/^\/[^/]+$/.test(pointer) && valueAt(told, pointer) === null);
  const violation = content.check(told).find(({ pointer }) => !isUntold(pointer));
  return violation === undefined ? KEPT : [{ message: `The chunks must add up to a reply. ${sentence(violation)}` }];
}

/** C10 */
export function beginWithoutError(exchange: Exchange): Ruling {
  const { events, status } = exchange.reply;
  if (events === undefined) return NOT_JUDGED;
  const owed = "An error before the first chunk is a JSON error with a status of 400 or more";
  if (status >= 400) return [{ message: `${owed}, but the reply of status ${status} is a stream.` }];
  const error = chatReading(exchange)?.error;
  return error === undefined ? KEPT : [{ eventIndex: 0, message: `${owed}, not an event: ${shown(error)}.` }];
}

/** The reading, unless something in the stream could not be read: then the chunks say nothing about each other. */
export function readable(exchange: Exchange): ChatReading | undefined {
  const reading = chatReading(exchange);
  if (reading === undefined || reading.error !== undefined || reading.chunks.length === 0) return undefined;
  return reading.unreadable.length > 0 || reading.misshapen !== undefined ? undefined : reading;
}
