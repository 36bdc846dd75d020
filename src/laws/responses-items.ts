/** The output items of a response stream, from their beginning to their end: R5, R8 and R9. */
import type { Exchange } from "../exchange/exchange.ts";
import { factsOf, listOf, shown } from "./facts.ts";
import { type Fault, KEPT, NOT_JUDGED, type Ruling } from "./law.ts";
import { type ResponseReading, readableResponse } from "./responses-reading.ts";

export const ADDED = "response.output_item.added";
export const DONE = "response.output_item.done";

/** R5 */
export function openAndClose(exchange: Exchange): Ruling {
  const reading = readableResponse(exchange);
  if (reading === undefined) return NOT_JUDGED;
  const isDone = new Map<number, boolean>();
  for (const event of reading.events) {
    const { place, strayFrom } = event;
    // Which item is meant is R6's.
    if (place === undefined || strayFrom !== undefined) continue;
    const fault = (message: string): readonly Fault[] => [{ eventIndex: event.at, message }];
    const state = isDone.get(place);
    if (event.type === ADDED) {
      if (state !== undefined) return fault(`The item ${place} was added before.`);
      if (place !== isDone.size) return fault(`The next item has the output_index ${isDone.size}, not ${place}.`);
      isDone.set(place, false);
    } else if (state === undefined) return fault(`${event.type} speaks of the item ${place}, which was never added.`);
    else if (state) return fault(`The item ${place} is done, but ${event.type} follows.`);
    else if (event.type === DONE) isDone.set(place, true);
  }
  return findOpen(isDone, reading);
}

/** A response that fails leaves things as they are; one that was cut off, or goes on, says nothing of its end. */
function findOpen(isDone: ReadonlyMap<number, boolean>, { terminals: [terminal], late }: ResponseReading): Ruling {
  if (terminal === undefined || terminal.type === "response.failed" || late.length > 0) return KEPT;
  for (const [place, wasDone] of isDone) {
    if (wasDone) continue;
    return [{ eventIndex: terminal.at, message: `The item ${place} must be done before ${terminal.type}.` }];
  }
  return KEPT;
}

/** Whether something of an item was told before it was added or after it was done: what is missing in it is R5's then. */
export function isTornApart(exchange: Exchange, { events }: ResponseReading, place: number): boolean {
  const ruling = openAndClose(exchange);
  if (ruling === NOT_JUDGED) return false;
  return ruling.some(({ eventIndex }) => events.some((event) => event.at === eventIndex && event.place === place));
}

const PHASE =
  /^response\.((?:web_search|file_search|code_interpreter|image_generation|mcp)_call|mcp_list_tools)\.(\w+)$/;
const RANKS: Readonly<Record<string, number>> = {
  in_progress: 0,
  searching: 1,
  generating: 1,
  interpreting: 1,
  completed: 2,
  failed: 2,
};

/** What a tool does between its beginning and its end; those of other servers tell nothing of it. */
const WORK: Readonly<Record<string, string>> = {
  web_search_call: "searching",
  file_search_call: "searching",
  image_generation_call: "generating",
  code_interpreter_call: "interpreting",
};

function mayFollow(before: number | undefined, rank: number, needsWork: boolean): boolean {
  if (before === undefined) return rank === 0;
  if (before === 2) return false;
  return rank >= before && !(needsWork && before === 0);
}

/** R8. A phase may be told again, as OpenAI does around the arguments of a call. */
export function runTheirPhases(exchange: Exchange): Ruling {
  const reading = readableResponse(exchange);
  if (reading === undefined) return NOT_JUDGED;
  const ranks = new Map<number, number>();
  for (const event of reading.events) {
    const { place } = event;
    if (place === undefined) continue;
    const [, tool = "", phase = ""] = PHASE.exec(event.type) ?? [];
    const rank = RANKS[phase];
    const before = ranks.get(place);
    if (rank !== undefined) {
      const work = WORK[tool];
      if (!mayFollow(before, rank, phase === "completed" && work !== undefined)) {
        const owed = ["in_progress", ...(work === undefined ? [] : [work]), "completed"].join(" → ");
        return [{ eventIndex: event.at, message: `The ${tool} goes ${owed}, but here ${phase} comes.` }];
      }
      ranks.set(place, rank);
    } else if (event.type === DONE && before !== undefined && before < 2) {
      const { status, type } = factsOf(event.payload.item);
      if (status !== "completed") continue;
      if (isTornApart(exchange, reading, place)) return NOT_JUDGED;
      return [{ eventIndex: event.at, message: `The ${shown(type)} is done, but its phase completed never came.` }];
    }
  }
  return KEPT;
}

/** R9 */
export function cutOnlyAtTheEnd(exchange: Exchange): Ruling {
  const reading = readableResponse(exchange);
  if (reading === undefined) return NOT_JUDGED;
  const [terminal] = reading.terminals;
  const last = reading.events.findLast(({ type }) => type === ADDED);
  const lastPlace = last?.place;
  for (const event of reading.events) {
    const { place } = event;
    if (event.type !== DONE || place === undefined || factsOf(event.payload.item).status !== "incomplete") continue;
    if (lastPlace !== undefined && place < lastPlace) {
      return [{ eventIndex: event.at, message: `The item ${place} is incomplete, so it must be the last one.` }];
    }
    if (terminal?.type === "response.completed") {
      const message = `The item ${place} is incomplete, so the response must end with response.incomplete.`;
      return [{ eventIndex: terminal.at, message }];
    }
  }
  const output = listOf(factsOf(terminal?.payload.response).output);
  const cut = output.findIndex((item) => factsOf(item).status === "incomplete");
  if (terminal === undefined || cut < 0 || (cut === output.length - 1 && terminal.type !== "response.completed")) {
    return KEPT;
  }
  const message = `The item ${cut} of the output is incomplete: it must be the last one of an incomplete response.`;
  return [{ eventIndex: terminal.at, message }];
}
