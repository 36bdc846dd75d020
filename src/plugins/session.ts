/** What every test runner does with a twin, as four moments: a file begins, a test begins, a test ends, a file ends. */
import { createHash, randomUUID } from "node:crypto";
import { relative } from "node:path";
import { GatetwinError } from "../lib/errors.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { createControl } from "./control.ts";
import { layEnvironment, type Variables } from "./environment.ts";
import { failedContract } from "./explain.ts";
import { startOnce, type ThreadOptions } from "./start-thread.ts";
import { type ApiName, BASE_PATHS, createQuestions, type Side, type Twin } from "./twin.ts";

export interface GatetwinOptions extends Omit<ThreadOptions, "scenarios"> {
  /** Which API the base URLs of OpenAI clients lead to. `orq-proxy`, the one with the most operations, by default. */
  api?: ApiName;
  /** What answers all tests of the file: names of scenarios that ship or are loaded, or whole ones. */
  scenarios?: readonly (string | Scenario)[];
  /** Files and folders of scenarios to load, beside those that ship; a path is as the process sees it. */
  scenarioFiles?: readonly string[];
  /** More variables to set, such as `({ url, token }) => ({ MY_GATEWAY: url, MY_KEY: token })`. */
  env?: (twin: Twin) => Variables;
  /** Fails a test in which the code under test (`client`), the twin (`server`) or either (`true`) broke the contract. */
  failOnViolation?: Side | boolean;
  /** Forgets everything before each test. False by default: what one test stores, the next one finds. */
  resetBetweenTests?: boolean;
  /** A twin that runs already. `GATETWIN_URL` by default; without it one is started, once per process. */
  url?: string;
  /** What a running twin asks for in `x-gatetwin-key`. `GATETWIN_CONTROL_KEY` by default. */
  controlKey?: string;
  /** The API key. A fresh one per test file by default; the same in each run when the twin is started here. */
  token?: string;
}

export interface Session {
  twin: Twin;
  begin(): Promise<void>;
  beginTest(): Promise<void>;
  /** Rejects with an ExpectationError when the test broke the contract, and was told not to. */
  endTest(): Promise<void>;
  end(): void;
}

/** Sessions of this process so far, by file: two of one file must not share a token. */
const sessions = new Map<string, number>();

/**
 * Sets the environment at once, so that modules loaded after this call find it.
 * @param file The test file; its path makes the token.
 */
export function openSession(options: GatetwinOptions, file: string | undefined): Session {
  const { url, isOurs } = locate(options);
  const token = options.token ?? (isOurs && file !== undefined ? tokenOf(file) : `gt-${randomUUID()}`);
  const control = createControl({ url, token, controlKey: options.controlKey ?? process.env.GATETWIN_CONTROL_KEY });
  const questions = createQuestions(control);
  const { scenarios = [], failOnViolation = false } = options;
  const test = { hasScenarios: false, hasFaults: false, isFree: false };
  let seen = new Set<string>();

  const give = async (given: readonly (string | Scenario)[]) =>
    void (await control("POST", "scenarios", { scenarios: given }));
  const reset = async () => {
    await control("POST", "reset");
    seen = new Set();
    if (scenarios.length > 0) await give(scenarios);
  };
  const breaches = () =>
    questions.violations(failOnViolation === true || failOnViolation === false ? undefined : failOnViolation);

  const baseUrls = Object.fromEntries(
    Object.entries(BASE_PATHS).map(([api, path]) => [api, url + path]),
  ) as Twin["baseUrls"];
  const twin: Twin = {
    url,
    baseUrl: options.spec !== undefined && options.api === undefined ? url : baseUrls[options.api ?? "orq-proxy"],
    baseUrls,
    token,
    ...questions,
    async useScenarios(...given) {
      test.hasScenarios = true;
      await give(given);
    },
    async useFaults(faults, order = {}) {
      test.hasFaults = true;
      await control("POST", "faults", { faults, ...order });
    },
    reset,
    allowViolations() {
      test.isFree = true;
    },
  };
  const layer = layEnvironment({ ...variablesOf(twin), ...options.env?.(twin) });

  return {
    twin,
    async begin() {
      layer.raise();
      await reset();
    },
    async beginTest() {
      Object.assign(test, { hasScenarios: false, hasFaults: false, isFree: false });
      if (options.resetBetweenTests) await reset();
      else if (failOnViolation) seen = new Set((await breaches()).map(({ request }) => request));
    },
    async endTest() {
      const found =
        failOnViolation && !test.isFree ? (await breaches()).filter(({ request }) => !seen.has(request)) : [];
      if (test.hasFaults && (await ordered()) > 0) await reset();
      else if (test.hasScenarios) await give(scenarios);
      if (found.length > 0) throw failedContract(found);
    },
    end: () => layer.remove(),
  };

  /** Faults that no call has met would meet one of the next test. */
  async function ordered(): Promise<number> {
    const { body } = await control("GET", "faults");
    return (body as { data: readonly unknown[] }).data.length;
  }
}

/** Options of a twin that runs already cannot be granted: that must be said. */
function locate(options: GatetwinOptions): { url: string; isOurs: boolean } {
  const { url = process.env.GATETWIN_URL, seed, spec, strict, pace, scenarioFiles } = options;
  const wanted = defined({ seed, spec, strict, pace, scenarioFiles });
  if (url === undefined || url === "") {
    const { scenarioFiles: scenarios, ...more } = wanted;
    return { url: startOnce({ ...more, ...defined({ scenarios }) }), isOurs: true };
  }
  if (!URL.canParse(url) || !/^https?:/.test(url)) throw unusable(url, "this is no URL such as http://127.0.0.1:4010");
  const [first] = Object.keys(wanted);
  if (first !== undefined)
    throw unusable(url, `${first} is for a twin that is started here; leave it out, or unset GATETWIN_URL`);
  return { url: url.replace(/\/+$/, ""), isOurs: false };
}

type Defined<Options> = { [Name in keyof Options]?: Exclude<Options[Name], undefined> };

/** Without what is undefined. */
const defined = <Options extends object>(options: Options): Defined<Options> =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Defined<Options>;

const unusable = (url: string, why: string): GatetwinError =>
  new GatetwinError("option-invalid", `Failed to use the twin at ${url}: ${why}`);

/** The same in each run, so that ids, which depend on the key, repeat; it tells nothing of the machine. */
function tokenOf(file: string): string {
  const name = relative(process.cwd(), file);
  const count = (sessions.get(name) ?? 0) + 1;
  sessions.set(name, count);
  return `gt-${createHash("sha256").update(`${name}\n${count}`).digest("hex").slice(0, 24)}`;
}

/**
 * What clients read: the OpenAI client and the AI SDK `OPENAI_BASE_URL` and `OPENAI_API_KEY`; LangChain before that
 * `OPENAI_API_BASE`; the orq client `ORQ_API_KEY`, and `ORQ_BASE_URL` where an app follows orq's documentation; the
 * examples of Sudo `SUDO_API_KEY`.
 */
const variablesOf = ({ url, baseUrl, token }: Twin): Variables => ({
  OPENAI_BASE_URL: baseUrl,
  OPENAI_API_BASE: baseUrl,
  OPENAI_API_KEY: token,
  ORQ_BASE_URL: url,
  ORQ_API_KEY: token,
  SUDO_API_KEY: token,
});
