/** Which operations a run is about: by API, and by patterns over their names. */
import type { Contract, Operation } from "../contract/operation.ts";
import { GatetwinError } from "../lib/errors.ts";
import { escapeRegExp } from "../lib/escape-regexp.ts";
import { nearest } from "../lib/nearest.ts";

export interface Selection {
  apis?: readonly string[] | undefined;
  include?: readonly string[];
  exclude?: readonly string[];
}

/**
 * Patterns are compared with the operationId, the path, `METHOD path` and the API; `*` stands for any text. Throws
 * GatetwinError `option-invalid` for an API that is not there and for a pattern that fits nothing.
 */
export function selectOperations(
  { operations }: Contract,
  { apis, include = [], exclude = [] }: Selection,
): Operation[] {
  const known = [...new Set(operations.map(({ api }) => api))];
  const unknown = apis?.find((api) => !known.includes(api));
  if (unknown !== undefined) throw nothing(unknown, known);
  const names = operations.map(({ id }) => id);
  for (const pattern of include)
    if (!operations.some((operation) => fits(operation, pattern))) throw nothing(pattern, names);
  return operations.filter(
    (operation) =>
      (apis === undefined || apis.includes(operation.api)) &&
      (include.length === 0 || include.some((pattern) => fits(operation, pattern))) &&
      !exclude.some((pattern) => fits(operation, pattern)),
  );
}

function fits({ id, api, method, path }: Operation, pattern: string): boolean {
  const parts = pattern.split("*").map(escapeRegExp);
  const expression = new RegExp(`^${parts.join(".*")}$`, "i");
  return [id, api, path, `${method} ${path}`].some((name) => expression.test(name));
}

function nothing(wanted: string, known: readonly string[]): GatetwinError {
  const meant = nearest(wanted, known);
  return new GatetwinError(
    "option-invalid",
    `Failed to select ${wanted}: no operation is called so; ${meant === undefined ? `there are ${known.join(", ")}` : `did you mean ${meant}?`}`,
  );
}
