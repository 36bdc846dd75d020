/** From the bytes of a recorded request to the value that its operation reads, with what is wrong with it. */
import { checkBody, checkParameters } from "../contract/check-request.ts";
import type { Match } from "../contract/match.ts";
import type { Contract, Operation } from "../contract/operation.ts";
import { readBody } from "../contract/read-body.ts";
import type { Violation } from "../contract/violation.ts";
import type { Breach, ExchangeRequest } from "./exchange.ts";
import { headerOf, type RecordedRequest } from "./recording.ts";

export interface ReadRequest {
  /** Undefined when the contract has nothing at this method and path: then nothing is judged. */
  operation: Operation | undefined;
  request: ExchangeRequest;
  /** All by the client. */
  breaches: readonly Breach[];
}

export interface ReadRequestOptions {
  contract: Contract;
  match: Match;
  /** Turns the path that was asked into that of the contract. The same by default. */
  toContractPath?: (path: string) => string;
}

/** Never rejects, whatever was sent. A body that nobody kept is not judged. */
export async function readRequest(
  { method, url, headers, body }: RecordedRequest,
  { contract, match, toContractPath = (path) => path }: ReadRequestOptions,
): Promise<ReadRequest> {
  const { pathname, search, searchParams } = urlOf(url);
  const found = match(method, toContractPath(pathname));
  const request = { method, path: pathname, query: search.slice(1), headers };
  const bytes = body === undefined ? undefined : Buffer.from(body.buffer, body.byteOffset, body.length);
  if (found.kind !== "found") return { operation: undefined, request: { ...request, body: bytes }, breaches: [] };
  const { operation, params } = found;
  const raw = { path: params, query: searchParams, header: headers as Record<string, string | string[]> };
  const { violations } = checkParameters(operation, raw, contract);
  if (bytes === undefined)
    return { operation, request: { ...request, body: bytes }, breaches: violations.map(toBreach) };
  const read = await readBody(operation, headerOf(headers, "content-type"), bytes, contract.schemas);
  if (read.kind === "refused") {
    const { code: rule, message } = read.problem;
    const breaches = [...violations.map(toBreach), { by: "client" as const, rule, pointer: "", message }];
    return { operation, request: { ...request, body: undefined }, breaches };
  }
  const all = read.kind === "body" ? [...violations, ...checkBody(read.content, read.checked)] : violations;
  const value = read.kind === "body" ? read.value : undefined;
  return { operation, request: { ...request, body: value }, breaches: all.map(toBreach) };
}

/** What no URL can hold is the path of nothing. */
export const urlOf = (url: string): URL =>
  // `//host/path` would be read as the URL of another host.
  new URL(url.startsWith("/") ? `http://localhost${url}` : URL.canParse(url) ? url : "http://localhost/");

const toBreach = ({ code, pointer, message }: Violation): Breach => ({
  by: "client",
  rule: code.replaceAll("-", "_"),
  pointer,
  message,
});
