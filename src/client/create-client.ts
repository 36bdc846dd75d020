/** The client: openapi-fetch, with replies told apart by status, forms made of files, and bodies read as they are. */
import createFetchClient, { type Middleware } from "openapi-fetch";
import type { paths } from "../../generated/schema.d.ts";
import { serializeBody } from "./body.ts";
import type { Arguments, InitOf, Method, OperationAt, PathWith } from "./init.ts";
import type { ParseAs, ReplyOf } from "./reply.ts";
import type { Strict } from "./strict.ts";

export interface ClientOptions {
  /** Where the paths of the document begin, such as `http://127.0.0.1:4010`: they bring `/v1` with them. */
  baseUrl: string;
  /** Sent as `Authorization: Bearer …`. None by default. */
  apiKey?: string;
  /** In place of the global fetch. */
  fetch?: (request: Request) => Promise<Response>;
  /** More headers of every call. */
  headers?: Readonly<Record<string, string>>;
  /** Judges every stream while it is read; `gatetwin/client/strict` has one. None by default. */
  strict?: Strict;
}

/**
 * Calls the operation at a path of the document. Resolves whatever the status is; rejects as fetch does (no connection,
 * aborted). Nothing is ever sent twice.
 */
type Call<Paths, Name extends Method> = <Path extends PathWith<Paths, Name>, As extends ParseAs = "auto">(
  path: Path,
  ...init: Arguments<InitOf<OperationAt<Paths, Path, Name>> & { parseAs?: As }>
) => Promise<ReplyOf<OperationAt<Paths, Path, Name>, As>>;

export interface Client<Paths = paths> {
  GET: Call<Paths, "get">;
  PUT: Call<Paths, "put">;
  POST: Call<Paths, "post">;
  DELETE: Call<Paths, "delete">;
  OPTIONS: Call<Paths, "options">;
  HEAD: Call<Paths, "head">;
  PATCH: Call<Paths, "patch">;
  TRACE: Call<Paths, "trace">;
  /** Adds middleware of openapi-fetch, to see or change requests and replies. */
  use(...middleware: Middleware[]): void;
  readonly strict: Strict | undefined;
}

const METHODS: readonly Method[] = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** A client of the four gateways; of one of them with `createClient<SudoPaths>`, or of any types made by `gatetwin types`. */
export function createClient<Paths = paths>(options: ClientOptions): Client<Paths>;
// The last of them is what `ReturnType<typeof createClient>` means.
export function createClient(options: ClientOptions): Client;
export function createClient({ baseUrl, apiKey, fetch, headers, strict }: ClientOptions): Client {
  const { request, use } = createFetchClient<Record<string, Record<Method, object>>>({
    baseUrl,
    bodySerializer: serializeBody,
    headers: { ...(apiKey !== undefined && { authorization: `Bearer ${apiKey}` }), ...headers },
    ...(fetch !== undefined && { fetch }),
  });
  const call =
    (method: Method) =>
    async (path: string, { parseAs = "auto", ...init }: { parseAs?: ParseAs } = {}) => {
      // The body is read here: openapi-fetch has no word for "as it is".
      const { error, response } = await request(method, path, { ...init, parseAs: "stream" });
      const { status, ok } = response;
      return ok ? { status, data: await read(response, parseAs), response } : { status, error, response };
    };
  const calls = Object.fromEntries(METHODS.map((method) => [method.toUpperCase(), call(method)]));
  // The calls are made in a loop over the methods; the type says what each of them takes.
  return { ...calls, use, strict } as unknown as Client;
}

async function read(response: Response, parseAs: ParseAs): Promise<unknown> {
  if (parseAs === "stream") return response.body;
  if (parseAs !== "auto") return response[parseAs]();
  const type = response.headers.get("content-type")?.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  const why = UNASKED[type];
  if (why !== undefined && !isEmpty(response)) {
    await response.body?.cancel();
    throw new TypeError(`Failed to read the reply of ${response.url}: ${why}`);
  }
  if (/^text\/|^application\/x-subrip$/.test(type)) return response.text();
  if (!/\/json$|\+json$/.test(type)) return isEmpty(response) ? undefined : response.blob();
  const text = await response.text();
  return text === "" ? undefined : JSON.parse(text);
}

/** What no caller of `auto` can mean: its type would promise something else than what is there. */
const UNASKED: Readonly<Record<string, string>> = {
  "text/event-stream": "it is an event stream, which stream() reads",
  "text/html": 'it is a page (text/html), perhaps of a proxy on the way; parseAs: "text" takes it',
};

const isEmpty = ({ status, headers, body }: Response): boolean =>
  status === 204 || status === 205 || body === null || headers.get("content-length") === "0";
