/** Where a text stops being JSON, by line and column: the engine tells an offset, or that the text ended. */
export function whyNoJson(text: string, cause: unknown): string {
  const [why = ""] = (cause instanceof Error ? cause.message : String(cause)).split(/ in JSON at position| \(line/, 1);
  const [, position] = /at position (\d+)/.exec(cause instanceof Error ? cause.message : "") ?? [];
  const lines = text.slice(0, position === undefined ? text.length : Number(position)).split("\n");
  return `it is no JSON: line ${lines.length}, column ${(lines.at(-1) as string).length + 1}: ${why}`;
}
