/** Values nested deeper than this serve only to exhaust a stack. */
export const MOST_LEVELS = 256;

/** Whether a JSON value has more than so many levels of objects and lists. Looks no deeper than that itself. */
export function isDeeper(value: unknown, levels = MOST_LEVELS): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (levels === 0) return true;
  for (const item of Array.isArray(value) ? value : Object.values(value)) if (isDeeper(item, levels - 1)) return true;
  return false;
}
