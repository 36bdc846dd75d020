/** A headless Chromium that npm alone installs, libraries and all; on other systems than Linux the Chrome that is there. */
import { existsSync, mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { type Browser, type LaunchOptions, chromium as launcher } from "playwright-core";
import { onTestFinished } from "vitest";

const folder = join(import.meta.dirname, "../../node_modules/.cache/chromium");

export async function openBrowser(): Promise<Browser> {
  const isPackaged = process.platform === "linux" && process.arch === "x64";
  const browser = await launcher.launch(isPackaged ? await packaged() : { channel: "chrome" });
  onTestFinished(() => browser.close());
  return browser;
}

async function packaged(): Promise<LaunchOptions> {
  const { default: chromium } = await import("@sparticuz/chromium");
  if (!existsSync(folder)) await unpack(() => chromium.executablePath());
  const libraries = { LD_LIBRARY_PATH: join(folder, "al2023", "lib"), FONTCONFIG_PATH: join(folder, "fonts") };
  return { executablePath: join(folder, "chromium"), args: chromium.args, env: { ...process.env, ...libraries } };
}

/**
 * The package unpacks to the temporary folder, and its libraries only where it believes to be on a bare machine. The
 * folder gets its name when it is whole, so that a run which was interrupted leaves nothing half done.
 */
async function unpack(inflate: () => Promise<string>): Promise<void> {
  const whole = `${folder}-${process.pid}`;
  const { TMPDIR, AWS_LAMBDA_JS_RUNTIME } = process.env;
  mkdirSync(whole, { recursive: true });
  try {
    Object.assign(process.env, { TMPDIR: whole, AWS_LAMBDA_JS_RUNTIME: "nodejs22.x" });
    await inflate();
  } finally {
    for (const [name, value] of Object.entries({ TMPDIR, AWS_LAMBDA_JS_RUNTIME })) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
  renameSync(whole, folder);
}
