/** The laws of legacy text completion streams. */
import type { Exchange } from "../exchange/exchange.ts";
import { type Facts, factsOf, isFacts, listOf, shown } from "./facts.ts";
import { type Fault, KEPT, type Law, type LawContext, NOT_JUDGED, type Ruling, severity } from "./law.ts";
import { findMisfit, type Placed } from "./payload-schema.ts";
import { beforeSentinel } from "./payloads.ts";
import { endsWithSentinel } from "./sentinel.ts";
import { toldBy } from "./told-reply.ts";

const OBJECT = "text_completion";

function areInShape(exchange: Exchange, context: LawContext): Ruling {
  const { events } = exchange.reply;
  if (events === undefined) return NOT_JUDGED;
  const { told, isWhole } = beforeSentinel(events);
  const pieces: (Placed & { payload: Facts })[] = [];
  for (const [at, one] of told.entries()) {
    if (one.kind === "unreadable" && one.isNearly) continue;
    const { data, event } = events[at] ?? {};
    const fault = (message: string): readonly Fault[] => [{ eventIndex: at, message }];
    if (event !== undefined && event !== "message")
      return fault(`A piece has no event name, but here it is ${shown(event)}.`);
    if (one.kind === "unreadable" || !isFacts(one.value) || !Array.isArray(one.value.choices)) {
      return fault(`The payload must be a completion with choices, but it is ${shown(data)}.`);
    }
    const { object } = one.value;
    if (object !== OBJECT) return fault(`object must be ${OBJECT}, but it is ${shown(object)}.`);
    const mistyped = one.value.choices.map(factsOf).find(isMistyped);
    if (mistyped !== undefined) return fault(`text must be a text, but it is ${shown(mistyped.text)}.`);
    pieces.push({ at, payload: one.value });
  }
  const fault = findMisfit(pieces, context) ?? findUnended(pieces, isWhole);
  return fault === undefined ? KEPT : [fault];
}

/** The shape of chat has no text at all. */
const isMistyped = ({ text, delta }: Facts): boolean =>
  text === undefined || text === null ? delta !== undefined : typeof text !== "string";

/** Servers give the reason with every piece or with the last alone; none takes it back. */
function findUnended(pieces: readonly (Placed & { payload: Facts })[], isWhole: boolean): Fault | undefined {
  const hasEnded = new Map<unknown, boolean>();
  for (const { at, payload } of pieces) {
    for (const choice of listOf(payload.choices)) {
      const { index, text, finish_reason: reason } = factsOf(choice);
      const isLast = typeof reason === "string" && reason !== "";
      if (hasEnded.get(index) === true && !isLast && typeof text === "string" && text !== "") {
        return { eventIndex: at, message: `Nothing may follow the last piece of choice ${shown(index)}.` };
      }
      hasEnded.set(index, isLast || hasEnded.get(index) === true);
    }
  }
  const unended = [...hasEnded].find(([, hasReason]) => !hasReason);
  if (unended === undefined || !isWhole) return undefined;
  return { message: `The last piece of choice ${shown(unended[0])} must have a finish_reason.` };
}

/** Only where the whole reply is known beside the stream. */
function joinTheText({ reply: { events, body } }: Exchange): Ruling {
  const told = events === undefined ? undefined : toldBy(events, "completions");
  if (told === undefined || body === told || !isFacts(body) || !Array.isArray(body.choices)) return NOT_JUDGED;
  const texts = textsOf(told);
  for (const [index, owed] of textsOf(body)) {
    if (texts.get(index) === owed) continue;
    const message = `The pieces of choice ${shown(index)} must join to ${shown(owed)}, but they are ${shown(texts.get(index))}.`;
    return [{ message }];
  }
  return KEPT;
}

const textsOf = (reply: Facts): Map<unknown, unknown> =>
  new Map(listOf(reply.choices).map((choice) => [factsOf(choice).index, factsOf(choice).text]));

export const completionsLaws: readonly Law[] = [
  {
    id: "completions.T1",
    summary: "Every event is nameless and a text_completion, and nothing follows the last piece of a choice.",
    source: "OpenAI API reference, create completion: stream; for the order convention",
    severity: severity("ERROR"),
    judges: "stream",
    check: areInShape,
  },
  {
    id: "completions.T2",
    summary: "There is exactly one [DONE], and it is the last event.",
    source: "OpenAI API reference, create completion: stream",
    severity: severity("ERROR"),
    judges: "stream",
    check: endsWithSentinel,
  },
  {
    id: "completions.T3",
    summary: "The pieces of a choice join to the text of the whole reply.",
    source: "OpenAI API reference, create completion: stream",
    severity: severity("ERROR"),
    judges: "reply",
    check: joinTheText,
  },
];
