/** The values that a field is tried with: its bounds and members first, then every corner inside of it, in seeded order. */
import { refName, type Schemas } from "../../contract/resolve.ts";
import type { Schema } from "../../contract/schema-object.ts";
import type { Random } from "../../lib/random.ts";
import { synthesize } from "../../synthesis/synthesize.ts";
import { type Aim, aimsOf } from "./aims.ts";
import type { Field } from "./fields.ts";
import { settle } from "./settle.ts";

export interface Corners {
  /** Of the field. */
  name: string;
  /** So many must be tried for every bound and member of the field itself. */
  own: number;
  /** All of them. */
  count: number;
  /** The value of a corner; undefined where the schema contradicts itself there. */
  value(index: number): unknown;
}

/** What the field itself allows at its limits, and each kind of item that a list takes. */
const FIRST = [/^ (=|at) /, /^(\[\])?<\d+>$/, /^$/];
/**
 * Corners of a type that the document does not state: no bound of the contract lies at zero, at the empty text or below
 * zero, and real servers have limits there that no schema tells. Three thousand characters are many tokens.
 */
const NEVER = / of 32 bits$| of 3,000 characters$| = (0|""|\[\]|\{\})$| below 0$| in the middle of two$/;

export function cornersOf({ name, schema }: Field, { schemas, random }: { schemas: Schemas; random: Random }): Corners {
  const aims = aimsOf(schema, schemas).filter(({ label }) => !NEVER.test(label));
  const own = aims.filter(({ label }) => FIRST.some((pattern) => pattern.test(label)));
  const rest = aims.filter((aim) => !own.includes(aim));
  const draw = random.fork(name);
  const ordered = [...own, ...shuffle(rest, draw)];
  if (ordered.length === 0) ordered.push({ label: "", schema });
  return {
    name,
    own: own.length,
    count: ordered.length,
    value: (index) => {
      const aim = ordered[index % ordered.length] as Aim;
      return settle(counted(make(aim.schema, { name, schemas, random: draw.fork(aim.label) }), aim.schema), name);
    },
  };
}

/** A number without any bound is a count of something that may be paid for: whole, and from one to four. */
const counted = (value: unknown, schema: Schema): unknown =>
  typeof value === "number" &&
  !/"(exclusiveM|m)(in|ax)imum":|"(const|enum|examples|default)":/.test(JSON.stringify(schema))
    ? 1 + (Math.trunc(Math.abs(value)) % 4)
    : value;

function make(schema: Schema, { name, schemas, random }: { name: string; schemas: Schemas; random: Random }): unknown {
  try {
    return synthesize(schema, {
      random,
      name,
      resolve: (ref) => schemas[refName(ref) ?? ""] ?? true,
      fullness: 0.2,
    });
  } catch {
    // One part of a schema can contradict a corner of another.
    return undefined;
  }
}

export function shuffle<Item>(items: readonly Item[], random: Random): Item[] {
  const rest = [...items];
  for (let at = rest.length - 1; at > 0; at--) {
    const other = random.int(0, at);
    [rest[at], rest[other]] = [rest[other] as Item, rest[at] as Item];
  }
  return rest;
}
