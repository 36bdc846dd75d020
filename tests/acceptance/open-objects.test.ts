/**
 * An object that the document leaves open may hold anything under a name that it does not document there, such as
 * `tool_calls` in a user's message. Whatever it holds, the call is answered, and lawfully.
 */
import { expect, test } from "vitest";
import type { Content, Operation } from "../../src/contract/operation.ts";
import { ownContract } from "../../src/contract/own-contract.ts";
import { toFetch } from "../support/requests.ts";
import { serve } from "../support/serve.ts";

const { operations, schemas } = ownContract();
const taking = operations.flatMap(({ id, body }) =>
  (body?.content ?? [])
    .filter(({ mediaType }) => mediaType === "application/json")
    .map((content) => [id, content] as const),
);

/** Every name that any schema of the document has a property for. */
const NAMES = [...new Set([...propertyNames(schemas), ...propertyNames(taking.map(([, { schema }]) => schema))])];
const JUNK = [null, "x", 5, {}, [null, { function: null }], { content: [5] }];

function propertyNames(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  const { properties } = value as { properties?: unknown };
  const own = typeof properties === "object" && properties !== null ? Object.keys(properties) : [];
  return [...own, ...Object.values(value).flatMap(propertyNames)];
}

type Fields = Record<string, unknown>;

/** A copy of the value for each object in it, with more fields in that object. */
function* widened(value: unknown, more: Fields): Generator<unknown> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries())
      for (const wider of widened(item, more)) yield value.with(index, wider);
  } else if (typeof value === "object" && value !== null) {
    yield { ...more, ...value };
    for (const [name, item] of Object.entries(value))
      for (const wider of widened(item, more)) yield { ...value, [name]: wider };
  }
}

/** With the junk under every name that takes it; undefined where the object is closed. */
function openBody(put: (more: Fields) => unknown, junk: unknown, check: Content["check"]): unknown {
  let names = NAMES;
  for (;;) {
    const body = put(Object.fromEntries(names.map((name) => [name, junk])));
    const wrong = new Set(check(body).flatMap(({ pointer }) => pointer.split("/")));
    if (wrong.size === 0) return body;
    const open = names.filter((name) => !wrong.has(name));
    if (open.length === names.length) return undefined;
    names = open;
  }
}

test.each(taking)("%s", async (id, { check, examples }) => {
  const { url } = await serve();
  const { path } = operations.find((operation) => operation.id === id) as Operation;
  let asked = 0;
  for (const { value: example } of examples) {
    const sites = [...widened(example, {})].length;
    for (let site = 0; site < sites; site++) {
      // Each object takes some of the junk, all objects together all of it.
      for (const junk of JUNK.filter((_, index) => index % 3 === site % 3)) {
        const body = openBody((more) => [...widened(example, more)][site], junk, check);
        if (body === undefined) continue;
        const reply = await fetch(url + path, toFetch({ method: "POST", path, body }));
        // A schema of the caller's own can be impossible, and a completion that is not kept cannot be found.
        const told = `${JSON.stringify(body)} → ${await reply.text()}`;
        expect(reply.status, told).toBeOneOf([200, 400, 404]);
        asked++;
      }
    }
  }
  expect(asked).toBeGreaterThan(0);
});
