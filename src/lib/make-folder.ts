/**
 * Makes a folder and those above it, one at a time: asked for all at once, Node never comes back where the system knows
 * the folder above and still says that there is no such place, as under `/proc`.
 */
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";

/** Does nothing where it is there already. Rejects with the error of the system. */
export async function makeFolder(path: string): Promise<void> {
  try {
    await makeOne(path);
  } catch (error) {
    const above = dirname(path);
    if ((error as NodeJS.ErrnoException).code !== "ENOENT" || above === path) throw error;
    await makeFolder(above);
    await makeOne(path);
  }
}

const makeOne = (path: string): Promise<void> =>
  mkdir(path).catch((error: NodeJS.ErrnoException) => {
    // A file of that name is found out by whoever writes into it.
    if (error.code !== "EEXIST") throw error;
  });
