/** The heart of synthesis: settles every choice for one value, makes it by its type, and tries again where it does not fit. */
import type { JsonType, SchemaObject } from "../contract/schema-object.ts";
import { type Choice, choicesOf } from "./choices.ts";
import { conjunctionOf, typesOf } from "./conjunction.ts";
import { attempting, Contradiction } from "./contradiction.ts";
import { fits } from "./fits.ts";
import { givenValue } from "./given-value.ts";
import { makeArray } from "./make-array.ts";
import { makeNumber } from "./make-number.ts";
import { makeObject } from "./make-object.ts";
import { makeString } from "./make-string.ts";
import { suggestedValue } from "./suggest.ts";
import { type MakeValue, type Place, timesAround, type Work } from "./work.ts";

/** Values nested deeper are refused: each level takes a dozen frames of the stack. */
const MAX_DEPTH = 100;
/** Choices that follow from choices for one value. */
const MAX_CHOICES = 150;
/** From this depth on only what is required is given. The deepest reply of the gateways has seven levels. */
const FULL_DEPTH = 8;
/** How often a schema may come back within itself: once shows that it does, twice is noise. */
const FULL_TIMES = 2;
/** A shortest way out never meets the same schema again; a few times are granted to keywords that interplay. */
const MAX_TIMES = 12;
const TRIES = { scalar: 12, container: 5 };
/** After so many values of what a field means were refused, as when a list has all of them, any value will do. */
const MEANT_TRIES = 6;

export const makeValue: MakeValue = (schemas, place, work) => {
  work.spend();
  if (place.depth > MAX_DEPTH)
    throw new Contradiction(`it nests more than ${MAX_DEPTH} values`, { schema: schemas[0], trail: place.trail });
  const parts = conjunctionOf(schemas, place, work);
  work.enter(place, parts[0]);
  const here = curb(parts, place, work);
  const given = suggestedValue(parts, here, work) ?? givenValue(parts, here, work);
  if (given) return given.value;
  const choices = parts.flatMap((part) => choicesOf(part, here, work));
  return settle({ parts, choices, settled: 0 }, here, work);
};

/** Decides whether a value has grown so deep, large or repetitive that it must come to an end. */
function curb(parts: readonly SchemaObject[], place: Place, work: Work): Place {
  const times = Math.max(0, ...parts.map((part) => timesAround(place, part)));
  const endless = times > 0 && parts.some((part) => work.heightOf(part) === Number.POSITIVE_INFINITY);
  if (endless || times > MAX_TIMES) {
    const schema = parts.find((part) => timesAround(place, part) > 0);
    throw new Contradiction("it requires itself within itself without end", { schema, trail: place.trail });
  }
  if (place.isOptional && times >= FULL_TIMES) {
    throw new Contradiction("it came back within itself and may be left out", { schema: parts[0], trail: place.trail });
  }
  const isMinimal = place.isMinimal || place.depth > FULL_DEPTH || times >= FULL_TIMES || work.isLarge();
  return isMinimal === place.isMinimal ? place : { ...place, isMinimal };
}

interface Open {
  readonly parts: readonly SchemaObject[];
  readonly choices: readonly Choice[];
  readonly settled: number;
}

/** Settles one choice after another, going back to the next option when one leads to a contradiction. */
function settle({ parts, choices, settled }: Open, place: Place, work: Work): unknown {
  // Before anything is made: two branches that ask for different types are found out here and not a thousand steps later.
  work.spend(1 + parts.length / 10);
  typesOf(parts, place);
  const [choice, ...others] = choices;
  if (!choice) return makeFitting(parts, place, work);
  if (settled > MAX_CHOICES)
    throw new Contradiction("it is too intricate to satisfy within bounds", {
      schema: choice.schema,
      trail: place.trail,
      isFinal: true,
    });
  let failure: Contradiction | undefined;
  for (const { label, schemas } of choice.options) {
    work.spend();
    const at = choice.keyword === "not" ? place : { ...place, trail: [...place.trail, label] };
    const made = attempting(() => {
      const added = conjunctionOf(schemas, at, work).filter((part) => !parts.includes(part));
      const here = curb(added, at, work);
      const following = added.flatMap((part) => choicesOf(part, here, work));
      return settle(
        { parts: [...parts, ...added], choices: [...following, ...others], settled: settled + 1 },
        here,
        work,
      );
    });
    if ("value" in made) return made.value;
    failure = deeper(failure, made);
  }
  if (!failure)
    throw new Contradiction(`${choice.keyword} leaves nothing that fits`, {
      schema: choice.schema,
      trail: place.trail,
    });
  // What a negation was turned into stands nowhere in the document; the negation does.
  if (choice.keyword === "not" && failure.trail.length <= place.trail.length) {
    throw new Contradiction(`not: ${failure.message}`, { schema: choice.schema, trail: place.trail });
  }
  throw failure;
}

