/**
 * Refuses a document whose structure would make a contract that says something else than its author meant: a parameter
 * in a place that does not exist, a credential that nobody defined, two operations that cannot be told apart.
 */
import { GatetwinError } from "../lib/errors.ts";
import { isFields } from "../lib/fields.ts";
import { toPointer } from "../lib/json-pointer.ts";
import { methodsOf } from "./methods.ts";

type Node = Record<string, unknown>;
type Place = readonly (string | number)[];

const PLACES = ["path", "query", "header", "cookie", "querystring"];

/**
 * Throws GatetwinError `document-invalid` for the first thing that is wrong, with its pointer. Schemas are left to their
 * compiler.
 *
 * @param follow Leads a `$ref` to its end.
 */
export function checkDocument(document: Node, follow: (value: unknown) => Node): void {
  const { paths } = document;
  if (!isNode(paths)) fail(["paths"], "it must be an object of paths. A document without paths serves nothing");
  const schemes = isNode(document.components) ? document.components.securitySchemes : undefined;
  const checkSecurity = (security: unknown, at: Place): void => {
    if (security === undefined) return;
    if (!Array.isArray(security)) fail(at, "it must be a list");
    for (const [index, needed] of (security as unknown[]).entries())
      for (const name of Object.keys(isNode(needed) ? needed : {}))
        if (!isNode(schemes) || !Object.hasOwn(schemes, name))
          fail([...at, index, name], "no such scheme is under components.securitySchemes");
  };
  checkSecurity(document.security, ["security"]);

  const ids = new Map<string, string>();
  const shapes = new Map<string, string>();
  let count = 0;
  for (const [path, rawItem] of Object.entries(paths as Node)) {
    if (path.startsWith("x-")) continue;
    const at = ["paths", path];
    if (!path.startsWith("/")) fail(at, "a path begins with a slash");
    if (!isNode(rawItem)) fail(at, "it must be an object of methods");
    const item = follow(rawItem);
    checkParameters(item.parameters, [...at, "parameters"], follow);
    for (const { method, operation, at: own } of methodsOf(item)) {
      const place = [...at, ...own];
      if (!isNode(operation)) fail(place, "it must be an object");
      const { operationId, parameters, responses, security } = operation as Node;
      count++;
      checkParameters(parameters, [...place, "parameters"], follow);
      checkSecurity(security, [...place, "security"]);
      checkStatuses(responses, [...place, "responses"]);
      const shape = `${method} ${path.replaceAll(/\{[^}]*\}/g, "{}")}`;
      if (shapes.has(shape)) fail(place, `no request can tell it from ${shapes.get(shape)}. Keep one of them`);
      shapes.set(shape, path);
      if (operationId === undefined) continue;
      const id = String(operationId);
      if (ids.has(id)) fail([...place, "operationId"], `${id} is taken by ${ids.get(id)}. Give each its own`);
      ids.set(id, `${method} ${path}`);
    }
  }
  if (count === 0) fail(["paths"], "it has no operation, so that there is nothing to serve or to judge");
}

function checkParameters(given: unknown, at: Place, follow: (value: unknown) => Node): void {
  if (given === undefined) return;
  if (!Array.isArray(given)) fail(at, "it must be a list");
  for (const [index, entry] of (given as unknown[]).entries()) {
    const place = [...at, index];
    if (!isNode(entry)) fail(place, "it must be an object");
    const { name, in: where } = follow(entry);
    if (typeof name !== "string" || name === "") fail(place, 'a parameter has a "name"');
    if (where === "body" || where === "formData")
      fail([...place, "in"], `"${where}" is of Swagger 2.0. Write a requestBody`);
    if (!PLACES.includes(String(where)))
      fail([...place, "in"], `it must be ${PLACES.slice(0, 4).join(", ")}, but it is ${JSON.stringify(where)}`);
  }
}

function checkStatuses(responses: unknown, at: Place): void {
  if (responses === undefined) return;
  if (!isNode(responses)) fail(at, "it must be an object of statuses");
  for (const status of Object.keys(responses as Node))
    if (!/^([1-5](\d\d|XX)|default|x-.*)$/i.test(status))
      fail([...at, status], "a status is a number such as 200, a range such as 4XX, or default");
}

function fail(at: Place, why: string): never {
  const pointer = `#${toPointer(at)}`;
  throw new GatetwinError("document-invalid", `Failed to read the document at ${pointer}: ${why}`, {
    details: { pointer },
  });
}

const isNode = (value: unknown): value is Node => isFields(value);
