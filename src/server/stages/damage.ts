/**
 * Faults on purpose. `arm` takes those that the request or a test has ordered, before anything is decided: what answers
 * in place of the behaviour must leave no trace in the store. `damage` adds those of the scenario. Both do at once what
 * comes before an answer (a pause, an error, a closed connection); the rest is done by whoever sends it.
 */
import type { ServerResponse } from "node:http";
import type { Call } from "../../behaviours/behaviour.ts";
import { orderedError } from "../../behaviours/routing/draw-faults.ts";
import { problem } from "../../contract/problem.ts";
import type { Clock } from "../../lib/clock.ts";
import type { Random } from "../../lib/random.ts";
import type { Delivery } from "../../scenario/delivery.ts";
import type { Fault } from "../../scenario/fault.ts";
import { firstPause } from "../../scenario/pace.ts";
import { readFaultHeader } from "../../scenario/read-fault.ts";
import { chanceOf } from "../chance.ts";
import type { FaultQueue } from "../fault-queue.ts";
import { pause } from "../pause.ts";
import { countCall, type RateLimits } from "../rate-limits.ts";
import { Refusal } from "../refusal.ts";
import { type Next, type Stage, type Turn, turnOf } from "../turn.ts";

/** Orders faults for one request: `cut; after=3, latency; ms=200`. Several are separated by commas. */
export const FAULT_HEADER = "x-gatetwin-fault";

export interface DamageOptions {
  clock: Clock;
  queue: FaultQueue;
  limits: RateLimits;
}

interface Damage {
  arm: Stage;
  damage: Stage;
}

export function createDamage({ clock, queue, limits }: DamageOptions): Damage {
  /** Passes on to `next` when the faults let the answer through; those that close the connection never do. */
  const hit = (faults: readonly Fault[], { turn, response, next, by }: Hit): void => {
    const happening = faults.filter(happens(turn, by));
    if (happening.length === 0) {
      next();
      return;
    }
    turn.faults = [...turn.faults, ...happening];
    turn.headers[FAULT_HEADER] = turn.faults.map(({ kind }) => kind).join(", ");
    const wait = happening.reduce((sum, fault) => sum + (fault.kind === "latency" ? fault.ms : 0), 0);
    const go = () => {
      if (happening.some((fault) => fault.kind === "disconnect" && fault.when !== "after-headers")) {
        response.destroy();
        return;
      }
      next(happening.map((fault) => errorOf(fault, turn)).find((error) => error !== undefined));
    };
    if (wait === 0) go();
    else pause(clock, wait, response).then(go, next);
  };

  const errorOf = (fault: Fault, turn: Turn): Refusal | undefined => {
    if (fault.kind === "status") return new Refusal(orderedError(fault), true);
    if (fault.kind !== "rate-limit") return undefined;
    const { headers, problem } = countCall(limits, fault, turn.token);
    Object.assign(turn.headers, headers);
    return problem && new Refusal(problem, true);
  };

  return {
    arm(request, response, next) {
      const turn = turnOf(request);
      const ordered = queue.take(turn.token, (turn.call as Call).operation.id);
      const header = request.headers[FAULT_HEADER];
      if (header === undefined) {
        if (ordered.length === 0) return next();
        return hit(ordered, { turn, response, next, by: "ordered faults" });
      }
      const asked = readFaultHeader(String(header));
      if (asked.kind === "faults")
        return hit([...ordered, ...asked.faults], { turn, response, next, by: "ordered faults" });
      const message = `${FAULT_HEADER}: ${asked.message}`;
      next(new Refusal(problem(400, "invalid_fault", message, { param: FAULT_HEADER })));
    },
    damage(request, response, next) {
      const turn = turnOf(request);
      const { outcome, delivery } = turn;
      if (delivery.rule !== undefined) turn.headers["x-gatetwin-rule"] = inHeader(delivery.rule);
      const go: Next = (error) => {
        if (error !== undefined || outcome?.kind !== "refusal") return next(error);
        const refuse = () => next(new Refusal(outcome.problem, isDecided(delivery)));
        const wait = delivery.pace === undefined ? 0 : firstPause(delivery.pace, chanceOf(turn, "pace"));
        if (wait === 0) refuse();
        else pause(clock, wait, response).then(refuse, next);
      };
      if (delivery.faults === undefined) go();
      else hit(delivery.faults, { turn, response, next: go, by: "scripted faults" });
    },
  };
}

/** Whether an error is what a scenario or the routing wanted. */
const isDecided = ({ rule, attempts }: Delivery): boolean => rule !== undefined || attempts !== undefined;

interface Hit {
  turn: Turn;
  response: ServerResponse;
  next: Next;
  /** Each has chances of its own, so that they do not always strike together. */
  by: "ordered faults" | "scripted faults";
}

/** A name as a header can hold it: what is no plain character is percent-encoded, and half a character replaced. */
const inHeader = (text: string): string => encodeURI(text.replaceAll(/\p{Surrogate}/gu, "\ufffd"));

function happens(turn: Turn, by: Hit["by"]): (fault: Fault) => boolean {
  let random: Random | undefined;
  return ({ chance }) => {
    if (chance === undefined) return true;
    random ??= chanceOf(turn, by);
    return random.next() < chance;
  };
}
