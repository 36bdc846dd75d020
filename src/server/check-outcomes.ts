/**
 * Tries what scenarios say on the document's own examples, before a server uses it: an outcome that would break the
 * contract or a law is found when it is loaded. It is here because only the server sees both behaviours and laws.
 */
import type { Call } from "../behaviours/behaviour.ts";
import { overrideBody } from "../behaviours/scenario/override-body.ts";
import { toSteps } from "../behaviours/scenario/to-steps.ts";
import { type Content, type Contract, type Operation, successOf } from "../contract/operation.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { checkExchange } from "../laws/check-exchange.ts";
import { listLaws } from "../laws/laws.ts";
import { isFields } from "../lib/fields.ts";
import { toPointer } from "../lib/json-pointer.ts";
import { isJson } from "../lib/media-type.ts";
import { createRandom } from "../lib/random.ts";
import { parsePath, valueWith, withValueAt } from "../scenario/body-path.ts";
import type { CheckOutcome, OutcomeFault } from "../scenario/compile.ts";
import type { Outcome } from "../scenario/scenario.ts";
import type { EventStep } from "../scenario/script.ts";
import { strangersIn } from "../scenario/strangers.ts";

/** Rules that every contract has, beside the laws. */
const RULES_OF_CONTRACTS = ["schema", "header", "status", "content-type"];

/** What `violates` may name. */
export const knownRules = (): string[] => [...RULES_OF_CONTRACTS, ...listLaws().map(({ id }) => id)];

/** Judges without a request: laws that need one are asked when a call has come. Pictures and sounds are not decoded. */
export const createOutcomeCheck =
  (contract: Contract): CheckOutcome =>
  ({ conditions }, outcome) => {
    const found = new Map<string, OutcomeFault>();
    for (const operation of conditions.operations) {
      for (const fault of faultsOn(operation, outcome, contract)) {
        if (outcome.violates?.includes(fault.rule)) continue;
        found.set(`${fault.pointer} ${fault.rule}`, { ...fault, message: `${fault.message} (${operation.id})` });
      }
    }
    return [...found.values()];
  };

function faultsOn(operation: Operation, outcome: Outcome, contract: Contract): OutcomeFault[] {
  const faults = faultsOfArguments(outcome);
  if (outcome.script !== undefined) faults.push(...faultsOfScript(operation, outcome, contract));
  const place = (["reply", "passthrough", "finish"] as const).find((name) => outcome[name] !== undefined);
  if (place === undefined || outcome.passthrough === true) return faults;
  const content = wholeContent(operation);
  if (content === undefined || !isJson(content.mediaType)) {
    const message = "The reply of this operation is no JSON, so that nothing can be merged into it.";
    return [...faults, { pointer: `/${place}`, rule: "schema", message }];
  }
  const examples = content.examples.map(({ value }) => value);
  faults.push(...slipsIn(outcome.reply, content, { contract, pointer: "/reply" }));
  if (typeof outcome.passthrough === "object") {
    faults.push(...faultsOfPaths(outcome.passthrough, { content, examples, contract }));
    return [...faults, ...examples.flatMap((example) => judge(example)).slice(0, 1)];
  }
  const [example] = examples;
  return example === undefined ? faults : [...faults, ...judge(example)];

  function judge(base: unknown): OutcomeFault[] {
    const body = overrideBody(base, outcome, callOf(operation, contract));
    const unfit = (content as Content).check(body);
    if (unfit.length > 0 && !outcome.violates?.includes("schema"))
      return unfit.map(({ pointer, message }) => ({ pointer: below(outcome, pointer), rule: "schema", message }));
    const broken = lawsBrokenBy(operation, { body });
    return broken.map(({ law, pointer = "", message }) => ({ pointer: below(outcome, pointer), rule: law, message }));
  }
}

/** What is merged stands in the file as it stands in the reply; of paths it is the one that leads there. */
function below({ reply, passthrough, finish }: Outcome, pointer: string): string {
  if (reply !== undefined) return `/reply${pointer}`;
  if (passthrough === undefined) return finish === undefined ? "" : "/finish";
  const isThere = (path: string) => `${pointer}/`.startsWith(`${toPointer(parsePath(path) ?? [])}/`);
  const path = Object.keys(passthrough).find(isThere);
  return path === undefined ? "/passthrough" : toPointer(["passthrough", path]);
}

