/** Each format of the report, read by the tools that will read it. */
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import type { Log } from "sarif";
import { describe, expect, onTestFinished, test } from "vitest";
import { createReporters, FORMATS, type Format, writeReports } from "../../../src/verify/report/reporters.ts";
import {
  acceptedFinding,
  buildFinding,
  buildRecording,
  buildReport,
  everyFinding,
  hostileFinding,
} from "./build-report.ts";

const require = createRequire(import.meta.url);
const render = (format: Format, report = buildReport(everyFinding), recordings = [buildRecording()]): string =>
  (FORMATS[format] as (...all: unknown[]) => string)(report, recordings, { hasColour: false });

/** What moves a terminal's cursor, hides text or turns it round. */
const UNSAFE = /(?![\n\t])[\p{Cc}\p{Cs}\u202a-\u202e\u2028]/u;

const addFormatsTo = (ajv: Ajv | Ajv2020) =>
  (addFormats as unknown as { default: (ajv: unknown) => void }).default(ajv);

test.each(Object.keys(FORMATS) as Format[])("%s shows a hostile text without a control character in it", (format) => {
  expect(UNSAFE.test(render(format))).toBe(false);
});

test.each(Object.keys(FORMATS) as Format[])("%s tells a run without findings", (format) => {
  expect(render(format, buildReport(), []).length).toBeGreaterThan(0);
});

describe("json", () => {
  const schema = JSON.parse(readFileSync(require.resolve("gatetwin/report.schema.json"), "utf8"));
  const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
  addFormatsTo(ajv);
  const validate = ajv.compile(schema);
  const check = (value: unknown) => (validate(value) ? [] : validate.errors);

  test("keeps its published schema, and reads back as the report", () => {
    const report = buildReport(everyFinding);
    expect(check(JSON.parse(render("json", report)))).toEqual([]);
    expect(JSON.parse(render("json", report))).toEqual(report);
    expect(check(JSON.parse(render("json", buildReport())))).toEqual([]);
  });

  test("the schema refuses a report that lacks a field or has one too many", () => {
    for (const name of Object.keys(buildReport())) {
      const { [name as "seed"]: _, ...rest } = buildReport();
      expect(check(rest), name).not.toEqual([]);
    }
    expect(check({ ...buildReport(), more: 1 })).not.toEqual([]);
    expect(check(buildReport([{ ...buildFinding(), occurrences: 0 }]))).not.toEqual([]);
  });

  test("ndjson is one value a line: the run, the findings, the skips, the summary", () => {
    const lines = render("ndjson")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines.map(({ type }) => type)).toEqual(["run", ...everyFinding.map(() => "finding"), "skip", "summary"]);
    expect(lines[2].rule).toBe("usage.U1");
  });
});

describe("junit", () => {
  interface Counts {
    tests: number;
    failures: number;
    errors: number;
    skipped: number;
  }
  interface Suite extends Counts {
    name: string;
    testcase: {
      name: string;
      classname: string;
      failure?: { message: string; type: string; text: string };
      skipped?: unknown;
      error?: unknown;
    }[];
  }
  const parse = (xml: string): Counts & { testsuite: Suite[] } => {
    expect(XMLValidator.validate(xml)).toBe(true);
    const parser = new XMLParser({
      ignoreAttributes: false,
      attributeNamePrefix: "",
      textNodeName: "text",
      parseAttributeValue: true,
      isArray: (name) => name === "testsuite" || name === "testcase",
    });
    return parser.parse(xml).testsuites;
  };

  test("is XML whose counts are those of its cases, suite by suite", () => {
    const { testsuite, ...all } = parse(render("junit"));
    const total = (name: keyof Counts) => testsuite.reduce((sum, suite) => sum + suite[name], 0);
    for (const suite of testsuite) {
      expect(suite.tests).toBe(suite.testcase.length);
      expect(suite.failures).toBe(suite.testcase.filter(({ failure }) => failure !== undefined).length);
      expect(suite.skipped).toBe(suite.testcase.filter(({ skipped }) => skipped !== undefined).length);
    }
    expect(all).toMatchObject({ tests: total("tests"), failures: total("failures"), skipped: total("skipped") });
  });

  test("fails for errors alone: a warning and an accepted finding pass, and an operation without findings is told", () => {
    const { failures, testsuite } = parse(render("junit"));
    expect(failures).toBe(3);
    const failed = testsuite.flatMap(({ testcase }) => testcase).flatMap(({ failure }) => failure ?? []);
    expect(failed.map(({ type }) => type)).toEqual(["usage.U1", "responses.R1", "connection"]);
    expect(failed[0]?.text).toContain("curl -X POST");
    expect(testsuite.find(({ name }) => name === "listModels")).toMatchObject({ tests: 1, failures: 0 });
  });

  test("a run that sent nothing is an error", () => {
    const { summary } = buildReport();
    const empty = buildReport([], { summary: { ...summary, requests: 0, exitCode: 2 } });
    expect(parse(render("junit", empty)).errors).toBe(1);
  });
});

