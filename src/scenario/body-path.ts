/** Paths into a body as rules write them: `messages[-1].content`, `metadata["a.b"]`. */

export type Path = readonly (string | number)[];

const PIECE = /^(?:\.?([^.[\]"]+)|\[(-?\d+)\]|\["((?:[^"\\]|\\.)*)"\])/;

/** The members of a path; undefined when it is none. A negative index counts from the end. */
export function parsePath(text: string): Path | undefined {
  const path: (string | number)[] = [];
  let rest = text;
  while (rest !== "") {
    const found = PIECE.exec(rest);
    if (found === null || (path.length === 0 && rest.startsWith("."))) return undefined;
    const [whole, name, index, quoted] = found;
    if (index !== undefined) path.push(Number(index));
    else path.push(name ?? (quoted as string).replaceAll(/\\(.)/g, "$1"));
    rest = rest.slice(whole.length);
  }
  return path.length === 0 ? undefined : path;
}

/** The value at a path, or undefined where it leads nowhere. */
export function valueAtPath(root: unknown, path: Path): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== "object" || value === null) return undefined;
    if (typeof step === "number") {
      if (!Array.isArray(value)) return undefined;
      value = value.at(step);
    } else {
      if (!Object.hasOwn(value, step)) return undefined;
      value = (value as Record<string, unknown>)[step];
    }
  }
  return value;
}

/** The same value with another one at a path. Undefined where the path leads through what has no members. */
export function withValueAt(root: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value;
  if (typeof step === "number") {
    if (!Array.isArray(root)) return undefined;
    const index = step < 0 ? root.length + step : step;
    if (index < 0 || index > root.length) return undefined;
    const inner = withValueAt(root[index], rest, value);
    return inner === undefined ? undefined : root.toSpliced(index, 1, inner);
  }
  if (typeof root !== "object" || root === null || Array.isArray(root)) return undefined;
  const known = Object.hasOwn(root, step) ? (root as Record<string, unknown>)[step] : rest.length === 0 ? null : {};
  const inner = withValueAt(known, rest, value);
  return inner === undefined ? undefined : { ...root, [step]: inner };
}

/** The smallest value in which a path leads to something; every index is the first one. */
export const valueWith = (path: Path): unknown =>
  path.reduceRight<unknown>((inner, step) => (typeof step === "number" ? [inner] : { [step]: inner }), null);
