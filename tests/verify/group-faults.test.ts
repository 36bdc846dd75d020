/** Several faults go in one request, and what its refusal does not name is asked for alone. */
import { expect, onTestFinished, test } from "vitest";
import { ownContract } from "../../src/contract/own-contract.ts";
import { systemClock } from "../../src/lib/clock.ts";
import { selectOperations } from "../../src/verify/select.ts";
import { verify } from "../../src/verify/verify.ts";
import { asking, sending, whatever, withText } from "./mutants/changes.ts";
import { type Fault, startFaulty } from "./mutants/faulty-server.ts";

const contract = ownContract();
const OPERATION = "sudoCreateChatCompletion";

async function findingsOf(fault: Fault) {
  const server = await startFaulty(fault);
  onTestFinished(() => server.close());
  const { report } = await verify({
    contract,
    operations: selectOperations(contract, { include: [OPERATION] }),
    baseUrl: server.url,
    clock: systemClock(),
    version: "0.0.0",
    maxRequests: 240,
  });
  return report.findings.map(({ rule, message, request }) => ({ rule, message, body: JSON.stringify(request.body) }));
}

/** Never sees what is wrong with one field. */
const blindTo = (name: string, isWrong: (value: unknown) => boolean): Fault =>
  asking(({ body }) => {
    const { [name]: value, ...rest } = (body ?? {}) as Record<string, unknown>;
    return value !== undefined && isWrong(value) ? sending(rest) : undefined;
  });

const isPast = (low: number, high: number) => (value: unknown) =>
  typeof value === "number" && (value < low || value > high);

test.each([
  ["temperature", isPast(0, 2)],
  ["top_p", (value: unknown) => typeof value !== "number"],
  ["presence_penalty", isPast(-2, 2)],
  ["top_logprobs", isPast(0, 20)],
  ["store", (value: unknown) => typeof value !== "boolean"],
] as const)(
  "a server that is blind to %s alone is found, with that fault alone",
  { timeout: 60_000 },
  async (name, isWrong) => {
    const [finding, ...others] = await findingsOf(blindTo(name, isWrong));
    expect(others.filter(({ rule }) => rule !== "input.V1")).toEqual([]);
    expect(finding).toMatchObject({ rule: "input.V1", message: expect.stringContaining(`whose ${name} is`) });
    expect(finding?.body).toContain(name);
    expect(finding?.body).not.toContain("gatetwin_unknown_field");
  },
);

test("a server that accepts everything is told of each kind of fault", { timeout: 60_000 }, async () => {
  const reply = JSON.stringify({ id: "chatcmpl-1" });
  const findings = await findingsOf(
    whatever((answered) => (answered.status === 400 ? { ...withText(answered, reply), status: 200 } : answered)),
  );
  const told = findings
    .filter(({ rule }) => rule === "input.V1")
    .map(({ message }) => message)
    .join("\n");
  for (const fault of ["without the required field", "outside its enum", "past its", "of the wrong type"])
    expect(told).toContain(fault);
});

test("a server that tells the first fault alone is not suspected", { timeout: 60_000 }, async () => {
  const terse: Fault = whatever((answered) =>
    answered.status === 400
      ? withText(answered, answered.bytes.toString("utf8").replace(/ \(and \d+ more: [^"]*(?:\\"[^"]*)*\)(?=")/, ""))
      : answered,
  );
  expect(await findingsOf(terse)).toEqual([]);
});
