/** Asks what a case asks and judges what comes; then, in the order of the plan, makes findings of what is wrong. */
import type { Contract, Operation } from "../../contract/operation.ts";
import { headerOf, type Recording } from "../../exchange/recording.ts";
import type { Profile } from "../../laws/law.ts";
import type { Clock } from "../../lib/clock.ts";
import { isFields } from "../../lib/fields.ts";
import type { Case } from "../case.ts";
import { checkCase } from "../checks/check-case.ts";
import { unnamedParts } from "../checks/named.ts";
import { type ReadExchange, readRecording } from "../checks/read-recording.ts";
import { faultOf, type Verdict } from "../checks/verdict.ts";
import { causeOf, type Fault, told } from "../finding.ts";
import { contentOf, violationsOf } from "../plan/draft.ts";
import { isMeant, meant, namesForeign } from "../plan/settle.ts";
import type { Client } from "./client.ts";
import { curlOf } from "./curl.ts";
import type { Ledger, NewFinding } from "./ledger.ts";
import { type SentRequest, sendRequest, type Target, toRequest } from "./send-case.ts";
import { showReply, showRequest } from "./show.ts";
import { departures, shrink } from "./shrink.ts";

export interface RunContext {
  contract: Contract;
  target: Target;
  client: Client;
  clock: Clock;
  gate: () => Promise<void>;
  ledger: Ledger;
  profileOf: (operation: Operation) => Profile;
  /** The severity that the user wants for a rule. */
  weigh: (fault: Fault) => Fault[];
  secrets: readonly string[];
  seed: number;
  budget: Budget;
  /** Nothing is asked any more once it is aborted, and what comes then is not judged. */
  signal: AbortSignal | undefined;
  /** Keeps every exchange of the run. */
  keep: (recording: Recording) => void;
  /** Told of the reason when nobody listens at the target. */
  onUnreachable: (reason: string) => void;
}

/** What is left of the requests that the plan does not need: for shrinking, and for trying again. */
export interface Budget {
  takeSpare(): boolean;
}

export const createBudget = (spare: number): Budget => {
  let left = spare;
  return { takeSpare: () => left-- > 0 };
};

/** What came of one request. */
export interface Answer {
  sent: SentRequest;
  verdict: Verdict;
  /** Undefined when no reply came. */
  read?: ReadExchange;
  recording?: Recording;
}

const MOST_RETRIES = 2;
const LONGEST_WAIT_MS = 60_000;
const MOST_TRIES = 16;

/**
 * Tells what an answer shows: the first case of a cause, made as small as it gets, is its finding.
 *
 * @returns What the answer leaves open, each to be asked for alone.
 */
export async function settleCase(given: Case, answer: Answer, context: RunContext): Promise<Case[]> {
  const { ledger } = context;
  const { operation } = given;
  for (const fault of ledger.judge(operation, given.id, answer.verdict)) {
    const smallest = await smallestOf({ given, fault, answer }, context);
    const together = fault.rule === "input.V2" ? fieldsOf(smallest.given) : [];
    if (together.length > 1) {
      // What is refused only together is a limit of the model, which no schema tells.
      ledger.pass(operation, given.id, fault, `refused only together: ${together.join(", ")}`);
      continue;
    }
    ledger.add(findingOf(smallest.given, smallest.fault, smallest.answer, context), fault);
  }
  const { expect } = given;
  const isRefused = expect.kind === "refused" && expect.statuses.includes(answer.recording?.reply.status ?? 0);
  return isRefused ? unnamedParts(given, textOf(answer.recording)) : [];
}

const textOf = (recording: Recording | undefined): string =>
  Buffer.from(recording?.reply.body?.subarray(0, 100_000) ?? []).toString("utf8");

/** The fields in which a case departs from its example, but for those that another one cannot do without. */
function fieldsOf({ base, request: { body } }: Case): string[] {
  if (base === undefined || body === undefined || body.kind === "text" || !isFields(body.value)) return [];
  const { value } = body;
  const names = departures(value, base).filter((name) => name !== "stream" && name !== "stream_options");
  return names.filter((name) => {
    const { [name]: _, ...rest } = value;
    return isMeant(name in base ? { ...rest, [name]: base[name] } : rest);
  });
}

/** A request beside the plan, as long as some are left. */
export const askMore = async (given: Case, context: RunContext): Promise<Answer | undefined> =>
  context.budget.takeSpare() ? ask(given, context) : undefined;

