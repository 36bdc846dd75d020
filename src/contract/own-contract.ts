/** Gatetwin's own contract, from the files that `npm run generate` wrote: nothing is compiled at start-up. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { compile } from "./compile.ts";
import type { Contract } from "./operation.ts";
import type { Outline } from "./outline.ts";
import type { Validators } from "./schema.ts";

// The same relative path leads there from `src` and from `dist`.
const generated = new URL("../../generated/", import.meta.url);

let contract: Contract | undefined;

/** The contract of all four gateways; read once per process. */
export function ownContract(): Contract {
  if (contract === undefined) {
    const outline = JSON.parse(readFileSync(new URL("contract.json", generated), "utf8")) as Outline;
    const { validators } = createRequire(import.meta.url)(fileURLToPath(new URL("validators.cjs", generated))) as {
      validators: Validators;
    };
    contract = compile(outline, validators);
  }
  return contract;
}

/** The bundled document as text, for `GET /openapi.json`. */
export const ownDocument = (): string => readFileSync(new URL("openapi.json", generated), "utf8");
