/**
 * Puts the inputs of a call in the place of their marks (`{{name}}`) in its messages: once, so that a value is never read
 * as a template. A mark that no input names stays as it is, which a reader sees and a program can look for.
 */
import { isFields } from "../../lib/fields.ts";

/** A name has no braces in it and an end, so that no character is looked at often. */
const MARK = /\{\{([^{}]{1,200})\}\}/g;

/** All values put in, in characters: a long value behind many marks would else fill the memory. */
const MOST_CHARACTERS = 16 * 1024 * 1024;
/** Every mark counts as so many more, because looking at it takes time: no call needs a hundred thousand. */
const CHARACTERS_OF_MARK = 160;

/** The messages with their marks filled; undefined when that would be more than one call can have. */
export function fillInputs(
  messages: readonly unknown[],
  inputs: ReadonlyMap<string, unknown>,
): readonly unknown[] | undefined {
  let room = MOST_CHARACTERS;
  const fill = (text: string): string => {
    let filled = "";
    let from = 0;
    for (const { 0: mark, 1: name = "", index } of text.matchAll(MARK)) {
      if (room < 0) break;
      const value = inputs.get(name.trim());
      const written = value === undefined ? mark : write(value);
      room -= CHARACTERS_OF_MARK + written.length;
      filled += text.slice(from, index) + written;
      from = index + mark.length;
    }
    return filled + text.slice(from);
  };
  const filled = messages.map((message) => {
    if (!isFields(message) || message.content === undefined) return message;
    return { ...message, content: fillContent(message.content, fill) };
  });
  return room < 0 ? undefined : filled;
}

/** A text, or parts of which some have a text; pictures and sounds have none. */
function fillContent(content: unknown, fill: (text: string) => string): unknown {
  if (typeof content === "string") return fill(content);
  if (!Array.isArray(content)) return content;
  return content.map((part: unknown) => {
    if (typeof part === "string") return fill(part);
    return isFields(part) && typeof part.text === "string" ? { ...part, text: fill(part.text) } : part;
  });
}

/** Nothing is written for null, as templates have it; what is no text is written as JSON. */
const write = (value: unknown): string =>
  typeof value === "string" ? value : value === null ? "" : JSON.stringify(value);
