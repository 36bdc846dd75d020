/** Objects: which properties to give, and a value for each. JSON Schema core 10.3.2 and validation 6.5. */
import type { Schema, SchemaObject } from "../contract/schema-object.ts";
import { conjunctionOf } from "./conjunction.ts";
import { attempting, Contradiction } from "./contradiction.ts";
import { fakerOf } from "./faker.ts";
import { schemasOf } from "./fits-object.ts";
import { createPatternMaker } from "./pattern-string.ts";
import { suggestedValue } from "./suggest.ts";
import type { MakeValue, Place, Work } from "./work.ts";

/** More properties than this are refused. */
const MAX_PROPERTIES = 2_000;
/** Names that are tried for a property nobody named. */
const NAME_TRIES = 30;

interface Making {
  readonly place: Place;
  readonly work: Work;
  readonly makeValue: MakeValue;
}

/** An object that fits the object keywords of every one of `schemas`. */
export function makeObject(
  schemas: readonly SchemaObject[],
  { place, work, makeValue }: Making,
): Record<string, unknown> {
  const least = Math.max(0, ...schemas.map(({ minProperties }) => minProperties ?? 0));
  const most = Math.min(...schemas.map(({ maxProperties }) => maxProperties ?? Number.POSITIVE_INFINITY));
  const contradiction = (why: string) => new Contradiction(why, { schema: schemas[0], trail: place.trail });
  if (least > most) throw contradiction(`minProperties ${least} is above maxProperties ${most}`);
  if (least > MAX_PROPERTIES) throw contradiction(`minProperties ${least} is beyond the ${MAX_PROPERTIES} we write`);
  const required = withDependents(new Set(schemas.flatMap(({ required }) => required ?? [])), schemas);
  if (required.size > most)
    throw contradiction(`${required.size} required properties are more than maxProperties ${most}`);

  const members = new Map<string, unknown>();
  for (const name of required) members.set(name, makeMember(name, false));
  for (const name of optionalNames(schemas, required, place)) {
    if (members.size >= most) break;
    if (members.size >= least && !isWorthGiving(name)) continue;
    tryGroup(name);
  }
  // All of them left to chance, every property may have been left out; one at least tells what the object is.
  if (members.size === 0 && most > 0 && !place.isMinimal && work.fullness > 0) {
    for (const name of optionalNames(schemas, required, place).slice(0, 1)) tryGroup(name);
  }
  const wanted = Math.min(most, Math.max(least, entriesOf(schemas, members.size, place)));
  for (let attempt = 0; members.size < wanted && attempt < NAME_TRIES + wanted; attempt++) {
    for (const name of newNames(schemas, attempt, { place, work, makeValue })) {
      if (members.size < wanted && !members.has(name) && !isNamed(schemas, name)) tryGroup(name);
    }
  }
  if (members.size < least) throw contradiction(`only ${members.size} of minProperties ${least} are possible`);
  // The order of the document, whatever the order in which they were made. `fromEntries` keeps even `__proto__` a property.
  const names = new Set([...describedNames(schemas), ...members.keys()].filter((name) => members.has(name)));
  return Object.fromEntries([...names].map((name) => [name, members.get(name)]));

  function makeMember(name: string, isOptional: boolean): unknown {
    const trail = [...place.trail, `property ${name}`];
    const own = schemas.flatMap((schema) => schemasOf(schema, name, work));
    const rest = own.length > 0 ? [] : present(schemas.map(({ unevaluatedProperties }) => unevaluatedProperties));
    const at: Place = {
      ...place,
      name,
      isOptional,
      trail,
      depth: place.depth + 1,
      random: place.random.fork(name),
      kin: place.random,
      parent: place.name,
      turn: place.index,
      index: undefined,
    };
    if (own.includes(false))
      throw new Contradiction("the property is required, and its schema is false", { schema: schemas[0], trail });
    return makeValue([...own, ...rest], at, work);
  }

  function isWorthGiving(name: string): boolean {
    if (place.isMinimal) return false;
    const own = schemas.flatMap((schema) => schemasOf(schema, name, work));
    if (own.some((schema) => typeof schema === "object" && schema.deprecated === true)) return false;
    const at = { ...place, name, trail: [...place.trail, `property ${name}`] };
    // What the caller can name is given for certain.
    const named = work.suggest && attempting(() => suggestedValue(conjunctionOf(own, at, work), at, work));
    if (named && "value" in named && named.value) return true;
    return place.random.fork(`give ${name}`).next() < work.fullness;
  }

  /** Gives an optional property with those it depends on, or none of them: what is optional may as well be missing. */
  function tryGroup(name: string): void {
    if (
      schemas
        .flatMap((schema) => schemasOf(schema, name, work))
        .some((schema) => work.heightOf(schema) === Number.POSITIVE_INFINITY)
    )
      return;
    const group = [...withDependents(new Set([name]), schemas)].filter((each) => !members.has(each));
    if (members.size + group.length > most) return;
    const made = attempting(() => group.map((each) => [each, makeMember(each, members.size >= least)] as const));
    if ("value" in made) for (const [each, value] of made.value) members.set(each, value);
  }
}

