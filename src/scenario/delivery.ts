/** How an answer is sent, beyond what it says: what scenarios, routing and faults tell the server. */
import type { Fault } from "./fault.ts";
import type { Pace } from "./pace.ts";
import type { Step } from "./script.ts";

/** One try of a gateway to have a model answer. */
export interface Attempt {
  model: string;
  /** The status the model answered with; 504 for one that took too long. */
  status: number;
  /** Why the gateway tried it, or went on: such as `first`, `retry 1 of 3`, `fallback 2`, `timeout`, `cache hit`. */
  reason: string;
}

export interface Delivery {
  /** `scenario/rule` that decided, for the journal and the reply. */
  rule?: string;
  pace?: Pace;
  faults?: readonly Fault[];
  /** Laws and rules that the answer breaks on purpose: the self-check is silent about them, the journal is not. */
  violates?: readonly string[];
  /** Steps in place of the stream of the reply. */
  script?: readonly Step[];
  /** In order, the last one answered. */
  attempts?: readonly Attempt[];
}
