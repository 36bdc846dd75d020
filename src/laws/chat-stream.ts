/** The laws of chat streams. */
import {
  areAllThere,
  callInOrder,
  endByThemselves,
  endForTheirCalls,
  endWithSentinel,
  runInOrder,
} from "./chat-choices.ts";
import { addUp, beginWithoutError, fitTheirSchema, keepTheirNames, tellTheUsage } from "./chat-chunks.ts";
import { type Law, severity } from "./law.ts";

const REFERENCE = "OpenAI API reference, the chat completion chunk object";

export const chatLaws: readonly Law[] = [
  {
    id: "chat.C1",
    summary: "Every payload fits the schema of a chunk, and its object is chat.completion.chunk.",
    source: `${REFERENCE}; the page of the operation`,
    severity: severity("ERROR"),
    judges: "stream",
    check: fitTheirSchema,
  },
  {
    id: "chat.C2",
    summary: "id, created and model are the same in every chunk.",
    source: `${REFERENCE}: id and created; for model convention`,
    severity: severity("ERROR"),
    judges: "stream",
    check: keepTheirNames,
  },
  {
    id: "chat.C3",
    summary: "There is exactly one [DONE], and it is the last event.",
    source: "OpenAI API reference, create chat completion: stream",
    severity: severity("ERROR"),
    judges: "stream",
    check: endWithSentinel,
  },
  {
    id: "chat.C4",
    summary: "A choice begins with its role and ends with exactly one finish_reason; nothing of it follows.",
    source: `${REFERENCE}: choices; for the order convention`,
    severity: severity("ERROR"),
    judges: "stream",
    check: runInOrder,
  },
  {
    id: "chat.C5",
    summary: "All choices that n asks for occur, and no others.",
    source: "convention; OpenAI API reference, create chat completion: n",
    severity: severity("ERROR"),
    judges: "stream",
    check: areAllThere,
  },
  {
    id: "chat.C6",
    summary: "The usage is told once, in a last chunk without choices, if include_usage asks for it, and else never.",
    source: "OpenAI API reference, create chat completion: stream_options.include_usage",
    severity: severity("ERROR"),
    judges: "stream",
    check: tellTheUsage,
  },
  {
    id: "chat.C7",
    summary: "A tool call begins with id, type and name, calls are numbered from 0, and their arguments join to JSON.",
    source: `convention; ${REFERENCE}: delta.tool_calls`,
    severity: severity("ERROR"),
    judges: "stream",
    check: callInOrder,
  },
  {
    id: "chat.C8",
    summary: "finish_reason is tool_calls exactly where tools were called, unless the request forced the call.",
    source: `convention; ${REFERENCE}: finish_reason`,
    severity: severity("ERROR"),
    judges: "stream",
    check: endForTheirCalls,
  },
  {
    id: "chat.C9",
    summary: "The chunks add up to a reply that fits the schema of whole replies, and to the one that is kept.",
    source: "convention; the page of the operation",
    severity: severity("ERROR"),
    judges: "reply",
    check: addUp,
  },
  {
    id: "chat.C10",
    summary: "An error before the first chunk is a JSON error with a status of 400 or more, not a stream.",
    source: "convention; OpenAI API reference, error codes",
    severity: severity("ERROR"),
    judges: "stream",
    ofErrors: true,
    check: beginWithoutError,
  },
  {
    id: "chat.W1",
    summary: "The finish_reason comes in a chunk without content.",
    source: "convention: OpenAI's own streams, unlike those of other servers",
    severity: severity("WARN"),
    judges: "stream",
    check: endByThemselves,
  },
];
