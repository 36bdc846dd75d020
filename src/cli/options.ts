/** Options that several commands take, and readers of what is given to them. Each throws InvalidArgumentError. */
import { InvalidArgumentError, Option } from "commander";
import { PROFILES } from "../laws/law.ts";

export const specOption = (): Option =>
  new Option("--spec <file>", "judge by this OpenAPI document (YAML or JSON) in place of the four gateways");

export const profileOption = (): Option =>
  new Option("--profile <name>", "the dialect to judge by; that of each API by default").choices(PROFILES);

/** One more of an option that may be repeated. */
export const collect = (text: string, soFar: string[]): string[] => [...soFar, text];

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
