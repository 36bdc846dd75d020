/** The one error family of Gatetwin: our own inability, never a wrong request (those are violations). */

export type ErrorCode =
  | "document-unreadable"
  | "document-invalid"
  | "schema-uncompilable"
  | "schema-unsatisfiable"
  | "port-taken"
  | "option-invalid"
  | "reply-invalid"
  | "scenario-invalid";

/**
 * Thrown when Gatetwin itself cannot do what it was asked. `message` follows "Failed to <verb> <what>: <why>" and says
 * what to do; `code` is stable; `details` carries what a program may want, such as the JSON pointer of a schema.
 */
export class GatetwinError extends Error {
  override readonly name = "GatetwinError" as const;
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, message: string, options: ErrorOptions & { details?: Record<string, unknown> } = {}) {
    super(message, options);
    this.code = code;
    this.details = options.details ?? {};
  }
}
