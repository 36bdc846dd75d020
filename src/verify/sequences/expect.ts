/** Holds a reply against one expectation of a step. */
import type { Expected } from "../../contract/sequence.ts";
import { differenceOf } from "../../exchange/match-entry.ts";
import { abridge } from "../../lib/abridge.ts";
import { fromPointer, toPointer, valueAt } from "../../lib/json-pointer.ts";

export interface StepReply {
  status: number;
  /** A JSON value; of a stream the reply that it tells. */
  body: unknown;
}

export interface Unmet {
  pointer: string;
  message: string;
}

/** What is wrong, or undefined when the reply is as expected. References in the expectation are already replaced. */
export function unmet(expected: Expected, { status, body }: StepReply): Unmet | undefined {
  if ("status" in expected)
    return expected.status.includes(status)
      ? undefined
      : { pointer: "", message: `The status must be ${expected.status.join(" or ")}, but it is ${status}.` };
  if ("at" in expected) {
    const { at } = expected;
    const isWhole = "equals" in expected;
    const wanted = isWhole ? expected.equals : expected.holds;
    const excepted = isWhole ? [] : (expected.except ?? []);
    const value = valueAt(body, at);
    const difference = excepted.reduce(without, wanted);
    const found = differenceOf(difference, value) ?? (isWhole ? differenceOf(value, wanted) : undefined);
    if (found === undefined) return undefined;
    const [owed, came] = [valueAt(wanted, found.pointer), valueAt(value, found.pointer)].map(shown);
    return { pointer: at + found.pointer, message: `The value must be ${owed}, but it is ${came}.` };
  }
  const values = valuesAt(body, expected.all);
  const pointer = expected.all.replace(/\/\*.*$/, "");
  if ("are" in expected)
    return differenceOf(expected.are, values) === undefined
      ? undefined
      : { pointer, message: `The list must be ${shown(expected.are)}, but it is ${shown(values)}.` };
  const isWanted = "includes" in expected;
  const member = isWanted ? expected.includes : expected.excludes;
  if (values.some((value) => differenceOf(member, value) === undefined) === isWanted) return undefined;
  const message = isWanted
    ? `The list lacks ${shown(member)}.`
    : `The list has ${shown(member)}, which does not belong there.`;
  return { pointer, message };
}

/** The values at a pattern; `*` stands for every item of a list. */
function valuesAt(root: unknown, pattern: string): unknown[] {
  return fromPointer(pattern).reduce<unknown[]>(
    (values, token) =>
      values.flatMap((value) => {
        if (token === "*") return Array.isArray(value) ? value : [];
        const inner = valueAt(value, toPointer([token]));
        return inner === undefined ? [] : [inner];
      }),
    [root],
  );
}

/** The value without what is at a pointer. */
function without(value: unknown, pointer: string): unknown {
  const [token, ...rest] = fromPointer(pointer);
  if (token === undefined || typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => {
      if (name !== token) return [[name, inner]];
      return rest.length === 0 ? [] : [[name, without(inner, toPointer(rest))]];
    }),
  );
}

const shown = (value: unknown): string => abridge(JSON.stringify(value) ?? "nothing", 120);

/** `$step#/pointer` and `$run` replaced, wherever a value has them. Undefined stands for what is not there. */
export function replaced(value: unknown, replies: ReadonlyMap<string, StepReply>, run: string): unknown {
  if (typeof value === "string") {
    if (value === "$run") return run;
    const [, name, pointer] = /^\$([A-Za-z][A-Za-z0-9]*)#(.*)$/s.exec(value) ?? [];
    const reply = name === undefined ? undefined : replies.get(name);
    return reply === undefined ? value : valueAt(reply.body, pointer ?? "");
  }
  if (Array.isArray(value)) return value.map((item) => replaced(item, replies, run));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, replaced(item, replies, run)]));
}
