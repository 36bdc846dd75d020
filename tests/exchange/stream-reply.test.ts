import fc from "fast-check";
import { expect, test } from "vitest";
import { streamReply } from "../../src/exchange/stream-reply.ts";

const headers = { "content-type": "text/event-stream" };
const bytes = new TextEncoder().encode(
  ": hi\n\nevent: a\r\nid: 7\r\ndata: Marée 👩‍👩‍👧\r\n\r\nevent: lost\n\ndata: [DONE]\n",
);

test("keeps the events, what decoding noticed, what was cut off, and the bytes", () => {
  const reply = streamReply({ status: 200, headers, bytes });
  expect(reply).toMatchObject({
    status: 200,
    headers,
    body: undefined,
    events: [{ event: "a", id: "7", data: "Marée 👩‍👩‍👧" }],
    stream: { unterminated: { data: "[DONE]" }, bytes },
  });
  expect(reply.stream?.notes.map(({ kind }) => kind)).toEqual(["comment", "forgotten-name", "unterminated"]);
});

test("does not care how the network cut the bytes", () => {
  const whole = streamReply({ status: 200, headers, bytes });
  fc.assert(
    fc.property(fc.array(fc.nat(bytes.length), { maxLength: 8 }), (cuts) => {
      const places = [0, ...cuts.sort((a, b) => a - b), bytes.length];
      const pieces = places.slice(1).map((end, index) => bytes.subarray(places[index], end));
      expect(streamReply({ status: 200, headers, bytes: pieces })).toEqual(whole);
    }),
    { seed: 29 },
  );
});

test("an empty body has no events", () => {
  expect(streamReply({ status: 200, headers, bytes: [] })).toMatchObject({ events: [], stream: { notes: [] } });
});
