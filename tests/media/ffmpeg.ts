/** FFmpeg as a second opinion: programs that share no code with what they judge. */
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ffmpeg from "@ffmpeg-installer/ffmpeg";
import ffprobe from "@ffprobe-installer/ffprobe";

// The packages set this bit after they are installed, which installs that run no scripts leave out.
for (const { path } of [ffmpeg, ffprobe]) chmodSync(path, 0o755);

export interface Probe {
  streams: {
    codec_name: string;
    width?: number;
    height?: number;
    pix_fmt?: string;
    sample_rate?: string;
    channels?: number;
  }[];
  format: { format_name: string; duration?: string };
}

/** The bytes as a file for the length of one call; a pipe would hide the size of the file, which durations need. */
function withFile<Value>(bytes: Uint8Array, use: (path: string) => Value): Value {
  const folder = mkdtempSync(join(tmpdir(), "gatetwin-media-"));
  try {
    writeFileSync(join(folder, "file"), bytes);
    return use(join(folder, "file"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What ffprobe says; `input` are options such as the rate of raw samples. Throws when ffprobe cannot read the bytes. */
export const probe = (bytes: Uint8Array, input: readonly string[] = []): Probe =>
  withFile(bytes, (path) => {
    const args = ["-v", "error", "-show_streams", "-show_format", "-of", "json", ...input, path];
    return JSON.parse(execFileSync(ffprobe.path, args, { encoding: "utf8" })) as Probe;
  });

/** The decoded samples (one channel of 24 kHz) or pixels (RGBA), and everything that ffmpeg complained about. */
export const decode = (
  bytes: Uint8Array,
  { input = [], kind }: { input?: readonly string[]; kind: "sound" | "pixels" },
) =>
  withFile(bytes, (path) => {
    const raw = kind === "sound" ? ["-f", "s16le", "-ac", "1", "-ar", "24000"] : ["-f", "rawvideo", "-pix_fmt", "rgba"];
    const args = ["-v", "error", ...input, "-i", path, ...raw, "pipe:1"];
    const { stdout, stderr, error } = spawnSync(ffmpeg.path, args, { maxBuffer: 2 ** 28 });
    if (error) throw error;
    return { complaints: stderr.toString(), bytes: new Uint8Array(stdout) };
  });

/** A sound file in another format, such as `["-f", "webm"]`, through a pipe: so no header can be completed at the end. */
export const convertStreaming = (bytes: Uint8Array, output: readonly string[]): Uint8Array =>
  withFile(bytes, (path) =>
    execFileSync(ffmpeg.path, ["-v", "error", "-i", path, ...output, "pipe:1"], { maxBuffer: 2 ** 28 }),
  );
