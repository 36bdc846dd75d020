/** Values a person would believe: in the language of the schema, and in keeping with the fields beside them. */
import { describe, expect, test } from "vitest";
import type { Schema } from "../../src/contract/schema-object.ts";
import { languageOf } from "../../src/synthesis/language.ts";
import { buildJudge, make } from "./judge.ts";

const SEEDS = Array.from({ length: 25 }, (_, index) => index * 7919);
const text: Schema = { type: "string" };
const objectOf = (properties: Record<string, Schema>): Schema => ({
  type: "object",
  properties,
  required: Object.keys(properties),
});

describe("the fields of one object", () => {
  test.each(SEEDS)("speak of one person and one stretch of time (seed %i)", (seed) => {
    const schema = objectOf({
      first_name: text,
      lastName: text,
      full_name: text,
      email: { type: "string", format: "email" },
      start_date: text,
      end_date: { type: "string", format: "date" },
      created_at: { type: "string", format: "date-time" },
      updatedAt: text,
      start_time: text,
      end_time: text,
      date_of_birth: { type: "string", format: "date" },
    });
    const made = make(schema, seed) as Record<string, string>;
    expect(buildJudge(schema)(made)).toBeUndefined();
    expect(made.full_name).toBe(`${made.first_name} ${made.lastName}`);
    expect(made.email).toContain(made.lastName?.toLowerCase().replaceAll(/[^a-z]/g, ""));
    for (const [before, after] of [
      ["date_of_birth", "start_date"],
      ["start_date", "end_date"],
      ["created_at", "updatedAt"],
      ["start_time", "end_time"],
    ] as const)
      expect(String(made[before]) < String(made[after]), `${made[before]} < ${made[after]}`).toBe(true);
  });

  test("are not those of the next item", () => {
    const people = { type: "array", items: objectOf({ name: text, email: text }), minItems: 5, uniqueItems: true };
    const made = make(people as Schema, 3) as { name: string }[];
    expect(new Set(made.map(({ name }) => name)).size).toBe(5);
    const days = { type: "array", items: { type: "string", format: "date" }, minItems: 300, uniqueItems: true };
    expect(buildJudge(days as Schema)(make(days as Schema, 3))).toBeUndefined();
  });
});

describe("the language of a schema", () => {
  test.each([
    ["en", "The full name of the person, e.g. François Müller or 山田"],
    ["de", "Eine kurze Zusammenfassung des Textes"],
    ["fr", "Un bref résumé de l'article"],
    ["es", "Un breve resumen del artículo para el lector"],
    ["it", "Un breve riassunto della storia"],
    ["pt", "Um breve resumo do artigo para o leitor"],
    ["nl", "Een korte samenvatting van het artikel"],
    ["ru", "Краткое содержание статьи"],
    ["zh", "文章摘要"],
    ["ja", "記事の要約"],
    ["ko", "기사의 요약"],
  ])("%s: %s", (code, words) => {
    expect(languageOf(words).code).toBe(code);
  });

  test.each([
    ["an address", "stadt", { strasse: text, stadt: text }, /^\p{Lu}[\p{L} .-]+$/u],
    [
      "a sentence",
      "zusammenfassung",
      { zusammenfassung: { ...(text as object), description: "Was ist passiert?" } },
      /\.$/,
    ],
    ["an age", "alter", { alter: { type: "integer", description: "Das Alter in Jahren" }, name: text }, /^\d\d$/],
    ["a price", "prix", { prix: { type: "number" }, titre: text }, /^\d+(\.\d\d?)?$/],
    ["a name", "姓名", { 姓名: text, 年龄: { type: "integer" } }, /^\p{sc=Han}+$/u],
    ["a sentence", "要約", { 要約: text, タイトル: text }, /[\p{sc=Hiragana}].*。$/u],
  ])("%s in %s", (_what, name, properties, want) => {
    for (const seed of SEEDS) {
      const made = make(objectOf(properties as Record<string, Schema>), seed) as Record<string, unknown>;
      expect(String(made[name])).toMatch(want);
    }
  });
});
