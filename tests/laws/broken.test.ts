/** Each broken exchange fits its schema, and breaks the law it names and no other. */
import { describe, expect, test } from "vitest";
import { type Operation, successOf } from "../../src/contract/operation.ts";
import type { Exchange } from "../../src/exchange/exchange.ts";
import { checkExchange } from "../../src/laws/check-exchange.ts";
import { listLaws } from "../../src/laws/laws.ts";
import { parseMediaType } from "../../src/lib/media-type.ts";
import { brokenExchanges } from "./exchanges.ts";

describe.each(brokenExchanges.map((broken) => [broken.file, broken] as const))("%s", (_file, broken) => {
  const { breaks, pointer, operation, exchange } = broken;

  test("breaks its law and no other, at the place it says", async () => {
    const { findings, judged } = await checkExchange(exchange, { operation });
    expect(findings.map((finding) => [finding.law, finding.pointer])).toEqual([[breaks, pointer]]);
    expect(findings[0]?.message).toMatch(/\.$/);
    expect(judged).toContain(breaks);
  });

  test("could not be found out by the schema", () => {
    if (exchange.reply.body instanceof Uint8Array) expect(exchange.reply.body.length).toBeGreaterThan(0);
    else expect(contentOf(operation, exchange)?.check(exchange.reply.body)).toEqual([]);
  });
});

function contentOf(operation: Operation, { reply }: Exchange) {
  const type = parseMediaType(String(reply.headers["content-type"]))?.essence;
  return successOf(operation)?.content.find(({ mediaType }) => mediaType === type);
}

test("every law is broken by an exchange", () => {
  const broken = new Set(brokenExchanges.map(({ breaks }) => breaks));
  expect([...broken].sort()).toEqual(
    listLaws()
      .map(({ id }) => id)
      .sort(),
  );
});
