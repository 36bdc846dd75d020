/** Random requests of a schema, and single faults in them: small, blunt, and independent of src/synthesis. */
import { resolve, type Schemas } from "../../src/contract/resolve.ts";
import type { JsonType, Schema } from "../../src/contract/schema-object.ts";
import type { Random } from "../../src/lib/random.ts";

/** An instance of a request schema: most are valid, which the caller asks a validator. */
export function sample(given: Schema, schemas: Schemas, random: Random, level = 0): unknown {
  const schema = resolve(given, schemas);
  if (typeof schema === "boolean") return random.pick(["free", 3, true, { any: "thing" }]);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return random.pick(schema.enum);
  const parts = (schema.allOf ?? []).map((part) => sample(part, schemas, random, level));
  const branches = schema.oneOf ?? schema.anyOf;
  if (branches !== undefined) parts.push(sample(random.pick(branches), schemas, random, level));
  if (parts.length > 0 && schema.properties === undefined) {
    return parts.every((part) => typeof part === "object" && part !== null && !Array.isArray(part))
      ? Object.assign({}, ...parts)
      : parts.at(-1);
  }
  const type = random.pick([schema.type ?? "object"].flat() as JsonType[]);
  switch (type) {
    case "null":
      return null;
    case "boolean":
      return random.next() < 0.5;
    case "string":
      return schema.format === "email"
        ? "ada@example.org"
        : schema.format === "uuid"
          ? "123e4567-e89b-42d3-a456-426614174000"
          : random.pick(["tide", "Saint-Malo", "", "7", "data:,x"]);
    case "integer":
    case "number": {
      const low = schema.minimum ?? (schema.exclusiveMinimum === undefined ? 0 : schema.exclusiveMinimum + 1);
      const high = schema.maximum ?? low + 2;
      const value = low + random.next() * (high - low);
      return random.pick([low, high, type === "integer" ? Math.floor(value) : value]);
    }
    case "array": {
      const size = random.int(
        schema.minItems ?? 0,
        Math.max(schema.minItems ?? 0, Math.min(schema.maxItems ?? 3, level > 6 ? 0 : 3)),
      );
      return Array.from({ length: size }, () => sample(schema.items ?? true, schemas, random, level + 1));
    }
    case "object": {
      const object: Record<string, unknown> = Object.assign({}, ...parts);
      for (const [name, property] of Object.entries(schema.properties ?? {})) {
        if (schema.required?.includes(name) || random.next() < (level > 4 ? 0.2 : 0.4))
          object[name] = sample(property, schemas, random, level + 1);
      }
      if (typeof schema.additionalProperties === "object" && random.next() < 0.5)
        object.extra = sample(schema.additionalProperties, schemas, random, level + 1);
      return object;
    }
  }
}

const WRONG: readonly unknown[] = [17, -4, 1e9, 0.5, "wrong", "", true, null, [], ["x"], {}, { wrong: 1 }, [[]]];

/** The same request with one fault at a random place: a member replaced, dropped, or added. */
export function mutate(value: unknown, random: Random): unknown {
  const copy: unknown = structuredClone(value);
  const places: { holder: Record<string, unknown> | unknown[]; key: string }[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    for (const key of Object.keys(node)) {
      places.push({ holder: node as Record<string, unknown>, key });
      visit((node as Record<string, unknown>)[key]);
    }
  };
  visit(copy);
  if (places.length === 0) return random.pick(WRONG);
  const { holder, key } = random.pick(places);
  if (Array.isArray(holder)) holder[Number(key)] = random.pick(WRONG);
  else if (random.next() < 0.3) delete holder[key];
  else holder[key] = random.pick(WRONG);
  return copy;
}
