/** The signal by which one choice of a synthesis fails, so that another can be tried. It never leaves this folder. */
import type { Schema } from "../contract/schema-object.ts";

export class Contradiction extends Error {
  override readonly name = "Contradiction" as const;
  /** The schema at fault, by identity, from which its pointer is found. */
  readonly schema: Schema | undefined;
  /** How the synthesis got there, outermost first: `["property choices", "item 0", "branch 2 of oneOf"]`. */
  readonly trail: readonly string[];
  /** True when the bounds on work are used up: then no other choice is worth trying. */
  readonly isFinal: boolean;

  constructor(
    why: string,
    options: { schema?: Schema | undefined; trail?: readonly string[]; isFinal?: boolean } = {},
  ) {
    super(why);
    this.schema = options.schema;
    this.trail = options.trail ?? [];
    this.isFinal = options.isFinal ?? false;
  }
}

/** Runs `attempt`; a contradiction worth another choice is returned, everything else is thrown on. */
export function attempting<Value>(attempt: () => Value): { value: Value } | Contradiction {
  try {
    return { value: attempt() };
  } catch (cause) {
    if (cause instanceof Contradiction && !cause.isFinal) return cause;
    throw cause;
  }
}
