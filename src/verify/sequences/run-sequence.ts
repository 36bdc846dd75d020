/** Runs the steps of a sequence one after the other, up to the first that is not answered as it must be. */
import { type Operation, successOf } from "../../contract/operation.ts";
import type { Expected, Sequence, Step } from "../../contract/sequence.ts";
import { toldBy } from "../../laws/told-reply.ts";
import { isFields } from "../../lib/fields.ts";
import type { Case, CaseRequest } from "../case.ts";
import { faultOf, type Verdict } from "../checks/verdict.ts";
import { contentOf } from "../plan/draft.ts";
import { placed } from "../plan/parameters.ts";
import { type Answer, ask, curlOfCase, findingOf, type RunContext } from "../run/run-case.ts";
import { replaced, type StepReply, unmet } from "./expect.ts";
import { type DoneStep, reproduce } from "./reproduce.ts";

export interface SequenceOptions {
  modelOf: (operation: Operation, model: string) => string;
}

export const sequenceId = ({ name }: Sequence): string => `sequence.${name}`;

export async function runSequence(sequence: Sequence, context: RunContext, options: SequenceOptions): Promise<void> {
  const replies = new Map<string, StepReply>();
  const done: DoneStep[] = [];
  const run = `gatetwin-${context.clock.now().toString(36)}-${sequence.name.length}`;
  for (const step of sequence.steps) {
    const operation = context.contract.operations.find(({ id }) => id === step.operation);
    // Whether all operations of a sequence are selected is decided before it runs.
    if (operation === undefined) return;
    if (step.key === "second" && context.target.keys.second === "") continue;
    const given = caseOf(step, operation, { sequence, replies, run, ...options });
    // An earlier reply lacks the id that this step needs, of which its schema has told.
    if (given.request.path.includes("{")) return;
    const asked = await askPatiently(step, { given, operation, replies, run }, context);
    if (asked?.reply === undefined) {
      if (asked !== undefined) tell({ given, answer: asked.answer, done }, asked.answer.verdict, context);
      return;
    }
    const { answer, reply, verdict } = asked;
    tell({ given, answer, done }, verdict, context);
    done.push({ name: step.name, curl: curlOfCase(given, answer, context), reply });
    if (answer.read?.notJson !== undefined) return;
    const isMet = verdict.skip === undefined && !verdict.faults.some(({ rule }) => isAsked(step, rule));
    if (!isMet || (step.expect === undefined && reply.status >= 400)) return;
  }
}

interface Asking {
  given: Case;
  operation: Operation;
  /** Those of the named steps so far, of which this one becomes another. */
  replies: Map<string, StepReply>;
  run: string;
}

interface Asked {
  answer: Answer;
  /** Undefined when none came. */
  reply?: StepReply;
  verdict: Verdict;
}

/** What a server keeps may take a while to show, in its lists above all. */
const PATIENCE_MS = [100, 400, 1_000];

/** Asks once more, as long as requests are left, where a read lacks what was kept just before. */
async function askPatiently(
  step: Step,
  { given, operation, replies, run }: Asking,
  context: RunContext,
): Promise<Asked | undefined> {
  for (let turn = 0; ; turn++) {
    const answer = await ask(given, context);
    if (answer === undefined) return undefined;
    if (answer.read === undefined) return { answer, verdict: answer.verdict };
    const reply = replyOf(operation, answer);
    if (step.name !== undefined) replies.set(step.name, reply);
    const resolve = (value: unknown) => replaced(value, replies, run);
    const pause = PATIENCE_MS[turn];
    const isEarly = operation.method === "GET" && lacks(step, reply, resolve);
    if (!isEarly || pause === undefined || !context.budget.takeSpare())
      return { answer, reply, verdict: judge(step, reply, { answer, context, operation, resolve }) };
    await context.clock.sleep(pause);
  }
}

/** Whether something is not there yet. What must not be there, or no longer, is no matter of time. */
function lacks({ expect = [], key }: Step, reply: StepReply, resolve: (value: unknown) => unknown): boolean {
  if (key === "second") return false;
  if (expect.length === 0) return reply.status === 404;
  const found = expect.find((expected) => unmet(resolve(expected) as Expected, reply) !== undefined);
  if (found === undefined || "excludes" in found) return false;
  return !("status" in found) || (found.status.includes(200) && reply.status === 404);
}

