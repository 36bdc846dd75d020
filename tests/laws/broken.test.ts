/** Each broken exchange fits its schema, and breaks the law it names and no other. */
import { expect, test } from "vitest";
import { type Operation, successOf } from "../../src/contract/operation.ts";
import type { Exchange } from "../../src/exchange/exchange.ts";
import { checkExchange } from "../../src/laws/check-exchange.ts";
import { listLaws } from "../../src/laws/laws.ts";
import { parseMediaType } from "../../src/lib/media-type.ts";
import { type BrokenExchange, brokenExchanges } from "./exchanges.ts";

const named = (all: readonly BrokenExchange[]) => all.map((broken) => [broken.file, broken] as const);

test.each(named(brokenExchanges))("%s breaks its law and no other, at the place it says", async (_file, broken) => {
  const { breaks, pointer, eventIndex, profile, operation, exchange } = broken;
  const { findings, judged } = await checkExchange(exchange, { operation, ...(profile && { profile }) });
  expect(findings.map((finding) => [finding.law, finding.pointer, finding.eventIndex])).toEqual([
    [breaks, pointer, eventIndex],
  ]);
  expect(findings[0]?.message).toMatch(/\.$/);
  expect(judged).toContain(breaks);
});

const wholeReplies = brokenExchanges.filter(({ exchange }) => exchange.reply.events === undefined);

test.each(named(wholeReplies))("%s could not be found out by the schema", (_file, { operation, exchange }) => {
  if (exchange.reply.body instanceof Uint8Array) expect(exchange.reply.body.length).toBeGreaterThan(0);
  else expect(contentOf(operation, exchange)?.check(exchange.reply.body)).toEqual([]);
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
