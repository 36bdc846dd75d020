/** The one judge of exchanges: asks every law that governs an operation, and waits only where a law has to. */
import { type Operation, successOf } from "../contract/operation.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { KEPT, type Law, type LawContext, NOT_JUDGED, PROFILES, type Profile, type Ruling } from "./law.ts";
import { FAMILIES } from "./laws.ts";
import { toldBy } from "./told-reply.ts";

export interface Finding {
  /** Such as `usage.U1`. */
  law: string;
  severity: "ERROR" | "WARN";
  /** JSON pointer into the body of the reply, for a law of whole replies. */
  pointer?: string;
  /** Position in `reply.events`, for a law of streams. */
  eventIndex?: number;
  /** Byte of the stream, where no event is to blame as a whole. */
  byteOffset?: number;
  /** A sentence that says what was owed and what came. */
  message: string;
  /** Where the law comes from. */
  source: string;
}

export interface Judgement {
  findings: readonly Finding[];
  /** The laws that had all they needed, kept or broken. */
  judged: readonly string[];
  /** The laws that lacked a fact, such as the body of the request: neither kept nor broken. */
  notJudged: readonly string[];
}

export interface CheckOptions {
  operation: Operation;
  /** The profile of the operation's API by default. */
  profile?: Profile;
  /**
   * Whether somebody held every payload of the stream against the contract already, as a server does that sends it: the
   * laws then need not do it again. Default false.
   */
  isChecked?: boolean;
}

/**
 * Judges an exchange by the laws of its operation. Never throws and never rejects, whatever the exchange holds.
 *
 * A stream is judged in turn by the laws of its framing, by those of its payloads, and by those of the reply that it
 * tells; an ERROR in one turn ends the judgement, since what a broken stream tells is nobody's promise.
 *
 * @returns The judgement itself, or a promise of it when a schema has to be compiled or a picture to be decoded. A reply
 *   of status 400 or more is judged by no law, but for those of streams that should not have begun.
 */
export function checkExchange(exchange: Exchange, options: CheckOptions): Judgement | Promise<Judgement> {
  const { operation, profile = profileOf(operation), isChecked = false } = options;
  const isBound = options.profile === undefined || options.profile === operation.profile;
  const plan = planOf(operation, profile);
  const { events, status } = exchange.reply;
  if (events === undefined && status >= 400) return plan.whole.noneJudged;
  const turns = events === undefined ? plan.wholeTurns : status >= 400 ? plan.errorTurns : plan.streamTurns;
  return askInTurn(turns, 0, exchange, { operation, profile, isBound, isChecked });
}

type Turns = readonly Bench[];

function askInTurn(turns: Turns, at: number, given: Exchange, context: LawContext): Judgement | Promise<Judgement> {
  const bench = turns[at] as Bench;
  const exchange = bench.readsReply ? withReply(given, context) : given;
  const judgement = ask(bench, exchange, context);
  const goOn = (soFar: Judgement): Judgement | Promise<Judgement> => {
    if (at === turns.length - 1) return soFar;
    const isSound = !soFar.findings.some(({ severity }) => severity === "ERROR");
    const rest = isSound ? askInTurn(turns, at + 1, given, context) : noneOf(turns.slice(at + 1));
    return rest instanceof Promise ? rest.then((later) => sum(soFar, later)) : sum(soFar, rest);
  };
  return judgement instanceof Promise ? judgement.then(goOn) : goOn(judgement);
}

/** What a stream tells is folded only where nobody knows the reply already. */
function withReply(exchange: Exchange, { operation }: LawContext): Exchange {
  const { events, body } = exchange.reply;
  if (events === undefined || body !== undefined) return exchange;
  const told = toldBy(events, successOf(operation)?.stream?.laws);
  return told === undefined ? exchange : { ...exchange, reply: { ...exchange.reply, body: told } };
}

const sum = (one: Judgement, other: Judgement): Judgement => ({
  findings: [...one.findings, ...other.findings],
  judged: [...one.judged, ...other.judged],
  notJudged: [...one.notJudged, ...other.notJudged],
});

