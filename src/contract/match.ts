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
  segments: readonly { literal?: string; pattern?: RegExp; names: readonly string[] }[];
  operations: Map<string, Operation>;
}

/** Prepares the look-up once; the function it returns never throws, whatever the path holds. */
export function createMatch(contract: Contract): Match {
  const literal = new Map<string, Route>();
  const templated: Route[] = [];
  for (const operation of contract.operations) {
    const isTemplate = operation.path.includes("{");
    const known = isTemplate
      ? templated.find((route) => [...route.operations.values()][0]?.path === operation.path)
      : literal.get(operation.path);
    const route = known ?? { segments: operation.path.split("/").map(segment), operations: new Map() };
    route.operations.set(operation.method, operation);
    if (known === undefined) isTemplate ? templated.push(route) : literal.set(operation.path, route);
  }
  templated.sort(bySpecificity);

  const lookUp = (path: string): { route: Route; params: Record<string, string> } | undefined => {
    const exact = literal.get(path);
    if (exact !== undefined) return { route: exact, params: {} };
    const parts = path.split("/");
    for (const route of templated) {
      const params = read(route, parts);
      if (params !== undefined) return { route, params };
    }
    return undefined;
  };

  const base = contract.basePath;
  return (method, path) => {
    const found =
      lookUp(path) ?? (base !== "" && path.startsWith(`${base}/`) ? lookUp(path.slice(base.length)) : undefined);
    if (found === undefined) return unknown(contract, path);
    const operation = found.route.operations.get(method);
    if (operation !== undefined) return { kind: "found", operation, params: found.params };
    const operations = [...found.route.operations.values()];
    return { kind: "wrong-method", allow: operations.map((one) => one.method), operation: operations[0] as Operation };
  };
}

/** A segment may mix text and parameters, as in `{id}.json`. */
function segment(text: string): Route["segments"][number] {
  const names = [...text.matchAll(/\{([^}]+)\}/g)].map((found) => found[1] as string);
  if (names.length === 0) return { literal: text, names };
  const source = text
    .split(/\{[^}]+\}/)
    .map(escapeRegExp)
    .join("(.+?)");
  return { pattern: new RegExp(`^${source}$`, "s"), names };
}

function bySpecificity(a: Route, b: Route): number {
  for (let index = 0; index < Math.min(a.segments.length, b.segments.length); index++) {
    const difference =
      Number(b.segments[index]?.literal !== undefined) - Number(a.segments[index]?.literal !== undefined);
    if (difference !== 0) return difference;
  }
  return 0;
}

function read({ segments }: Route, parts: readonly string[]): Record<string, string> | undefined {
  if (parts.length !== segments.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, { literal, pattern, names }] of segments.entries()) {
    const part = parts[index] as string;
    if (literal !== undefined) {
      if (literal !== part) return undefined;
      continue;
    }
    const values = pattern?.exec(part);
    if (!values) return undefined;
    for (const [position, name] of names.entries()) params[name] = decode(values[position + 1] as string);
  }
  return params;
}

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
