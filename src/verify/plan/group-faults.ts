/**
 * Several faults in one request, each in a field of its own: servers that tell all that is wrong answer for each of them
 * at once, and one that tells the first alone has been asked of that one.
 */
import { type Fields, isFields } from "../../lib/fields.ts";
import { fromPointer } from "../../lib/json-pointer.ts";
import type { Negative } from "./negatives.ts";

/** Many a refusal tells only the first few of its reasons. */
const MOST_FAULTS = 8;

export interface FaultGroup {
  /** Two or more. */
  faults: readonly Negative[];
  body: unknown;
}

/** Required fields are left out one at a time: what lacks several is refused for the first of them. */
const standsAlone = ({ kind, fields: [pointer = ""] }: Negative): boolean =>
  kind === "missing" && fromPointer(pointer).length === 1;

/** In the order in which the groups are full; what fits no group comes in the end, alone where it has to. */
export function* groupFaults(negatives: Iterable<Negative>, base: Fields): Generator<Negative | FaultGroup> {
  const open: Negative[][] = [];
  for (const negative of negatives) {
    if (standsAlone(negative) || !isFields(negative.body)) {
      yield negative;
      continue;
    }
    const group = open.find((others) => others.every((other) => fieldOf(other) !== fieldOf(negative)));
    if (group === undefined) open.push([negative]);
    else if (group.push(negative) >= MOST_FAULTS) yield togetherIn(base, ...open.splice(open.indexOf(group), 1));
  }
  for (const group of open) yield togetherIn(base, group);
}

/** The field of the body in which the fault is, however deep. */
export const fieldOf = ({ fields: [pointer = ""] }: Pick<Negative, "fields">): string => fromPointer(pointer)[0] ?? "";

function togetherIn(base: Fields, faults: readonly Negative[] = []): Negative | FaultGroup {
  const [only] = faults;
  if (only !== undefined && faults.length === 1) return only;
  const body = { ...base };
  for (const fault of faults) {
    const name = fieldOf(fault);
    const { [name]: value } = fault.body as Fields;
    if (value === undefined) delete body[name];
    else body[name] = value;
  }
  return { faults, body };
}
