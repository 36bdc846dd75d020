/** What a page of another origin meets. */
import { expect, test } from "vitest";
import { serve } from "../support/serve.ts";

const ORIGIN = { origin: "http://page.test" };
const ASKING = {
  ...ORIGIN,
  "access-control-request-method": "POST",
  "access-control-request-headers": "authorization,content-type",
};

test("a preflight is allowed the method and the headers it asks for, on any path", async () => {
  const { url } = await serve();
  for (const path of ["/v1/chat/completions", "/v2/nowhere"]) {
    const { status, headers } = await fetch(url + path, { method: "OPTIONS", headers: ASKING });
    expect(status).toBe(204);
    expect(headers.get("access-control-allow-origin")).toBe("*");
    expect(headers.get("access-control-allow-methods")).toBe("POST");
    expect(headers.get("access-control-allow-headers")).toBe("authorization,content-type");
  }
});

test("a page may read replies and errors, with their headers", async () => {
  const { url } = await serve();
  for (const [path, status] of [
    ["/v1/chat/completions", 200],
    ["/v2/nowhere", 404],
  ] as const) {
    const reply = await fetch(url + path, { headers: { ...ORIGIN, authorization: "Bearer k" } });
    expect(reply.status).toBe(status);
    expect(reply.headers.get("access-control-allow-origin")).toBe("*");
    expect(reply.headers.get("access-control-expose-headers")).toBe("*");
  }
});

test("who is no page is told nothing of it, and OPTIONS remains a wrong method", async () => {
  const { url } = await serve();
  const plain = await fetch(`${url}/v1/chat/completions`, { headers: { authorization: "Bearer k" } });
  expect([...plain.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
  const options = await fetch(`${url}/v1/chat/completions`, { method: "OPTIONS" });
  expect([options.status, options.headers.get("allow")]).toEqual([405, "GET, POST"]);
});

test("the control API is not for pages of other origins", async () => {
  const { url } = await serve();
  const reply = await fetch(`${url}/__gatetwin/requests`, { headers: ORIGIN });
  expect(reply.headers.get("access-control-allow-origin")).toBeNull();
});
