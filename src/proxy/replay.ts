/** Serves recordings: a request gets the reply that was recorded for the same one, with the same pauses if it likes. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { errorReply } from "../contract/error-reply.ts";
import { createMatch } from "../contract/match.ts";
import type { Contract } from "../contract/operation.ts";
import { ownContract } from "../contract/own-contract.ts";
import { type Problem, problem } from "../contract/problem.ts";
import { differenceOf } from "../exchange/match-entry.ts";
import { readRequest, urlOf } from "../exchange/read-request.ts";
import { type RecordedRequest, type Recording, toRecordedHeaders } from "../exchange/recording.ts";
import { redactRequest } from "../exchange/redact-recording.ts";
import { summariseFile } from "../exchange/render-entry.ts";
import { type Clock, systemClock } from "../lib/clock.ts";
import { toParam } from "../lib/json-pointer.ts";
import { createCopy } from "./copy.ts";
import { endToEnd } from "./headers.ts";
import { playReply } from "./play-reply.ts";

export interface ReplayOptions {
  recordings: readonly Recording[];
  /** That of all four gateways by default. */
  contract?: Contract;
  /** Turns a path that is asked into the one that the contract knows. */
  toContractPath?: (path: string) => string;
  /** 1 by default: the recorded pauses. 2 is twice as fast; 0 does not wait at all. */
  speed?: number;
  /** A longer request is refused. 64 MiB by default. */
  maxBodyBytes?: number;
  clock?: Clock;
}

/** What a request is known by: the same for the same question, whichever client asks it. */
interface Question {
  method: string;
  path: string;
  /** The query and body as JSON: each file of a form told by its digest, each credential redacted. */
  asked: { query: Readonly<Record<string, readonly string[]>>; body: unknown };
}

interface Answers {
  question: Question;
  recordings: Recording[];
  /** How often it was asked. */
  count: number;
}

const DEFAULT_MAX_BODY_BYTES = 64 * 1024 * 1024;

/** The server, which does not listen yet. Equal requests get their recordings in turn, and from then on the last one. */
export async function createReplay(options: ReplayOptions): Promise<Server> {
  const { recordings, contract = ownContract(), speed = 1, clock = systemClock() } = options;
  const { maxBodyBytes = DEFAULT_MAX_BODY_BYTES, toContractPath = (path) => path } = options;
  const match = createMatch(contract);
  const credentials = contract.operations.flatMap(({ security }) => security.flat());
  const questionOf = async (request: RecordedRequest): Promise<Question> => {
    // Recordings on a disk are redacted: so is what asks for them, or the two would never meet.
    const { request: clean } = redactRequest(request, credentials);
    const read = await readRequest(clean, { contract, match, toContractPath });
    return {
      method: request.method,
      path: read.request.path,
      // What nobody can read is compared byte by byte.
      asked: { query: queryOf(request.url), body: toJson(read.request.body ?? clean.body) },
    };
  };

  const known = new Map<string, Answers>();
  for (const recording of recordings) {
    const question = await questionOf(recording.request);
    const key = keyOf(question);
    const answers = known.get(key) ?? { question, recordings: [], count: 0 };
    answers.recordings.push(recording);
    known.set(key, answers);
  }

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = "GET", url = "/" } = request;
    const refuse = (why: Problem): void => {
      const found = match(method, toContractPath(urlOf(url).pathname));
      const meant = found.kind === "unknown-path" ? found.neighbour : found.operation;
      const { status, mediaType, text } = errorReply(why, meant, contract);
      response.writeHead(status, { "content-type": mediaType });
      response.end(text);
    };
    const body = await readBody(request, maxBodyBytes);
    if (body === undefined)
      return refuse(
        problem(413, "unreadable_body", `The body has more than ${maxBodyBytes} bytes, or an unknown encoding.`),
      );
    const headers = toRecordedHeaders(endToEnd(request.rawHeaders, ["content-encoding"]));
    const question = await questionOf({ method, url, headers, body });
    const answers = known.get(keyOf(question));
    if (answers === undefined) {
      const message = describeMiss(
        question,
        [...known.values()].map((one) => one.question),
      );
      return refuse(problem(404, "no_recording", message));
    }
    const turn = Math.min(answers.count++, answers.recordings.length - 1);
    await playReply((answers.recordings[turn] as Recording).reply, response, { speed, clock });
  };
  return createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
}

const keyOf = ({ method, path, asked }: Question): string => `${method} ${path}\n${JSON.stringify(sorted(asked))}`;

function queryOf(url: string): Record<string, string[]> {
  const { searchParams } = urlOf(url);
  return Object.fromEntries([...new Set(searchParams.keys())].map((name) => [name, searchParams.getAll(name)]));
}

/** Bytes become their digest: two uploads of one file differ in their boundary, and in nothing else. */
function toJson(value: unknown): unknown {
  if (value instanceof Uint8Array) return summariseFile(value, "application/octet-stream");
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, toJson(inner)]));
}

/** Names in order: JSON that says the same in another order asks the same. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, inner]) => [name, sorted(inner)]));
}

/** Names the recording that is nearest, and the first thing in which it differs. */
function describeMiss(question: Question, known: readonly Question[]): string {
  const name = `${question.method} ${question.path.slice(0, 200)}`;
  const alike = known.filter(({ method, path }) => method === question.method && path === question.path);
  if (alike.length === 0) {
    const places = [...new Set(known.map(({ method, path }) => `${method} ${path}`))];
    const list = places.slice(0, 10).join(", ");
    return `Nothing was recorded for ${name}. ${places.length === 0 ? "There are no recordings at all" : `There are recordings of ${list}${places.length > 10 ? " and more" : ""}`}.`;
  }
  const text = keyOf(question);
  const [closest] = alike.sort((a, b) => inCommon(keyOf(b), text) - inCommon(keyOf(a), text)) as [Question];
  const nearest = differenceOf(closest.asked, question.asked) ?? differenceOf(question.asked, closest.asked);
  const [, place = "", ...rest] = nearest?.pointer.split("/") ?? [];
  const param = toParam(rest.length === 0 ? "" : `/${rest.join("/")}`);
  const where = `the ${place}${param === "" ? "" : ` at ${param}`}`;
  return `None of the ${alike.length} recordings of ${name} was asked the same. The nearest differs in ${where}: it has ${shown(nearest?.expected)}, and this request has ${shown(nearest?.actual)}.`;
}

/** How much two texts share at their beginning and at their end. */
function inCommon(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let start = 0;
  while (start < most && one[start] === other[start]) start++;
  let end = 0;
  while (end < most - start && one.at(-1 - end) === other.at(-1 - end)) end++;
  return start + end;
}

const shown = (value: unknown): string => {
  const text = value === undefined ? "nothing" : JSON.stringify(value);
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
};

/** Without its content encoding; undefined where that cannot be had. */
async function readBody(request: IncomingMessage, mostBytes: number): Promise<Uint8Array | undefined> {
  const copy = createCopy({ encoding: request.headers["content-encoding"], mostBytes });
  for await (const chunk of request) copy.push(chunk as Uint8Array);
  return copy.end();
}
