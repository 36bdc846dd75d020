/** What a case owes: a served one a documented success, a refused one a documented refusal that says where. */
import { type Operation, replyFor, successOf } from "../../contract/operation.ts";
import type { Case, Expectation } from "../case.ts";
import { type JudgeOptions, judgeReply } from "./check-reply.ts";
import { isNamed } from "./named.ts";
import type { ReadExchange } from "./read-recording.ts";
import { lacksModel, skipReason } from "./skip-reason.ts";
import { faultOf, type Verdict } from "./verdict.ts";

export interface CaseFacts {
  /** The body of the reply as text, for the search of words in it. */
  text: string;
  /** The request names something by an id that nobody created in this run. */
  hasForeignId: boolean;
}

export async function checkCase(
  { expect, request, operation, parts = [] }: Case,
  read: ReadExchange,
  { profile, ...facts }: CaseFacts & Pick<JudgeOptions, "profile">,
): Promise<Verdict> {
  const verdict = await judgeReply(read, { operation, profile });
  const { status } = read.exchange.reply;
  if (expect.kind === "refused") {
    const faults = verdict.faults.filter(concerns(expect, operation));
    return judgeRefusal({ ...verdict, faults }, { expect, parts, read, profile, text: facts.text });
  }
  const sent =
    request.body?.kind === "text" ? undefined : (request.body?.value as { model?: unknown; stream?: unknown });
  if (status >= 400 && !hasSuccess(operation)) return verdict;
  if (status >= 400) {
    // Nobody made what the path names; what says so is judged all the same.
    if (status === 404 && request.path !== operation.path)
      return { ...verdict, skip: `the request names what does not exist: 404${told(facts.text)}` };
    const reason = skipReason({ status, ...facts, model: typeof sent?.model === "string" ? sent.model : undefined });
    if (reason !== undefined) return { faults: [], judged: [], notJudged: verdict.judged, skip: reason };
    const rule = status >= 500 ? "status" : "input.V2";
    const message =
      status >= 500
        ? `A request that fits the contract was answered with ${status}.`
        : `A request that fits the contract was refused with ${status}${told(facts.text)}.`;
    return {
      ...verdict,
      faults: [...faultOf(rule, message, { profile }), ...verdict.faults],
      judged: [...verdict.judged, "input.V2"],
    };
  }
  const face = successOf(operation)?.stream;
  const wantsStream = sent?.stream === true && face !== undefined;
  const isStream = read.exchange.reply.events !== undefined;
  const judged = [...verdict.judged, "input.V2"];
  if (wantsStream === isStream || face === undefined || successOf(operation)?.content.length === 1)
    return { ...verdict, judged };
  if (!wantsStream) {
    const message = "No stream was asked for, and the reply is one.";
    return { ...verdict, judged, faults: [...faultOf("content-type", message, { profile }), ...verdict.faults] };
  }
  // Of what is no stream the media type, whichever it is, says the same once more.
  const others = verdict.faults.filter(({ rule }) => rule !== "content-type");
  const message = "A stream was asked for, and the reply is none.";
  return { ...verdict, judged, faults: [...faultOf("framing.F1", message, { profile }), ...others] };
}

/**
 * What the document can be held to in a refusal: a method that it does not have is no operation of it, and it need not
 * list every status there may be (OpenAPI 3.1, 4.8.16).
 */
function concerns({ law, statuses }: Refused, operation: Operation): (fault: Verdict["faults"][number]) => boolean {
  const isListed = statuses.some((status) => operation.replies.some((reply) => reply.status === String(status)));
  if (law === "method.M1") return () => isListed && statuses.length === 1;
  // 404 is documented for what is not there, which says nothing of a request that is wrong in itself.
  const isDocumented = statuses.some((status) => status !== 404 && replyFor(operation, status) !== undefined);
  return ({ rule }) => rule !== "status" || isDocumented;
}

type Refused = Extract<Expectation, { kind: "refused" }>;

