/** Libraries that only scenarios need, loaded when the first one is: a server without any starts as quickly as before. */
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

export const loadYaml = (): typeof import("yaml") => require("yaml");
export const loadRegex = (): typeof import("re2js") => require("re2js");
