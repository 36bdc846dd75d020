/** Tests of exchanges that break no law, and of those that a law cannot judge. */
import { describe, expect, test } from "vitest";
import { judge, type Sketch } from "./exchanges.ts";

export type LegalRow = [name: string, law: string, id: string, sketch: Sketch];

/** No row has a finding; its law has judged it, or has said that it lacks a fact. */
export function testLegal({ kept, unjudged }: { kept: readonly LegalRow[]; unjudged: readonly LegalRow[] }): void {
  describe("is kept:", () => {
    test.each(kept)("%s (%s)", async (_name, law, id, sketch) => {
      const { findings, judged } = await judge(id, sketch);
      expect(findings).toEqual([]);
      expect(judged).toContain(law);
    });
  });

  describe("is not judged:", () => {
    test.each(unjudged)("%s (%s)", async (_name, law, id, sketch) => {
      const { findings, notJudged } = await judge(id, sketch);
      expect(findings).toEqual([]);
      expect(notJudged).toContain(law);
    });
  });
}