/** Of two reasons the one that was met after going further: it is nearer to what the author meant. */
const deeper = (first: Contradiction | undefined, second: Contradiction) =>
  first && first.trail.length >= second.trail.length ? first : second;

/** Keywords that making does not settle by itself, so that a finished value has to be checked against them. */
const INTERPLAY = [
  "oneOf",
  "not",
  "if",
  "contains",
  "unevaluatedProperties",
  "unevaluatedItems",
  "dependentSchemas",
  "propertyNames",
];

/** Makes a value of the first type that works, trying again with other draws while it does not fit. */
function makeFitting(parts: readonly SchemaObject[], place: Place, work: Work): unknown {
  const given = givenValue(parts, place, work);
  if (given) return given.value;
  const checks = parts.filter((part) => INTERPLAY.some((keyword) => part[keyword] !== undefined));
  let failure: Contradiction | undefined;
  for (const type of typesOf(parts, place)) {
    const isContainer = type === "object" || type === "array";
    const tries = type === "null" ? 1 : isContainer ? TRIES.container : TRIES.scalar;
    for (let attempt = 0; attempt < tries; attempt++) {
      if (attempt > 0 && isContainer && !work.mayRetry()) break;
      work.spend();
      const here: Place = {
        ...place,
        random: attempt === 0 ? place.random : place.random.fork(`try ${attempt}`),
        // What keeps company with its neighbours may be the very value that is refused.
        kin: attempt === 0 ? place.kin : place.random.fork(`try ${attempt}`),
        // The fewer parts, the fewer that can be in the way.
        isMinimal: place.isMinimal || (isContainer && attempt >= 2),
        isPlain: place.isPlain || attempt >= MEANT_TRIES,
        around: { schemas: new Set(parts), outer: place.around },
      };
      const made = attempting(() => makeOfType(type, parts, here, work));
      if (!("value" in made)) {
        failure = deeper(
          failure,
          place.trail.length > made.trail.length
            ? new Contradiction(made.message, { schema: made.schema ?? parts[0], trail: place.trail })
            : made,
        );
        // A container may do better with other parts; a scalar has already tried what it can.
        if (!isContainer) break;
        continue;
      }
      if (checks.every((check) => fits(check, made.value, work))) return made.value;
    }
  }
  const unmet = checks.flatMap((check) => INTERPLAY.filter((keyword) => check[keyword] !== undefined));
  const why = `no value was found that fits ${[...new Set(unmet)].join(", ")} and the rest of it`;
  throw failure ?? new Contradiction(why, { schema: checks[0] ?? parts[0], trail: place.trail });
}

function makeOfType(type: JsonType, parts: readonly SchemaObject[], place: Place, work: Work): unknown {
  const { random, kin, name, parent, turn } = place;
  const text = (keyword: "title" | "description") => parts.find((part) => typeof part[keyword] === "string")?.[keyword];
  const plain = { name: "", kin, parent: "", turn: undefined, language: work.language() };
  const field = place.isPlain
    ? plain
    : { ...plain, name, parent, turn, title: text("title"), description: text("description") };
  switch (type) {
    case "object":
      return makeObject(parts, { place, work, makeValue });
    case "array":
      return makeArray(parts, { place, work, makeValue });
    case "string":
      return makeString(parts, { field, random, work });
    case "number":
    case "integer":
      return makeNumber(parts, { field, random, isInteger: type === "integer", work });
    case "boolean":
      return random.pick([true, false]);
    case "null":
      return null;
    default:
      throw new Contradiction(`${JSON.stringify(type satisfies never)} is no type`, {
        schema: parts[0],
        trail: place.trail,
      });
  }
}
