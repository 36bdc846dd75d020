/**
 * Spares a behaviour from making the same answer again. Bodies that come often are shared and frozen (see `readings.ts`), so
 * what a behaviour made of one stands, but for its ids and the time, as long as it looks at nothing else.
 */
import { isFields } from "../lib/fields.ts";
import { fill, type Template, templateOf } from "../lib/template.ts";
import type { Behaviour, Call, Outcome } from "./behaviour.ts";

type Reply = Extract<Outcome, { kind: "reply" }>;

/** An answer as it was made once. */
interface Memory {
  seed: number;
  /** In whole seconds, as answers tell it. */
  created: number;
  /** What the ids were minted with, in that order. */
  prefixes: readonly string[];
  mediaType: string;
  template: Template;
}

const RECALLED = Symbol("recalled");

/** The JSON text of an answer that was made before. */
export interface Recalled {
  /** The answer that it is the text of: a copy with another body has this member too. */
  of: Outcome;
  template: Template;
  ids: readonly string[];
}

/** Longer answers are made anew, so that all memories together stay within a few megabytes. */
const MOST_TEXT = 16_384;

/** @param behaviour Knows only the body, the chance, the ids and the time of its call. */
export const recalling = (behaviour: Behaviour): Behaviour => {
  const memories = new WeakMap<object, Memory>();
  return function recall(call) {
    const { body } = call;
    if (!isFields(body) || !Object.isFrozen(body)) return behaviour(call);
    const memory = memories.get(body);
    if (memory !== undefined && memory.seed === call.random.seed && memory.created === secondOf(call))
      return again(memory, call);
    const minted: Minted = { prefixes: [], ids: [] };
    const created = secondOf(call);
    const outcome = behaviour({ ...call, newId: noting(call, minted) });
    // One that was made while the second changed may tell either of them.
    const isOfOneSecond = created === secondOf(call) && !(outcome instanceof Promise);
    const fresh = isOfOneSecond ? memoryOf(outcome, call, minted) : undefined;
    if (fresh !== undefined) memories.set(body, fresh);
    return outcome;
  };
};

/** The text of an answer that was recalled and is still as it was. */
export const recalledOf = (outcome: Reply & { [RECALLED]?: Recalled }): Recalled | undefined => {
  const recalled = outcome[RECALLED];
  return recalled?.of === outcome ? recalled : undefined;
};

function again({ prefixes, mediaType, template }: Memory, call: Call): Outcome {
  const ids = prefixes.map(call.newId);
  let body: unknown;
  const outcome: Reply & { [RECALLED]?: Recalled } = {
    kind: "reply",
    status: 200,
    mediaType,
    /** Made when somebody looks, which is seldom: most answers leave as the text that they were. */
    get body(): unknown {
      body ??= JSON.parse(fill(template, ids));
      return body;
    },
  };
  outcome[RECALLED] = { of: outcome, template, ids };
  return outcome;
}

interface Minted {
  prefixes: string[];
  ids: string[];
}

const noting =
  ({ newId }: Call, { prefixes, ids }: Minted) =>
  (prefix: string): string => {
    const id = newId(prefix);
    prefixes.push(prefix);
    ids.push(id);
    return id;
  };

function memoryOf(outcome: Outcome, call: Call, { prefixes, ids }: Minted): Memory | undefined {
  if (outcome.kind !== "reply" || outcome.status !== 200 || outcome.headers || outcome.delivery) return undefined;
  if (!isFields(outcome.body)) return undefined;
  const text = JSON.stringify(outcome.body);
  if (text.length > MOST_TEXT) return undefined;
  const { mediaType } = outcome;
  return { seed: call.random.seed, created: secondOf(call), prefixes, mediaType, template: templateOf(text, ids) };
}

const secondOf = ({ clock }: Call): number => Math.floor(clock.now() / 1000);
