/**
 * Reads the `orq` block of a request. What an operation documents has been checked; what only the other gateway documents
 * has not, so whatever is misshapen counts as absent.
 */
import { propertyOf } from "../../contract/coerce.ts";
import { type Fields, isFields } from "../../lib/fields.ts";
import type { Call } from "../behaviour.ts";

/** A call whose body has a block that its operation documents. */
export type RoutedCall = Call & { readonly body: RoutedBody };

export interface RoutedBody {
  readonly model: string;
  readonly messages?: readonly unknown[];
  readonly orq?: Fields;
  readonly guardrails?: readonly unknown[];
}

export interface Routing {
  /** How often the first model is asked again, and after which of its statuses. */
  retry: { count: number; onCodes: readonly number[] };
  /** The models that follow the first one, in order. */
  fallbacks: readonly string[];
  /** Models that share the place of the first one: none of the calls go to one of weight 0. */
  balanced: readonly { model: string; weight: number }[];
  /** The longest wait for one answer, in milliseconds; Infinity without a limit. */
  callTimeoutMs: number;
  /** For how many seconds a reply is kept; undefined when nothing is to be kept. */
  cacheSeconds: number | undefined;
  /** The values of the marks in the messages. */
  inputs: ReadonlyMap<string, unknown>;
  /** The fields that the gateway acts on, and those that it takes without the reply showing it, by their names. */
  applied: readonly string[];
  noted: readonly string[];
}

const DEFAULT_RETRIES = 3;
const DEFAULT_ON_CODES = [429];
const DEFAULT_WEIGHT = 0.5;
const DEFAULT_CACHE_SECONDS = 1_800;

const APPLIED = ["retry", "fallbacks", "load_balancer", "timeout", "cache", "inputs"];
/** What they name is kept in a workspace that the twin does not have, or shows in traces alone. */
const NOTED = ["prompt", "knowledge_bases", "thread", "identity", "contact", "name"];

/** Whether a call is to be routed. Almost none is, so this looks no further than it must. */
export function isRouted(call: Call): call is RoutedCall {
  const body = call.body as { model?: unknown; orq?: unknown; guardrails?: unknown } | null | undefined;
  if (body?.orq === undefined && body?.guardrails === undefined) return false;
  return typeof body.model === "string" && isFields(body.orq ?? {}) && documentsBlock(call);
}

const documentsBlock = ({ operation, contract }: Call): boolean =>
  operation.body?.content.some(({ schema }) => typeof propertyOf(schema, "orq", contract.schemas) === "object") ===
  true;

export function readRouting({ orq = {}, guardrails }: RoutedBody): Routing {
  return {
    retry: readRetry(orq.retry),
    fallbacks: modelsOf(orq.fallbacks).map(({ model }) => model),
    balanced: modelsOf(orq.load_balancer).map(({ model, weight }) => ({
      model,
      weight: typeof weight === "number" && weight >= 0 ? weight : DEFAULT_WEIGHT,
    })),
    callTimeoutMs: readTimeout(orq.timeout),
    cacheSeconds: readCache(orq.cache),
    inputs: readInputs(orq.inputs),
    applied: APPLIED.filter((name) => orq[name] !== undefined),
    noted: [...NOTED.filter((name) => orq[name] !== undefined), ...(guardrails === undefined ? [] : ["guardrails"])],
  };
}

/** Without the field nothing is asked again; an empty one asks for the defaults. */
function readRetry(given: unknown): Routing["retry"] {
  if (!isFields(given)) return { count: 0, onCodes: [] };
  const { count, on_codes: onCodes } = given;
  return {
    count: isPositive(count) ? Math.floor(count) : DEFAULT_RETRIES,
    onCodes: Array.isArray(onCodes) ? onCodes : DEFAULT_ON_CODES,
  };
}

const readTimeout = (given: unknown): number =>
  isFields(given) && isPositive(given.call_timeout) ? given.call_timeout : Infinity;

function readCache(given: unknown): number | undefined {
  if (!isFields(given) || given.type !== "exact_match") return undefined;
  return typeof given.ttl === "number" ? given.ttl : DEFAULT_CACHE_SECONDS;
}

/** Both forms: values by name, or a list of entries with a `key` and a `value`. */
function readInputs(given: unknown): ReadonlyMap<string, unknown> {
  if (Array.isArray(given)) {
    return new Map(given.filter(isFields).map(({ key, value }) => [String(key), value]));
  }
  return new Map(isFields(given) ? Object.entries(given) : []);
}

const modelsOf = (given: unknown): readonly (Fields & { model: string })[] =>
  Array.isArray(given)
    ? given.filter((entry): entry is Fields & { model: string } => isFields(entry) && typeof entry.model === "string")
    : [];

const isPositive = (value: unknown): value is number => typeof value === "number" && value > 0;
