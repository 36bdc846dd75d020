import { expect, test } from "vitest";
import { type Rendition, renderAgain } from "../../src/server/rendition.ts";

const body = { id: "msg_1", list: [{ id: "msg_1", text: "tide" }, "call_2"], usage: { total: 3 }, none: null };
const ids = ["msg_1", "call_2"];
const before = (): Rendition => ({
  status: 200,
  mediaType: "application/json",
  body,
  ids,
  text: JSON.stringify(body),
});
const made = (more: object = {}, newIds = ["msg_8", "call_9"]) => ({
  status: 200,
  mediaType: "application/json",
  body: { ...JSON.parse(JSON.stringify(body).replaceAll("msg_1", "msg_8").replaceAll("call_2", "call_9")), ...more },
  ids: newIds,
});

test("the same answer under other ids is written from what was written before, any number of times", () => {
  const known = before();
  for (const answer of [made(), { ...made(), body, ids }, made()])
    expect(renderAgain(known, answer)).toBe(JSON.stringify(answer.body));
});

test.each([
  ["another number", made({ usage: { total: 4 } })],
  ["another text", made({ list: [{ id: "msg_8", text: "ebb" }, "call_9"] })],
  ["one field more", made({ more: undefined })],
  ["one field less", made({ usage: {} })],
  ["one item more", made({ list: [{ id: "msg_8", text: "tide" }, "call_9", null] })],
  ["a list in place of an object", made({ usage: [3] })],
  ["an id at one of its places only", made({ id: "msg_1" })],
  ["the ids the other way round", made({}, ["call_9", "msg_8"])],
  ["an id that was not minted now", made({}, ["msg_8", "call_7"])],
  ["fewer ids", made({}, ["msg_8"])],
  ["another status", { ...made(), status: 201 }],
  ["another media type", { ...made(), mediaType: "text/plain" }],
])("%s is another answer", (_name, answer) => {
  expect(renderAgain(before(), answer)).toBeUndefined();
});

test("bytes are never taken for the same", () => {
  const bytes = new Uint8Array([1, 2]);
  const known = { ...before(), body: { bytes } };
  expect(renderAgain(known, { ...made(), body: { bytes: new Uint8Array([1, 2]) } })).toBeUndefined();
});
