/** The whole server as a list of stages. No stage calls the next; only `send` and `fail` write. */
import { createServer as createHttpServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { scripted } from "../behaviours/answer-by-scenario.ts";
import { behaviourOf } from "../behaviours/behaviours.ts";
import { routed } from "../behaviours/routing/routed.ts";
import { createMatch } from "../contract/match.ts";
import type { Contract } from "../contract/operation.ts";
import { ownContract } from "../contract/own-contract.ts";
import { createJournal, type JournalLimits } from "../exchange/journal.ts";
import { type Clock, fixedClock } from "../lib/clock.ts";
import { GatetwinError } from "../lib/errors.ts";
import { type Pace, problemOfPace } from "../scenario/pace.ts";
import { createMemoryStore } from "../store/memory.ts";
import type { Store } from "../store/store.ts";
import { CONTROL_PATH, createControl, isControlPath } from "./control/control.ts";
import { createFaultQueue } from "./fault-queue.ts";
import { createIdentities } from "./identity.ts";
import { createInTurn } from "./in-turn.ts";
import type { OnViolation } from "./judge.ts";
import { pipeline } from "./pipeline.ts";
import { countCall, createRateLimits } from "./rate-limits.ts";
import { openScenarios, type ScenarioOptions } from "./scenarios.ts";
import { authenticate } from "./stages/authenticate.ts";
import { cors } from "./stages/cors.ts";
import { createDamage } from "./stages/damage.ts";
import { decide } from "./stages/decide.ts";
import { fail } from "./stages/fail.ts";
import { prefer } from "./stages/prefer.ts";
import { receive } from "./stages/receive.ts";
import { record } from "./stages/record.ts";
import { route } from "./stages/route.ts";
import { send } from "./stages/send.ts";
import { validate } from "./stages/validate.ts";

export interface ServerOptions extends ScenarioOptions {
  /** What to serve. The contract of all four gateways by default; `openContract(file)` makes one of any document. */
  contract?: Contract;
  /** Another seed, other content and ids. 1 by default. */
  seed?: number;
  /** What `created` and `Date` tell. A clock that stands at 2025-01-01T00:00:00Z by default, so that runs repeat. */
  clock?: Clock;
  /** The most bytes a request body may have; more is 413. 64 MiB by default. */
  maxBodyBytes?: number;
  /** Where stored completions, responses and pictures are kept. In the memory of this server by default. */
  store?: Store;
  /** How much the journal keeps. 1,000 entries and 16 MiB a token, 10,000 and 64 MiB in all, by default. */
  journal?: Partial<JournalLimits>;
  /** When set, the control API under `/__gatetwin` asks for it in `x-gatetwin-key`. None by default. */
  controlKey?: string;
  /** How fast answers come where their scenario does not say. At once by default. */
  pace?: Pace;
  /**
   * Told of every answer of ours that breaks the contract, with the `scenario/rule` that decided it. Written to stderr by
   * default.
   */
  onViolation?: OnViolation;
  /** Told of failures inside Gatetwin. Written to stderr by default. */
  onError?: (error: unknown) => void;
}

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const DEFAULT_MAX_BODY_BYTES = 64 * 1024 * 1024;

/** A request handler for any Node server, or for supertest. Throws GatetwinError `scenario-invalid` or `option-invalid`. */
export function createHandler(options: ServerOptions = {}): Handler {
  const { contract = ownContract(), seed = 1, clock = fixedClock(), maxBodyBytes = DEFAULT_MAX_BODY_BYTES } = options;
  const {
    store = createMemoryStore(),
    onViolation = complain,
    onError = (error) => stderr(`gatetwin: ${error instanceof Error ? error.stack : error}`),
  } = options;
  const wrongPace = problemOfPace(options.pace ?? {});
  if (wrongPace !== undefined) throw new GatetwinError("option-invalid", `Failed to pace answers: ${wrongPace}.`);
  const { identify, forgetIds } = createIdentities(seed);
  const journal = createJournal(options.journal);
  const inTurn = createInTurn(clock);
  /** What is read has been judged, however busy the loop is. */
  const readJournal = (token?: string) => {
    inTurn.finish();
    return journal.read(token);
  };
  const faults = createFaultQueue();
  const limits = createRateLimits(clock);
  const { arm, damage } = createDamage({ clock, queue: faults, limits });
  const scenarios = openScenarios(options, contract);
  const answer = routed(
    scripted(scenarios, (call) => behaviourOf(call.operation.id)(call)),
    { pace: options.pace, countCall: (fault, token) => countCall(limits, fault, token) },
  );
  const forget = async (token?: string) => {
    await (token === undefined ? store.clear() : store.world(token).clear());
    for (const forgetMore of [forgetIds, faults.clear, limits.clear, scenarios.reset]) forgetMore(token);
  };
  const control = createControl({
    contract,
    journal: { ...journal, read: readJournal },
    files: store.files,
    forget,
    faults,
    scenarios,
    clock,
    controlKey: options.controlKey,
    onError,
  });
  const shadowed = contract.operations.find(({ path }) => isControlPath(path));
  if (shadowed) stderr(`gatetwin: ${shadowed.path} is not served: ${CONTROL_PATH} belongs to the control API.`);
  const run = pipeline(
    [
      record(clock, journal),
      route(createMatch(contract)),
      authenticate,
      receive(maxBodyBytes),
      validate({ contract, identify, clock, store }),
      arm,
      prefer(clock),
      decide(answer),
      damage,
      send({ clock, inTurn, pace: options.pace, onViolation }),
    ],
    fail({ contract, identify, clock, onError }),
  );
  return (request, response) => {
    request.url = originForm(request.url ?? "/");
    if (!control(request, response) && !cors(request, response)) run(request, response);
  };
}

/** An HTTP server that does not listen yet. */
export function createServer(options: ServerOptions = {}): Server {
  return createHttpServer({ keepAliveTimeout: KEEP_ALIVE_MS }, createHandler(options));
}

/**
 * How long an idle connection is kept. Node's five seconds end about when many clients use one again, and a request that
 * crosses the end is lost: a test that fails one time in ten thousand.
 */
const KEEP_ALIVE_MS = 75_000;

/** A client that takes the server for a proxy sends the whole URL, and has to be answered (RFC 9112, 3.2.2). */
const originForm = (target: string): string =>
  target.startsWith("/") ? target : target.replace(/^https?:\/\/[^/?#]*\/?/i, "/");

const stderr = (text: string): void => void process.stderr.write(`${text}\n`);

const complain: OnViolation = (operationId, violations, rule) => {
  const whose = rule === undefined ? "our own answer" : `the answer of the scenario rule ${rule}`;
  const what = violations.map(({ pointer, message }) => `${pointer} ${message}`).join(" ");
  stderr(`gatetwin: ${whose} to ${operationId} breaks the contract: ${what}`);
};
