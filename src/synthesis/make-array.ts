/** Arrays: how many items, and each of them. JSON Schema core 10.3.1 and validation 6.4. */
import type { Schema, SchemaObject } from "../contract/schema-object.ts";
import { canonical } from "./canonical.ts";
import { attempting, Contradiction } from "./contradiction.ts";
import type { MakeValue, Place, Work } from "./work.ts";

/** Longer arrays are refused: a stranger's `minItems` must not fill the memory. */
const MAX_ITEMS = 5_000;
/** How often an item is drawn again when the array has it already, before the ones it has are forbidden outright. */
const DRAWS = 3;
/** How many places are tried for what an array must contain. */
const MAX_TURNS = 12;

/** An array that fits the array keywords of every one of `schemas`. */
export function makeArray(
  schemas: readonly SchemaObject[],
  { place, work, makeValue }: { place: Place; work: Work; makeValue: MakeValue },
): unknown[] {
  const { least, most, prefix, containing } = planOf(schemas, place);
  const isUnique = schemas.find(({ uniqueItems }) => uniqueItems === true);
  // What must be contained goes behind the tuple, where items are free, and into it only where there is no room behind.
  const roomy = containing.length > 0 && !place.isMinimal ? prefix + containing.length : 0;
  const likely = place.isMinimal ? 0 : Math.max(prefix, place.random.fork("count").int(1, 3));
  const wanted = Math.min(most, Math.max(least, roomy, likely));
  const offset = Math.max(0, Math.min(prefix, wanted - containing.length));
  let items: unknown[] = [];
  /** The items so far, as comparable text. */
  let seen = new Set<string>();
  // Where a tuple leaves no room behind it, what must be contained fits some of its places and not others.
  const turns = containing.length > 0 ? Math.min(2 * wanted, MAX_TURNS) : 1;
  for (let turn = 0; turn < turns - 1; turn++) {
    const made = attempting(() => fill(turn));
    if ("value" in made) return made.value;
  }
  return fill(Math.max(0, turns - 1));

  function fill(turn: number): unknown[] {
    items = [];
    seen = new Set();
    for (let index = 0; index < wanted; index++) {
      const owed = containing.filter((_, at) => slotOf(at, turn) === index);
      const made = attempting(() => makeItem(index, owed));
      if ("value" in made) {
        items.push(made.value);
        if (isUnique) seen.add(canonical(made.value));
      } else if (items.length >= least) break;
      else throw made;
    }
    return items;
  }

  /** One after another, moved on by a place each turn; after a round of that, all of them at one place. */
  function slotOf(at: number, turn: number): number {
    if (turn >= wanted) return turn - wanted;
    return (offset + (at % Math.max(1, wanted - offset)) + turn) % wanted;
  }

  function makeItem(index: number, owed: readonly Schema[]): unknown {
    const at: Place = {
      ...place,
      isOptional: index >= least,
      trail: [...place.trail, `item ${index}`],
      depth: place.depth + 1,
      random: place.random.fork(`item ${index}`),
      kin: place.random.fork(`item ${index}`),
      index,
    };
    // With an upper bound on what matches `contains`, the other items must not match it.
    const bounded = schemas.filter(({ contains, maxContains }) => contains !== undefined && maxContains !== undefined);
    const refused = owed.length > 0 ? [] : bounded.map(({ contains }): Schema => ({ not: contains ?? true }));
    const own = [...schemas.flatMap((schema) => itemOf(schema, index, owed.length > 0)), ...owed, ...refused];
    if (!isUnique || items.length === 0) return makeValue(own, at, work);
    for (let draw = 0; draw < DRAWS; draw++) {
      const again = at.random.fork(`draw ${draw}`);
      const isPlain = at.isPlain || draw === DRAWS - 1;
      const value = makeValue(own, draw === 0 ? at : { ...at, random: again, kin: again, isPlain }, work);
      if (!seen.has(canonical(value))) return value;
    }
    const fresh = attempting(() => makeValue([...own, { not: { enum: [...items] } }], { ...at, isPlain: true }, work));
    if ("value" in fresh) return fresh.value;
    throw new Contradiction("it would repeat another item of an array of unique ones", {
      schema: isUnique,
      trail: at.trail,
    });
  }
}

/** What one schema by itself says of the item at an index. What is contained counts as evaluated. */
function itemOf({ prefixItems, items, unevaluatedItems }: SchemaObject, index: number, isContained: boolean): Schema[] {
  const own = prefixItems?.[index] ?? items ?? (isContained ? undefined : unevaluatedItems);
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
