/** Where scenarios come from: files and folders by path, those that ship by name, and objects in code. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeeper } from "../lib/depth.ts";
import { GatetwinError } from "../lib/errors.ts";
import { fromPointer } from "../lib/json-pointer.ts";
import { nearest } from "../lib/nearest.ts";
import type { Finding } from "./finding.ts";
import { loadYaml } from "./lazy.ts";
import type { Scenario } from "./scenario.ts";

/** A scenario before it is checked. */
export interface Source {
  /** How reports name it. */
  name: string;
  value: unknown;
  /** Line and column of what a pointer leads to, or of the nearest that is there; `isKey`: of the member's name. */
  locate: (pointer: string, isKey: boolean) => Pick<Finding, "line" | "column">;
  /** True when it was asked for by name, so that it counts for every call. */
  isChosen: boolean;
}

// The same relative path leads there from `src` and from `dist`.
const SHIPPED = fileURLToPath(new URL("../../fixtures/scenarios/", import.meta.url));
const PREFIX = "gatetwin:";

let shipped: readonly string[] | undefined;

/** The names of the scenarios that ship, such as `refusal`. */
export function shippedNames(): readonly string[] {
  shipped ??= readdirSync(SHIPPED)
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => file.slice(0, -".yaml".length))
    .sort();
  return shipped;
}

export const shippedSource = (name: string): Source => readSource(join(SHIPPED, `${name}.yaml`), `${PREFIX}${name}`);

/**
 * The sources of what was given: an object is itself, `gatetwin:<name>` one that ships, any other text the path of a file
 * or of a folder, whose `.yaml` and `.yml` files are read, and `.json` files with rules, in folders below it too. Throws GatetwinError
 * `scenario-invalid` when there is no such file, name or folder; a file that cannot be understood is a finding.
 */
export function readSources(given: readonly (string | Scenario)[]): { sources: Source[]; findings: Finding[] } {
  const sources: Source[] = [];
  const findings: Finding[] = [];
  for (const [index, one] of given.entries()) {
    if (typeof one !== "string") {
      sources.push(objectSource(one, `scenarios[${index}]`));
      continue;
    }
    for (const file of filesOf(one)) {
      try {
        const source = file.shipped === undefined ? readSource(file.path, file.path) : shippedSource(file.shipped);
        if (file.isFound !== true || isMeant(source, file.path))
          sources.push({ ...source, isChosen: file.shipped !== undefined });
      } catch (error) {
        if (!(error instanceof UnreadableError)) throw error;
        findings.push(error.finding);
      }
    }
  }
  return { sources, findings };
}

export const objectSource = (value: unknown, name: string): Source => ({
  name,
  value,
  locate: () => ({}),
  isChosen: false,
});

interface ScenarioFile {
  path: string;
  /** The name of one that ships. */
  shipped?: string;
  /** True when nobody named it: its folder was named. */
  isFound?: boolean;
}

/** A folder may hold other JSON than scenarios, such as recordings; all YAML in it is meant. */
const isMeant = ({ value }: Source, path: string): boolean =>
  !/\.json$/i.test(path) || (typeof value === "object" && value !== null && "rules" in value);

/** Each file once, in the order of their names; what a folder gives is told apart from a file that was named. */
export function filesOf(given: string): ScenarioFile[] {
  if (given.startsWith(PREFIX)) {
    const name = given.slice(PREFIX.length);
    if (shippedNames().includes(name)) return [{ path: join(SHIPPED, `${name}.yaml`), shipped: name }];
    const meant = nearest(name, shippedNames());
    throw cannotRead(
      given,
      meant === undefined ? `those that ship are ${shippedNames().join(", ")}` : `did you mean ${PREFIX}${meant}?`,
    );
  }
  let isFolder: boolean;
  try {
    isFolder = statSync(given).isDirectory();
  } catch (cause) {
    const isMissing = (cause as NodeJS.ErrnoException).code === "ENOENT";
    throw cannotRead(given, isMissing ? "there is no such file or folder" : String(cause), cause);
  }
  if (!isFolder) return [{ path: given }];
  const files = readdirSync(given, { recursive: true, encoding: "utf8" })
    .filter(
      (file) =>
        /\.(ya?ml|json)$/i.test(file) &&
        !file.endsWith(".schema.json") &&
        !/(^|[/\\])(\.|node_modules[/\\])/.test(file),
    )
    .sort();
  if (files.length === 0) throw cannotRead(given, "the folder holds no .yaml, .yml or .json file");
  return files.map((file) => ({ path: join(given, file), isFound: true }));
}

const cannotRead = (given: string, why: string, cause?: unknown): GatetwinError =>
  new GatetwinError("scenario-invalid", `Failed to read scenarios from ${given}: ${why}`, { cause });

class UnreadableError extends Error {
  readonly finding: Finding;

  constructor(finding: Finding) {
    super(finding.message);
    this.finding = finding;
  }
}

/** An alias may stand for so much at most: a few lines of YAML can else grow into gigabytes. */
const MOST_ALIASED = 100;
const MOST_BYTES = 32 * 1024 * 1024;

function readSource(path: string, name: string): Source {
  let text: string;
  try {
    if (statSync(path).size > MOST_BYTES) throw new Error(`it is larger than ${MOST_BYTES} bytes`);
    text = readFileSync(path, "utf8");
  } catch (cause) {
    throw cannotRead(path, cause instanceof Error ? cause.message : String(cause), cause);
  }
  return parseSource(text, name);
}

/** Throws UnreadableError with the place of what is neither YAML nor JSON. */
function parseSource(text: string, name: string): Source {
  const { LineCounter, isMap, isPair, isScalar, isSeq, parseDocument } = loadYaml();
  const lines = new LineCounter();
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const unreadable = (offset: number, message: string) =>
    new UnreadableError({ source: name, ...place(offset), pointer: "", rule: "unreadable", message });
  const document = parseDocument(text, { lineCounter: lines, merge: true, prettyErrors: false });
  const [error] = document.errors;
  if (error !== undefined) throw unreadable(error.pos[0], `This is no YAML: ${error.message}.`);
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: MOST_ALIASED });
  } catch (cause) {
    throw unreadable(0, `This cannot be read: ${cause instanceof Error ? cause.message : String(cause)}.`);
  }
  if (isDeeper(value)) throw unreadable(0, "This is nested too deep.");
  const locate: Source["locate"] = (pointer, isKey) => {
    let node: unknown = document.contents;
    let offset = rangeStart(node) ?? 0;
    for (const token of fromPointer(pointer)) {
      if (isMap(node)) {
        const pair = node.items.find(({ key }) => (isScalar(key) ? String(key.value) : String(key)) === token);
        if (!isPair(pair)) break;
        offset = (isKey ? rangeStart(pair.key) : (rangeStart(pair.value) ?? rangeStart(pair.key))) ?? offset;
        node = pair.value;
      } else if (isSeq(node)) {
        node = node.items[Number(token)];
        offset = rangeStart(node) ?? offset;
      } else break;
    }
    return place(offset);
  };
  return { name, value, locate, isChosen: false };
}

const rangeStart = (node: unknown): number | undefined =>
  (node as { range?: readonly number[] | null } | null)?.range?.[0];
