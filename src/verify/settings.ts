/** What files say of a run: severities, accepted deviations, models. */
import { readFile } from "node:fs/promises";
import type { Operation } from "../contract/operation.ts";
import type { Severity } from "../laws/law.ts";
import { GatetwinError } from "../lib/errors.ts";
import { isFields } from "../lib/fields.ts";
import { nearest } from "../lib/nearest.ts";
import type { Report } from "./report/report.ts";
import { listRules } from "./rules.ts";

const SEVERITIES = ["ERROR", "WARN", "OFF"];

/** A YAML or JSON file that holds an object. Throws GatetwinError `option-invalid`. */
async function readObject(path: string): Promise<Record<string, unknown>> {
  let value: unknown;
  try {
    value = (await import("yaml")).parse(await readFile(path, "utf8"));
  } catch (cause) {
    const isMissing = (cause as NodeJS.ErrnoException).code === "ENOENT";
    throw invalid(path, isMissing ? "there is no such file" : (cause as Error).message, cause);
  }
  if (isFields(value)) return value;
  throw invalid(path, "it must hold an object");
}

const invalid = (path: string, why: string, cause?: unknown): GatetwinError =>
  new GatetwinError("option-invalid", `Failed to read ${path}: ${why}`, { cause });

/** `{"severity": {"chat.C6": "WARN", "framing.*": "OFF"}}`, or the inner object by itself. */
export async function readSeverities(path: string): Promise<Record<string, Severity>> {
  const whole = await readObject(path);
  const given = typeof whole.severity === "object" && whole.severity !== null ? whole.severity : whole;
  const known = listRules().flatMap(({ id }) => [id, `${id.split(".")[0]}.*`]);
  return Object.fromEntries(
    Object.entries(given).map(([rule, value]) => {
      const meant = nearest(rule, known);
      if (!known.includes(rule))
        throw invalid(path, `there is no rule ${rule}${meant === undefined ? "" : `; did you mean ${meant}?`}`);
      const severity = SEVERITIES.find((one) => one === String(value).toUpperCase());
      if (severity === undefined)
        throw invalid(path, `${rule} must be ERROR, WARN or OFF, not ${JSON.stringify(value)}`);
      return [rule, severity as Severity];
    }),
  );
}

/** By operationId, by the model of the document, or `*` for all: the model to ask for. */
export async function readModels(path: string): Promise<(operation: Operation, model: string) => string> {
  const map = await readObject(path);
  const wrong = Object.entries(map).find(([, model]) => typeof model !== "string");
  if (wrong !== undefined) throw invalid(path, `the model of ${wrong[0]} must be a text`);
  const models = map as Record<string, string>;
  return ({ id }, model) => models[id] ?? models[model] ?? models["*"] ?? model;
}

/** The accepted deviations of a baseline file. */
export async function readBaseline(path: string): Promise<string[]> {
  const { accepted } = await readObject(path);
  if (Array.isArray(accepted) && accepted.every((key) => typeof key === "string")) return accepted;
  throw invalid(path, "it is no baseline: accepted must be a list of texts. Write one with --write-baseline");
}

/** The text of a baseline file that accepts all findings of a report. */
export const baselineOf = ({ target, findings }: Report): string =>
  `${JSON.stringify({ about: `Deviations of ${target} that are accepted`, accepted: findings.map(({ cause }) => cause) }, null, 2)}\n`;
