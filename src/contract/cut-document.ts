/** Cuts a bundled document to some of its APIs, with only the components that these use: a document valid by itself. */
import { GatetwinError } from "../lib/errors.ts";
import { decodeFragment, fromPointer } from "../lib/json-pointer.ts";
import { nearest } from "../lib/nearest.ts";
import { hoistReferences } from "./hoist-references.ts";
import type { OpenApiDocument } from "./load.ts";
import { METHODS } from "./methods.ts";

type Node = Record<string, unknown>;

/** An API is what the first tag of an operation names; `default` has the operations without one. */
const apiOf = (operation: unknown): string => String((map(operation).tags as unknown[] | undefined)?.[0] ?? "default");

/** The APIs of a document, in the order of its paths. */
export const apisOf = (document: OpenApiDocument): string[] => [
  ...new Set(
    Object.values(map(document.paths)).flatMap((item) =>
      Object.entries(map(item)).flatMap(([name, operation]) => (METHODS.includes(name) ? [apiOf(operation)] : [])),
    ),
  ),
];

/**
 * The document with the operations of these APIs alone, and the tags, security schemes and components that are left of
 * it. Throws GatetwinError `option-invalid` for an API that the document does not have.
 */
export function cutDocument(document: OpenApiDocument, apis: readonly string[]): OpenApiDocument {
  // What is referred to inside of a path must outlive that path.
  const { root, follow } = hoistReferences(document);
  const whole: OpenApiDocument = { ...root, paths: mapValues(map(root.paths), follow) };
  const known = apisOf(whole);
  const unknown = apis.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    const meant = nearest(unknown, known);
    const hint = meant === undefined ? `it has ${known.join(", ")}` : `did you mean ${meant}?`;
    throw new GatetwinError("option-invalid", `Failed to take the API ${unknown}: the document has none; ${hint}`);
  }
  const paths: Node = {};
  for (const [path, item] of Object.entries(map(whole.paths))) {
    const kept = Object.entries(map(item)).filter(
      ([name, value]) => !METHODS.includes(name) || apis.includes(apiOf(value)),
    );
    if (kept.some(([name]) => METHODS.includes(name))) paths[path] = Object.fromEntries(kept);
  }
  const { components, info, ...rest } = whole;
  const used = new Set(
    Object.values(paths).flatMap((item) => Object.values(map(item)).flatMap((part) => list(map(part).tags))),
  );
  const tags = list(whole.tags).filter((tag) => used.has(map(tag).name));
  const isWhole = known.every((name) => apis.includes(name));
  const cut: OpenApiDocument = {
    ...rest,
    info: isWhole ? info : infoOf(map(info), apis, tags),
    ...(whole.tags !== undefined && { tags }),
    paths,
  };
  return { ...cut, components: componentsOf(cut, map(components)) };
}

/** What is said of the whole would not be true of a part. */
function infoOf({ summary: _, description: __, title, ...info }: Node, apis: readonly string[], tags: unknown[]): Node {
  const description = tags.flatMap((tag) => map(tag).description ?? []).join("\n\n");
  return { title: `${title}: ${apis.join(", ")}`, ...info, ...(description !== "" && { description }) };
}

/** The components that the rest of a document reaches, in the order they have. */
function componentsOf(rest: Node, components: Node): Node {
  const reached = new Set<string>();
  const waiting: unknown[] = [rest];
  const reach = (kind: string, name: string): void => {
    const key = `${kind}/${name}`;
    const component = map(components[kind])[name];
    if (component === undefined || reached.has(key)) return;
    reached.add(key);
    waiting.push(component);
  };
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [name, member] of Object.entries(value)) {
      if (name === "$ref" || name === "mapping") for (const ref of texts(member)) reachReference(ref);
      else if (name === "security") for (const needed of list(member)) schemesOf(needed);
      visit(member);
    }
  };
  const reachReference = (ref: string): void => {
    const [first, kind, name] = ref.startsWith("#") ? fromPointer(decodeFragment(ref.slice(1))) : [];
    if (first === "components" && kind !== undefined && name !== undefined) reach(kind, name);
    // A discriminator may name its schemas without saying where they are.
    else if (first === undefined) reach("schemas", ref);
  };
  const schemesOf = (needed: unknown): void => {
    for (const name of Object.keys(map(needed))) reach("securitySchemes", name);
  };
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) visit(next);
  const kinds = Object.entries(components).map(([kind, named]) => [
    kind,
    Object.fromEntries(Object.entries(map(named)).filter(([name]) => reached.has(`${kind}/${name}`))),
  ]);
  return Object.fromEntries(kinds.filter(([, named]) => Object.keys(named as Node).length > 0));
}

const map = (value: unknown): Node => (typeof value === "object" && value !== null ? (value as Node) : {});
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const texts = (value: unknown): string[] =>
  (typeof value === "string" ? [value] : Object.values(map(value))).filter((one) => typeof one === "string");
const mapValues = (node: Node, change: (value: unknown) => unknown): Node =>
  Object.fromEntries(Object.entries(node).map(([name, value]) => [name, change(value)]));
