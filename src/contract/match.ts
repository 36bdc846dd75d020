/** Finds the operation of a method and path. A literal segment beats a parameter (OpenAPI 3.1, 4.8.8). */
import { escapeRegExp } from "../lib/escape-regexp.ts";
import { nearest } from "../lib/nearest.ts";
import type { Contract, Operation } from "./operation.ts";

export type RouteMatch =
  | { kind: "found"; operation: Operation; params: Readonly<Record<string, string>> }
  | { kind: "wrong-method"; allow: readonly string[]; operation: Operation }
  | { kind: "unknown-path"; near: string | undefined; neighbour: Operation | undefined };

export type Match = (method: string, path: string) => RouteMatch;

interface Route {
  shape: string;
  segments: readonly { literal?: string; pattern?: RegExp }[];
  operations: Map<string, Operation>;
}

type LookUp = (path: string) => { route: Route; values: readonly string[] } | undefined;

/** Prepares the look-up once; the function it returns never throws, whatever the path holds. */
export function createMatch(contract: Contract): Match {
  // A client may leave the base path out, as the base URL of most of them ends with it.
  const lookUps = [createLookUp(contract.operations, ({ path }) => path)];
  const bases = new Set(contract.operations.map(({ basePath }) => basePath).filter((base) => base !== ""));
  for (const base of [...bases].sort((a, b) => b.length - a.length)) {
    const isThere = ({ basePath }: Operation) => basePath === base;
    lookUps.push(createLookUp(contract.operations.filter(isThere), ({ path }) => base + path));
  }

  return (method, path) => {
    let wrong: Route | undefined;
    for (const lookUp of lookUps) {
      const found = lookUp(path);
      const operation = found?.route.operations.get(method);
      if (found && operation) return { kind: "found", operation, params: named(operation, found.values) };
      wrong ??= found?.route;
    }
    if (wrong === undefined) return unknown(contract, path);
    const [operation] = wrong.operations.values();
    return { kind: "wrong-method", allow: [...wrong.operations.keys()], operation: operation as Operation };
  };
}

function createLookUp(operations: readonly Operation[], pathOf: (operation: Operation) => string): LookUp {
  const literal = new Map<string, Route>();
  const templated: Route[] = [];
  for (const operation of operations) {
    const path = pathOf(operation);
    const isTemplate = path.includes("{");
    // However a client encodes a path, and a document writes it: what it says is the same.
    const segments = path.split("/").map(decode);
    const shape = pathShape(segments.join("/"));
    const known = isTemplate ? templated.find((route) => route.shape === shape) : literal.get(shape);
    const route = known ?? { shape, segments: segments.map(segment), operations: new Map() };
    route.operations.set(operation.method, operation);
    if (known === undefined) isTemplate ? templated.push(route) : literal.set(shape, route);
  }
  templated.sort(bySpecificity);
  return (path) => {
    const exact = literal.get(path);
    if (exact !== undefined) return { route: exact, values: [] };
    const parts = path.split("/").map(decode);
    // A slash within a segment ends none.
    const plain = parts.some((part) => part.includes("/")) ? undefined : literal.get(parts.join("/"));
    if (plain !== undefined) return { route: plain, values: [] };
    for (const route of templated) {
      const values = read(route, parts);
      if (values !== undefined) return { route, values };
    }
    return undefined;
  };
}

const TEMPLATE = /\{([^}]+)\}/g;

/** A template without its names: paths of one shape are one path, whatever each method calls its parameters. */
export const pathShape = (path: string): string => path.replaceAll(TEMPLATE, "{}");

/** A segment may mix text and parameters, as in `{id}.json`. */
function segment(text: string): Route["segments"][number] {
  const literals = pathShape(text).split("{}");
  if (literals.length === 1) return { literal: text };
  return { pattern: new RegExp(`^${literals.map(escapeRegExp).join("(.+?)")}$`, "s") };
}

function bySpecificity(a: Route, b: Route): number {
  for (let index = 0; index < Math.min(a.segments.length, b.segments.length); index++) {
    const difference =
      Number(b.segments[index]?.literal !== undefined) - Number(a.segments[index]?.literal !== undefined);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** What stands in place of the templates, in their order. */
function read({ segments }: Route, parts: readonly string[]): string[] | undefined {
  if (parts.length !== segments.length) return undefined;
  const found: string[] = [];
  for (const [index, { literal, pattern }] of segments.entries()) {
    const part = parts[index] as string;
    if (literal !== undefined) {
      if (literal !== part) return undefined;
      continue;
    }
    const values = pattern?.exec(part);
    if (!values) return undefined;
    found.push(...values.slice(1));
  }
  return found;
}

const named = ({ path }: Operation, values: readonly string[]): Record<string, string> =>
  Object.fromEntries([...path.matchAll(TEMPLATE)].map(([, name = ""], index) => [name, values[index] as string]));

/** A path that is no valid percent-encoding is taken as it stands: it will match no id. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The nearest path for the message, and the operation whose API speaks for it: the longest common beginning. */
function unknown(contract: Contract, path: string): RouteMatch {
  const common = (other: string) => {
    let length = 0;
    while (length < other.length && other[length] === path[length]) length++;
    return length;
  };
  const neighbour = contract.operations.reduce<Operation | undefined>(
    (best, operation) => (best === undefined || common(operation.path) > common(best.path) ? operation : best),
    undefined,
  );
  const paths = new Set(contract.operations.map((operation) => operation.path));
  return { kind: "unknown-path", near: nearest(path, paths) ?? endingAs(path, paths), neighbour };
}

/** `/chat/completions` without its prefix is the commonest slip: a base URL that lacks the version. */
const endingAs = (path: string, paths: Iterable<string>): string | undefined =>
  path.length < 3
    ? undefined
    : [...paths].find((known) => known.endsWith(path.replace(/\/+$/, "")) || path.endsWith(known));
