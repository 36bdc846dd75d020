/** Recorded streams of real servers through the decoder. Needs the folder that GATETWIN_SHARED names. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createDecoder, type Note } from "../../src/sse/decode.ts";

const root = join(process.env.GATETWIN_SHARED ?? "", "recordings");

test.each(readdirSync(root).filter((file) => file.endsWith(".sse")))("%s decodes without a note", (file) => {
  const notes: Note[] = [];
  const decoder = createDecoder({ onNote: (note) => notes.push(note) });
  expect(decoder.push(readFileSync(join(root, file))).length).toBeGreaterThan(0);
  expect(decoder.end()).toEqual({});
  expect(notes).toEqual([]);
});
