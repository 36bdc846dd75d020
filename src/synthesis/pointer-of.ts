/** Where in a document a schema stands, found by identity when an error needs it, so that synthesis need not keep count. */
import { toPointer } from "../lib/json-pointer.ts";

interface Stop {
  readonly value: unknown;
  readonly token: string;
  readonly parent: Stop | undefined;
}

/** The JSON pointer of `target` within `root`, or undefined when it is not part of it. Walks nearest first. */
export function pointerOf(root: unknown, target: unknown): string | undefined {
  const seen = new Set<unknown>();
  const waiting: Stop[] = [{ value: root, token: "", parent: undefined }];
  for (const stop of waiting) {
    if (stop.value === target) return toPointer(tokensOf(stop));
    if (typeof stop.value !== "object" || stop.value === null || seen.has(stop.value)) continue;
    seen.add(stop.value);
    for (const [token, value] of Object.entries(stop.value)) waiting.push({ value, token, parent: stop });
  }
  return undefined;
}

function tokensOf(stop: Stop): string[] {
  const tokens: string[] = [];
  for (let at = stop; at.parent; at = at.parent) tokens.unshift(at.token);
  return tokens;
}
