/**
 * Reads what the contract leaves open. An object that the real API does not close may hold anything under a name that only
 * its siblings document (`tool_calls` in a user's message), so whatever has not the shape that is read counts as absent.
 */

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export const textIn = (value: unknown): string => (typeof value === "string" ? value : "");

export const numberIn = (value: unknown): number | undefined => (typeof value === "number" ? value : undefined);