/** Some operations document errors alone. */
const hasSuccess = (operation: Operation): boolean =>
  operation.replies.length === 0 || successOf(operation) !== undefined;

interface Refusal {
  expect: Refused;
  parts: readonly Case[];
  read: ReadExchange;
  profile: JudgeOptions["profile"];
  text: string;
}

function judgeRefusal(verdict: Verdict, { expect, parts, read, profile, text }: Refusal): Verdict {
  const { law, fault, statuses, fields, methods } = expect;
  const { status, headers } = read.exchange.reply;
  if (status === 429) return { faults: [], judged: [], notJudged: [law], skip: `rate limit: 429${told(text)}` };
  if (law === "input.V1" && !fields.includes("/model") && lacksModel({ status, text }))
    return { faults: [], judged: [], notJudged: [law], skip: `the model is not there: ${status}${told(text)}` };
  const judged = [...verdict.judged, law];
  const wrong = (owed: Refused, message: string, outcome: string) =>
    faultOf(law, message, { profile, cause: `${owed.of} ${outcome}`, also: owed.fault });
  const said = (message: string, outcome: string, faults = verdict.faults): Verdict => ({
    faults: [...wrong(expect, message, outcome), ...faults],
    judged,
    notJudged: verdict.notJudged,
  });
  // A refusal in the place of the first event is refused all the same, and the law of such streams tells it.
  const inStream = verdict.faults.filter(({ rule }) => rule === "chat.C10");
  if (status < 400 && inStream.length > 0) return { ...verdict, judged, faults: inStream };
  // What came with a success is the business of the requests that deserve one.
  if (status < 400) {
    const each =
      parts.length === 0 ? [expect] : parts.flatMap((part) => (part.expect.kind === "refused" ? part.expect : []));
    const faults = each.flatMap((one) =>
      wrong(one, `The server accepted ${one.fault}; it answered ${status}.`, "accepted"),
    );
    return { faults, judged, notJudged: verdict.notJudged };
  }
  if (status >= 500) return said(`The server answered ${fault} with ${status}.`, `${status}`, []);
  if (!statuses.includes(status))
    return said(`The server answered ${fault} with ${status}, not ${either(statuses)}.`, `${status}`);
  const allow = methods === undefined || status !== 405 ? undefined : faultOfAllow(headers.allow, methods);
  if (allow !== undefined)
    return said(
      allow,
      allow,
      verdict.faults.filter(({ rule }) => rule !== "header"),
    );
  if (fields.length > 0 && !fields.some((field) => isNamed(field, text)))
    return {
      ...verdict,
      judged,
      faults: [
        ...faultOf(law, `The refusal of ${fault} names no field.`, {
          profile,
          cause: "unnamed",
          also: parts.length > 0 ? "requests with several faults" : fault,
        }),
        ...verdict.faults,
      ],
    };
  // HTTP itself gives these refusals their statuses, in whichever document.
  const faults = law === "input.V1" ? verdict.faults : verdict.faults.filter(({ rule }) => rule !== "status");
  return { ...verdict, judged, faults };
}

/** RFC 9110, 10.2.1: the methods that the resource has, which are at least those of the document. */
function faultOfAllow(
  header: unknown,
  { refused, declared }: NonNullable<Refusal["expect"]["methods"]>,
): string | undefined {
  if (header === undefined) return "The refusal of a method lacks the header Allow.";
  const listed = [header]
    .flat()
    .join(",")
    .toUpperCase()
    .split(",")
    .map((method) => method.trim());
  if (listed.includes(refused)) return `Allow lists ${refused}, the method that was refused.`;
  const missing = declared.find((method) => !listed.includes(method));
  return missing === undefined
    ? undefined
    : `Allow must list ${missing}, which the document declares, but it does not.`;
}

const either = (statuses: readonly number[]): string => statuses.join(" or ");

const told = (text: string): string => {
  const message = /"message"\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(text)?.[1];
  return message === undefined ? "" : `: "${message.slice(0, 200)}"`;
};
