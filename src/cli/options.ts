/** Options that several commands take, and readers of what is given to them. Each throws InvalidArgumentError. */
import { InvalidArgumentError, Option } from "commander";
import { PROFILES } from "../laws/law.ts";

export const specOption = (): Option =>
  new Option("--spec <file>", "judge by this OpenAPI document (YAML or JSON) in place of the four gateways");

export const profileOption = (): Option =>
  new Option("--profile <name>", "the dialect to judge by; that of each API by default").choices(PROFILES);

interface Repeatable {
  /** Reads one value; as it is by default. */
  read?: (text: string) => unknown;
  /** What holds where it is not given; none by default. */
  otherwise?: string;
}

/** An option that may be given several times, as a list. */
export const repeatable = (
  flags: string,
  description: string,
  { read = (text) => text, otherwise = "none" }: Repeatable = {},
): Option =>
  new Option(flags, `${description}; repeatable`)
    .argParser((text: string, soFar: unknown[]) => [...soFar, read(text)])
    .default([], otherwise);

export function wholeNumber(least: number, most: number) {
  return (text: string): number => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
  };
}

export function numberFrom(least: number, most: number) {
  return (text: string): number => {
    const value = Number(text);
    if (/^\d+(\.\d+)?$/.test(text) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`It must be a number from ${least} to ${most}.`);
  };
}
