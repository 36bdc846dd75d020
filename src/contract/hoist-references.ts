/**
 * Makes the references of a document uniform: a schema refers only to `#/components/schemas/<name>`, and everything
 * that is no schema (parameters, bodies, replies, headers) can be followed to its end.
 */
import { GatetwinError } from "../lib/errors.ts";
import { valueAt } from "../lib/json-pointer.ts";

type Node = Record<string, unknown>;

/** Keywords whose values are data. */
const DATA = new Set(["example", "default", "enum", "const", "value"]);
const SCHEMAS = "#/components/schemas/";

/** Everything else that may be a reference (a parameter, a body, a reply, a path) is outside of schemas. */
const isInSchema = (place: string): boolean => place.startsWith(SCHEMAS) || /\/(item)?[sS]chema(\/|$)/.test(place);

export interface Hoisted {
  /** A copy of the document in which schema references point at component schemas alone. */
  root: Node;
  /** The object itself, or what its `$ref` leads to, however many steps that takes. */
  follow: (value: unknown) => Node;
}

/** Throws GatetwinError `document-invalid`, naming the reference and its place, when one leads nowhere or out of the file. */
export function hoistReferences(document: Node): Hoisted {
  const components = (document.components ?? {}) as Node;
  const schemas: Node = { ...((components.schemas as Node | undefined) ?? {}) };
  const hoisted = new Map<string, string>();

  const target = (ref: string, place: string): unknown => {
    const value = ref.startsWith("#") ? valueAt(document, decodeURIComponent(ref.slice(1))) : undefined;
    if (value !== undefined) return value;
    throw new GatetwinError("document-invalid", `Failed to follow the reference ${ref} at ${place}: nothing is there`, {
      details: { pointer: place, reference: ref },
    });
  };

  /** Bundlers point into paths (`#/paths/…/schema`); such a schema gets a name of its own. */
  const name = (ref: string, place: string): string => {
    const plain = decodeURIComponent(ref);
    const known = hoisted.get(plain);
    if (known !== undefined) return known;
    const value = target(ref, place);
    // A name that is no plain word would have to be escaped wherever it is told.
    if (plain.startsWith(SCHEMAS) && /^[\w.-]+$/.test(plain.slice(SCHEMAS.length))) return plain.slice(SCHEMAS.length);
    const fresh = plain.slice(2).replaceAll(/[^\w.-]+/g, "-");
    hoisted.set(plain, fresh);
    schemas[fresh] = rewrite(value, plain);
    return fresh;
  };

  const rewrite = (value: unknown, place: string): unknown => {
    if (Array.isArray(value)) return value.map((item, index) => rewrite(item, `${place}/${index}`));
    if (typeof value !== "object" || value === null) return value;
    const node = value as Node;
    const copy: Node = {};
    for (const [key, item] of Object.entries(node)) {
      // Values in examples, defaults and enums are data: a `$ref` in them is no reference.
      const isData = (DATA.has(key) || (key === "examples" && Array.isArray(item))) && !place.endsWith("/properties");
      copy[key] = isData ? item : rewrite(item, `${place}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`);
    }
    if (typeof node.$ref === "string" && !place.endsWith("/properties")) {
      if (isInSchema(place)) copy.$ref = `${SCHEMAS}${name(node.$ref, place)}`;
      else target(node.$ref, place);
    }
    return copy;
  };

  const root = rewrite(document, "#") as Node;
  const own = (root.components ?? {}) as Node;
  const named: Node = { ...(own.schemas as Node | undefined), ...pick(schemas, hoisted) };
  root.components = { ...own, schemas: named };

  for (const schema of Object.values(named)) checkChain(schema, named);

  const follow = (value: unknown): Node => {
    const seen = new Set<string>();
    let node = (value ?? {}) as Node;
    while (typeof node.$ref === "string") {
      if (seen.has(node.$ref)) throw circular(node.$ref);
      seen.add(node.$ref);
      node = (valueAt(root, decodeURIComponent(node.$ref.slice(1))) ?? {}) as Node;
    }
    return node;
  };
  return { root, follow };
}

const circular = (ref: string): GatetwinError =>
  new GatetwinError("document-invalid", `Failed to follow the reference ${ref}: it leads back to itself`, {
    details: { pointer: ref, reference: ref },
  });

/** A schema that is nothing but a reference to itself, by however many steps, says nothing. */
function checkChain(schema: unknown, schemas: Node): void {
  const seen = new Set<string>();
  for (let node = schema as Node | null; typeof node?.$ref === "string"; ) {
    if (seen.has(node.$ref)) throw circular(node.$ref);
    seen.add(node.$ref);
    node = (schemas[node.$ref.slice(SCHEMAS.length)] ?? {}) as Node;
  }
}

const pick = (schemas: Node, hoisted: ReadonlyMap<string, string>): Node =>
  Object.fromEntries([...hoisted.values()].map((fresh) => [fresh, schemas[fresh]]));
