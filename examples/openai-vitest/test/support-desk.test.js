import { useGatetwin } from "gatetwin/vitest";
import { expect, test } from "vitest";

const twin = useGatetwin({ failOnViolation: true, resetBetweenTests: true });
const { answer, triage } = await import("../src/support-desk.js");

async function textOf(pieces) {
  let text = "";
  for await (const piece of pieces) text += piece;
  return text;
}

test("an answer comes in pieces", async () => {
  expect(await textOf(answer("Where is my parcel?"))).not.toBe("");
  await twin.expectCalled({
    operation: "orqProxyCreateChatCompletion",
    times: 1,
    body: { stream: true, messages: { $contains: { role: "user", content: "Where is my parcel?" } } },
  });
});

test("an answer can be scripted", async () => {
  await twin.useScenarios({ name: "parcel", rules: [{ outcome: { text: "It arrives on Friday." } }] });
  expect(await textOf(answer("Where is my parcel?"))).toBe("It arrives on Friday.");
});

test("a triage has the fields that were asked for", async () => {
  expect(await triage("I was charged twice!")).toEqual({
    topic: expect.stringMatching(/^(billing|delivery|other)$/),
    isUrgent: expect.any(Boolean),
  });
});

test("a refusal is no topic", async () => {
  await twin.useScenarios("refusal");
  expect(await triage("Something nobody should ask")).toEqual({ topic: "other", isUrgent: false });
});

test("a gateway that is overloaded for a moment is asked again", async () => {
  await twin.useFaults([{ kind: "status", status: 503 }], { calls: 1 });
  await triage("I was charged twice!");
  expect((await twin.requests()).map(({ status }) => status)).toEqual([503, 200]);
});