/** Sends the request and judges the reply; undefined when nobody listens, or when the run was stopped. */
export async function ask(given: Case, context: RunContext): Promise<Answer | undefined> {
  const { target, ledger, clock } = context;
  const { operation, request } = given;
  const profile = context.profileOf(operation);
  const sent = toRequest(operation, request, target);
  for (let retry = 0; ; retry++) {
    if (context.signal?.aborted) return undefined;
    await context.gate();
    const answer = await sendRequest(operation, sent, context);
    if (context.signal?.aborted) return undefined;
    ledger.count(operation, answer.kind === "recorded" ? answer.recording : undefined, given.parameters);
    if (answer.kind === "no-reply") {
      if (answer.isUnreachable) {
        context.onUnreachable(answer.reason);
        return undefined;
      }
      return { sent, verdict: noReply(`No reply came: ${answer.reason}.`, context, profile) };
    }
    const { recording, cut } = answer;
    const wait = waitOf(recording);
    if (wait !== undefined && retry < MOST_RETRIES && context.budget.takeSpare()) {
      await clock.sleep(wait);
      continue;
    }
    context.keep(recording);
    const body = request.body?.kind === "text" ? request.body.text : request.body?.value;
    const read = readRecording(recording, { operation, sent: body });
    if (cut !== undefined) {
      const verdict = noReply(
        `The reply cannot be read to its end (${recording.reply.body?.length ?? 0} bytes came): ${cut}.`,
        context,
        profile,
      );
      return { sent, recording, read, verdict };
    }
    const text = textOf(recording);
    const hasForeignId = operation.path.includes("{") || namesForeign(body);
    const verdict = await checkCase(given, read, { profile, text, hasForeignId });
    return { sent, recording, read, verdict: { ...verdict, faults: verdict.faults.flatMap(context.weigh) } };
  }
}

function noReply(message: string, { weigh }: RunContext, profile: Profile): Verdict {
  return { faults: faultOf("connection", message, { profile }).flatMap(weigh), judged: ["connection"], notJudged: [] };
}

/** How long the server asks to wait, where it does and it is worth it. */
function waitOf({ reply }: Recording): number | undefined {
  if (reply.status !== 429 && reply.status !== 503) return undefined;
  const seconds = Number(headerOf(reply.headers, "retry-after"));
  const ms = seconds * 1000;
  return Number.isFinite(ms) && ms >= 0 && ms <= LONGEST_WAIT_MS ? ms : undefined;
}

/** A case that shows a fault, and how. */
interface Shown {
  given: Case;
  fault: Fault;
  answer: Answer;
}

/** Of several faults the one that shows it alone. One fault beside the first example is as small as it gets. */
async function singleOf(shown: Shown, context: RunContext): Promise<Shown> {
  const { rule, also } = shown.fault;
  const { parts = [] } = shown.given;
  const meant = parts.filter(({ expect }) => expect.kind === "refused" && expect.fault === also);
  for (const given of meant.length > 0 ? meant : parts) {
    const answer = await askMore(given, context);
    const fault = answer?.verdict.faults.find((other) => other.rule === rule);
    if (answer !== undefined && fault !== undefined) return { given, fault, answer };
  }
  return shown;
}

async function smallestOf(shown: Shown, context: RunContext): Promise<Shown> {
  const { operation, request, expect, parts, base = {} } = shown.given;
  if (parts !== undefined && shown.fault.also !== undefined) return singleOf(shown, context);
  const content = contentOf(operation);
  if (expect.kind !== "served" || request.body === undefined || content === undefined) return shown;
  const cause = causeOf(operation.id, shown.fault);
  let smallest = shown;
  await shrink(request.body, {
    base,
    mostTries: MOST_TRIES,
    fits: (value) => violationsOf(content, value, context.contract).length === 0,
    shows: async (body) => {
      const sendable = body.kind === "json" && isFields(body.value) ? { ...body, value: meant(body.value) } : body;
      const given = { ...shown.given, request: { ...request, body: sendable } };
      const answer = await askMore(given, context);
      if (answer === undefined) return undefined;
      const fault = answer?.verdict.faults.find((other) => causeOf(operation.id, other) === cause);
      if (fault === undefined) return false;
      smallest = { given, fault, answer };
      return true;
    },
  });
  return smallest;
}

export const curlOfCase = ({ request }: Case, { sent }: Answer, { target }: RunContext): string =>
  curlOf({ request, sent, keys: target.keys });

export function findingOf(given: Case, fault: Fault, answer: Answer, context: RunContext): NewFinding {
  const { secrets, seed } = context;
  const { sent, recording, read } = answer;
  const { id, request, operation } = given;
  const recorded = { method: sent.method, url: sent.url.href, headers: sent.headers, body: sent.body };
  return {
    ...told(fault),
    operation: operation.id,
    method: operation.method,
    path: operation.path,
    request: showRequest(recorded, { secrets, planned: request.body }),
    ...(recording && read && { response: showReply(recording.reply, read, secrets) }),
    curl: curlOfCase(given, answer, context),
    replay: `${seed}.${id}`,
  };
}
