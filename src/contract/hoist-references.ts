/**
 * Makes the references of a document uniform: a schema refers only to `#/components/schemas/<name>`, and everything
 * that is no schema (parameters, bodies, replies, headers) can be followed to its end.
 */
import { GatetwinError } from "../lib/errors.ts";
import { decodeFragment, toPointer, valueAt } from "../lib/json-pointer.ts";
import { type Kind, kindOf, mayRefer } from "./document-tree.ts";

type Node = Record<string, unknown>;

const SCHEMAS = "#/components/schemas/";

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
    const value = ref.startsWith("#") ? valueAt(document, decodeFragment(ref.slice(1))) : undefined;
    if (value !== undefined) return value;
    throw new GatetwinError("document-invalid", `Failed to follow the reference ${ref} at ${place}: nothing is there`, {
      details: { pointer: place, reference: ref },
    });
  };

  /** Bundlers point into paths (`#/paths/…/schema`); such a schema gets a name of its own. */
  const name = (ref: string, place: string): string => {
    const plain = decodeFragment(ref);
    const known = hoisted.get(plain);
    if (known !== undefined) return known;
    const value = target(ref, place);
    // A name that is no plain word would have to be escaped wherever it is told.
    if (plain.startsWith(SCHEMAS) && /^[\w.-]+$/.test(plain.slice(SCHEMAS.length))) return plain.slice(SCHEMAS.length);
    const words = plain.slice(2).replaceAll(/[^\w.-]+/g, "-");
    // Names in other scripts are the same without their letters.
    let fresh = words;
    for (let next = 2; Object.hasOwn(schemas, fresh); next++) fresh = `${words}-${next}`;
    hoisted.set(plain, fresh);
    // Taken before it is read, since it may hold others that ask for a name.
    schemas[fresh] = true;
    schemas[fresh] = rewrite(value, plain, "schema");
    return fresh;
  };

  const rewrite = (value: unknown, place: string, kind: Kind): unknown => {
    if (kind === "data") return value;
    if (Array.isArray(value)) return value.map((item, index) => rewrite(item, `${place}/${index}`, kind));
    if (typeof value !== "object" || value === null) return value;
    const node = value as Node;
    const copy: Node = {};
    for (const [key, item] of Object.entries(node))
      copy[key] = rewrite(item, place + toPointer([key]), kindOf(kind, key, item));
    if (typeof node.$ref === "string" && mayRefer(kind)) {
      if (kind === "schema") copy.$ref = `${SCHEMAS}${name(node.$ref, place)}`;
      else target(node.$ref, place);
    }
    return copy;
  };

  const root = rewrite(document, "#", "object") as Node;
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
      node = (valueAt(root, decodeFragment(node.$ref.slice(1))) ?? {}) as Node;
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
