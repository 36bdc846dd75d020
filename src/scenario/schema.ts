/** The JSON Schema of scenario files: checked at load, and shipped as a file so that editors complete and explain. */
import type { Schema, SchemaObject } from "../contract/schema-object.ts";
import { faultSchema } from "./fault.ts";
import { paceSchema } from "./pace.ts";
import type { Outcome } from "./scenario.ts";

const PREFIX = "#/components/schemas/";
const ref = (name: string): Schema => ({ $ref: PREFIX + name });
const text = (description: string, more: SchemaObject = {}): Schema => ({ type: "string", description, ...more });
const whole = (description: string, minimum: number, maximum = 1_000_000_000): Schema => ({
  type: "integer",
  description,
  minimum,
  maximum,
});
const object = (
  description: string,
  properties: Readonly<Record<string, Schema>>,
  required: readonly string[] = [],
): SchemaObject => ({ type: "object", description, additionalProperties: false, required, properties });
const described = (description: string, schema: Schema): Schema => ({ description, allOf: [schema] });
const oneOrMore = (description: string): Schema => ({
  description,
  anyOf: [{ type: "string" }, { type: "array", minItems: 1, items: { type: "string" } }],
});
const range = (description: string, more: Readonly<Record<string, Schema>> = {}): Schema => ({
  description,
  anyOf: [
    { type: "integer", minimum: 1 },
    {
      ...object("The first and the last one, both included.", {
        from: whole("The first.", 1),
        to: whole("The last.", 1),
        ...more,
      }),
      minProperties: 1,
    },
  ],
});

const SCALAR: Schema = { type: ["string", "number", "boolean", "null"] };
const HEADER_NAME = "^[!#$%&'*+.^_`|~0-9A-Za-z-]+$";
/** No control characters: a line break would begin another header. */
const HEADER_VALUE = "^[\\t\\x20-\\x7e\\x80-\\xff]*$";
const NO_BREAK = "^[^\\r\\n\\0]*$";

const MATCH = object("Which calls a rule is for. All conditions must hold; more of them make a rule more specific.", {
  operation: oneOrMore("OperationIds."),
  api: oneOrMore("APIs: orq-proxy, orq-gateway, orq-router, sudo."),
  family: oneOrMore("Families of operations by their stream: chat, completions, responses."),
  model: described("The model of the request.", ref("Matcher")),
  headers: {
    type: "object",
    description: "By name, in any case.",
    propertyNames: { pattern: HEADER_NAME },
    additionalProperties: ref("Matcher"),
  },
  body: {
    type: "object",
    description: 'By path, such as messages[-1].content or metadata["a.b"].',
    additionalProperties: ref("Matcher"),
  },
  message: described("The words of the last message of the user.", ref("Matcher")),
  turn: range("How many messages of the user the conversation has."),
  toolResult: {
    description: "Whether the conversation ends with the answer of a tool, or what that answer says.",
    anyOf: [{ type: "boolean" }, ref("Matcher")],
  },
  stream: { type: "boolean", description: "Whether a stream is asked for." },
  call: range("Which call of a token it is, from 1, of those that meet all other conditions of the rule.", {
    every: whole("Only every nth of them, beginning with `from`.", 1),
  }),
  chance: {
    type: "number",
    exclusiveMinimum: 0,
    maximum: 1,
    description: "How often the rule counts. Seeded; another draw for each call.",
  },
});

