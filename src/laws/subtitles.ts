/** Subtitles by the letter of their formats, as far as times and the shape of cues go. */

interface Cue {
  /** 1-based, of the line with its times. */
  line: number;
  /** Milliseconds. */
  start: number;
  end: number;
}

/** @returns What is wrong with a SubRip text, as half a sentence, or undefined. */
export function faultOfSubRip(text: string): string | undefined {
  const cues: Cue[] = [];
  for (const { lines, line } of blocksOf(text)) {
    const number = cues.length + 1;
    if (lines[0]?.trim() !== String(number)) return `line ${line} must number the cue ${number}`;
    const times = /^(\d{2,}:[0-5]\d:[0-5]\d,\d{3}) --> (\d{2,}:[0-5]\d:[0-5]\d,\d{3})$/.exec(lines[1]?.trimEnd() ?? "");
    if (times === null) return `line ${line + 1} must be times such as 00:00:01,000 --> 00:00:02,500`;
    cues.push({ line: line + 1, start: toMs(times[1]), end: toMs(times[2]) });
  }
  return faultOfTimes(cues);
}

/** WebVTT section 4.1: hours are optional, and of two digits or more. */
const VTT_TIMES =
  /^((?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3})[ \t]+-->[ \t]+((?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3})(?:[ \t]+\S.*)?$/;

/** @returns What is wrong with a WebVTT text, as half a sentence, or undefined. */
export function faultOfWebVtt(text: string): string | undefined {
  const [header, ...blocks] = blocksOf(text.replace(/^\ufeff/, ""));
  if (header === undefined || header.line !== 1 || !/^WEBVTT(?:[ \t]|$)/.test(header.lines[0] as string)) {
    return "line 1 must begin with WEBVTT";
  }
  if (header.lines.some((line) => line.includes("-->"))) return "a blank line must follow the header";
  const cues: Cue[] = [];
  for (const { lines, line } of blocks) {
    if (/^(?:NOTE(?:[ \t]|$)|(?:STYLE|REGION)[ \t]*$)/.test(lines[0] as string)) continue;
    // A cue may have a name on the line before its times.
    const at = lines[0]?.includes("-->") ? 0 : 1;
    const times = VTT_TIMES.exec(lines[at] ?? "");
    if (times === null) return `line ${line + at} must be times such as 00:01.000 --> 00:02.500`;
    if (lines.slice(at + 1).some((payload) => payload.includes("-->")))
      return `the cue at line ${line} must not hold -->`;
    cues.push({ line: line + at, start: toMs(times[1]), end: toMs(times[2]) });
  }
  return faultOfTimes(cues);
}

function faultOfTimes(cues: readonly Cue[]): string | undefined {
  let earliest = 0;
  for (const { line, start, end } of cues) {
    if (end < start) return `the cue at line ${line} must not end before it starts`;
    if (start < earliest) return `the cue at line ${line} must not start before the one above it`;
    earliest = start;
  }
  return undefined;
}

/** Runs of lines between blank ones. Lines end with CRLF, LF or CR. */
function blocksOf(text: string): { lines: string[]; line: number }[] {
  const blocks: { lines: string[]; line: number }[] = [];
  let isInside = false;
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    if (line === "") isInside = false;
    else if (isInside) blocks.at(-1)?.lines.push(line);
    else {
      blocks.push({ lines: [line], line: index + 1 });
      isInside = true;
    }
  }
  return blocks;
}

/** `01:02:03,004` or `02:03.004`. */
function toMs(time = ""): number {
  const [ms = 0, seconds = 0, minutes = 0, hours = 0] = time.split(/[:.,]/).map(Number).reverse();
  return ((hours * 60 + minutes) * 60 + seconds) * 1000 + ms;
}