describe("sarif", () => {
  const { runs } = JSON.parse(render("sarif")) as Log;
  const { tool, results = [], invocations } = runs[0] as Log["runs"][number];

  test("each result points at its rule, its operation and a relative file", () => {
    for (const [index, result] of results.entries()) {
      expect(tool.driver.rules?.[result.ruleIndex as number]?.id).toBe(result.ruleId);
      expect(result.locations?.[0]?.logicalLocations?.[0]?.name).toBe(everyFinding[index]?.operation);
      expect(result.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toMatch(/^v1\//);
      expect(result.webRequest?.method).toBe("POST");
    }
    expect(results.map(({ level }) => level)).toEqual(["warning", "error", "error", "error", "error"]);
    expect(new Set(tool.driver.rules?.map(({ id }) => id)).size).toBe(tool.driver.rules?.length);
    expect(invocations?.[0]).toMatchObject({ exitCode: 1, executionSuccessful: true });
  });

  test("what the baseline accepts is suppressed, and nothing else", () => {
    expect(results.map(({ suppressions }) => suppressions?.[0]?.status)).toEqual(
      everyFinding.map((finding) => (finding === acceptedFinding ? "accepted" : undefined)),
    );
  });

  test("the fingerprint of a finding outlives its message and its position in a list", () => {
    const prints = (finding: object) =>
      (JSON.parse(render("sarif", buildReport([{ ...buildFinding(), ...finding }]))) as Log).runs[0]?.results?.[0]
        ?.partialFingerprints;
    expect(prints({ message: "other", pointer: "/choices/0/x" })).toEqual(prints({ pointer: "/choices/7/x" }));
    expect(prints({ cause: "another" })).not.toEqual(prints({}));
  });
});

test("har keeps the schema of HAR 1.2, without a credential", () => {
  const har = JSON.parse(render("har"));
  const schemas = require("har-schema") as Record<string, object>;
  const ajv = new Ajv({ strict: false });
  addFormatsTo(ajv);
  ajv.addMetaSchema(require("ajv/dist/refs/json-schema-draft-06.json"));
  for (const [name, schema] of Object.entries(schemas)) if (name !== "har") ajv.addSchema(schema);
  const validate = ajv.compile(schemas.har as object);
  expect(validate(har) ? [] : validate.errors).toEqual([]);
  expect(har.log.entries[0].request.url).toMatch(/^http:\/\/127\.0\.0\.1:4010\/v1\/chat\/completions\?verbose=true/);
  expect(render("har")).not.toMatch(/sk-very-secret-key|abcdefghijkl/);
});

describe("html", () => {
  const html = render("html");

  test("is one page: it names no other file, and its policy lets nothing but itself run", () => {
    expect(html).not.toMatch(/<[^>]*\b(src|href|action)=|@import|url\(/);
    const [, script = ""] = /<script>(.*?)<\/script>/s.exec(html) ?? [];
    const [, style = ""] = /<style>(.*?)<\/style>/s.exec(html) ?? [];
    for (const text of [script, style])
      expect(html).toContain(`sha256-${createHash("sha256").update(text).digest("base64")}`);
    expect(html).toContain("default-src &#39;none&#39;");
  });

  test("a hostile text stays a text", () => {
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).not.toContain("<img");
    expect(html).toContain("&lt;/script&gt;&lt;img src=x");
  });

  test("every finding can be filtered by its rule, operation and severity", () => {
    for (const { rule, operation, severity } of everyFinding)
      expect(html).toContain(`data-rule="${rule}" data-operation="${operation}" data-severity="${severity}"`);
    expect(html).toContain("<option>responses.R1</option>");
  });
});

describe("github", () => {
  const lines = render("github").trimEnd().split("\n");

  test("one command a line, errors first, what is accepted left out", () => {
    expect(lines.map((line) => /^::(\w+) title=/.exec(line)?.[1])).toEqual([
      "error",
      "error",
      "error",
      "warning",
      "notice",
    ]);
  });

  test("nothing in a finding ends its property or its line", () => {
    const [line = ""] = render("github", buildReport([{ ...hostileFinding, rule: "a,b:c%d\ne" }])).split("\n");
    const [, properties = "", ...message] = line.split("::");
    expect(properties).toBe("warning title=a%2Cb%3Ac%25d%0Ae createChatCompletion");
    expect(message.join("::")).toContain("50%25, a: b%0D%0Anext");
  });
});

describe("pretty", () => {
  test("has colours only where they are asked for", () => {
    const coloured = FORMATS.pretty(buildReport(everyFinding), [], { hasColour: true });
    expect(coloured).toContain("\u001b[");
    expect(stripVTControlCharacters(coloured)).toBe(render("pretty"));
  });

  test("ends with the verdict", () => {
    expect(render("pretty").trimEnd().split("\n").at(-1)).toBe(
      "Not true to it. 21 requests in 1.5 s: 3 errors, 1 warning, 1 accepted, 1 skipped.",
    );
    expect(render("pretty", buildReport())).toContain(
      "True to the contract. 21 requests in 1.5 s: 0 errors, 0 warnings",
    );
  });

  test("tells where, what, why and how to see it again", () => {
    const text = render("pretty", buildReport([everyFinding[2]]));
    for (const part of ["event 4, byte 1234", "no sequence_number", "got 200", "curl -X POST", "--replay createChat"])
      expect(text).toContain(part);
  });
});

describe("--report", () => {
  test("goes to files, and the pretty report to the terminal unless another does", async () => {
    const folder = mkdtempSync(join(tmpdir(), "gatetwin-test-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, "deep", "a=b.json");
    const printed: string[] = [];
    const reporters = createReporters([`json=${file}`, `junit=${join(folder, "junit.xml")}`]);
    const run = { report: buildReport(), recordings: [] };
    await writeReports(reporters, run, { print: (text) => printed.push(text), hasColour: false });
    expect(JSON.parse(readFileSync(file, "utf8")).version).toBe(1);
    expect(readFileSync(join(folder, "junit.xml"), "utf8")).toContain("<testsuites");
    expect(printed).toEqual([expect.stringContaining("True to the contract.")]);
    expect(createReporters(["ndjson"])).toEqual([{ format: "ndjson", file: undefined }]);
  });

  test.each([
    ["an unknown format names the one that was meant", ["jsno=x"], "did you mean json?"],
    ["a missing file name", ["json="], "the name of the file is missing"],
    ["two reports for the terminal", ["json", "sarif"], "another report already goes to the standard output"],
    ["two reports for one file", ["json=a", "sarif=a"], "another report already goes to a"],
  ])("%s", (_name, specs, words) => {
    expect(() => createReporters(specs)).toThrow(words);
  });

  test("a file that cannot be written is told with its name", async () => {
    const run = { report: buildReport(), recordings: [] };
    const reporters = createReporters(["json=/dev/null/report.json"]);
    await expect(writeReports(reporters, run, { print: () => {}, hasColour: false })).rejects.toThrow(
      "Failed to write /dev/null/report.json",
    );
  });
});
