/** Generated requests of every operation: the valid ones are served as documented, the faulty ones refused, none is a 5xx. */
import { describe, expect, test } from "vitest";
import { ownContract } from "../../src/contract/own-contract.ts";
import { createRandom } from "../../src/lib/random.ts";
import { keepCompletion, toFetch } from "../support/requests.ts";
import { mutate, sample } from "../support/sample.ts";
import { serve } from "../support/serve.ts";

const CASES = Number(process.env.GATETWIN_CASES ?? 60);
const contract = ownContract();
const operations = contract.operations
  .filter(({ body }) => body !== undefined)
  .map((operation) => [operation.id, operation] as const);

describe.each(operations)("%s", (_id, operation) => {
  const content = operation.body?.content[0];
  const isMultipart = content?.mediaType === "multipart/form-data";

  test("is served where it fits and refused where it does not", { timeout: 120_000 }, async () => {
    const { url } = await serve();
    const random = createRandom(4);
    const path = operation.path.replaceAll(/\{[^}]+\}/g, await keepCompletion(url));
    const counts = { served: 0, refused: 0 };
    for (let index = 0; index < CASES; index++) {
      const valid = sample(content?.schema ?? true, contract.schemas, random);
      // What a form cannot carry (null, nested objects) is judged by the JSON operations.
      const body = isMultipart || index % 3 > 0 ? valid : mutate(valid, random);
      const fits = content?.check(body).length === 0;
      const reply = await fetch(
        url + path,
        toFetch({ method: operation.method, path, body: body ?? null, mediaType: content?.mediaType ?? "" }),
      );
      const text = await reply.text();
      const about = `${JSON.stringify(body)} → ${reply.status} ${text.slice(0, 500)}`;
      expect(reply.status, about).toBeLessThan(500);
      if (isMultipart) continue;
      // A caller's own schema may be impossible, nobody can make a thousand million choices or a vector of none, and a
      // generated id names no response and no item, a JPEG is never transparent: no contract says so.
      const isImpossible =
        reply.status === 400 &&
        /schema|parameters|choices one call can have|Previous response|Item with id|no transparency|dimensions must be/.test(
          text,
        );
      if (fits && !isImpossible) expect(reply.status, about).toBe(200);
      if (!fits) expect([400, 422], about).toContain(reply.status);
      fits ? counts.served++ : counts.refused++;
    }
    if (!isMultipart) expect(Math.min(counts.served, counts.refused)).toBeGreaterThan(0);
  });
});
