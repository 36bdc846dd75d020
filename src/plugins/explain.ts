/** Failures in words that name the request, the place and both values, for runners that print no more than the message. */
import type { Difference } from "../exchange/match-entry.ts";
import type { FoundBreach } from "../server/control/requests.ts";

/** Not the AssertionError of Node: some runners put its words below a comparison of their own, of nothing with nothing. */
export class ExpectationError extends Error {
  override readonly name = "ExpectationError" as const;
  /** Of the first difference, by its pointer, for runners that show a diff; absent when there is none. */
  declare readonly expected?: Readonly<Record<string, unknown>>;
  declare readonly actual?: Readonly<Record<string, unknown>>;

  constructor(lines: readonly string[], difference?: Difference) {
    super(lines.join("\n"));
    if (difference === undefined) return;
    this.expected = { [difference.pointer]: difference.expected };
    this.actual = { [difference.pointer]: difference.actual };
  }
}

/** What the control API answers to an assertion that does not hold. */
export interface Verdict {
  message: string;
  nearest?: readonly Near[];
  breaches?: readonly FoundBreach[];
}

interface Near {
  id: string;
  method: string;
  path: string;
  status: number;
  difference?: Difference;
}

export function failedExpectation(
  expected: object,
  { message, nearest = [], breaches = [] }: Verdict,
): ExpectationError {
  const asked = `  expected: ${JSON.stringify(expected)}`;
  const first = nearest.find(({ difference }) => difference !== undefined);
  return new ExpectationError(
    [message, asked, ...nearest.map(tellNear), ...breaches.map(tellBreach)],
    first?.difference,
  );
}

export function failedContract(breaches: readonly FoundBreach[]): ExpectationError {
  const count = breaches.length === 1 ? "once" : `${breaches.length} times`;
  return new ExpectationError([`The contract was broken ${count} in this test.`, ...breaches.map(tellBreach)]);
}

const tellNear = ({ id, method, path, status, difference }: Near): string => {
  const why =
    difference === undefined
      ? ""
      : `: ${difference.pointer} expected ${brief(difference.expected)}, got ${brief(difference.actual)}`;
  return `  nearest:  ${method} ${path} ${status} (${id})${why}`;
};

const tellBreach = ({ by, method, path, status, request, pointer, message }: FoundBreach): string =>
  `  ${by}:   ${method} ${path} ${status} (${request}) ${pointer}: ${message}`;

const brief = (value: unknown): string => {
  const text = value === undefined ? "nothing" : JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
};