/** The names with all that `dependentRequired` adds to them. */
function withDependents(names: Set<string>, schemas: readonly SchemaObject[]): Set<string> {
  const all = new Set(names);
  // A set that grows while it is walked: what is added is visited as well.
  for (const name of all) {
    for (const { dependentRequired } of schemas) {
      if (dependentRequired && Object.hasOwn(dependentRequired, name))
        for (const each of dependentRequired[name] ?? []) all.add(each);
    }
  }
  return all;
}

/** The described properties that are not required, deprecated ones at the end. */
function optionalNames(
  schemas: readonly SchemaObject[],
  required: ReadonlySet<string>,
  { isMinimal }: Place,
): string[] {
  const isDeprecated = (name: string) =>
    schemas.some(({ properties }) => {
      const schema: Schema | undefined = properties && Object.hasOwn(properties, name) ? properties[name] : undefined;
      return typeof schema === "object" && schema.deprecated === true;
    });
  const names = [...describedNames(schemas)].filter((name) => !required.has(name));
  return isMinimal ? names : [...names.filter((name) => !isDeprecated(name)), ...names.filter(isDeprecated)];
}

const describedNames = (schemas: readonly SchemaObject[]) =>
  new Set(schemas.flatMap(({ properties }) => Object.keys(properties ?? {})));

const present = (schemas: readonly (Schema | undefined)[]) => schemas.filter((schema) => schema !== undefined);

const isNamed = (schemas: readonly SchemaObject[], name: string) =>
  schemas.some(({ properties }) => properties !== undefined && Object.hasOwn(properties, name));

/** How many members an object should have that describes none: a map shows an entry or two, a free-form object stays empty. */
function entriesOf(schemas: readonly SchemaObject[], size: number, { isMinimal, random }: Place): number {
  if (isMinimal || size > 0 || schemas.some(({ properties }) => properties !== undefined)) return 0;
  const isMap = schemas.some(
    ({ additionalProperties, patternProperties }) =>
      typeof additionalProperties === "object" || patternProperties !== undefined,
  );
  return isMap ? random.fork("entries").int(1, 2) : 0;
}

/** Names for properties that the schema allows but does not name. */
function* newNames(
  schemas: readonly SchemaObject[],
  attempt: number,
  { place, work, makeValue }: Making,
): Generator<string> {
  const random = place.random.fork(`name ${attempt}`);
  const rules = present(schemas.map(({ propertyNames }) => propertyNames));
  if (rules.length > 0) {
    const at: Place = {
      ...place,
      name: "key",
      isOptional: false,
      random,
      trail: [...place.trail, "property names"],
      depth: place.depth + 1,
    };
    const made = attempting(() => makeValue([{ type: "string" }, ...rules], at, work));
    if ("value" in made) yield String(made.value);
  }
  for (const pattern of schemas.flatMap(({ patternProperties }) => Object.keys(patternProperties ?? {}))) {
    const name = createPatternMaker(pattern, { min: 4 + (attempt % 8), max: 60 })?.(random);
    if (name !== undefined) yield name;
  }
  if (rules.length === 0) yield attempt < 20 ? fakerOf(random).word.noun() : `extra${attempt}`;
}
