/** Requests that follow each other and what must come of them, as `x-gatetwin-sequences` of a document tells. */
import { GatetwinError } from "../lib/errors.ts";

export interface Sequence {
  name: string;
  summary: string;
  steps: readonly Step[];
}

export interface Step {
  /** Lets later steps refer to the reply. */
  name?: string;
  /** The operationId. */
  operation: string;
  /** `first` when absent. */
  key?: "first" | "second";
  parameters?: Readonly<Record<string, unknown>>;
  body?: unknown;
  expect?: readonly Expected[];
}

/** One thing that a law asks of the reply; `openapi/EXTENSIONS.md` tells each. */
export type Expected = { law: string } & (
  | { status: readonly number[] }
  | { at: string; equals: unknown }
  | { at: string; holds: unknown; except?: readonly string[] }
  | { all: string; are: readonly unknown[] }
  | { all: string; includes: unknown }
  | { all: string; excludes: unknown }
);

/** The sequences of a document; lists within the list are those of referenced files. Throws `document-invalid`. */
export function readSequences(node: unknown): Sequence[] {
  if (node === undefined) return [];
  if (!Array.isArray(node)) throw invalid("it must be a list");
  return node.flat().map((sequence: Partial<Sequence> | null, index) => {
    if (typeof sequence?.name !== "string") throw invalid(`entry ${index} has no name`);
    if (!Array.isArray(sequence.steps) || sequence.steps.some((step) => typeof step?.operation !== "string"))
      throw invalid(`a step of ${sequence.name} names no operation`);
    return { name: sequence.name, summary: String(sequence.summary ?? ""), steps: sequence.steps };
  });
}

const invalid = (why: string): GatetwinError =>
  new GatetwinError("document-invalid", `Failed to read x-gatetwin-sequences: ${why}.`);
