/** Whether two JSON values are the same to a client, to which null and absent are one. Copies nothing: every stream asks. */
import { isFacts } from "./facts.ts";

/** Looks as deep as the values go, so they must not be nested without bounds. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (Array.isArray(one)) {
    return Array.isArray(other) && one.length === other.length && one.every((member, at) => isSame(member, other[at]));
  }
  if (!isFacts(one) || !isFacts(other) || Array.isArray(other)) return isAbsent(one) && isAbsent(other);
  for (const name in one) if (!isSame(one[name], ownMember(other, name))) return false;
  for (const name in other) if (!Object.hasOwn(one, name) && !isAbsent(other[name])) return false;
  return true;
}

const isAbsent = (value: unknown): boolean => value === null || value === undefined;

const ownMember = (facts: Readonly<Record<string, unknown>>, name: string): unknown =>
  Object.hasOwn(facts, name) ? facts[name] : undefined;
