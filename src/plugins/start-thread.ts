/**
 * Starts a twin in a thread of its own, and waits for it without giving up the thread of the caller: its address is
 * known before the next line runs, and fake timers, mocked modules and a blocked event loop of a test never reach it.
 */
import {
  getEnvironmentData,
  MessageChannel,
  type MessagePort,
  receiveMessageOnPort,
  setEnvironmentData,
  Worker,
} from "node:worker_threads";
import { type ErrorCode, GatetwinError } from "../lib/errors.ts";
import type { Pace } from "../scenario/pace.ts";
import type { Scenario } from "../scenario/scenario.ts";

/** What a thread can be told: plain data only. */
export interface ThreadOptions {
  /** Another seed, other content. 1 by default. */
  seed?: number;
  /** Serves the OpenAPI document of this file in place of the four gateways. */
  spec?: string;
  /** Scenarios for every token: objects, paths of files and folders, and `gatetwin:<name>` for those that ship. */
  scenarios?: readonly (string | Scenario)[];
  /** Refuses every call that no scenario decides about. False by default. */
  strict?: boolean;
  /** How fast answers come. At once by default. */
  pace?: Pace;
}

/** What the thread is given: it answers on the port, and then wakes whoever waits at the cell. */
export interface Order {
  options: ThreadOptions;
  port: MessagePort;
  cell: Int32Array;
}

export type Answer = { url: string } | { code: ErrorCode; message: string };

export interface RunningTwin {
  /** Such as `http://127.0.0.1:4010`, without a trailing slash. */
  url: string;
  /** Ends the thread. It never keeps a process alive, so that nobody has to. */
  close(): Promise<void>;
}

/** A cold start on a busy machine takes seconds. */
const PATIENCE_MS = 60_000;
const LATE = {
  code: "option-invalid",
  message: `Failed to start a twin: it was not ready after ${PATIENCE_MS / 1000} seconds`,
} as const;

/** Throws GatetwinError: what `start` and `openContract` throw, or `option-invalid` when nothing comes in a minute. */
export function startThread(options: ThreadOptions = {}): RunningTwin {
  const { port1, port2 } = new MessageChannel();
  const cell = new Int32Array(new SharedArrayBuffer(4));
  const order: Order = { options, port: port2, cell };
  const worker = new Worker(new URL("./thread.js", import.meta.url), {
    workerData: order,
    transferList: [port2],
    // Flags of a test runner are for its own threads.
    execArgv: [],
  });
  worker.unref();
  Atomics.wait(cell, 0, 0, PATIENCE_MS);
  const answer = receiveMessageOnPort(port1)?.message as Answer | undefined;
  port1.close();
  if (answer !== undefined && "url" in answer) {
    return { url: answer.url, close: async () => void (await worker.terminate()) };
  }
  void worker.terminate();
  const { code, message } = answer ?? LATE;
  throw new GatetwinError(code, message);
}

/**
 * The address of a twin with these options, started when nobody in this process has started one before. What is known is
 * kept where test runners that load every module anew for each file find it again.
 */
export function startOnce(options: ThreadOptions): string {
  const key = `gatetwin ${JSON.stringify(options)}`;
  const known = getEnvironmentData(key);
  if (typeof known === "string") return known;
  const { url } = startThread(options);
  setEnvironmentData(key, url);
  return url;
}
