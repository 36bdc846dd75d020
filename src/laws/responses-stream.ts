/** The laws of response streams. */
import { type Law, severity } from "./law.ts";
import { cutOnlyAtTheEnd, openAndClose, runTheirPhases } from "./responses-items.ts";
import { bearTheirNames, beginInOrder, countUp, endAsTheyShould, endOnce, failAfterErrors } from "./responses-order.ts";
import { tellTheirParts } from "./responses-parts.ts";
import { sayTheSame } from "./responses-texts.ts";

const REFERENCE = "OpenAI API reference, streaming events of responses";
const OPEN_RESPONSES = "Open Responses specification, streaming";

const row = (id: string, { summary, source = REFERENCE, check, weight = severity("ERROR") }: Row): Law => ({
  id: `responses.${id}`,
  summary,
  source,
  severity: weight,
  judges: "stream",
  check,
});

type Row = Pick<Law, "summary" | "check"> & { source?: string; weight?: Law["severity"] };

export const responsesLaws: readonly Law[] = [
  row("R1", {
    summary: "The name of every event is the type of its payload.",
    source: `${REFERENCE}; ${OPEN_RESPONSES}`,
    check: bearTheirNames,
  }),
  row("R2", {
    summary: "sequence_number starts at 0 or 1 and rises by one with every event.",
    source: `convention; ${REFERENCE}: sequence_number`,
    // Its clients do not count.
    weight: severity("ERROR", { openai: "WARN" }),
    check: countUp,
  }),
  row("R3", {
    summary: "response.created comes first, then response.queued or none, then response.in_progress.",
    check: beginInOrder,
  }),
  row("R4", {
    summary:
      "One event ends the response: completed, failed or incomplete, with that status and the id of the beginning.",
    check: endOnce,
  }),
  row("R5", {
    summary: "Items are numbered from 0, and each is added, told and done.",
    check: openAndClose,
  }),
  row("R6", {
    summary: "A part is added, told in deltas, its text done and itself done, all under the id of its item.",
    check: tellTheirParts,
  }),
  row("R7", {
    summary: "The deltas join to the text that the part, the item and the final response have.",
    source: `convention; ${REFERENCE}`,
    check: sayTheSame,
  }),
  row("R8", {
    summary: "A hosted tool is in progress, then at its work, then completed, and never goes back.",
    source: `convention; ${REFERENCE}`,
    // Its clients wait for the item, not for the phases.
    weight: severity("ERROR", { openai: "WARN" }),
    check: runTheirPhases,
  }),
  row("R9", {
    summary: "An incomplete item is the last one, and the response is incomplete.",
    source: OPEN_RESPONSES,
    check: cutOnlyAtTheEnd,
  }),
  row("R10", {
    summary: "response.failed follows an error.",
    source: OPEN_RESPONSES,
    check: failAfterErrors,
  }),
  row("R11", {
    summary: "The sentinel [DONE] follows the end of the response where the profile has one, and nothing else does.",
    source: `${OPEN_RESPONSES}; the pages of the operations; OpenAI's own streams have none`,
    // Its clients stop at a sentinel all the same.
    weight: severity("ERROR", { openai: "WARN" }),
    check: endAsTheyShould,
  }),
];
