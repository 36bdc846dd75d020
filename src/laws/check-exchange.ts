/** The one judge of exchanges: asks every law that governs an operation, and waits only where a law has to. */
import { type Operation, successOf } from "../contract/operation.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { KEPT, type Law, NOT_JUDGED, PROFILES, type Profile, type Ruling } from "./law.ts";
import { FAMILIES } from "./laws.ts";

export interface Finding {
  /** Such as `usage.U1`. */
  law: string;
  severity: "ERROR" | "WARN";
  /** JSON pointer into the body of the reply, for a law of whole replies. */
  pointer?: string;
  /** Position in `reply.events`, for a law of streams. */
  eventIndex?: number;
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
}

/**
 * Judges an exchange by the laws of its operation. Never throws and never rejects, whatever the exchange holds.
 *
 * @returns The judgement itself, or a promise of it when a schema has to be compiled or a picture to be decoded. A reply
 *   of status 400 or more is judged by no law.
 */
export function checkExchange(exchange: Exchange, options: CheckOptions): Judgement | Promise<Judgement> {
  const plan = planOf(options.operation, options.profile ?? profileOf(options.operation));
  const { laws, allKept, noneJudged } = exchange.reply.events === undefined ? plan.whole : plan.streamed;
  if (exchange.reply.status >= 400) return noneJudged;
  // Nothing is set aside as long as all is well.
  let rulings: (Ruling | Promise<Ruling>)[] | undefined;
  let mustWait = false;
  for (let index = 0; index < laws.length; index++) {
    const ruling = (laws[index] as Planned).law.check(exchange);
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
  allKept: Judgement;
  noneJudged: Judgement;
}

interface Plan {
  whole: Bench;
  streamed: Bench;
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

/** A stream is judged by its events, and by the reply that they tell as far as this is known. */
function makePlan(operation: Operation, profile: Profile): Plan {
  const plannedOf = (families: readonly string[]) =>
    families
      .flatMap((family) => FAMILIES.get(family) ?? [])
      .flatMap((law): Planned[] => {
        const severity = law.severity[profile];
        return severity === "OFF" ? [] : [{ law, severity }];
      });
  const whole = plannedOf(operation.laws);
  const stream = plannedOf([successOf(operation)?.stream?.laws ?? ""]);
  return { whole: benchOf(whole), streamed: benchOf([...stream, ...whole]) };
}

function benchOf(laws: readonly Planned[]): Bench {
  const ids = Object.freeze(laws.map(({ law }) => law.id));
  return {
    laws,
    allKept: Object.freeze({ findings: NONE, judged: ids, notJudged: NONE }),
    noneJudged: Object.freeze({ findings: NONE, judged: NONE, notJudged: ids }),
  };
}

const NONE: readonly never[] = Object.freeze([]);

/** A document may name a profile that this version does not know. */
const profileOf = ({ profile }: Operation): Profile => PROFILES.find((known) => known === profile) ?? "openai";
