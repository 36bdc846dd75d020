/** The control API under `/__gatetwin`: for tests and tools, never part of the contract that is served. */
import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createMatch } from "../../contract/match.ts";
import type { Contract } from "../../contract/operation.ts";
import { documentOf } from "../../contract/served-document.ts";
import type { Journal } from "../../exchange/journal.ts";
import { type CredentialName, fingerprint, renderEntry } from "../../exchange/render-entry.ts";
import type { Clock } from "../../lib/clock.ts";
import { nearest } from "../../lib/nearest.ts";
import type { Library } from "../../scenario/library.ts";
import type { Files } from "../../store/store.ts";
import type { FaultQueue } from "../fault-queue.ts";
import { bearerOf } from "../stages/record.ts";
import { type Answer, write } from "../write.ts";
import { ControlError, invalid, json } from "./answer.ts";
import { assertJournal } from "./assert.ts";
import { faultsAnswer } from "./faults.ts";
import { fileAnswer } from "./files.ts";
import { readJson } from "./read-json.ts";
import { listBreaches, listRequests, oneRequest, type Render } from "./requests.ts";
import { scenariosAnswer } from "./scenarios.ts";

export interface ControlOptions {
  contract: Contract;
  journal: Journal;
  files: Files;
  /** Empties the world of a token, or all: everything that outlives a call but the journal. */
  forget: (token?: string) => Promise<void>;
  faults: FaultQueue;
  scenarios: Pick<Library, "give">;
  clock: Clock;
  /** When set, `x-gatetwin-key` must hold it, except for health, ready and files. */
  controlKey: string | undefined;
  /** Told of failures inside Gatetwin. */
  onError: (error: unknown) => void;
}

/** What the caller asks for, and whose entries it may see. */
interface Ask {
  request: IncomingMessage;
  /** The rest of the path, decoded. */
  rest: string;
  query: URLSearchParams;
  /** The caller's bearer token; undefined without one. */
  token: string | undefined;
}

interface Place {
  method: "GET" | "POST" | "GET, POST or DELETE";
  /** Whether it needs no control key. */
  isOpen?: boolean;
  about: string;
  answer: (ask: Ask) => Answer | Promise<Answer>;
}

export const CONTROL_PATH = "/__gatetwin";
const DOCUMENT_PATH = "/openapi.json";

/** True when the request was for the control API; then it is answered. */
export type Control = (request: IncomingMessage, response: ServerResponse) => boolean;

export function createControl(options: ControlOptions): Control {
  const { contract, onError } = options;
  const places = placesOf(options);
  // A contract with an operation at this path is the one that is asked for.
  const isDocumentFree = createMatch(contract)("GET", DOCUMENT_PATH).kind === "unknown-path";
  return (request, response) => {
    const url = request.url ?? "/";
    const isDocument = isDocumentFree && url.startsWith(DOCUMENT_PATH) && pathOf(url) === DOCUMENT_PATH;
    if (!isDocument && !isControlPath(url)) return false;
    const work = isDocument
      ? async () => {
          onlyMethods(request, "GET");
          return document(contract, request);
        }
      : () => answer(request, places, options);
    work()
      .catch((error: unknown) => explain(error, onError))
      .then((reply) => send(request, response, reply))
      .catch((error: unknown) => {
        onError(error);
        response.destroy();
      });
    return true;
  };
}

const pathOf = (url: string): string => url.split("?", 1)[0] as string;

export const isControlPath = (url: string): boolean => {
  if (!url.startsWith(CONTROL_PATH)) return false;
  const next = url[CONTROL_PATH.length];
  return next === undefined || next === "/" || next === "?";
};

function placesOf({
  contract,
  journal,
  files,
  forget,
  faults,
  scenarios,
  clock,
}: ControlOptions): Readonly<Record<string, Place>> {
  const credentials: CredentialName[] = contract.operations.flatMap(({ security }) => security.flat());
  const names = [...new Map(credentials.map((one) => [`${one.in} ${one.name}`, one])).values()];
  const render: Render = (entry) => renderEntry(entry, names);
  return {
    health: { method: "GET", isOpen: true, about: "The server is alive.", answer: () => json(200, { status: "ok" }) },
    ready: {
      method: "GET",
      isOpen: true,
      about: "The contract is loaded.",
      answer: () =>
        json(200, {
          status: "ready",
          contract: contract.title,
          version: contract.version,
          operations: contract.operations.length,
        }),
    },
    requests: {
      method: "GET",
      about:
        "What was asked and answered. Filters: operation, api, method, path, status, scenario, token; limit, after.",
      answer: ({ query, token, rest }) =>
        rest === "" ? listRequests(journal.read(token), query, render) : oneRequest(journal.read(token), rest, render),
    },
    breaches: {
      method: "GET",
      about: "Where either side broke the contract. Filters as for requests; by (client or server), rule, limit.",
      answer: ({ query, token }) => listBreaches(journal.read(token), query, render),
    },
    assert: {
      method: "POST",
      about: "Says whether the journal has what a test expects: 200, or 409 with what it has instead.",
      answer: async ({ request, token }) => assertJournal(journal.read(token), await readJson(request), render),
    },
    reset: {
      method: "POST",
      about: "Forgets the journal, the stored records and the ordered faults of a bearer token; of all with ?all=true.",
      answer: ({ query, token }) => reset({ journal, forget }, token, query),
    },
    faults: {
      method: "GET, POST or DELETE",
      about: "Orders faults for the next calls of a bearer token, lists those that are ordered, or takes them back.",
      answer: ({ request, token }) => faultsAnswer(request, token, { contract, faults }),
    },
    scenarios: {
      method: "POST",
      about: "Gives a bearer token scenarios of its own, by name or whole, before all others.",
      answer: ({ request, token }) => scenariosAnswer(request, token, scenarios, clock),
    },
    files: {
      method: "GET",
      isOpen: true,
      about: "The files that replies link to.",
      answer: ({ rest }) => fileAnswer(files, rest),
    },
  };
}

