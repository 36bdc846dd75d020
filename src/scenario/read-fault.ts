/** Reads faults that a caller asks for, as JSON or as a header, and says what is wrong with them. */
import { nearest } from "../lib/nearest.ts";
import { FAULT_KINDS, type Fault, type FieldSchema, fieldsOf, requiredOf } from "./fault.ts";

export type ReadFaults = { kind: "faults"; faults: readonly Fault[] } | { kind: "wrong"; message: string };

/** Nobody needs more at once. */
const MOST_FAULTS = 20;

class Wrong extends Error {}

/** A list of faults as the control API and scenarios write them: `[{"kind": "cut", "after": 3}]`. */
export const readFaults = (value: unknown): ReadFaults =>
  attempt(() => {
    if (!Array.isArray(value) || value.length === 0)
      throw new Wrong('faults must be a list such as [{"kind": "cut", "after": 3}].');
    return value.map((item, index) => {
      if (typeof item !== "object" || item === null || Array.isArray(item))
        throw new Wrong(`faults[${index}] must be an object with a kind.`);
      const { kind, ...fields } = item as Record<string, unknown>;
      return readFault(kind, fields);
    });
  });

/**
 * Faults as a header writes them: names with parameters, separated by commas, such as
 * `latency; ms=200, cut; after=3; chance=0.5`. Names and parameters are those of `Fault`.
 */
export const readFaultHeader = (text: string): ReadFaults =>
  attempt(() =>
    text.split(",").map((item) => {
      const [kind = "", ...parameters] = item.split(";").map((part) => part.trim());
      // Without a prototype, `__proto__` is a name like any other: one that no fault has.
      const fields: Record<string, unknown> = Object.create(null);
      for (const parameter of parameters) {
        const [, name, value] = /^(\w+)\s*=\s*"?([^"]*)"?$/.exec(parameter) ?? [];
        if (name === undefined || value === undefined)
          throw new Wrong(`${show(parameter)} is no parameter. Write it as name=value, such as cut; after=3.`);
        if (Object.hasOwn(fields, name)) throw new Wrong(`${name} is given twice.`);
        fields[name] = /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
      }
      return readFault(kind, fields);
    }),
  );

function attempt(read: () => readonly Fault[]): ReadFaults {
  try {
    const faults = read();
    if (faults.length > MOST_FAULTS) throw new Wrong(`There are ${faults.length} faults; the most is ${MOST_FAULTS}.`);
    return { kind: "faults", faults };
  } catch (error) {
    if (error instanceof Wrong) return { kind: "wrong", message: error.message };
    throw error;
  }
}

function readFault(given: unknown, values: Readonly<Record<string, unknown>>): Fault {
  const kind = FAULT_KINDS.find((known) => known === given);
  if (kind === undefined) throw new Wrong(`There is no fault ${show(given)}. ${hint(given, FAULT_KINDS)}`);
  const fields = fieldsOf(kind);
  for (const [name, value] of Object.entries(values)) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (field === undefined) throw new Wrong(`${kind} has no ${show(name)}. ${hint(name, Object.keys(fields))}`);
    const problem = problemOf(value, field);
    if (problem !== undefined) throw new Wrong(`${name} of ${kind} must be ${problem}, not ${show(value)}.`);
  }
  const missing = requiredOf(kind).find((name) => !Object.hasOwn(values, name));
  if (missing !== undefined) throw new Wrong(`${kind} needs ${missing}: ${fields[missing]?.description}`);
  return { kind, ...values } as Fault;
}

/** What a value should have been, if it is something else. */
function problemOf(value: unknown, { type, minimum, maximum, enum: words, pattern }: FieldSchema): string | undefined {
  if (type === "string") {
    if (words) return words.includes(value as string) ? undefined : words.join(" or ");
    return typeof value === "string" && new RegExp(pattern ?? "").test(value) ? undefined : "a type such as text/html";
  }
  const isNumber = typeof value === "number" && (type === "number" || Number.isSafeInteger(value));
  const isWithin = isNumber && value >= (minimum ?? value) && value <= (maximum ?? value);
  return isWithin ? undefined : `a ${type === "integer" ? "whole " : ""}number from ${minimum} to ${maximum}`;
}

const show = (value: unknown): string => (JSON.stringify(value) ?? "nothing").slice(0, 80);

function hint(given: unknown, known: readonly string[]): string {
  const meant = typeof given === "string" ? nearest(given.slice(0, 80), known) : undefined;
  return meant === undefined ? `The known ones are ${known.join(", ")}.` : `Did you mean ${meant}?`;
}
