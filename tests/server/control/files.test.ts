import { expect, test } from "vitest";
import { fileAnswer } from "../../../src/server/control/files.ts";
import { createMemoryStore } from "../../../src/store/memory.ts";

test("a file is handed out with its type, with or without an extension", async () => {
  const { files } = createMemoryStore();
  await files.put("img_1", { mediaType: "image/webp", bytes: new Uint8Array([1, 2, 3]) });
  for (const name of ["img_1", "img_1.webp"]) {
    expect(await fileAnswer(files, name)).toEqual({
      status: 200,
      headers: {
        "content-type": "image/webp",
        "cache-control": "public, max-age=3600, immutable",
      },
      body: new Uint8Array([1, 2, 3]),
    });
  }
});

test.each(["img_2.webp", "", ".webp", "__proto__", "../img_1", "x".repeat(9_000)])("%s is unknown", async (name) => {
  const { files } = createMemoryStore();
  await files.put("img_1", { mediaType: "image/webp", bytes: new Uint8Array(1) });
  const { status, headers, body } = await fileAnswer(files, name);
  expect([status, headers["content-type"]]).toEqual([404, "application/json"]);
  expect(String(body).length).toBeLessThan(300);
  expect(JSON.parse(String(body)).error).toMatchObject({ code: "file_not_found" });
});
