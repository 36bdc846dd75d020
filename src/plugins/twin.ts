/** A twin as one test file sees it: with a token of its own, so that the world it asks about is nobody else's. */
import type { Entry } from "../exchange/entry.ts";
import type { Fault } from "../scenario/fault.ts";
import type { Scenario } from "../scenario/scenario.ts";
import type { FoundBreach } from "../server/control/requests.ts";
import type { Control } from "./control.ts";
import { failedExpectation, type Verdict } from "./explain.ts";

export type ApiName = "orq-proxy" | "orq-gateway" | "orq-router" | "sudo";

/** Where the paths of each API begin. */
export const BASE_PATHS: Readonly<Record<ApiName, string>> = {
  "orq-proxy": "/v2/proxy",
  "orq-gateway": "/v2/gateway",
  "orq-router": "/v2/router",
  sudo: "/v1",
};

/** Which requests are meant; all that are given must hold. */
export interface RequestFilter {
  /** An operationId, such as `sudoCreateChatCompletion`. */
  operation?: string;
  api?: string;
  method?: string;
  /** Without the query. */
  path?: string;
  /** `200`, or `4xx` for a whole class. */
  status?: number | string;
}

/** Partial values: what is not mentioned may be anything; `{ $contains: x }` is met by a text or a list with x in it. */
export interface ExpectedRequest extends RequestFilter {
  query?: Readonly<Record<string, unknown>>;
  headers?: Readonly<Record<string, unknown>>;
  body?: unknown;
  /** Exactly so often. */
  times?: number;
  /** 1 by default, where neither `times` nor `atMost` is given. */
  atLeast?: number;
  atMost?: number;
}

export interface FaultOrder {
  /** How many calls are hit: 1 by default. */
  calls?: number;
  /** Only calls of this operation; any by default. */
  operation?: string;
}

export type Side = "client" | "server";

export interface Twin {
  /** Such as `http://127.0.0.1:4010`, without a trailing slash. */
  readonly url: string;
  /** Where the paths of the chosen API begin: the base URL of an OpenAI client. */
  readonly baseUrl: string;
  /** The same for each API. */
  readonly baseUrls: Readonly<Record<ApiName, string>>;
  /** The API key of this test file: the journal, scenarios, faults and what is stored are kept for it alone. */
  readonly token: string;
  /** What was asked and answered, in order of arrival, credentials left out. */
  requests(filter?: RequestFilter): Promise<readonly Entry[]>;
  /** Where the code under test (`client`) or the twin (`server`) broke the contract; both by default. */
  violations(by?: Side): Promise<readonly FoundBreach[]>;
  /**
   * Answers by these scenarios until the test ends, in place of those of the file: names of those that ship or are
   * loaded, or whole ones.
   */
  useScenarios(...scenarios: readonly (string | Scenario)[]): Promise<void>;
  /** Breaks the next calls on purpose. */
  useFaults(faults: readonly Fault[], order?: FaultOrder): Promise<void>;
  /** Forgets what this token did and was given, save for the scenarios of the whole file. */
  reset(): Promise<void>;
  /** Throws an ExpectationError that tells of the nearest requests when there was no such request. */
  expectCalled(expected?: ExpectedRequest): Promise<void>;
  /** Throws an ExpectationError when there was such a request. */
  expectNotCalled(expected?: Omit<ExpectedRequest, "times" | "atLeast" | "atMost">): Promise<void>;
  /** Throws an ExpectationError when the contract was broken. */
  expectNoViolations(by?: Side): Promise<void>;
  /** Lets this one test break the contract where `failOnViolation` watches. */
  allowViolations(): void;
}

/** More than the journal keeps for a token. */
const ALL = "1000";

/** The part of a twin that only asks. */
export type Questions = Pick<
  Twin,
  "requests" | "violations" | "expectCalled" | "expectNotCalled" | "expectNoViolations"
>;

export function createQuestions(control: Control): Questions {
  const list = async <Item>(path: string, filter: object): Promise<readonly Item[]> => {
    const given = Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [[name, `${value}`]]));
    const { body } = await control("GET", `${path}?${new URLSearchParams([...given, ["limit", ALL]])}`);
    return (body as { data: readonly Item[] }).data;
  };
  const expect = async (expected: object): Promise<void> => {
    const { status, body } = await control("POST", "assert", expected);
    if (status !== 200) throw failedExpectation(expected, body as Verdict);
  };
  return {
    requests: (filter = {}) => list("requests", filter),
    violations: (by) => list("breaches", { by }),
    expectCalled: (expected = {}) => expect(expected),
    expectNotCalled: (expected = {}) => expect({ ...expected, times: 0 }),
    expectNoViolations: (by) => expect({ breaches: { ...(by !== undefined && { by }), times: 0 } }),
  };
}
