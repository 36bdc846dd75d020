/** Puts a part of a reply over a whole one. */
import { isFields } from "../../lib/fields.ts";

type Members = Readonly<Record<string, unknown>>;

export const isMembers = (value: unknown): value is Members => isFields(value) && !ArrayBuffer.isView(value);

/** Objects by member, lists of objects by place, everything else replaced. */
export function merge(base: unknown, over: unknown): unknown {
  if (isMembers(base) && isMembers(over)) {
    return {
      ...base,
      ...Object.fromEntries(Object.entries(over).map(([name, value]) => [name, merge(own(base, name), value)])),
    };
  }
  // A list of objects goes on as it was generated behind those that are said.
  if (Array.isArray(base) && Array.isArray(over) && over.length > 0 && over.every(isMembers)) {
    return [...over.map((value, index) => merge(base[index], value)), ...base.slice(over.length)];
  }
  return over;
}

const own = (members: Members, name: string): unknown => (Object.hasOwn(members, name) ? members[name] : undefined);
