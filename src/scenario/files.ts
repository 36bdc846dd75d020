/** Which files scenarios are read from: those that are named, those in a folder that is named, and those that ship. */
import { type Dirent, readdirSync, realpathSync, type Stats, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { GatetwinError } from "../lib/errors.ts";
import { nearest } from "../lib/nearest.ts";

export interface ScenarioFile {
  path: string;
  /** The name of one that ships. */
  shipped?: string;
  /** True when nobody named it: its folder was named. */
  isFound?: boolean;
}

// The same relative path leads there from `src` and from `dist`.
const SHIPPED = fileURLToPath(new URL("../../fixtures/scenarios/", import.meta.url));
export const SHIPPED_PREFIX = "gatetwin:";

let shipped: readonly string[] | undefined;

/** The names of the scenarios that ship, such as `refusal`. */
export function shippedNames(): readonly string[] {
  shipped ??= readdirSync(SHIPPED)
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => file.slice(0, -".yaml".length))
    .sort();
  return shipped;
}

export const shippedFile = (name: string): ScenarioFile => ({ path: join(SHIPPED, `${name}.yaml`), shipped: name });

/**
 * Each file once, in the order of their names; what a folder gives is told apart from a file that was named. Throws
 * GatetwinError `scenario-invalid` when there is none.
 */
export function filesOf(given: string): ScenarioFile[] {
  if (given.startsWith(SHIPPED_PREFIX)) {
    const name = given.slice(SHIPPED_PREFIX.length);
    if (shippedNames().includes(name)) return [shippedFile(name)];
    const meant = nearest(name, shippedNames());
    throw cannotRead(
      given,
      meant === undefined
        ? `those that ship are ${shippedNames().join(", ")}`
        : `did you mean ${SHIPPED_PREFIX}${meant}?`,
    );
  }
  try {
    if (!statSync(given).isDirectory()) return [{ path: given }];
    const files = filesIn(given, new Set());
    if (files.length > 0) return files.map((path) => ({ path, isFound: true }));
  } catch (cause) {
    throw cannotRead(given, cause);
  }
  throw cannotRead(given, "the folder holds no .yaml, .yml or .json file");
}

const IS_SCENARIO = /(?<!\.schema)\.(ya?ml|json)$/i;
const IS_HIDDEN = /^(\..*|node_modules)$/;

/** @param seen Folders by their real paths: a link may lead back to where it stands. */
function filesIn(folder: string, seen: Set<string>): string[] {
  const real = realpathSync(folder);
  if (seen.has(real)) return [];
  seen.add(real);
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    if (IS_HIDDEN.test(entry.name)) return [];
    const path = join(folder, entry.name);
    const kind = entry.isSymbolicLink() ? target(path) : entry;
    if (kind?.isDirectory()) return filesIn(path, seen);
    // A link that leads nowhere was meant to be a file: whoever reads it says so. A pipe would never end.
    return IS_SCENARIO.test(entry.name) && kind?.isFile() !== false ? [path] : [];
  });
}

const target = (path: string): Dirent | Stats | undefined => statSync(path, { throwIfNoEntry: false });

/** @param why A sentence, or what was thrown. */
export function cannotRead(given: string, why: unknown): GatetwinError {
  const isMissing = (why as NodeJS.ErrnoException).code === "ENOENT";
  const told = isMissing ? "there is no such file or folder" : why instanceof Error ? why.message : String(why);
  return new GatetwinError("scenario-invalid", `Failed to read scenarios from ${given}: ${told}`, { cause: why });
}
