/** Why a request is refused, before it is put into the envelope of a gateway. */

export interface Problem {
  status: number;
  /** A sentence that names the field and says what to do. */
  message: string;
  /** The family of the error, such as `invalid_request_error`. */
  type: string;
  /** The field at fault as gateways write it (`messages[0].role`), or null. */
  param: string | null;
  /** A stable word for programs, such as `missing`. */
  code: string;
  headers?: Readonly<Record<string, string>>;
}

/** The family names that OpenAI-like gateways use, by status. */
const TYPES: Readonly<Record<number, string>> = {
  401: "authentication_error",
  403: "permission_error",
  404: "not_found_error",
  429: "rate_limit_error",
  500: "server_error",
  502: "upstream_error",
  503: "overloaded_error",
  504: "timeout_error",
  529: "overloaded_error",
};

/** A problem with the type that belongs to its status; `invalid_request_error` for the rest. */
export const problem = (status: number, code: string, message: string, more: Partial<Problem> = {}): Problem => ({
  status,
  message,
  type: TYPES[status] ?? (status < 500 ? "invalid_request_error" : "server_error"),
  param: null,
  code,
  ...more,
});
