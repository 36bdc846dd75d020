/** The contract layer has it, so that a proxy can refuse in the same words. */
export { type Problem, problem } from "../contract/problem.ts";
