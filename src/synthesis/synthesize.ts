/** Schema → value: a valid, likely and repeatable instance of any JSON Schema 2020-12. */
import type { Schema } from "../contract/schema-object.ts";
import { GatetwinError } from "../lib/errors.ts";
import type { Random } from "../lib/random.ts";
import { Contradiction } from "./contradiction.ts";
import { fits } from "./fits.ts";
import { createHeightOf } from "./height.ts";
import { type Language, languageOf } from "./language.ts";
import { makeValue } from "./make-value.ts";
import { pointerOf } from "./pointer-of.ts";
import { createResolver, type ResolveRef } from "./resolve-ref.ts";
import { textsOf } from "./texts-of.ts";
import type { Suggest } from "./wanted.ts";
import { createWork, type Work } from "./work.ts";

export interface SynthesizeOptions {
  /** The source of all chance: the same schema and seed give the same value. It is forked, never read. */
  readonly random: Random;
  /**
   * What a `$ref` stands for; the same object each time it is asked, by which recursion is noticed. Default: references
   * within the schema itself (`#/$defs/…`, `#anchor`, `$id`).
   */
  readonly resolve?: ResolveRef;
  /**
   * Share of the optional properties that are given, 0 (none) to 1 (all); default 0.85. Deprecated ones, those of values
   * nested deeper than eight levels, and the third round of a recursion are never given.
   */
  readonly fullness?: number;
  /** The name of the field that the value is for, which tells what it is about; default none. */
  readonly name?: string;
  /** Values that are better than likely ones, such as those that a question names. Default none. */
  readonly suggest?: Suggest | undefined;
  /** The judge of the finished value, such as a compiled validator. A refused value is made again in other ways. */
  readonly accepts?: (schema: Schema, value: unknown) => boolean;
}

/** Each way more modest than the one before: first as asked, then another draw, then without examples, then the least. */
const WAYS = [
  { usesExamples: true, isMinimal: false },
  { usesExamples: true, isMinimal: false },
  { usesExamples: false, isMinimal: false },
  { usesExamples: true, isMinimal: true },
  { usesExamples: false, isMinimal: true },
] as const;

/**
 * Makes an instance of `schema`. Values come from, in this order: const, enum, examples, default, and else from what a
 * field's name, title and description mean, fitted to its type, format, pattern, length and range.
 *
 * @throws GatetwinError `schema-unsatisfiable` when nothing fits the schema, or nothing was found within bounds on depth,
 * size and work. `details.pointer` is the JSON pointer of the schema at fault (absent when it lies outside `schema`),
 * `details.trail` lists the steps that led there, outermost first.
 */
export function synthesize(schema: Schema, options: SynthesizeOptions): unknown {
  const { random, resolve = createResolver(schema), fullness = 0.85, name = "", accepts, suggest } = options;
  const targets = new Map<string, Schema>();
  const resolveOnce = (ref: string): Schema => {
    const target = targets.get(ref) ?? resolve(ref);
    targets.set(ref, target);
    return target;
  };
  const heightOf = createHeightOf(resolveOnce);
  let known: Language | undefined;
  const language = () => (known ??= languageOf(textsOf(schema)));
  let failure: Contradiction | undefined;
  let isExhausted = false;
  for (const [index, { usesExamples, isMinimal }] of WAYS.entries()) {
    // What is too intricate once is so again, unless it is made as small as can be.
    if (isExhausted && index !== WAYS.length - 1) continue;
    const work = createWork({ resolve: resolveOnce, heightOf, fullness, usesExamples, language, suggest });
    const draw = index === 0 ? random.fork("value") : random.fork(`value ${index}`);
    try {
      const place = {
        random: draw,
        kin: draw,
        parent: "",
        turn: undefined,
        index: undefined,
        name,
        depth: 0,
        isMinimal,
        isPlain: false,
        isOptional: false,
        around: undefined,
        trail: [],
      };
      const value = makeValue([schema], place, work);
      if (fits(schema, value, work) && (accepts?.(schema, value) ?? true)) return value;
    } catch (cause) {
      if (!(cause instanceof Contradiction)) throw cause;
      isExhausted ||= cause.isFinal;
      // "Too intricate" tells less than any plain reason that another way ran into.
      if (!failure || (failure.isFinal && !cause.isFinal)) failure = located(cause, work);
    }
  }
  throw unsatisfiable(
    schema,
    failure ?? new Contradiction("no value was found that its validator accepts", { schema }),
  );
}

/** A contradiction met between two values knows neither its schema nor the way; the last value entered does. */
function located(cause: Contradiction, { last }: Work): Contradiction {
  if (cause.schema !== undefined || !last) return cause;
  const { message, isFinal } = cause;
  return new Contradiction(message, { schema: last.schema, trail: last.place.trail, isFinal });
}

/** A recursion leads a hundred steps down, of which nobody reads more than some. */
const MOST_SHOWN = 12;

function unsatisfiable(root: Schema, { message, schema, trail }: Contradiction): GatetwinError {
  const pointer = schema === undefined || typeof schema === "boolean" ? undefined : pointerOf(root, schema);
  const shown = trail.length > MOST_SHOWN ? [...trail.slice(0, MOST_SHOWN - 1), "…", ...trail.slice(-1)] : trail;
  const place = shown.length > 0 ? ` at ${shown.join(", ")}` : "";
  return new GatetwinError("schema-unsatisfiable", `Failed to synthesize a value${place}: ${message}`, {
    details: { ...(pointer === undefined ? {} : { pointer }), trail },
  });
}
