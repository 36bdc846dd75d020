/** Chat completions of all four APIs: one behaviour, which differs by face only. */

import { problem } from "../../contract/problem.ts";
import type { SpeechFormat } from "../../media/speak.ts";
import type { Behaviour, Call, Outcome } from "../behaviour.ts";
import { fingerprintOf } from "../text/fingerprint.ts";
import { type Fit, refusingSchemas } from "../text/fit.ts";
import { DIFFERENT_TEXTS } from "../text/prose.ts";
import type { Speak } from "../text/speech.ts";
import { topicOf } from "../text/topic.ts";
import type { ChatCompletion, ReplyAudio } from "./completion.ts";
import { choiceOf, usageOf } from "./compose.ts";
import { type Draft, draftChoice } from "./draft.ts";
import type { Face } from "./face.ts";
import { type ChatMessage, countPrompt, questionOf, toolResultsOf } from "./messages.ts";
import { type ChatRequest, type ChatView, viewOf } from "./request.ts";

export interface ChatOptions {
  fit: Fit;
  speak: Speak;
}

/** The names that requests use for the formats of the voice. */
const SPOKEN_FORMATS: Readonly<Record<string, SpeechFormat>> = {
  wav: "wav",
  mp3: "mp3",
  flac: "flac",
  opus: "opus",
  pcm16: "pcm",
};

/** Sound takes up to 0.2 s a choice to make: more would keep other calls waiting. */
const MOST_SPOKEN = 16;

/** How long a sound can be named in a later message. */
const AUDIO_LIFE_SECONDS = 3_600;

export const createChatCompletion = (face: Face, { fit, speak }: ChatOptions): Behaviour =>
  function chatCompletion(call) {
    // The contract has checked the body; the view reads only what it names.
    const request = call.body as ChatRequest;
    const view = viewOf(request);
    const most = view.audio === undefined ? DIFFERENT_TEXTS : MOST_SPOKEN;
    if (view.choices > most) return tooManyChoices(view.choices, most);
    const subject = subjectOf(request.messages);
    const drafts = refusingSchemas(() =>
      Array.from({ length: view.choices }, (_, index) =>
        draftChoice(view, { subject, random: call.random, index, fit }),
      ),
    );
    if (!Array.isArray(drafts)) return drafts;
    const id = call.newId("chatcmpl");
    if (view.audio === undefined) return replyOf({ call, request, view, face, drafts, id });
    return speakAll(drafts, { call, voice: view.audio, speak }).then((audios) =>
      replyOf({ call, request, view, face, drafts, id, audios }),
    );
  };

const subjectOf = (messages: readonly ChatMessage[]) => {
  const question = questionOf(messages);
  return { question, topic: topicOf(question) ?? "your request", toolResults: toolResultsOf(messages) };
};

const tooManyChoices = (asked: number, most: number): Outcome => ({
  kind: "refusal",
  problem: problem(
    400,
    "out_of_range",
    `Invalid 'n': ${asked} is more than the ${most} choices such a call can have.`,
    { param: "n" },
  ),
});

interface SpeakOptions {
  call: Call;
  voice: NonNullable<ChatView["audio"]>;
  speak: Speak;
}

/** The sound of each draft; none for those that call tools. */
function speakAll(drafts: readonly Draft[], { call, voice, speak }: SpeakOptions): Promise<(ReplyAudio | undefined)[]> {
  const seed = call.random.fork("voice").int(0, 2 ** 31);
  const format = SPOKEN_FORMATS[voice.format] ?? "wav";
  return Promise.all(
    drafts.map(async ({ text, toolCalls }) => {
      if (toolCalls.length > 0) return undefined;
      // Taken before the wait: ids follow the order of the choices, not that in which their sounds are finished.
      const id = call.newId("audio");
      const { bytes } = await speak({ text, voice: voice.voice, speed: 1, format, seed });
      return {
        id,
        expires_at: createdOf(call) + AUDIO_LIFE_SECONDS,
        data: Buffer.from(bytes).toString("base64"),
        transcript: text,
      };
    }),
  );
}

interface ReplyParts {
  call: Call;
  request: ChatRequest;
  view: ChatView;
  face: Face;
  drafts: readonly Draft[];
  id: string;
  audios?: readonly (ReplyAudio | undefined)[];
}

function replyOf({ call, request, view, face, drafts, id, audios = [] }: ReplyParts): Outcome {
  const prompt = countPrompt(request.messages, request.tools);
  const body: ChatCompletion = {
    id,
    object: "chat.completion",
    created: createdOf(call),
    model: request.model,
    choices: drafts.map((draft, index) =>
      choiceOf(draft, { face, view, random: call.random, newId: call.newId, index, audio: audios[index] }),
    ),
    usage: usageOf(drafts, { prompt, isSpoken: audios.some((audio) => audio !== undefined) }),
    system_fingerprint: fingerprintOf(request.model, request.seed),
  };
  if (face.echoes) {
    body.service_tier = "default";
    body.metadata = request.metadata ?? null;
  }
  return { kind: "reply", status: 200, mediaType: "application/json", body };
}

const createdOf = ({ clock }: Call): number => Math.floor(clock.now() / 1000);
