/** biome-ignore-all lint/suspicious/noThenProperty: `then` is a keyword of JSON Schema, and none of these is awaited. */
/** Schemas that callers send and documents contain, each tricky in a way of its own. All of them can be satisfied. */
import type { Schema } from "../../src/contract/schema-object.ts";

const string = { type: "string" } as const;
const integer = { type: "integer" } as const;
const nothing = { type: "null" } as const;

export const SCHEMAS: Readonly<Record<string, Schema>> = {
  anything: true,
  "the empty schema": {},
  "a string": { type: "string" },
  "a type list": { type: ["integer", "null"] },
  "an enum with null": { enum: ["red", null, "green"] },
  "an enum of which types leave a part": { type: "string", enum: [1, "one", null] },
  "a const object": { const: { a: [1, { b: null }] } },
  "a const null": { const: null },
  "a const false": { const: false },
  "an example that does not fit": { type: "string", maxLength: 3, examples: ["too long"], default: "too long as well" },
  "a default": { type: "integer", default: 7 },

  "an exact length": { type: "string", minLength: 17, maxLength: 17 },
  "a long text": { type: "string", minLength: 5000 },
  "an empty string": { type: "string", maxLength: 0 },
  "one code point": { type: "string", minLength: 1, maxLength: 1, title: "City" },
  "a plate": { type: "string", pattern: "^[A-Z]{2}-\\d{4}$" },
  "an open pattern with a length": { type: "string", pattern: "[0-9]{3}", minLength: 20, maxLength: 20 },
  "a prefix": { type: "string", pattern: "^chatcmpl-", minLength: 24 },
  "a suffix": { type: "string", pattern: "\\.png$", minLength: 24 },
  "a slug of a length": { type: "string", pattern: "^[a-z0-9]+(?:-[a-z0-9]+)*$", minLength: 30, maxLength: 32 },
  "alternatives of different lengths": { type: "string", pattern: "^(a|bb|c{10})$", minLength: 5 },
  "a password": { type: "string", pattern: "^(?=.*[a-z])(?=.*[A-Z])(?=.*\\d)(?=.*[!@#]).{12,20}$" },
  "a word that is not another": { type: "string", pattern: "^(?!admin)[a-z]{5}$" },
  "a backreference": { type: "string", pattern: "^(['\"])[a-z]+\\1$" },
  "a named group": { type: "string", pattern: "^(?<year>\\d{4})-(?<month>0[1-9]|1[0-2])$" },
  "letters of any script": { type: "string", pattern: "^\\p{Lu}\\p{Ll}+$" },
  "Greek letters": { type: "string", pattern: "^\\p{Script=Greek}{3,5}$" },
  "signs by code": { type: "string", pattern: "^[\\u4e00-\\u4e10]{2}$" },
  "a negated class": { type: "string", pattern: "^[^a-zA-Z0-9]{4}$" },
  "a word boundary": { type: "string", pattern: "\\bfoo\\b" },
  "word boundaries between others": { type: "string", pattern: "\\b(?:cat|dog)\\b[^x]*\\b\\d+\\b.*end" },
  "a hexadecimal colour": { type: "string", pattern: "^#(?:[0-9a-fA-F]{3}){1,2}$" },
  "a semantic version": { type: "string", pattern: "^\\d+\\.\\d+\\.\\d+(-[\\w.]+)?$" },
  "an E.164 number": { type: "string", pattern: "^\\+[1-9]\\d{6,14}$" },
  "a tool name": { type: "string", pattern: "^[a-zA-Z0-9_-]{1,64}$" },
  "two patterns": { allOf: [{ type: "string", pattern: "^[a-z]+$" }, { pattern: "^.{9}$" }] },
  "a pattern and a format": { type: "string", format: "date", pattern: "^2025-" },
  "a pattern that backtracks": { type: "string", pattern: "^(a+)+$" },
  "a pattern of nothing": { type: "string", pattern: "^$" },
  "base64 content": { type: "string", contentEncoding: "base64", minLength: 21 },

  "a price": { type: "number", multipleOf: 0.01, minimum: 0, maximum: 100 },
  "a step and exclusive bounds": { type: "number", multipleOf: 5, exclusiveMinimum: 10, exclusiveMaximum: 20 },
  "two steps": { allOf: [{ multipleOf: 4 }, { multipleOf: 6 }], type: "integer", minimum: 1 },
  "a narrow range": { type: "number", exclusiveMinimum: 0.1, exclusiveMaximum: 0.100001 },
  "one number": { type: "number", minimum: 3.25, maximum: 3.25 },
  "only a maximum": { type: "integer", maximum: -1000 },
  "a huge number": { type: "number", minimum: 1e300 },
  "a wide range": { type: "number", minimum: -1e308, maximum: 1e308 },
  "a fraction of one": { type: "number", exclusiveMinimum: 0, exclusiveMaximum: 1 },
  "a 32-bit integer": { type: "integer", format: "int32", minimum: 2147483640 },
  "a 64-bit integer": { type: "integer", format: "int64" },
  "a thousandth": { type: "number", multipleOf: 0.001, minimum: 0.5, maximum: 0.6 },
  "a number that is no integer": { type: "number", not: { type: "integer" } },

  "a tuple": { type: "array", prefixItems: [string, integer, { type: "boolean" }], items: false, minItems: 3 },
  "a tuple with more": { type: "array", prefixItems: [string], items: integer, minItems: 4 },
  "a tuple that ends where nothing fits": { type: "array", prefixItems: [string, false] },
  "unique items of an enum": { type: "array", items: { enum: ["a", "b", "c", "d"] }, uniqueItems: true, minItems: 4 },
  "more unique items than a name means": {
    type: "object",
    required: ["currencies", "scores", "ratings"],
    properties: {
      currencies: { type: "array", items: { type: "string" }, uniqueItems: true, minItems: 40 },
      scores: { type: "array", items: { type: "integer" }, uniqueItems: true, minItems: 150 },
      ratings: {
        type: "array",
        items: { type: "object", required: ["rating"], properties: { rating: { type: "integer" } } },
        uniqueItems: true,
        minItems: 20,
      },
    },
  },
  "unique booleans": { type: "array", items: { type: "boolean" }, uniqueItems: true, minItems: 2 },
  "unique small integers": {
    type: "array",
    items: { type: "integer", minimum: 1, maximum: 6 },
    uniqueItems: true,
    minItems: 6,
  },
  "unique objects": {
    type: "array",
    uniqueItems: true,
    minItems: 4,
    items: { type: "object", required: ["k"], properties: { k: { enum: [1, 2, 3, 4] } }, additionalProperties: false },
  },
  "contained items": { type: "array", items: string, contains: { const: "needle" }, minContains: 2, minItems: 4 },
  "at most one contained item": {
    type: "array",
    items: integer,
    contains: { minimum: 5 },
    maxContains: 1,
    minItems: 3,
  },
  "nothing contained": {
    type: "array",
    items: { type: "integer", minimum: 0, maximum: 9 },
    contains: { const: 3 },
    minContains: 0,
    maxContains: 0,
    minItems: 3,
  },
  "contained in a tuple": {
    type: "array",
    prefixItems: [string],
    contains: { type: "integer" },
    unevaluatedItems: false,
  },
  "an empty array": { type: "array", items: false },
  "a hundred items": { type: "array", items: { type: "number" }, minItems: 100, maxItems: 100 },
  "a matrix": {
    type: "array",
    minItems: 2,
    items: { type: "array", items: { type: "number" }, minItems: 3, maxItems: 3 },
  },

  "a map": { type: "object", additionalProperties: { type: "integer", minimum: 0 } },
  "a map of a size": { type: "object", additionalProperties: string, minProperties: 5, maxProperties: 5 },
  "a map with keys of a pattern": {
    type: "object",
    propertyNames: { pattern: "^x-[a-z]{3}$" },
    additionalProperties: integer,
    minProperties: 3,
  },
  "pattern properties": {
    type: "object",
    patternProperties: { "^S_": string, "^I_": integer },
    additionalProperties: false,
    minProperties: 3,
  },
  "a property under two rules": {
    type: "object",
    properties: { abc: { minLength: 5 } },
    patternProperties: { "^a": { type: "string", maxLength: 6 } },
    required: ["abc"],
  },
  "a required property nobody describes": { type: "object", required: ["thing"] },
  "a required property of a map": { type: "object", required: ["a", "b"], additionalProperties: { type: "boolean" } },
  "a forbidden property": { type: "object", properties: { a: string, b: false } },
  "a property named __proto__": JSON.parse(
    '{"type":"object","properties":{"__proto__":{"type":"integer"}},"required":["__proto__"]}',
  ),
  "properties named like methods": {
    type: "object",
    properties: { constructor: string, toString: integer, hasOwnProperty: nothing },
    required: ["constructor", "toString", "hasOwnProperty"],
  },
  "at most two properties": {
    type: "object",
    properties: { a: string, b: string, c: string, d: string },
    maxProperties: 2,
    required: ["d"],
  },
  "dependent properties": {
    type: "object",
    properties: { card: string, address: string, zip: string },
    dependentRequired: { card: ["address"], address: ["zip"] },
  },
  "a dependent schema": {
    type: "object",
    properties: { kind: { enum: ["a", "b"] }, size: true },
    required: ["kind"],
    dependentSchemas: { kind: { properties: { size: { type: "integer", minimum: 5 } }, required: ["size"] } },
  },
  "unevaluated properties": {
    type: "object",
    properties: { a: string },
    allOf: [
      { properties: { b: integer } },
      { anyOf: [{ properties: { c: string }, required: ["c"] }, { properties: { d: string } }] },
    ],
    unevaluatedProperties: false,
  },
  "unevaluated properties of a type": {
    type: "object",
    properties: { a: string },
    unevaluatedProperties: integer,
    minProperties: 3,
  },
  "properties without a type": { properties: { a: integer }, required: ["a"] },

  "allOf of objects": {
    allOf: [
      { type: "object", properties: { a: string }, required: ["a"] },
      { type: "object", properties: { a: { minLength: 40 }, b: integer }, required: ["b"] },
    ],
  },
  "allOf of ranges": { type: "integer", allOf: [{ minimum: 5 }, { maximum: 9 }, { multipleOf: 4 }] },
  "anyOf of objects": {
    anyOf: [
      { type: "object", properties: { a: string }, required: ["a"] },
      { type: "object", properties: { b: integer }, required: ["b"] },
    ],
  },
  "anyOf with a branch that cannot be": {
    anyOf: [false, { type: "string", minLength: 5, maxLength: 2 }, { const: 4 }],
    type: "integer",
  },
  "oneOf of overlapping numbers": { type: "integer", oneOf: [{ multipleOf: 3 }, { multipleOf: 5 }], minimum: 1 },
  "oneOf of overlapping objects": {
    oneOf: [
      { type: "object", properties: { a: string } },
      { type: "object", properties: { a: string, b: string }, required: ["b"] },
    ],
  },
  "oneOf of required": {
    type: "object",
    properties: { a: string, b: string, c: string },
    oneOf: [{ required: ["a"] }, { required: ["b"] }],
  },
  "oneOf told apart by const": {
    oneOf: [
      { type: "object", properties: { type: { const: "text" }, text: string }, required: ["type", "text"] },
      {
        type: "object",
        properties: { type: { const: "image" }, url: { type: "string", format: "uri" } },
        required: ["type", "url"],
      },
    ],
  },
  "a discriminator with a mapping": {
    $defs: {
      cat: { type: "object", properties: { pet: string, lives: integer }, required: ["pet"] },
      dog: { type: "object", properties: { pet: string, tricks: integer }, required: ["pet", "tricks"] },
    },
    anyOf: [{ $ref: "#/$defs/cat" }, { $ref: "#/$defs/dog" }],
    discriminator: { propertyName: "pet", mapping: { cat: "#/$defs/cat", dog: "#/$defs/dog" } },
  },
  "nested unions that agree on one type": {
    allOf: [
      { anyOf: [string, integer] },
      { anyOf: [integer, { type: "boolean" }] },
      { anyOf: [{ type: "boolean" }, integer] },
    ],
  },
  "not a type": { not: { type: ["string", "object", "array"] } },
  "not a range": { type: "number", not: { minimum: 5 } },
  "not a value": { type: "integer", minimum: 1, maximum: 3, not: { enum: [1, 3] } },
  "not a boolean value": { type: "boolean", not: { const: true } },
  "not a required property": {
    type: "object",
    properties: { a: string, b: string },
    required: ["b"],
    not: { required: ["a"] },
  },
  "not two things at once": {
    type: "object",
    properties: { a: { enum: [1, 2] }, b: { enum: [1, 2] } },
    required: ["a", "b"],
    not: { properties: { a: { const: 1 } } },
  },
  "not not": { not: { not: { type: "string", minLength: 3 } } },
  "not any of": { not: { anyOf: [{ type: "string" }, { type: "number" }, { type: "null" }] } },
  "if then else": {
    type: "object",
    properties: { country: { enum: ["US", "CA"] }, code: string },
    required: ["country", "code"],
    if: { properties: { country: { const: "US" } } },
    then: { properties: { code: { pattern: "^\\d{5}$" } } },
    else: { properties: { code: { pattern: "^[A-Z]\\d[A-Z]$" } } },
  },
  "if without else": { type: "integer", if: { minimum: 50 }, then: { multipleOf: 10 } },

  "a linked list": {
    $ref: "#/$defs/node",
    $defs: {
      node: {
        type: "object",
        properties: { value: integer, next: { anyOf: [{ $ref: "#/$defs/node" }, { type: "null" }] } },
        required: ["value", "next"],
        additionalProperties: false,
      },
    },
  },
  "a tree": {
    type: "object",
    properties: { name: string, children: { type: "array", items: { $ref: "#" } } },
    required: ["name", "children"],
    additionalProperties: false,
  },
  "an expression": {
    $ref: "#/$defs/expression",
    $defs: {
      expression: { oneOf: [{ $ref: "#/$defs/binary" }, { $ref: "#/$defs/call" }, { $ref: "#/$defs/literal" }] },
      binary: {
        type: "object",
        properties: {
          kind: { const: "binary" },
          left: { $ref: "#/$defs/expression" },
          right: { $ref: "#/$defs/expression" },
        },
        required: ["kind", "left", "right"],
      },
      call: {
        type: "object",
        properties: {
          kind: { const: "call" },
          arguments: { type: "array", items: { $ref: "#/$defs/expression" }, minItems: 1 },
        },
        required: ["kind", "arguments"],
      },
      literal: {
        type: "object",
        properties: { kind: { const: "literal" }, value: { type: "number" } },
        required: ["kind", "value"],
      },
    },
  },
  "mutual recursion": {
    $ref: "#/$defs/a",
    $defs: {
      a: { type: "object", properties: { b: { $ref: "#/$defs/b" } }, required: ["b"] },
      b: { type: "object", properties: { a: { $ref: "#/$defs/a" } } },
    },
  },
  "an anchor": { $ref: "#item", $defs: { item: { $anchor: "item", type: "string", minLength: 2 } } },
  "a reference by id": {
    $ref: "https://example.com/item",
    $defs: { item: { $id: "https://example.com/item", type: "integer" } },
  },
  "a reference with siblings": {
    $ref: "#/$defs/name",
    maxLength: 8,
    $defs: { name: { type: "string", minLength: 4 } },
  },
  "an escaped reference": { $ref: "#/$defs/a~1b%20c", $defs: { "a/b c": { type: "integer" } } },

  "steps of a solution": {
    type: "object",
    properties: {
      steps: {
        type: "array",
        items: {
          type: "object",
          properties: { explanation: string, output: string },
          required: ["explanation", "output"],
          additionalProperties: false,
        },
      },
      final_answer: string,
    },
    required: ["steps", "final_answer"],
    additionalProperties: false,
  },
  "a user interface": {
    type: "object",
    properties: {
      type: {
        type: "string",
        description: "The type of the UI component",
        enum: ["div", "button", "header", "section", "field", "form"],
      },
      label: { type: "string", description: "The label of the UI component" },
      children: { type: "array", description: "Nested UI components", items: { $ref: "#" } },
      attributes: {
        type: "array",
        items: {
          type: "object",
          properties: { name: string, value: string },
          required: ["name", "value"],
          additionalProperties: false,
        },
      },
    },
    required: ["type", "label", "children", "attributes"],
    additionalProperties: false,
  },
  "an item by anyOf": {
    type: "object",
    properties: {
      item: {
        anyOf: [
          {
            type: "object",
            properties: { name: string, age: { type: "number" } },
            required: ["name", "age"],
            additionalProperties: false,
          },
          {
            type: "object",
            properties: { number: string, street: string, city: string },
            required: ["number", "street", "city"],
            additionalProperties: false,
          },
        ],
      },
    },
    required: ["item"],
    additionalProperties: false,
  },
  "a weather tool": {
    type: "object",
    properties: {
      location: { type: "string", description: "City and country" },
      units: { type: ["string", "null"], enum: ["celsius", "fahrenheit", null] },
      days: { type: "integer", minimum: 1, maximum: 14 },
    },
    required: ["location", "units"],
    additionalProperties: false,
  },
};