const isAsked = ({ expect = [] }: Step, rule: string): boolean => expect.some(({ law }) => law === rule);

interface Told {
  given: Case;
  answer: Answer;
  /** The steps before this one. */
  done: readonly DoneStep[];
}

function tell({ given, answer, done }: Told, verdict: Verdict, context: RunContext): void {
  for (const fault of context.ledger.judge(given.operation, given.id, verdict)) {
    const finding = findingOf(given, fault, answer, context);
    context.ledger.add({ ...finding, curl: reproduce(done, finding.curl) }, fault);
  }
}

interface StepContext extends SequenceOptions {
  sequence: Sequence;
  replies: ReadonlyMap<string, StepReply>;
  run: string;
}

function caseOf(step: Step, operation: Operation, { sequence, replies, run, modelOf }: StepContext): Case {
  const parameters = replaced(step.parameters ?? {}, replies, run) as Record<string, unknown>;
  const values = new Map(
    operation.parameters
      .filter(({ name }) => parameters[name] !== undefined)
      .map((parameter) => [parameter, parameters[parameter.name]]),
  );
  const value = step.body === undefined ? undefined : withModel(replaced(step.body, replies, run), operation, modelOf);
  const content = contentOf(operation);
  const request: CaseRequest = {
    method: operation.method,
    ...placed(operation, values),
    key: step.key ?? "first",
    ...(value !== undefined && { body: { kind: "json", mediaType: content?.mediaType ?? "application/json", value } }),
  };
  const fields = isFields(value) ? Object.keys(value).map((name) => `body.${name}`) : [];
  return {
    id: sequenceId(sequence),
    operation,
    request,
    expect: { kind: "served" },
    parameters: [...[...values.keys()].map((parameter) => `${parameter.in}.${parameter.name}`), ...fields],
  };
}

const withModel = (body: unknown, operation: Operation, modelOf: SequenceOptions["modelOf"]): unknown =>
  isFields(body) && typeof body.model === "string" ? { ...body, model: modelOf(operation, body.model) } : body;

function replyOf(operation: Operation, { read }: Answer): StepReply {
  const { status = 0, body, events } = read?.exchange.reply ?? {};
  const told = events === undefined ? body : toldBy(events, successOf(operation)?.stream?.laws);
  return { status, body: told };
}

/** One place holds the other; the whole of a reply is around everything and tells nothing. */
const isAround = (one: string, other: string): boolean =>
  one !== "" && other !== "" && (`${one}/`.startsWith(`${other}/`) || `${other}/`.startsWith(`${one}/`));

interface JudgeOptions {
  answer: Answer;
  context: RunContext;
  operation: Operation;
  resolve: (value: unknown) => unknown;
}

/** What the reply is by itself, without its acceptance where the step expects something else, and what the step asks. */
function judge({ expect }: Step, reply: StepReply, { answer, context, operation, resolve }: JudgeOptions): Verdict {
  const { verdict } = answer;
  // Of a body that nobody can read all expectations are unmet, and the schema has told why.
  if (expect === undefined || answer.read?.notJson !== undefined) return verdict;
  // Only an account without the model or the quota ends a sequence that has expectations.
  if (verdict.skip !== undefined && reply.status !== 404 && reply.status !== 400) return verdict;
  const own = verdict.faults.filter(({ rule }) => rule !== "input.V2");
  const judged: string[] = [];
  for (const expected of expect) {
    judged.push(expected.law);
    const found = unmet(resolve(expected) as Expected, reply);
    if (found === undefined) continue;
    const faults = faultOf(expected.law, found.message, {
      profile: context.profileOf(operation),
      pointer: found.pointer,
    }).flatMap(context.weigh);
    // What the reply by itself has wrong at that place is the same deviation.
    const others = own.filter(({ pointer }) => !isAround(pointer, found.pointer));
    return { faults: [...faults, ...others], judged: [...verdict.judged, ...judged], notJudged: verdict.notJudged };
  }
  return {
    faults: own,
    judged: [...verdict.judged.filter((rule) => rule !== "input.V2"), ...judged],
    notJudged: verdict.notJudged,
  };
}
