/** Judges the parameters and the body of a request against its operation. */
import { toParam } from "../lib/json-pointer.ts";
import { decodeParameter, type RawParameters } from "./decode-parameter.ts";
import type { Content, Contract, Operation } from "./operation.ts";
import type { Violation, ViolationPlace } from "./violation.ts";

export interface ReadParameters {
  path: Record<string, unknown>;
  query: Record<string, unknown>;
  header: Record<string, unknown>;
  cookie: Record<string, unknown>;
}

/** The parameters as typed values, and what is wrong with them. */
export function checkParameters(
  operation: Operation,
  raw: RawParameters,
  contract: Contract,
): { params: ReadParameters; violations: readonly Violation[] } {
  if (operation.parameters.length === 0) return NO_PARAMETERS;
  const params: ReadParameters = { path: {}, query: {}, header: {}, cookie: {} };
  const violations: Violation[] = [];
  for (const parameter of operation.parameters) {
    const value = decodeParameter(parameter, raw, contract.schemas);
    if (value === undefined) {
      if (parameter.required) violations.push(missing(parameter.in, parameter.name));
      continue;
    }
    params[parameter.in][parameter.name] = value;
    for (const found of parameter.check(value)) violations.push(named(found, parameter.in, parameter.name));
  }
  return { params, violations };
}

const NO_PARAMETERS = Object.freeze({
  params: Object.freeze({
    path: Object.freeze({}),
    query: Object.freeze({}),
    header: Object.freeze({}),
    cookie: Object.freeze({}),
  }),
  violations: [],
});

/** What is wrong with a body that is already parsed. `content` is the face of the operation that reads it. */
export const checkBody = (content: Content, body: unknown): readonly Violation[] => content.check(body);

const missing = (place: ViolationPlace, name: string): Violation => ({
  code: "missing",
  in: place,
  pointer: `/${name}`,
  keyword: "required",
  message: `The ${place} parameter ${name} is missing, and it is required.`,
});

/** A violation of the parameter's own schema, told with the parameter's name. */
function named(violation: Violation, place: ViolationPlace, name: string): Violation {
  const inner = violation.pointer;
  const message =
    inner === ""
      ? violation.message.replace(/^The \w+ /, `The ${place} parameter ${name} `)
      : // The sentence begins with the place in the value, such as `[0]`.
        toParam(`/${name}${inner}`) + violation.message.slice(toParam(inner).length);
  return { ...violation, in: place, pointer: `/${name}${inner}`, message };
}
