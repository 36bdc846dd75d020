/** What the chunks of a chat stream owe choice by choice: C4, C5, C7, C8, W1. */
import type { Exchange } from "../exchange/exchange.ts";
import { readable } from "./chat-chunks.ts";
import { type ChatReading, type ChoiceTrack, chatReading } from "./chat-reading.ts";
import { countOf, factsOf, isFacts, isJson, shown } from "./facts.ts";
import { type Fault, KEPT, NOT_JUDGED, type Ruling } from "./law.ts";
import { endsWithSentinel } from "./sentinel.ts";

/** How many choices were asked for; undefined where the request is not known. */
const wantedBy = ({ request: { body } }: Exchange): number | undefined => (isFacts(body) ? countOf(body.n) : undefined);

/** Asks about every choice that may be there; the others are C5's. */
const ofEach =
  (find: (track: ChoiceTrack, reading: ChatReading) => Fault | undefined) =>
  (exchange: Exchange): Ruling => {
    const reading = readable(exchange);
    if (reading === undefined) return NOT_JUDGED;
    const wanted = wantedBy(exchange) ?? Number.POSITIVE_INFINITY;
    for (const track of reading.choices.values()) {
      const fault = track.index < wanted ? find(track, reading) : undefined;
      if (fault !== undefined) return [fault];
    }
    return KEPT;
  };

/** C3. An error in the place of the stream is C10's, and owes no end. */
export const endWithSentinel = (exchange: Exchange): Ruling =>
  chatReading(exchange)?.error === undefined ? endsWithSentinel(exchange) : NOT_JUDGED;

/** C4 */
export const runInOrder = ofEach(({ index, roleAt, contentAt, ends, afterEnd }, { isWhole }) => {
  if (contentAt !== undefined && (roleAt === undefined || roleAt > contentAt)) {
    return { eventIndex: contentAt, message: `The role must come before the content of choice ${index}.` };
  }
  const again = ends.find((end, position) => position > 0 && !end.isRepeated);
  if (again !== undefined) {
    return { eventIndex: again.at, message: `Choice ${index} has ended before: finish_reason must come once.` };
  }
  if (afterEnd !== undefined) {
    return { eventIndex: afterEnd, message: `Nothing may follow the finish_reason of choice ${index}.` };
  }
  if (ends.length > 0 || !isWhole) return undefined;
  return { message: `Choice ${index} must end with a finish_reason, but none came.` };
});

/** C5 */
export function areAllThere(exchange: Exchange): Ruling {
  const reading = chatReading(exchange);
  const wanted = wantedBy(exchange);
  // A stream that says nothing at all owes its choices too.
  if (reading === undefined || reading.error !== undefined || reading.unreadable.length > 0) return NOT_JUDGED;
  if (wanted === undefined) return NOT_JUDGED;
  for (const { at, choices } of reading.chunks) {
    for (const choice of choices) {
      const { index } = factsOf(choice);
      if (typeof index !== "number" || (Number.isInteger(index) && index >= 0 && index < wanted)) continue;
      return [{ eventIndex: at, message: `The index must be one of 0 to ${wanted - 1}, but here it is ${index}.` }];
    }
  }
  if (!reading.isWhole || reading.choices.size === wanted) return KEPT;
  return [{ message: `There must be ${wanted} choices as asked for, but ${reading.choices.size} came.` }];
}

/** C7 */
export const callInOrder = ofEach(({ index, calls, ends }, { isWhole }) => {
  let next = 0;
  for (const [position, { at, first, arguments: text }] of calls) {
    const place = `tool call ${position} of choice ${index}`;
    if (position !== next) {
      return {
        eventIndex: at,
        message: `The next tool call of choice ${index} has the index ${next}, not ${position}.`,
      };
    }
    next++;
    const called = factsOf(first.function);
    const missing = [
      ...(isName(first.id) ? [] : ["id"]),
      ...(isName(first.type) ? [] : ["type"]),
      ...(isName(called.name) || !isFunction(first.type) ? [] : ["function.name"]),
      ...(first.type !== "custom" || isName(factsOf(first.custom).name) ? [] : ["custom.name"]),
    ];
    if (missing.length > 0) {
      return { eventIndex: at, message: `The first fragment of ${place} must have its ${missing.join(" and ")}.` };
    }
    // Whoever runs out of tokens stops anywhere.
    const isCut = !isWhole || ends.some(({ reason }) => reason === "length" || reason === "content_filter");
    if (isFunction(first.type) && !isCut && text !== undefined && !isJson(text)) {
      return { eventIndex: at, message: `The arguments of ${place} must join to JSON, but they are ${shown(text)}.` };
    }
  }
  return undefined;
});

const isName = (value: unknown): boolean => typeof value === "string" && value !== "";
const isFunction = (type: unknown): boolean => type === undefined || type === null || type === "function";

/** C8. Whoever forces a call gets `stop` from some servers, since the model had no choice. */
export function endForTheirCalls(exchange: Exchange): Ruling {
  const reading = readable(exchange);
  if (reading === undefined) return NOT_JUDGED;
  const { body } = exchange.request;
  let isUnsure = false;
  for (const { index, calls, ends, afterEnd } of reading.choices.values()) {
    // What follows the end is C4's.
    const [end] = afterEnd === undefined ? ends : [];
    if (end?.reason === "tool_calls" && calls.size === 0) {
      const message = `The finish_reason of choice ${index} is tool_calls, but there were none.`;
      return [{ eventIndex: end.at, message }];
    }
    if (end?.reason !== "stop" || calls.size === 0) continue;
    if (!isFacts(body)) isUnsure = true;
    else if (body.tool_choice !== "required" && !isFacts(body.tool_choice)) {
      const message = `Choice ${index} called tools, so its finish_reason must be tool_calls, but it is stop.`;
      return [{ eventIndex: end.at, message }];
    }
  }
  return isUnsure ? NOT_JUDGED : KEPT;
}

/** W1 */
export const endByThemselves = ofEach(({ index, ends }) => {
  const end = ends.find(({ hasContent }) => hasContent);
  if (end === undefined) return undefined;
  const message = `The finish_reason of choice ${index} comes with content; some clients drop one of the two.`;
  return { eventIndex: end.at, message };
});
