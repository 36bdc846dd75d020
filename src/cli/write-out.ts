/** Where the output of a command goes: to a file, or to stdout for the next program. */
import { writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { GatetwinError } from "../lib/errors.ts";
import { makeFolder } from "../lib/make-folder.ts";

/** Folders on the way to the file are made. Throws GatetwinError `option-invalid` where nothing can be written. */
export async function writeOut(text: string, path: string | undefined): Promise<void> {
  if (path === undefined) {
    process.stdout.write(text);
    return;
  }
  try {
    await makeFolder(dirname(path));
    await writeFile(path, text);
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    const why = code === "EISDIR" ? "it is a folder. Name the file in it" : message;
    throw new GatetwinError("option-invalid", `Failed to write ${path}: ${why}`, { cause });
  }
  process.stderr.write(`Wrote ${path}.\n`);
}