const noneOf = (benches: Turns): Judgement => benches.map(({ noneJudged }) => noneJudged).reduce(sum);

function ask({ laws, allKept }: Bench, exchange: Exchange, context: LawContext): Judgement | Promise<Judgement> {
  // Nothing is set aside as long as all is well.
  let rulings: (Ruling | Promise<Ruling>)[] | undefined;
  let mustWait = false;
  for (let index = 0; index < laws.length; index++) {
    const ruling = (laws[index] as Planned).law.check(exchange, context);
    if (ruling === KEPT) continue;
    rulings ??= new Array(laws.length).fill(KEPT);
    rulings[index] = ruling;
    mustWait ||= ruling instanceof Promise;
  }
  if (rulings === undefined) return allKept;
  return mustWait ? Promise.all(rulings).then((all) => judgement(laws, all)) : judgement(laws, rulings as Ruling[]);
}

function judgement(laws: readonly Planned[], rulings: readonly Ruling[]): Judgement {
  const findings: Finding[] = [];
  const judged: string[] = [];
  const notJudged: string[] = [];
  for (const [index, { law, severity }] of laws.entries()) {
    const ruling = rulings[index] as Ruling;
    (ruling === NOT_JUDGED ? notJudged : judged).push(law.id);
    if (ruling === NOT_JUDGED) continue;
    for (const fault of ruling) findings.push({ law: law.id, severity, ...fault, source: law.source });
  }
  return { findings, judged, notJudged };
}

interface Planned {
  law: Law;
  severity: "ERROR" | "WARN";
}

interface Bench {
  laws: readonly Planned[];
  /** Whether its laws read `reply.body`. */
  readsReply: boolean;
  allKept: Judgement;
  noneJudged: Judgement;
}

interface Plan {
  whole: Bench;
  wholeTurns: Turns;
  streamTurns: Turns;
  errorTurns: Turns;
}

/** An operation's laws are looked up once, not once per exchange. */
const plans = new WeakMap<Operation, Map<Profile, Plan>>();

function planOf(operation: Operation, profile: Profile): Plan {
  let byProfile = plans.get(operation);
  if (byProfile === undefined) {
    byProfile = new Map();
    plans.set(operation, byProfile);
  }
  let plan = byProfile.get(profile);
  if (plan === undefined) {
    plan = makePlan(operation, profile);
    byProfile.set(profile, plan);
  }
  return plan;
}

/** Framing governs every stream, whichever operation sends it. */
function makePlan(operation: Operation, profile: Profile): Plan {
  const plannedOf = (families: readonly string[]) =>
    families
      .flatMap((family) => FAMILIES.get(family) ?? [])
      .flatMap((law): Planned[] => {
        const severity = law.severity[profile];
        return severity === "OFF" ? [] : [{ law, severity }];
      });
  const framing = plannedOf(["framing"]);
  const stream = plannedOf([successOf(operation)?.stream?.laws ?? ""]);
  const semantics = plannedOf(operation.laws);
  const whole = benchOf(semantics, true);
  const payloads = stream.filter(({ law }) => law.judges === "stream");
  const told = [...stream.filter(({ law }) => law.judges === "reply"), ...semantics];
  return {
    whole,
    wholeTurns: [whole],
    streamTurns: [benchOf(framing), benchOf(payloads), benchOf(told, true)],
    errorTurns: [benchOf([...framing, ...payloads].filter(({ law }) => law.ofErrors))],
  };
}

function benchOf(laws: readonly Planned[], readsReply = false): Bench {
  const ids = Object.freeze(laws.map(({ law }) => law.id));
  return {
    laws,
    readsReply,
    allKept: Object.freeze({ findings: NONE, judged: ids, notJudged: NONE }),
    noneJudged: Object.freeze({ findings: NONE, judged: NONE, notJudged: ids }),
  };
}

const NONE: readonly never[] = Object.freeze([]);

/** A document may name a profile that this version does not know. */
const profileOf = ({ profile }: Operation): Profile => PROFILES.find((known) => known === profile) ?? "openai";
