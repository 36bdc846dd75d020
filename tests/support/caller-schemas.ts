/** Schemas as callers write them, one for each thing that JSON Schema can ask for, and Ajv in strict mode as their judge. */
import { Ajv2020, type AnySchema, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const closed = (properties: object) => ({
  type: "object",
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});
const string = { type: "string" };

/** What the schema is an instance of, and the schema. The root is an object, as every API demands. */
export const CALLER_SCHEMAS: readonly (readonly [string, object])[] = [
  ["nested objects", closed({ port: closed({ name: string, position: closed({ lat: { type: "number" } }) }) })],
  ["an array with bounds", closed({ tides: { type: "array", items: { type: "integer" }, minItems: 3, maxItems: 4 } })],
  ["an empty array at most", closed({ none: { type: "array", items: string, maxItems: 0 } })],
  ["unique items", closed({ days: { type: "array", items: { enum: [1, 2, 3, 4] }, minItems: 4, uniqueItems: true } })],
  ["a tuple", closed({ at: { type: "array", prefixItems: [string, { type: "number" }], items: false, minItems: 2 } })],
  ["enums and const", closed({ kind: { const: "tide" }, coast: { enum: ["north", "west", 7, null] } })],
  ["anyOf", closed({ when: { anyOf: [{ type: "string", format: "date" }, { type: "null" }] } })],
  [
    "a tagged union",
    closed({
      shape: {
        oneOf: [
          closed({ type: { const: "circle" }, radius: { type: "number", exclusiveMinimum: 0 } }),
          closed({ type: { const: "square" }, side: { type: "number", minimum: 1 } }),
        ],
      },
    }),
  ],
  ["several types", closed({ value: { type: ["string", "integer", "null"] } })],
  [
    "recursion through $defs",
    {
      ...closed({ root: { $ref: "#/$defs/node" } }),
      $defs: { node: closed({ name: string, children: { type: "array", items: { $ref: "#/$defs/node" } } }) },
    },
  ],
  [
    "recursion that has to end in null",
    {
      ...closed({ list: { $ref: "#/$defs/link" } }),
      $defs: {
        link: closed({ value: { type: "integer" }, next: { anyOf: [{ $ref: "#/$defs/link" }, { type: "null" }] } }),
      },
    },
  ],
  ["recursion to the root", { ...closed({ label: string }), properties: { label: string, parent: { $ref: "#" } } }],
  [
    "string formats",
    closed(
      Object.fromEntries(
        [
          "date-time",
          "date",
          "time",
          "duration",
          "email",
          "hostname",
          "ipv4",
          "ipv6",
          "uuid",
          "uri",
          "json-pointer",
        ].map((format) => [format, { type: "string", format }]),
      ),
    ),
  ],
  [
    "patterns",
    closed({
      plate: { type: "string", pattern: "^[A-Z]{2}-\\d{3}-[A-Z]{2}$" },
      slug: { type: "string", pattern: "^[a-z0-9]+(?:-[a-z0-9]+)*$", maxLength: 20 },
      colour: { type: "string", pattern: "^#(?:[0-9a-f]{3}){1,2}$" },
    }),
  ],
  [
    "lengths",
    closed({ code: { type: "string", minLength: 12, maxLength: 12 }, long: { type: "string", minLength: 400 } }),
  ],
  [
    "number ranges",
    closed({
      height: { type: "number", minimum: 12.25, maximum: 12.5 },
      level: { type: "number", exclusiveMinimum: 0, exclusiveMaximum: 0.001 },
      minute: { type: "integer", multipleOf: 15, minimum: 16, maximum: 59 },
      below: { type: "integer", maximum: -1_000_000 },
    }),
  ],
  [
    "fields that may be left out",
    { type: "object", properties: { a: string, b: { type: "integer" } }, required: ["b"] },
  ],
  ["a dictionary", { type: "object", additionalProperties: { type: "integer", minimum: 5 }, minProperties: 2 }],
  [
    "names by pattern",
    {
      type: "object",
      patternProperties: { "^x-[a-z]+$": { type: "boolean" } },
      additionalProperties: false,
      minProperties: 1,
    },
  ],
  [
    "allOf",
    {
      allOf: [
        closed({ a: string, b: string }),
        { type: "object", properties: { a: { minLength: 3, type: "string" } } },
      ],
    },
  ],
  [
    "if and then",
    {
      ...closed({ kind: { enum: ["spring", "neap"] }, height: { type: "number" } }),
      if: { type: "object", properties: { kind: { const: "spring" } } },
      ["then" as string]: { type: "object", properties: { height: { type: "number", minimum: 10 } } },
      else: { type: "object", properties: { height: { type: "number", maximum: 6 } } },
    },
  ],
  ["many fields", closed(Object.fromEntries(Array.from({ length: 80 }, (_, index) => [`field_${index}`, string])))],
  ["names in other scripts", closed({ "標高 m": { type: "number" }, "": string, __proto__x: string })],
];

/** Schemas that no object fits, and some that are no schemas. */
export const IMPOSSIBLE_SCHEMAS: readonly (readonly [string, object])[] = [
  ["a field that must be there and cannot", { type: "object", properties: { a: false }, required: ["a"] }],
  ["an empty range", closed({ a: { type: "integer", minimum: 9, maximum: 8 } })],
  ["an empty enum", closed({ a: { enum: [] } })],
  ["two types at once", closed({ a: { allOf: [{ type: "string" }, { type: "number" }] } })],
  [
    "more items than there are values",
    closed({ a: { type: "array", items: { const: 1 }, minItems: 2, uniqueItems: true } }),
  ],
  ["a recursion without an end", { $defs: { n: closed({ n: { $ref: "#/$defs/n" } }) }, $ref: "#/$defs/n" }],
  ["a reference to nowhere", closed({ a: { $ref: "#/$defs/missing" } })],
  ["an invalid pattern", closed({ a: { type: "string", pattern: "(" } })],
  ["a million items", closed({ a: { type: "array", minItems: 1_000_000 } })],
];

const validators = new WeakMap<object, ValidateFunction>();

function validatorOf(schema: object): ValidateFunction {
  const known = validators.get(schema);
  if (known !== undefined) return known;
  // Strict but for the conveniences that Ajv would like beyond the standard.
  const ajv = new Ajv2020({ strict: true, strictTypes: false, strictTuples: false, strictRequired: false });
  (addFormats as unknown as { default: (ajv: Ajv2020) => void }).default(ajv);
  const validate = ajv.compile(schema as AnySchema);
  validators.set(schema, validate);
  return validate;
}

/** What Ajv has against a JSON text. */
export function faultsOf(schema: object, json: string): unknown[] {
  const validate = validatorOf(schema);
  return validate(JSON.parse(json)) ? [] : (validate.errors ?? []);
}
