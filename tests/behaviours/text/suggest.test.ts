/** What is asked comes back in what is answered: as arguments, and as the fields of an answer in JSON. */
import { describe, expect, test } from "vitest";
import { argumentsOf } from "../../../src/behaviours/text/arguments.ts";
import { mentionsOf } from "../../../src/behaviours/text/mentions.ts";
import { writeJson } from "../../../src/behaviours/text/structured.ts";
import { topicOf } from "../../../src/behaviours/text/topic.ts";
import { createRandom } from "../../../src/lib/random.ts";
import { fit } from "./build-call.ts";

const text = { type: "string" };
const objectOf = (properties: Record<string, object>) => ({
  type: "object",
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});

test.each([
  ["a date is no number", "Book it on 2025-05-01 for 3 people", { dates: ["2025-05-01"], numbers: [{ value: 3 }] }],
  ["dates in words", "From May 3rd, 2025 to 12 June 2025", { dates: ["2025-05-03", "2025-06-12"], numbers: [] }],
  ["no such date", "On 2025-13-41", { dates: [] }],
  ["times of day", "Wake me at 7:30, not at 9 pm", { times: ["07:30", "21:00"], numbers: [] }],
  ["an address is no name", "Write to Ann.Lee@Example.org", { emails: ["Ann.Lee@Example.org"], names: [] }],
  ["a link without its full stop", "See https://a.example/b?c=1.", { urls: ["https://a.example/b?c=1"] }],
  [
    "money",
    "It costs $1,299.50 or 40 euros",
    {
      sums: [
        { value: 1299.5, currency: "USD" },
        { value: 40, currency: "EUR" },
      ],
    },
  ],
  ["single quotation marks, not apostrophes", "It's titled 'Lunch' by Bob's friend", { quotations: ["Lunch"] }],
  [
    "what is joined to a name",
    "Alice and Bob meet on Friday.",
    { names: [{ text: "Alice" }, { text: "Bob" }], days: ["Friday"] },
  ],
  ["no command", "Set an alarm", { names: [] }],
  ["a calculation", "What is 12 * (7 + 1)?", { expressions: ["12 * (7 + 1)"] }],
])("%s: %s", (_what, question, want) => {
  expect(mentionsOf(question)).toMatchObject(want);
});

describe("the arguments of a call", () => {
  const call = (question: string, parameters: object) =>
    JSON.parse(
      argumentsOf({ name: "t", description: "", parameters, param: "" }, question, {
        fit,
        random: createRandom(1),
        mayRepeat: false,
      })[0] as string,
    );

  test.each([
    [
      "Book a flight from Berlin to Tokyo on 2025-05-01 for 3 passengers",
      { to: text, from: text, departure_date: { type: "string", format: "date" }, passengers: { type: "integer" } },
      { to: "Tokyo", from: "Berlin", departure_date: "2025-05-01", passengers: 3 },
    ],
    [
      "Send an email to bob@example.org with the subject 'Lunch' saying see you at noon",
      { to: { type: "string", format: "email" }, subject: text, body: text },
      { to: "bob@example.org", subject: "Lunch", body: "see you at noon" },
    ],
    ["What does AAPL cost?", { symbol: text }, { symbol: "AAPL" }],
    [
      "Create an order of 2 widgets for Ann Lee (ann@lee.org)",
      {
        items: { type: "array", items: objectOf({ quantity: { type: "integer" } }), maxItems: 1, minItems: 1 },
        customer: { $ref: "#/$defs/customer" },
      },
      { items: [{ quantity: 2 }], customer: { name: "Ann Lee", email: "ann@lee.org" } },
    ],
  ])("%s", (question, properties, want) => {
    const $defs = { customer: objectOf({ name: text, email: text }) };
    expect(call(question, { ...objectOf(properties), $defs })).toEqual(want);
  });

  test("a name is no date, no time and no code", () => {
    const made = call("Tell Ann Lee in Rome", objectOf({ start_date: text, time: text, order_id: text, url: text }));
    expect(JSON.stringify(made)).not.toMatch(/Ann|Lee|Rome/);
  });
});

describe("an answer in JSON", () => {
  const answer = (question: string, schema: object) =>
    JSON.parse(
      writeJson(
        { kind: "json-schema", schema, param: "" },
        { question, topic: topicOf(question) ?? "", random: createRandom(1), index: 0, fit },
      ),
    );

  test("says of a person what the question says", () => {
    const address = objectOf({ city: text, street: text });
    const made = answer(
      "Extract: Jane Austen, 41, lives in Winchester",
      objectOf({ name: text, first_name: text, email: text, age: { type: "integer" }, address }),
    );
    expect(made).toMatchObject({
      name: "Jane Austen",
      first_name: "Jane",
      email: "jane.austen@example.com",
      age: 41,
      address: { city: "Winchester" },
    });
  });

  test("names everybody", () => {
    const question = "Alice and Bob are going to a science fair on Friday.";
    const list = { type: "array", items: text };
    expect(answer(question, objectOf({ participants: list }))).toEqual({ participants: ["Alice", "Bob"] });
    const people = { type: "array", items: objectOf({ name: text }), minItems: 2, maxItems: 2 };
    expect(answer(question, objectOf({ people }))).toEqual({ people: [{ name: "Alice" }, { name: "Bob" }] });
  });

  test("speaks of the subject, in the language of its schema, and never twice in the same words", () => {
    const steps = { type: "array", items: objectOf({ explanation: text }), minItems: 3 };
    const english = answer("Tell me about tides", objectOf({ summary: text, steps }));
    expect(english.summary).toContain("tides");
    expect(new Set(english.steps.map(({ explanation }: { explanation: string }) => explanation)).size).toBe(
      english.steps.length,
    );
    const german = answer(
      "Ebbe und Flut",
      objectOf({ zusammenfassung: { ...text, description: "Eine kurze Zusammenfassung des Textes" } }),
    );
    expect(german.zusammenfassung).toMatch(/„.*Ebbe.*“/);
  });

  test("counts its items, and calls them what their list holds", () => {
    const item = objectOf({ day: { type: "integer" }, name: text });
    const made = answer(
      "List fruits for 4 days",
      objectOf({ fruits: { type: "array", items: item, minItems: 3, maxItems: 3 } }),
    );
    expect(made.fruits.map(({ day }: { day: number }) => day)).toEqual([1, 2, 3]);
    for (const { name } of made.fruits) expect(name).toMatch(/^[a-z -]+$/);
  });

  test("of a person takes no company, no street and no command for their name", () => {
    const question = "Extract the contact: John Smith, Acme Corp, 12 Main Street";
    const made = answer(question, objectOf({ full_name: text, company: text, street_address: text }));
    expect(made).toEqual({ full_name: "John Smith", company: "Acme Corp", street_address: "12 Main Street" });
    expect(JSON.stringify(answer("List somebody", objectOf({ name: text })))).not.toContain("List");
  });

  test("keeps to the bounds of the schema", () => {
    const schema = objectOf({
      name: { ...text, pattern: "^[a-z]+$" },
      age: { type: "integer", maximum: 40 },
      city: { ...text, maxLength: 4 },
    });
    const made = answer("Jane Austen, 41, lives in Winchester", schema);
    expect(made.name).toMatch(/^[a-z]+$/);
    expect(made.age).toBeLessThanOrEqual(40);
    expect([...made.city].length).toBeLessThanOrEqual(4);
  });
});
