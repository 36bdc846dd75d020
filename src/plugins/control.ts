/** Asks the control API of a twin, by the plainest means there is: the fetch of a test may be a fake, or missing. */
import { request as sendPlain } from "node:http";
import { request as sendSecure } from "node:https";
import { GatetwinError } from "../lib/errors.ts";

export interface ControlOptions {
  url: string;
  token: string;
  controlKey: string | undefined;
}

export interface Told {
  status: number;
  body: unknown;
}

export type Control = (method: "GET" | "POST", path: string, body?: unknown) => Promise<Told>;

/** Every call resolves with 200 or 409, the answer of a failed assertion, and throws GatetwinError otherwise. */
export function createControl({ url, token, controlKey }: ControlOptions): Control {
  const headers = {
    authorization: `Bearer ${token}`,
    ...(controlKey !== undefined && { "x-gatetwin-key": controlKey }),
  };
  return async (method, path, body) => {
    const told = await ask(`${url}/__gatetwin/${path}`, method, headers, body);
    if (told.status === 200 || told.status === 409) return told;
    const { error } = (told.body ?? {}) as { error?: { message?: string } };
    throw new GatetwinError(
      "option-invalid",
      `Failed to ask the twin at ${url} for ${path}: ${error?.message ?? `it answered ${told.status}`}`,
    );
  };
}

function ask(url: string, method: string, headers: Record<string, string>, body: unknown): Promise<Told> {
  return new Promise((resolve, reject) => {
    const fail = (cause: Error): void =>
      reject(new GatetwinError("option-invalid", `Failed to reach the twin at ${url}: ${cause.message}`, { cause }));
    const send = url.startsWith("https:") ? sendSecure : sendPlain;
    const request = send(url, { method, headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on("error", fail);
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () => {
        const text = Buffer.concat(parts).toString("utf8");
        resolve({ status: response.statusCode ?? 0, body: parse(text) });
      });
    });
    request.on("error", fail);
    request.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