async function answer(request: IncomingMessage, places: Readonly<Record<string, Place>>, options: ControlOptions) {
  const url = request.url as string;
  const [name = "", ...more] = pathOf(url)
    .slice(CONTROL_PATH.length + 1)
    .split("/");
  const place = Object.hasOwn(places, name) ? places[name] : undefined;
  if (place?.isOpen !== true) unlock(request, options.controlKey);
  const takesRest = name === "requests" || name === "files";
  if (name === "") {
    onlyMethods(request, "GET");
    return index(places);
  }
  if (place === undefined || (more.length > 0 && !(takesRest && more.length === 1))) throw unknown(name, places);
  onlyMethods(request, place.method);
  const token = bearerOf(request.headers.authorization);
  const query = new URLSearchParams(url.slice(pathOf(url).length));
  return place.answer({ request, rest: decode(more[0] ?? ""), query, token: token === "" ? undefined : token });
}

const index = (places: Readonly<Record<string, Place>>): Answer =>
  json(200, {
    name: "gatetwin",
    about: "With a bearer token you see and reset only what that token did; without one, everything.",
    links: [
      ...Object.entries(places).map(([name, { method, about }]) => ({
        method,
        href: `${CONTROL_PATH}/${name}`,
        about,
      })),
      { method: "GET", href: DOCUMENT_PATH, about: "The document that is served here." },
    ],
  });

/** Without a token everything would go, also what other tests are about: that must be said. */
async function reset(
  { journal, forget }: Pick<ControlOptions, "journal" | "forget">,
  token: string | undefined,
  query: URLSearchParams,
): Promise<Answer> {
  const isAll = query.get("all") === "true";
  if (token === undefined && !isAll)
    throw invalid("Whose? Send the bearer token whose world is to be forgotten, or ask for ?all=true.");
  if (token !== undefined && isAll)
    throw invalid("A bearer token resets its own world alone: leave out either the token or ?all=true.");
  await forget(token);
  const forgotten = journal.clear(token);
  return json(200, { ok: true, forgotten, ...(token !== undefined && { token: fingerprint(token) }) });
}

function document(contract: Contract, request: IncomingMessage): Answer {
  // Where another server mounts this one, Express tells below which path.
  const mount = (request as { baseUrl?: string }).baseUrl ?? "";
  const found = documentOf(contract, `http://${request.headers.host ?? "127.0.0.1"}${mount}`);
  if (found !== undefined) return json(200, found);
  throw new ControlError(404, "no_document", "This contract was not opened from a document, so there is none to show.");
}

function unlock(request: IncomingMessage, controlKey: string | undefined): void {
  if (controlKey === undefined) return;
  const sent = request.headers["x-gatetwin-key"];
  if (typeof sent === "string" && isSame(sent, controlKey)) return;
  const what = sent === undefined ? "No control key was sent" : "The control key is wrong";
  throw new ControlError(401, "control_key", `${what}. Send the key this server was started with as x-gatetwin-key.`);
}

/** Takes the same time wherever the two differ, and however long they are. */
function isSame(sent: string, key: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(sent), digest(key));
}

const ALLOWED: Readonly<Record<Place["method"], readonly string[]>> = {
  GET: ["GET", "HEAD"],
  POST: ["POST"],
  "GET, POST or DELETE": ["GET", "HEAD", "POST", "DELETE"],
};

function onlyMethods(request: IncomingMessage, method: Place["method"]): void {
  const allowed = ALLOWED[method];
  if (allowed.includes(request.method ?? "GET")) return;
  const allow = allowed.join(", ");
  throw new ControlError(405, "method_not_allowed", `This answers ${allow}, not ${request.method}.`, { allow });
}

function unknown(name: string, places: Readonly<Record<string, Place>>): ControlError {
  const meant = nearest(name, Object.keys(places));
  const hint = meant === undefined ? `See ${CONTROL_PATH}.` : `Did you mean ${CONTROL_PATH}/${meant}?`;
  return new ControlError(404, "unknown_control_path", `The control API has nothing at this path. ${hint}`);
}

function explain(error: unknown, onError: (error: unknown) => void): Answer {
  if (error instanceof ControlError)
    return json(error.status, { error: { code: error.code, message: error.message } }, error.headers);
  onError(error);
  return json(500, {
    error: { code: "internal_error", message: "Gatetwin failed while it handled this request. This is a bug." },
  });
}

function send(request: IncomingMessage, response: ServerResponse, reply: Answer): void {
  // A body that nobody read would be taken for the next request.
  if (!request.complete) request.resume();
  if (request.method !== "HEAD") {
    write(response, reply);
    return;
  }
  response.writeHead(reply.status, { ...reply.headers, "content-length": String(Buffer.byteLength(reply.body ?? "")) });
  response.end();
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw invalid("The path is not percent-encoded properly.");
  }
}
