/** What the control API answers, and the one way in which it says no. */
import type { Answer } from "../write.ts";

/** A JSON answer. It tells of a moment, so that nobody may keep it. */
export const json = (status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status,
  headers: { "content-type": "application/json", "cache-control": "no-store", ...headers },
  body: `${JSON.stringify(value, null, 2)}\n`,
});

/** Thrown wherever a control request cannot be served; `message` names the field and says what to do. */
export class ControlError extends Error {
  override readonly name = "ControlError" as const;
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

export const invalid = (message: string): ControlError => new ControlError(400, "invalid_request", message);
