/** What one case showed to be wrong, before it is counted, shrunk and told. */
import type { Rule } from "./rules.ts";

export interface Fault {
  rule: Rule["id"];
  severity: "ERROR" | "WARN";
  /** JSON pointer into the body of the reply or the payload of the event; empty for the whole. */
  pointer: string;
  message: string;
  source: string;
  eventIndex?: number;
  byteOffset?: number;
  /** What all faults of one cause have in common, where the message does not tell; `also` then tells them apart. */
  cause?: string;
  also?: string;
}

/**
 * The same for all faults of one cause: positions in lists, numbers and quoted values differ from case to case, the rule,
 * the operation, the field and the sentence do not.
 */
export function causeOf(operationId: string, { rule, pointer, message, cause }: Fault): string {
  if (cause !== undefined) return `${rule} ${operationId} ${cause}`;
  const place = pointer.replaceAll(/\/\d+(?=\/|$)/g, "/*");
  let sentence = message.replaceAll(/"(?:[^"\\]|\\.)*"|'[^']*'/g, '"…"').replaceAll(/-?\d+(?:\.\d+)?/g, "#");
  // Objects and lists are values too, from the innermost to the outermost.
  for (let before = ""; before !== sentence; ) {
    before = sentence;
    sentence = sentence.replaceAll(/\{[^{}[\]]*\}|\[[^{}[\]]*\]/g, '"…"');
  }
  return `${rule} ${operationId} ${place} ${sentence}`;
}

/** A fault without what only counts it. */
export function told({ cause: _, also: __, ...fault }: Fault): Omit<Fault, "cause" | "also"> {
  return fault;
}
