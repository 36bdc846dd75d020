/** How a response stream begins, counts and ends: R1 to R4, R10 and R11. */
import { successOf } from "../contract/operation.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { factsOf, shown } from "./facts.ts";
import { KEPT, type LawContext, NOT_JUDGED, type Ruling } from "./law.ts";
import { SENTINEL } from "./payloads.ts";
import { readableResponse, responseReading } from "./responses-reading.ts";

/** R1 */
export function bearTheirNames(exchange: Exchange): Ruling {
  const reading = responseReading(exchange);
  const { events: given } = exchange.reply;
  if (reading === undefined || given === undefined) return NOT_JUDGED;
  const [eventIndex] = reading.unreadable;
  if (eventIndex !== undefined) {
    return [{ eventIndex, message: `An event must be JSON with a type, but it is ${shown(given[eventIndex]?.data)}.` }];
  }
  for (const { at, type } of reading.events) {
    const name = given[at]?.event;
    if (name === type) continue;
    return [{ eventIndex: at, message: `The name of the event must be its type ${shown(type)}, not ${shown(name)}.` }];
  }
  return KEPT;
}

/** R2 */
export function countUp(exchange: Exchange): Ruling {
  const reading = readableResponse(exchange);
  if (reading === undefined) return NOT_JUDGED;
  let owed: number | undefined;
  for (const { at, payload } of reading.events) {
    const came = payload.sequence_number;
    const isRight = owed === undefined ? came === 0 || came === 1 : came === owed;
    if (!isRight) {
      const message = `sequence_number must be ${owed ?? "0 or 1"} here, but it is ${shown(came)}.`;
      return [{ eventIndex: at, message }];
    }
    owed = (came as number) + 1;
  }
  return KEPT;
}

const CREATED = "response.created";
/** What may follow an event of the beginning. A response that fails at once was never in progress. */
const FIRST_STEPS: Readonly<Record<string, readonly string[]>> = {
  [CREATED]: ["response.in_progress", "response.queued", "response.failed", "error"],
  "response.queued": ["response.in_progress", "response.failed", "error"],
};
const BEGINNING = [CREATED, "response.queued", "response.in_progress"];

/** R3 */
export function beginInOrder(exchange: Exchange): Ruling {
  const reading = readableResponse(exchange);
  // Signs of life may come between them.
  const events = reading?.events.filter(({ type }) => type === "error" || type.startsWith("response."));
  const first = events?.[0];
  // An error that comes before all else is R10's.
  if (events === undefined || first === undefined || first.type === "error") return NOT_JUDGED;
  if (first.type !== CREATED) {
    return [{ eventIndex: first.at, message: `The first event must be ${CREATED}, but it is ${shown(first.type)}.` }];
  }
  let begun = -1;
  for (const [position, { at, type }] of events.entries()) {
    const step = BEGINNING.indexOf(type);
    if (step >= 0 && step <= begun) {
      return [{ eventIndex: at, message: `${type} must come once, at the beginning, but here it follows.` }];
    }
    begun = Math.max(begun, step);
    const next = events[position + 1];
    if (position > 1 || next === undefined || FIRST_STEPS[type]?.includes(next.type) !== false) continue;
    const message = `After ${type} comes response.in_progress, but here it is ${shown(next.type)}.`;
    return [{ eventIndex: next.at, message }];
  }
  return KEPT;
}

/** R4 */
export function endOnce(exchange: Exchange): Ruling {
  const reading = responseReading(exchange);
  if (reading === undefined || reading.unreadable.length > 0) return NOT_JUDGED;
  const [terminal, another] = reading.terminals;
  if (terminal === undefined) {
    // What follows an error is R10's.
    if (reading.events.some(({ type }) => type === "error")) return NOT_JUDGED;
    return [{ message: "The stream must end with response.completed, response.failed or response.incomplete." }];
  }
  if (another !== undefined) {
    return [{ eventIndex: another.at, message: `The response has ended before, with ${terminal.type}.` }];
  }
  const owed = terminal.type.slice("response.".length);
  const { status, id } = factsOf(terminal.payload.response);
  if (status !== owed) {
    const message = `The status of the response must be ${owed} in ${terminal.type}, but it is ${shown(status)}.`;
    return [{ eventIndex: terminal.at, message }];
  }
  const begun = reading.events.find(({ type }) => type === CREATED);
  const given = factsOf(begun?.payload.response).id;
  if (typeof given !== "string" || typeof id !== "string" || id === given) return KEPT;
  const message = `The response that ends must be the one that began, ${shown(given)}, but its id is ${shown(id)}.`;
  return [{ eventIndex: terminal.at, pointer: "/response/id", message }];
}

/** R10 */
export function failAfterErrors(exchange: Exchange): Ruling {
  const reading = readableResponse(exchange);
  if (reading === undefined) return NOT_JUDGED;
  const error = reading.events.findLast(({ type }) => type === "error");
  if (error === undefined) return KEPT;
  if (reading.events.some(({ at, type }) => at > error.at && type === "response.failed")) return KEPT;
  return [{ eventIndex: error.at, message: "response.failed must follow an error, but it does not." }];
}

/** R11 */
export function endAsTheyShould(exchange: Exchange, context: LawContext): Ruling {
  const reading = readableResponse(exchange);
  const terminal = reading?.terminals.at(-1);
  if (reading === undefined || terminal === undefined) return NOT_JUDGED;
  const [late] = reading.late;
  if (late !== undefined) {
    return [{ eventIndex: late.at, message: `Nothing may follow ${terminal.type}, but ${shown(late.type)} does.` }];
  }
  const [sentinel, another] = reading.sentinels;
  if (!hasSentinel(context)) {
    if (sentinel === undefined) return KEPT;
    return [{ eventIndex: sentinel, message: `Nothing may follow ${terminal.type}, but ${SENTINEL} does.` }];
  }
  if (sentinel === undefined) return [{ message: `${SENTINEL} must follow ${terminal.type}, but the stream ends.` }];
  if (another === undefined && sentinel > terminal.at) return KEPT;
  return [{ eventIndex: another ?? sentinel, message: `${SENTINEL} must come once, after ${terminal.type}.` }];
}

/** A document that speaks for the server says it itself. */
function hasSentinel({ operation, profile, isBound }: LawContext): boolean {
  const stream = successOf(operation)?.stream;
  return isBound && stream !== undefined ? stream.sentinel !== null : profile !== "openai";
}
