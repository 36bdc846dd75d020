/** The formats of a report in one table, and the way from `--report json=FILE` to the file. */
import { writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { toHar } from "../../exchange/har.ts";
import type { Recording } from "../../exchange/recording.ts";
import { GatetwinError } from "../../lib/errors.ts";
import { makeFolder } from "../../lib/make-folder.ts";
import { nearest } from "../../lib/nearest.ts";
import { toGithub } from "./github.ts";
import { toHtml } from "./html.ts";
import { toJson, toNdjson } from "./json.ts";
import { toJunit } from "./junit.ts";
import { toPretty } from "./pretty.ts";
import type { Report } from "./report.ts";
import { toSarif } from "./sarif.ts";
import { stringify } from "./text.ts";

export interface RenderOptions {
  /** Whether a terminal reads it that shows colours. */
  hasColour: boolean;
}

/** @param recordings Every exchange of the run, of which only the archive tells. */
export type Render = (report: Report, recordings: readonly Recording[], options: RenderOptions) => string;

/** Of recorded traffic that tells no host. */
const NO_HOST = "http://localhost";

export const FORMATS = {
  pretty: (report, _recordings, { hasColour }) => toPretty(report, { hasColour }),
  json: toJson,
  ndjson: toNdjson,
  junit: toJunit,
  sarif: toSarif,
  html: toHtml,
  har: ({ tool, target }, recordings) =>
    stringify(toHar(recordings, { creator: tool, baseUrl: URL.canParse(target) ? target : NO_HOST }), 2),
  github: toGithub,
} satisfies Record<string, Render>;

export type Format = keyof typeof FORMATS;

export interface Reporter {
  format: Format;
  /** Undefined for the standard output. */
  file: string | undefined;
}

/**
 * Reads what `--report` was given: `format` or `format=file`, each format as often as files differ. `pretty` on the
 * standard output where nothing is asked for it, unless another report goes there. Throws GatetwinError
 * `option-invalid` for an unknown format, and where two reports would go to the same place.
 */
export function createReporters(specs: readonly string[]): readonly Reporter[] {
  const asked = specs.map((spec): Reporter => {
    const [format = "", ...rest] = spec.split("=");
    const file = rest.join("=");
    if (!Object.hasOwn(FORMATS, format)) throw unknownFormat(format);
    if (rest.length > 0 && file === "") throw invalid(spec, "the name of the file is missing after =");
    return { format: format as Format, file: rest.length === 0 ? undefined : file };
  });
  const all = asked.some(({ file }) => file === undefined)
    ? asked
    : [{ format: "pretty" as const, file: undefined }, ...asked];
  const places = all.map(({ file }) => file);
  const twice = all.find(({ file }, index) => places.indexOf(file) !== index);
  if (twice !== undefined)
    throw invalid(
      twice.format,
      `another report already goes to ${twice.file ?? "the standard output"}; name another file`,
    );
  return all;
}

const invalid = (spec: string, why: string): GatetwinError =>
  new GatetwinError("option-invalid", `Failed to report as ${spec}: ${why}`);

function unknownFormat(format: string): GatetwinError {
  const known = Object.keys(FORMATS);
  const meant = nearest(format, known);
  return invalid(format, meant === undefined ? `the formats are ${known.join(", ")}` : `did you mean ${meant}?`);
}

export interface ReportOutput {
  /** Takes what goes to the standard output. */
  print: (text: string) => void;
  hasColour: boolean;
}

/** Writes every report; folders that are missing are made. Throws GatetwinError `option-invalid` for a file that cannot be. */
export async function writeReports(
  reporters: readonly Reporter[],
  { report, recordings }: { report: Report; recordings: readonly Recording[] },
  { print, hasColour }: ReportOutput,
): Promise<void> {
  for (const { format, file } of reporters) {
    const render: Render = FORMATS[format];
    if (file === undefined) {
      print(render(report, recordings, { hasColour }));
      continue;
    }
    const text = render(report, recordings, { hasColour: false });
    try {
      await makeFolder(dirname(file));
      await writeFile(file, text);
    } catch (cause) {
      throw new GatetwinError("option-invalid", `Failed to write ${file}: ${(cause as Error).message}`, { cause });
    }
  }
}
