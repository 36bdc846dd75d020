/** Errors by the names that the gateways' documents and their clients use for them. */
import type { Contract } from "../contract/operation.ts";
import { nearest } from "../lib/nearest.ts";
import type { ErrorOutcome } from "./scenario.ts";

interface Known {
  status: number;
  code: string;
  message: string;
  /** By default the one that belongs to the status. */
  type?: string;
}

const known = (status: number, code: string, message: string): Known => ({ status, code, message });

/** By the code that the reply carries. */
const BY_CODE: readonly Known[] = [
  known(400, "bad_request", "The request could not be understood."),
  known(400, "context_length_exceeded", "The conversation has more tokens than this model's context can hold."),
  known(400, "content_policy_violation", "The request was rejected by the content policy."),
  known(401, "invalid_api_key", "The API key is not valid."),
  known(402, "insufficient_credits", "There is no credit left on this account."),
  known(403, "permission_denied", "This key may not use this model."),
  known(404, "model_not_found", "The model does not exist, or this key may not use it."),
  known(408, "request_timeout", "The request took too long to arrive."),
  known(409, "conflict", "Another request is changing the same thing."),
  known(413, "payload_too_large", "The body is larger than this server takes."),
  known(422, "unprocessable", "The request is well formed and cannot be processed."),
  known(429, "rate_limit_exceeded", "Too many requests. Try again later."),
  known(429, "insufficient_quota", "The quota of this account is used up."),
  known(500, "internal_error", "The gateway failed while it handled this request."),
  known(502, "bad_gateway", "The provider of the model gave no usable answer."),
  known(503, "overloaded", "The provider of the model is overloaded. Try again shortly."),
  known(504, "gateway_timeout", "The provider of the model did not answer in time."),
];

/** Some providers have a status of their own for it. */
const OVERLOADED_529 = {
  ...known(529, "overloaded", "The provider of the model is overloaded. Try again shortly."),
  type: "overloaded_error",
};

/** Codes, and the names of the examples under which a document shows its errors, such as `rateLimited`. */
export function errorNames(contract: Contract): ReadonlyMap<string, Known> {
  const read = namesByContract.get(contract) ?? readNames(contract);
  namesByContract.set(contract, read);
  return read;
}

const namesByContract = new WeakMap<Contract, ReadonlyMap<string, Known>>();

function readNames(contract: Contract): ReadonlyMap<string, Known> {
  const names = new Map([...BY_CODE.map((one) => [one.code, one] as const), ["overloaded_529", OVERLOADED_529]]);
  for (const { replies } of contract.operations) {
    for (const { status, content } of replies) {
      if (!/^[45]\d\d$/.test(status)) continue;
      const usual = BY_CODE.find((one) => one.status === Number(status));
      for (const { name, value } of content.flatMap(({ examples }) => examples)) {
        const { code, message } = ((value as { error?: Partial<Known> } | null)?.error ?? {}) as Partial<Known>;
        names.set(name, {
          status: Number(status),
          code: typeof code === "string" ? code : (usual?.code ?? name),
          message:
            usual?.message ?? (typeof message === "string" ? message : "This error was asked for by a scenario."),
        });
      }
    }
  }
  return names;
}

export interface ScriptedError extends Known {
  param?: string;
  retryAfter?: number;
}

/** The error that an outcome means, or what is wrong with it. */
export function errorOf(
  given: string | number | ErrorOutcome,
  names: ReadonlyMap<string, Known>,
): ScriptedError | { fault: string } {
  const { name, ...more } =
    typeof given === "object" ? given : typeof given === "string" ? { name: given } : { status: given };
  const named = name === undefined ? undefined : names.get(name);
  if (name !== undefined && named === undefined) {
    const meant = nearest(name, names.keys());
    if (/^[45]\d\d$/.test(name))
      return { fault: `There is no error ${JSON.stringify(name)}; write the status as a number, ${name}.` };
    const hint = meant === undefined ? `known are ${[...names.keys()].join(", ")}.` : `did you mean ${meant}?`;
    return { fault: `There is no error ${JSON.stringify(name)}; ${hint}` };
  }
  const status = more.status ?? named?.status;
  if (status === undefined) return { fault: "An error needs a name or a status." };
  const usual = named ?? BY_CODE.find((one) => one.status === status);
  return {
    message: usual?.message ?? "This error was asked for by a scenario.",
    code: usual?.code ?? "scripted",
    ...(usual?.type !== undefined && { type: usual.type }),
    ...more,
    status,
  };
}