const OUTCOME_PROPERTIES: Readonly<Record<string, Schema>> = {
  text: {
    description: "The words of the answer, in the shape of the operation. Limits of the request hold.",
    anyOf: [{ type: "string" }, object("As many words as that.", { tokens: whole("Tokens.", 1, 100_000) }, ["tokens"])],
  },
  toolCalls: {
    description: "Calls of functions, in the shape of the operation; any: generated calls of what the request offers.",
    anyOf: [{ const: "any" }, { type: "array", minItems: 1, maxItems: 128, items: ref("Call") }],
  },
  reasoning: text("What the model thought before."),
  refusal: text("The words with which the model declines."),
  finish: {
    enum: ["stop", "length", "tool_calls", "content_filter"],
    description: "Why the answer ends. By default as its content says.",
  },
  reply: {
    description: "Merged into the reply: objects by member, lists of objects by place, everything else replaced.",
  },
  passthrough: {
    description: "The generated answer as it is (true), or with these paths of its body replaced.",
    anyOf: [{ const: true }, { type: "object", minProperties: 1 }],
  },
  headers: {
    type: "object",
    description: "Headers of the reply.",
    propertyNames: { pattern: HEADER_NAME },
    additionalProperties: { type: "string", pattern: HEADER_VALUE },
  },
  error: {
    description: "An error in the gateway's own envelope: a documented name, a status, or more.",
    anyOf: [{ type: "string" }, { type: "integer", minimum: 400, maximum: 599 }, ref("Error")],
  },
  script: {
    type: "array",
    minItems: 1,
    maxItems: 100_000,
    description: "A stream, event by event. The rule is then for streaming calls only.",
    items: ref("Step"),
  },
  // Written `as const` for their members' sake; a Schema has lists that may change.
  pace: paceSchema as unknown as Schema,
  faults: { type: "array", maxItems: 32, description: "What is broken on purpose.", items: ref("Fault") },
  violates: {
    type: "array",
    description: "Laws that are broken on purpose, such as usage.U1, or schema.",
    items: { type: "string" },
  },
};

/** Members that answer a call alone. */
const WORDS = ["text", "toolCalls", "reasoning", "refusal", "finish"] as const;
export const ALONE: Readonly<Record<string, { not: readonly (keyof Outcome)[]; because: string }>> = {
  error: { not: ["script", "reply", "passthrough", ...WORDS], because: "an error is the whole answer" },
  script: { not: ["reply", "passthrough", ...WORDS], because: "a script is the whole answer" },
  passthrough: { not: ["reply", ...WORDS], because: "it leaves what was generated" },
  refusal: { not: ["text", "toolCalls"], because: "a refusal stands in their place" },
};

const without = (names: readonly string[]): SchemaObject => ({
  properties: Object.fromEntries(names.map((name) => [name, false])),
});

