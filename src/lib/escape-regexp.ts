/** The text as a pattern that matches it alone. Node 20 has no `RegExp.escape`. */
export const escapeRegExp = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
