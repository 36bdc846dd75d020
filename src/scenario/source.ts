/** Where scenarios come from: the documents of files, and objects in code; each value knows its line and column. */
import { readFileSync, statSync } from "node:fs";
import type { Document, LineCounter, ParsedNode } from "yaml";
import { isDeeper } from "../lib/depth.ts";
import { fromPointer } from "../lib/json-pointer.ts";
import { atOnce, type Sliced } from "../lib/slices.ts";
import { cannotRead, filesOf, type ScenarioFile, SHIPPED_PREFIX, shippedFile } from "./files.ts";
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

/** A shipped file holds one scenario. */
export const shippedSource = (name: string): Source => atOnce(readFile(shippedFile(name)))[0] as Source;

/**
 * The sources of what was given: an object is itself, `gatetwin:<name>` one that ships, any other text the path of a file
 * or of a folder, whose `.yaml` and `.yml` files are read, and `.json` files with rules, in folders below it too. Throws GatetwinError
 * `scenario-invalid` when there is no such file, name or folder; a file that cannot be understood is a finding.
 */
export const readSources = (given: readonly (string | Scenario)[]): ReadSources => atOnce(readInSlices(given));

export interface ReadSources {
  sources: Source[];
  findings: Finding[];
}

/** The same, some lines at a time. */
export function* readInSlices(given: readonly (string | Scenario)[]): Sliced<ReadSources> {
  const sources: Source[] = [];
  const findings: Finding[] = [];
  for (const [index, one] of given.entries()) {
    if (typeof one !== "string") {
      sources.push(objectSource(one, `scenarios[${index}]`));
      continue;
    }
    for (const file of filesOf(one)) {
      try {
        const read = yield* readFile(file);
        sources.push(...read.filter((source) => isMeant(source, file)));
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

/** A folder may hold other JSON than scenarios, such as recordings; all YAML in it is meant. */
const isMeant = ({ value }: Source, { path, isFound }: ScenarioFile): boolean =>
  isFound !== true || !/\.json$/i.test(path) || (typeof value === "object" && value !== null && "rules" in value);

class UnreadableError extends Error {
  readonly finding: Finding;

  constructor(finding: Finding) {
    super(finding.message);
    this.finding = finding;
  }
}

/** An alias may stand for so much at most: a few lines of YAML can else grow into gigabytes. */
const MOST_ALIASED = 10_000;
const MOST_BYTES = 32 * 1024 * 1024;

function* readFile({ path, shipped }: ScenarioFile): Sliced<Source[]> {
  let bytes: Uint8Array;
  try {
    if (statSync(path).size > MOST_BYTES) throw new Error(`it is larger than ${MOST_BYTES} bytes`);
    bytes = readFileSync(path);
  } catch (cause) {
    throw cannotRead(path, cause);
  }
  const name = shipped === undefined ? path : SHIPPED_PREFIX + shipped;
  const parsed = yield* parse(bytes, name);
  return parsed.map((source) => ({ ...source, isChosen: shipped !== undefined }));
}

/** Throws UnreadableError with the place of what is neither YAML nor JSON. */
function* parse(bytes: Uint8Array, name: string): Sliced<Source[]> {
  const { LineCounter } = loadYaml();
  const lines = new LineCounter();
  const unreadable = (offset: number, message: string) =>
    new UnreadableError({ source: name, ...placeOf(offset, lines), pointer: "", rule: "unreadable", message });
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw unreadable(0, "This is no text in UTF-8: save it in that encoding.");
  }
  const documents = yield* documentsIn(text, lines);
  // Other JSON that lies beside scenarios may have them: it is passed over later.
  const comment = /\.json$/i.test(name) && text.includes('"rules"') ? commentIn(text) : undefined;
  if (comment !== undefined)
    throw unreadable(
      comment,
      "This is no JSON, which has no comments: take them out, or write YAML, where # begins one.",
    );
  const said = documents.filter(({ contents, errors }) => isSaid(contents) || errors.length > 0);
  if (said.length === 0) throw unreadable(0, "There is no scenario in this file: it needs a name and rules.");
  return said.map((document) => {
    // A tag that nobody knows would be left out, and its value be read as something else.
    const [error] = [...document.errors, ...document.warnings];
    if (error?.code === "RESOURCE_EXHAUSTION") throw unreadable(error.pos[0], TOO_DEEP);
    if (error !== undefined) {
      const format = /\.json$/i.test(name) ? "JSON" : "YAML";
      const why = error.code === "DUPLICATE_KEY" ? toldBefore(document, error.pos[0], lines) : undefined;
      throw unreadable(error.pos[0], `This is no ${format}: ${why ?? error.message}.`);
    }
    let value: unknown;
    try {
      value = document.toJS({ maxAliasCount: MOST_ALIASED });
    } catch (cause) {
      const message = `This cannot be read: ${cause instanceof Error ? cause.message : String(cause)}.`;
      throw unreadable(lostAliasIn(document) ?? startOf(document.contents) ?? 0, message);
    }
    if (isDeeper(value)) throw unreadable(startOf(document.contents) ?? 0, TOO_DEEP);
    return { name, value, locate: locatorOf(document, lines), isChosen: false };
  });
}

/** Where the first comment begins: to YAML it would be a part of a name. */
function commentIn(text: string): number | undefined {
  for (const { 1: comment, index } of text.matchAll(/"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|(\/[/*])/g))
    if (comment) return index;
  return undefined;
}

const TOO_DEEP = "This is nested too deep.";

/** So many lexemes take some milliseconds. */
const MOST_LEXEMES = 2_000;

/** The steps of `parseAllDocuments`, which knows no rest. */
function* documentsIn(text: string, lines: LineCounter): Sliced<Document.Parsed<ParsedNode>[]> {
  const { Composer, Lexer, Parser } = loadYaml();
  const parser = new Parser(lines.addNewLine);
  const composer = new Composer<ParsedNode, true>({ merge: true, logLevel: "error" });
  const documents: Document.Parsed<ParsedNode>[] = [];
  lines.addNewLine(0);
  let count = 0;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) documents.push(...composer.next(token));
    if (++count % MOST_LEXEMES === 0) yield;
  }
  for (const token of parser.end()) documents.push(...composer.next(token));
  documents.push(...composer.end());
  return documents;
}

/** Which key the one at an offset repeats, and where. */
function toldBefore(document: Document.Parsed, offset: number, lines: LineCounter): string | undefined {
  const { isScalar, visit } = loadYaml();
  let told: string | undefined;
  visit(document, {
    Map(_, { items }) {
      const again = items.find(({ key }) => startOf(key) === offset)?.key;
      if (!isScalar(again)) return undefined;
      const first = items.find(({ key }) => isScalar(key) && key.value === again.value)?.key;
      const { line, column } = placeOf(startOf(first) ?? 0, lines);
      told = `the key ${JSON.stringify(again.value)} must stand once in a map, but it stands at ${line}:${column} already`;
      return visit.BREAK;
    },
  });
  return told;
}

/** Where the first alias stands that leads nowhere. */
function lostAliasIn(document: Document.Parsed): number | undefined {
  const { visit } = loadYaml();
  let offset: number | undefined;
  visit(document, {
    Alias(_, alias) {
      if (alias.resolve(document) !== undefined) return undefined;
      offset = startOf(alias);
      return visit.BREAK;
    },
  });
  return offset;
}

/** Nothing stands before a first `---`, and nothing behind a last one. */
const isSaid = (contents: unknown): boolean => {
  const { value, source } = (contents ?? {}) as { value?: unknown; source?: string };
  return contents !== null && !(value === null && source === "");
};

function locatorOf({ contents }: Document.Parsed, lines: LineCounter): Source["locate"] {
  const { isMap, isPair, isScalar, isSeq } = loadYaml();
  return (pointer, isKey) => {
    let node: unknown = contents;
    let offset = startOf(node) ?? 0;
    for (const token of fromPointer(pointer)) {
      if (isMap(node)) {
        const pair = node.items.find(({ key }) => (isScalar(key) ? String(key.value) : String(key)) === token);
        if (!isPair(pair)) break;
        offset = (isKey ? startOf(pair.key) : (startOf(pair.value) ?? startOf(pair.key))) ?? offset;
        node = pair.value;
      } else if (isSeq(node)) {
        node = node.items[Number(token)];
        offset = startOf(node) ?? offset;
      } else break;
    }
    return placeOf(offset, lines);
  };
}

function placeOf(offset: number, lines: LineCounter): { line: number; column: number } {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

const startOf = (node: unknown): number | undefined =>
  (node as { range?: readonly number[] | null } | null)?.range?.[0];
