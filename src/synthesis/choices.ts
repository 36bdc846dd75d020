/** The choices a schema leaves open (`anyOf`, `oneOf`, `if`, `not`, `dependentSchemas`), as lists of ways to settle them. */
import type { Schema, SchemaObject } from "../contract/schema-object.ts";
import { negate } from "./negate.ts";
import { type Place, timesAround, type Work } from "./work.ts";

export interface Choice {
  readonly keyword: string;
  readonly schema: SchemaObject;
  readonly options: readonly Option[];
}

export interface Option {
  readonly label: string;
  /** What the value must fit as well when this way is taken. */
  readonly schemas: readonly Schema[];
}

/** The choices of one schema object, each with its options in the order in which they are to be tried. */
export function choicesOf(schema: SchemaObject, place: Place, work: Work): Choice[] {
  const choices: Choice[] = [];
  const add = (keyword: string, options: readonly Option[]) => choices.push({ keyword, schema, options });
  const label = (keyword: string, index: number) => `branch ${index} of ${keyword}`;
  if (schema.anyOf) {
    const options = schema.anyOf.map((branch, index) => ({ label: label("anyOf", index), schemas: [branch] }));
    add("anyOf", inOrder(options, place, work));
  }
  if (schema.oneOf) add("oneOf", oneOfOptions(schema, schema.oneOf, place, work));
  if (schema.if !== undefined && (schema.then !== undefined || schema.else !== undefined)) {
    const met = { label: "then", schemas: [schema.if, schema.then ?? true] };
    const unmet = { label: "else", schemas: [{ not: schema.if }, schema.else ?? true] };
    add("if", inOrder([met, unmet], place, work));
  }
  if (schema.not !== undefined) {
    add(
      "not",
      negate(resolved(schema.not, work)).map((way) => ({ label: "not", schemas: [way] })),
    );
  }
  for (const [name, dependent] of Object.entries(schema.dependentSchemas ?? {})) {
    const given = { label: `with ${name}`, schemas: [{ required: [name] }, dependent] };
    const absent = { label: `without ${name}`, schemas: [{ properties: { [name]: false } }] };
    add("dependentSchemas", place.isMinimal ? [absent, given] : [given, absent]);
  }
  return choices;
}

/** A bare reference under `not` says nothing that could be turned round; what it stands for does. */
function resolved(schema: Schema, work: Work): Schema {
  return typeof schema === "object" && typeof schema.$ref === "string" && Object.keys(schema).length === 1
    ? work.resolve(schema.$ref)
    : schema;
}

/**
 * Each branch first as it is, for mostly branches exclude each other by themselves, and then with every other branch
 * forbidden.
 */
function oneOfOptions(schema: SchemaObject, branches: readonly Schema[], place: Place, work: Work): Option[] {
  const options = branches.map((branch, index) => {
    const others = branches.filter((_, other) => other !== index).map((not) => ({ not }));
    const label = `branch ${index} of oneOf`;
    const plain: Option = { label, schemas: [branch, ...tagOf(schema, branch)] };
    return { label, schemas: [branch], ways: [plain, { label, schemas: [branch, ...others] }] };
  });
  return inOrder(options, place, work).flatMap(({ ways }) => ways);
}

/** What a discriminator's mapping says of a branch, which need not say it itself. */
function tagOf({ discriminator }: SchemaObject, branch: Schema): Schema[] {
  if (!discriminator?.mapping || typeof branch === "boolean" || branch.$ref === undefined) return [];
  const tags = Object.entries(discriminator.mapping).filter(([, ref]) => ref === branch.$ref);
  const properties = { [discriminator.propertyName]: { enum: tags.map(([tag]) => tag) } };
  return tags.length > 0 ? [{ properties }] : [];
}

/**
 * Seeded, but what leads nowhere, back into itself, to null or to something deprecated comes last; where a value must end,
 * the shortest way comes first.
 */
function inOrder<Each extends Option>(options: readonly Each[], place: Place, work: Work): Each[] {
  const rank = ({ schemas }: Option): number => {
    const height = Math.max(...schemas.map(work.heightOf));
    if (height === Number.POSITIVE_INFINITY) return height;
    if (place.isMinimal) return height + (schemas.some((schema) => isNull(schema)) ? 0.5 : 0);
    const targets = schemas.map((schema) => resolved(schema, work));
    const isRecursive = targets.some((schema) => typeof schema === "object" && timesAround(place, schema) > 0);
    const isDeprecated = targets.some((schema) => typeof schema === "object" && schema.deprecated === true);
    return (schemas.some(isNull) ? 4 : 0) + (isDeprecated ? 2 : 0) + (isRecursive ? 1 : 0);
  };
  const random = place.random.fork("branch");
  return options
    .map((option) => ({ option, rank: rank(option), draw: random.next() }))
    .sort((a, b) => (a.rank === b.rank ? a.draw - b.draw : a.rank < b.rank ? -1 : 1))
    .map(({ option }) => option);
}

const isNull = (schema: Schema): boolean =>
  typeof schema === "object" && (schema.type === "null" || schema.const === null);
