import { expect, test } from "vitest";
import { readSize, toText } from "../../../src/behaviours/images/size.ts";

test.each(["1x1", "256x256", "1792x1024", "3840x2160", "4096x2025", "4096x1"])("%s is read", (text) => {
  const read = readSize(text);
  expect("size" in read && toText(read.size)).toBe(text);
});

test.each(["640X480", "640×480", " 640 x 480 "])("%j is 640x480", (text) => {
  expect(readSize(text)).toEqual({ size: { width: 640, height: 480 } });
});

test.each([null, undefined, "", "auto", "large", "7", "x", "10x", "-5x5", "1x2x3", "1.5x2"])(
  "%j is no size",
  (text) => {
    expect(readSize(text)).toEqual({ size: { width: 1024, height: 1024 } });
  },
);

test.each(["0x0", "0x1", "4097x1", "1x4097", "3841x2160", "99999999999999999999x1"])("%s cannot be drawn", (text) => {
  expect(readSize(text)).toMatchObject({ problem: { status: 400, param: "size" } });
});