/** By name; every reference among them is one below `#/components/schemas/`, as in a contract. */
export const scenarioSchemas: Readonly<Record<string, Schema>> = {
  Scenario: object(
    "A named list of rules: what the twin answers in place of its generated answers.",
    {
      $schema: text("Where editors find this schema."),
      name: text("Unique among what is loaded.", { pattern: "^[a-z0-9][a-z0-9-]{0,63}$" }),
      about: text("For people."),
      onDemand: {
        type: "boolean",
        default: false,
        description:
          "Only for calls that choose the scenario: by the header x-gatetwin-scenario, the model gatetwin/<name>, or their token.",
      },
      rules: {
        type: "array",
        minItems: 1,
        maxItems: 100_000,
        items: ref("Rule"),
        description: "The most specific wins.",
      },
    },
    ["name", "rules"],
  ),
  Rule: object(
    "A match and the outcome of the calls it fits.",
    {
      name: text("Unique in its scenario; rule-<n> by default.", { minLength: 1, maxLength: 100, pattern: NO_BREAK }),
      about: text("For people."),
      match: ref("Match"),
      priority: {
        type: "integer",
        minimum: -100,
        maximum: 100,
        default: 0,
        description: "Goes before everything that makes a rule specific.",
      },
      outcome: ref("RuleOutcome"),
    },
    ["outcome"],
  ),
  Match: MATCH,
  Matcher: {
    description: "A bare value must be there exactly; of an object, every member must hold.",
    anyOf: [SCALAR, ref("MatcherObject")],
  },
  MatcherObject: {
    ...object("Conditions on one value.", {
      equals: { description: "The value itself." },
      contains: { ...(SCALAR as SchemaObject), description: "A part of a text, or a member of a list." },
      regex: text("Found anywhere in a text; RE2 syntax, which has no lookaround."),
      schema: { type: ["object", "boolean"], description: "A JSON Schema (2020-12) that the value fits." },
      exists: { type: "boolean", description: "Whether there is a value at all; null is none." },
    }),
    minProperties: 1,
  },
  // One object and not a choice of two, so that a slip in either is told as a slip.
  RuleOutcome: {
    ...object("What the calls of a rule get: one outcome, or one per call.", {
      ...OUTCOME_PROPERTIES,
      sequence: {
        type: "array",
        minItems: 1,
        maxItems: 10_000,
        items: ref("Outcome"),
        description: "One outcome after the other, for each token. The last one stays.",
      },
      loop: { type: "boolean", default: false, description: "Begins again after the last one of the sequence." },
    }),
    minProperties: 1,
    dependentSchemas: {
      sequence: without(Object.keys(OUTCOME_PROPERTIES)),
      loop: { required: ["sequence"] },
    },
  },
  Outcome: { ...object("What a call gets. What is not said is generated.", OUTCOME_PROPERTIES), minProperties: 1 },
  Call: object(
    "A call of a function.",
    {
      name: text("The function.", { minLength: 1 }),
      arguments: {
        description: "Its arguments; a text is sent as it is.",
        anyOf: [{ type: "object" }, { type: "string" }],
      },
      id: text("The id of the call; a generated one by default."),
    },
    ["name"],
  ),
  Error: {
    ...object("An error.", {
      name: text("A documented name; gives status and message where they are left out."),
      status: whole("The status.", 400, 599),
      message: text("A sentence."),
      code: text("A stable word for programs."),
      type: text("The family of the error."),
      param: text("The field at fault."),
      retryAfter: whole("Seconds, for the header retry-after.", 0, 86_400),
    }),
    minProperties: 1,
  },
  Step: {
    description: "An event with a payload, an event with plain data, or a pause.",
    anyOf: [
      object(
        "An event with a payload. The fields that all events share, such as id, are filled in.",
        { event: { type: "object" }, name: text("The name of the event.", { pattern: NO_BREAK }) },
        ["event"],
      ),
      object(
        "An event with plain data, such as [DONE].",
        { data: { type: "string" }, name: text("The name of the event.", { pattern: NO_BREAK }) },
        ["data"],
      ),
      object("A pause.", { wait: whole("Milliseconds.", 0, 600_000) }, ["wait"]),
    ],
  },
  // As with pace.
  Fault: { ...(faultSchema as unknown as SchemaObject), discriminator: { propertyName: "kind" } },
};

const { properties: FRAME } = scenarioSchemas.Scenario as SchemaObject;
/** A scenario without a look into its rules: each is judged by itself, so that none hides what is wrong with another. */
export const frameSchema: Schema = {
  ...(scenarioSchemas.Scenario as SchemaObject),
  properties: { ...FRAME, rules: { ...(FRAME?.rules as SchemaObject), items: true } },
};
export const ruleSchema: Schema = ref("Rule");

/** The schema as a file for editors: standard JSON Schema, one definition per name. Loading says better what stands alone. */
export function publishedSchema(): Record<string, unknown> {
  const alone = Object.fromEntries(Object.entries(ALONE).map(([name, { not }]) => [name, without(not)]));
  const outcomes = Object.fromEntries(
    ["Outcome", "RuleOutcome"].map((name) => {
      const schema = scenarioSchemas[name] as SchemaObject;
      return [name, { ...schema, dependentSchemas: { ...schema.dependentSchemas, ...alone } }];
    }),
  );
  const definitions = JSON.stringify({ ...scenarioSchemas, ...outcomes }).replaceAll(PREFIX, "#/$defs/");
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Gatetwin scenario",
    $ref: "#/$defs/Scenario",
    $defs: JSON.parse(definitions) as Record<string, unknown>,
  };
}
