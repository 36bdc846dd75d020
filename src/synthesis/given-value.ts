/** The values a schema itself offers: const, enum, examples, default, in this order. */
import type { SchemaObject } from "../contract/schema-object.ts";
import { Contradiction } from "./contradiction.ts";
import { fits } from "./fits.ts";
import type { Place, Work } from "./work.ts";

/**
 * A value that one of `schemas` offers and all of them accept, or undefined when they offer none.
 *
 * @throws Contradiction when the schemas list their only values and none of these fits the rest.
 */
export function givenValue(schemas: readonly SchemaObject[], place: Place, work: Work): { value: unknown } | undefined {
  const fitting = (values: readonly unknown[]) =>
    values.filter((value) => schemas.every((schema) => fits(schema, value, work)));
  const listing =
    schemas.find((schema) => schema.const !== undefined) ?? schemas.find((schema) => schema.enum !== undefined);
  if (listing) {
    const listed = listing.const !== undefined ? [listing.const] : (listing.enum ?? []);
    const values = fitting(listed);
    if (values.length === 0) {
      const keyword =
        listing.const !== undefined ? `const ${short(listing.const)}` : `each value of enum ${short(listing.enum)}`;
      throw new Contradiction(`${keyword} is refused by another keyword`, { schema: listing, trail: place.trail });
    }
    return pick(values, place);
  }
  if (!work.usesExamples || schemas.some(isDescribed)) return undefined;
  const examples = fitting(
    schemas.flatMap(({ examples, example }) => [
      ...(Array.isArray(examples) ? examples : []),
      ...(example === undefined ? [] : [example]),
    ]),
  );
  if (examples.length > 0) return pick(examples, place);
  // A null default says "absent unless given": what is then given is never null.
  const defaults = fitting(schemas.flatMap((schema) => schema.default ?? []).slice(0, 1));
  return defaults.length > 0 ? pick(defaults, place) : undefined;
}

/** An object whose properties are described is made from them: one example of the whole would make all seeds alike. */
const isDescribed = ({ properties }: SchemaObject) => properties !== undefined && Object.keys(properties).length > 0;

function pick(values: readonly unknown[], { random, isMinimal }: Place): { value: unknown } {
  const telling = values.filter((value) => value !== null);
  // Where values must end, an example of many parts would go on.
  const some = isMinimal && telling.length > 0 ? telling.slice(0, 1) : telling.length > 0 ? telling : values;
  const value = some.length === 1 ? some[0] : random.fork("given").pick(some);
  // A copy, so that whoever changes a reply does not change the document.
  return { value: typeof value === "object" ? structuredClone(value) : value };
}

const short = (value: unknown) => {
  const text = JSON.stringify(value) ?? "";
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
};
