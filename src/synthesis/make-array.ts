/** Arrays: how many items, and each of them. JSON Schema core 10.3.1 and validation 6.4. */
import type { Schema, SchemaObject } from "../contract/schema-object.ts";
import { canonical } from "./canonical.ts";
import { attempting, Contradiction } from "./contradiction.ts";
import type { MakeValue } from "./make-value.ts";
import type { Place, Work } from "./work.ts";

/** Longer arrays are refused: a stranger's `minItems` must not fill the memory. */
const MAX_ITEMS = 5_000;
/** How often an item is drawn again when the array has it already, before the ones it has are forbidden outright. */
const DRAWS = 3;

/** An array that fits the array keywords of every one of `schemas`. */
export function makeArray(
  schemas: readonly SchemaObject[],
  { place, work, makeValue }: { place: Place; work: Work; makeValue: MakeValue },
): unknown[] {
  const { least, most, prefix, containing } = planOf(schemas, place);
  const isUnique = schemas.some(({ uniqueItems }) => uniqueItems === true);
  const wanted = Math.min(
    most,
    Math.max(least, place.isMinimal ? 0 : Math.max(prefix, place.random.fork("count").int(1, 3))),
  );
  const items: unknown[] = [];
  for (let index = 0; index < wanted; index++) {
    // What must be contained goes behind the tuple, where items are free, unless the array ends with it.
    const owed = containing[index - Math.max(0, Math.min(prefix, wanted - containing.length))];
    const made = attempting(() => makeItem(index, owed ? [owed] : refused(index)));
    if ("value" in made) items.push(made.value);
    else if (items.length >= least) break;
    else throw made;
  }
  return items;

  function makeItem(index: number, extra: readonly Schema[]): unknown {
    const at: Place = {
      ...place,
      isOptional: index >= least,
      trail: [...place.trail, `item ${index}`],
      depth: place.depth + 1,
      random: place.random.fork(`item ${index}`),
    };
    const own = [...schemas.flatMap((schema) => itemOf(schema, index)), ...extra];
    if (!isUnique || items.length === 0) return makeValue(own, at, work);
    const seen = new Set(items.map(canonical));
    for (let draw = 0; draw < DRAWS; draw++) {
      const value = makeValue(own, draw === 0 ? at : { ...at, random: at.random.fork(`draw ${draw}`) }, work);
      if (!seen.has(canonical(value))) return value;
    }
    return makeValue([...own, { not: { enum: [...items] } }], at, work);
  }

  /** With an upper bound on what matches `contains`, the other items must not match it. */
  function refused(index: number): Schema[] {
    return schemas.flatMap(({ contains, maxContains }) =>
      contains !== undefined && maxContains !== undefined && index >= 0 ? [{ not: contains }] : [],
    );
  }
}

/** What one schema by itself says of the item at an index. */
function itemOf({ prefixItems, items, unevaluatedItems }: SchemaObject, index: number): Schema[] {
  const own = prefixItems?.[index] ?? items ?? unevaluatedItems;
  return own === undefined ? [] : [own];
}

function planOf(schemas: readonly SchemaObject[], place: Place) {
  const contradiction = (why: string) => new Contradiction(why, { schema: schemas[0], trail: place.trail });
  const containing = schemas.flatMap(({ contains, minContains = 1 }) =>
    contains === undefined ? [] : Array<Schema>(Math.min(minContains, MAX_ITEMS + 1)).fill(contains),
  );
  const asked = Math.max(0, ...schemas.map(({ minItems }) => minItems ?? 0));
  const prefix = Math.max(0, ...schemas.map(({ prefixItems }) => prefixItems?.length ?? 0));
  const bounds = schemas.flatMap(({ maxItems, items, prefixItems = [] }) => [
    maxItems ?? Number.POSITIVE_INFINITY,
    items === false ? prefixItems.length : Number.POSITIVE_INFINITY,
  ]);
  const most = Math.min(...bounds);
  if (asked > most) throw contradiction(`minItems ${asked} is above the ${most} items it may have`);
  // Two schemas may be met by one item; only when room is short are they put upon each other, by luck.
  const least = Math.min(most, Math.max(asked, containing.length));
  if (least > MAX_ITEMS) throw contradiction(`minItems ${least} is beyond the ${MAX_ITEMS} items we write`);
  return { least, most, prefix, containing };
}
