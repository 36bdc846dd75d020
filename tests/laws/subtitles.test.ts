/** Subtitles, right and wrong. */
import { expect, test } from "vitest";
import { faultOfSubRip, faultOfWebVtt } from "../../src/laws/subtitles.ts";

test.each([
  ["nothing but the header", "WEBVTT"],
  ["a title and a byte order mark", "\ufeffWEBVTT - Tides\n\n00:01.000 --> 00:02.000\nHigh"],
  ["CRLF, names, settings and hours", "WEBVTT\r\n\r\nfirst\r\n100:00:01.000 --> 100:00:02.000 align:start\r\nHigh\r\n"],
  ["notes and styles", "WEBVTT\n\nNOTE 00:01 is early\n\nSTYLE\n::cue { color: red }\n\n00:01.000 --> 00:02.000\nHigh"],
  ["cues that overlap", "WEBVTT\n\n00:01.000 --> 00:09.000\na\n\n00:01.000 --> 00:02.000\nb"],
])("WebVTT with %s is right", (_name, text) => {
  expect(faultOfWebVtt(text)).toBeUndefined();
});

test.each([
  ["an empty text", "", "line 1"],
  ["another name", "WEBVTTX\n\n", "line 1"],
  ["no blank line after the header", "WEBVTT\n00:01.000 --> 00:02.000\nHigh", "blank line"],
  ["61 seconds", "WEBVTT\n\n00:61.000 --> 01:02.000\nHigh", "line 3"],
  ["a text without times", "WEBVTT\n\nHigh\ntide", "line 4"],
  ["an arrow in a text", "WEBVTT\n\n00:01.000 --> 00:02.000\nHigh --> low", "-->"],
  ["an end before its start", "WEBVTT\n\n00:03.000 --> 00:02.000\nHigh", "line 3"],
])("WebVTT with %s is wrong", (_name, text, fault) => {
  expect(faultOfWebVtt(text)).toContain(fault);
});

test.each([
  ["nothing", ""],
  ["two cues", "1\n00:00:01,000 --> 00:00:02,000\nHigh\ntide\n\n2\n00:00:02,000 --> 00:00:03,000\nat seven\n\n"],
  ["CRLF", "1\r\n00:00:01,000 --> 00:00:02,000\r\nHigh\r\n"],
])("SubRip with %s is right", (_name, text) => {
  expect(faultOfSubRip(text)).toBeUndefined();
});

test.each([
  ["no number", "00:00:01,000 --> 00:00:02,000\nHigh", "line 1"],
  ["no hours", "1\n00:01,000 --> 00:02,000\nHigh", "line 2"],
  ["times that fall", "1\n00:00:02,000 --> 00:00:03,000\na\n\n2\n00:00:01,000 --> 00:00:04,000\nb", "line 6"],
])("SubRip with %s is wrong", (_name, text, fault) => {
  expect(faultOfSubRip(text)).toContain(fault);
});
