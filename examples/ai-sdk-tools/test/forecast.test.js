import assert from "node:assert/strict";
import { test } from "node:test";
import { useGatetwin } from "gatetwin/node-test";

const twin = useGatetwin({ failOnViolation: true, resetBetweenTests: true });
const { forecast } = await import("../src/forecast.js");

const SCENARIO = {
  name: "tide",
  rules: [
    {
      match: { toolResult: false },
      outcome: { toolCalls: [{ name: "tide", arguments: { place: "Saint-Malo" } }] },
    },
    { match: { toolResult: true }, outcome: { text: "High tide is at 6 in the morning." } },
  ],
};

async function read(stream) {
  const pieces = [];
  for await (const piece of stream) pieces.push(piece);
  return pieces;
}

test("the tool is called, and the answer comes in pieces", async () => {
  await twin.useScenarios(SCENARIO);
  const asked = [];
  const result = forecast("When is high tide at Saint-Malo?", (place) => {
    asked.push(place);
    return 6;
  });
  const pieces = await read(result.textStream);

  assert.deepEqual(asked, ["Saint-Malo"]);
  assert.equal(pieces.join(""), "High tide is at 6 in the morning.");
  assert.ok(pieces.length > 1, "it was told at once");
  assert.equal((await result.steps).length, 2);
  await twin.expectCalled({
    operation: "orqProxyCreateChatCompletion",
    times: 1,
    body: { messages: { $contains: { role: "tool", content: '{"place":"Saint-Malo","hour":6}' } } },
  });
});

test("without a script the twin fits the call to the tool's schema", async () => {
  await twin.useScenarios("tool-loop");
  const asked = [];
  const result = forecast("When is high tide at Saint-Malo?", (place) => asked.push(place));
  await read(result.textStream);
  assert.equal(asked.length, 1);
  assert.equal(typeof asked[0], "string");
});

test("a stream that is cut off is an error, not a short answer", async () => {
  await twin.useFaults([{ kind: "cut", after: 2 }], { calls: 3 });
  const { fullStream } = forecast("When is high tide at Saint-Malo?", () => 6);
  const isTold = read(fullStream).then(
    (parts) => parts.some(({ type }) => type === "error"),
    () => true,
  );
  assert.equal(await isTold, true);
});