const wholeContent = (operation: Operation): Content | undefined => {
  const whole = successOf(operation)?.content.filter(({ mediaType }) => mediaType !== "text/event-stream") ?? [];
  return whole.find(({ mediaType }) => isJson(mediaType)) ?? whole[0];
};

function faultsOfArguments({ toolCalls = [] }: Outcome): OutcomeFault[] {
  if (toolCalls === "any") return [];
  return toolCalls.flatMap(({ arguments: args }, index) => {
    if (typeof args !== "string" || isObject(args)) return [];
    const message = "The arguments of a call must be a JSON object.";
    return [{ pointer: `/toolCalls/${index}/arguments`, rule: "tools.A1", message }];
  });
}

function isObject(text: string): boolean {
  try {
    return isFields(JSON.parse(text));
  } catch {
    return false;
  }
}

function faultsOfPaths(
  paths: Readonly<Record<string, unknown>>,
  { content, examples, contract }: { content: Content; examples: readonly unknown[]; contract: Contract },
): OutcomeFault[] {
  return Object.entries(paths).flatMap(([path, value]) => {
    const steps = parsePath(path) ?? [];
    const pointer = toPointer(["passthrough", path]);
    const isThere = examples.length === 0 || examples.some((one) => withValueAt(one, steps, value) !== undefined);
    if (!isThere) return [{ pointer, rule: "schema", message: `${path} leads nowhere in a reply of this operation.` }];
    return slipsIn(valueWith(steps), content, { contract }).map((fault) => ({ ...fault, pointer }));
  });
}

/** What is a slip away from a documented name: an open schema accepts it, and nobody means it. */
function slipsIn(
  value: unknown,
  { schema }: Pick<Content, "schema">,
  { contract, pointer = "" }: SlipOptions,
): OutcomeFault[] {
  return strangersIn(value, schema, contract.schemas).flatMap(({ path, meant }) => {
    if (meant === undefined) return [];
    const message = `${String(path.at(-1))} is not documented; did you mean ${meant}?`;
    return [{ pointer: pointer + toPointer(path), isKey: true, rule: "schema", message }];
  });
}

interface SlipOptions {
  contract: Contract;
  /** Leads to the value. */
  pointer?: string;
}

function faultsOfScript(
  operation: Operation,
  { script = [], violates = [] }: Outcome,
  contract: Contract,
): OutcomeFault[] {
  const stream = successOf(operation)?.stream;
  if (stream === undefined) return [];
  const steps = toSteps(script, { reply: wholeContent(operation)?.examples[0]?.value, operation });
  const events = steps.flatMap((step, place) => (step.kind === "event" ? [{ step, place }] : []));
  const unfit = events.flatMap(({ step: { payload }, place }) => {
    if (payload === undefined) return [];
    const pointer = `/script/${place}/event`;
    const wrong = stream.check(payload).map((one) => ({ ...one, pointer: pointer + one.pointer, rule: "schema" }));
    return [...wrong, ...slipsIn(payload, stream, { contract, pointer })];
  });
  if (unfit.length > 0 && !violates.includes("schema")) return unfit;
  return lawsBrokenBy(operation, { body: undefined, events: events.map(({ step }) => step) }).map(
    ({ law, eventIndex, message }) => {
      const place = eventIndex === undefined ? undefined : events[eventIndex]?.place;
      return { pointer: place === undefined ? "/script" : `/script/${place}`, rule: law, message };
    },
  );
}

function lawsBrokenBy(operation: Operation, { body, events }: { body: unknown; events?: readonly EventStep[] }) {
  const headers = { "content-type": events === undefined ? "application/json" : "text/event-stream" };
  const exchange: Exchange = {
    operationId: operation.id,
    request: { method: operation.method, path: operation.path, query: "", headers: {}, body: undefined },
    reply: {
      status: 200,
      headers,
      body,
      ...(events !== undefined && { events: events.map(({ event }) => event) }),
    },
  };
  const judgement = checkExchange(exchange, { operation });
  if (judgement instanceof Promise) return [];
  return judgement.findings.filter(({ severity }) => severity === "ERROR");
}

/** A call as far as what is said depends on one: no limits, no wishes. */
const callOf = (operation: Operation, contract: Contract): Call =>
  // The rest of a call is for behaviours, and none is asked here.
  ({
    contract,
    operation,
    headers: {},
    body: {},
    token: "",
    random: createRandom(1),
    newId: (prefix: string) => `${prefix}_example`,
  }) as unknown as Call;
