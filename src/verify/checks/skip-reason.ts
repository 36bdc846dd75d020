/** Why a refusal of a valid request says nothing of the contract: the account or its models lack something. */

const QUOTA = /insufficient_quota|quota|billing|credit|rate.?limit/i;
const NO_MODEL =
  /model_not_found|unknown_model|model.{0,80}(not (found|exist|available|supported|allowed|enabled)|does not exist|unknown|no access)|(no such|unknown|unsupported|invalid) model|access to model/i;
const UNSUPPORTED =
  /not supported|unsupported|not (yet )?(implemented|available|enabled)|does not support|no provider/i;
/** Fields that only make sense beside another, and the word that JSON mode has to be asked for with. */
const NEEDS_MORE =
  /only (be )?(allowed|accepted|valid|supported|available|used|set|specified).{0,60}\b(when|if|with)\b|must contain the word .?json/i;
const NO_SUCH_THING = /not.?found|no .{0,60} (with|found)|does not exist|unknown id|no such/i;

export interface Refused {
  status: number;
  /** The body of the reply as text. */
  text: string;
  /** The model that the request names. */
  model: string | undefined;
  /** The request names something by an id that nobody created in this run. */
  hasForeignId: boolean;
}

/** The reason, or undefined when the refusal has to be explained by the server. */
export function skipReason({ status, text, model, hasForeignId }: Refused): string | undefined {
  const told = text.slice(0, 4_000);
  if (status === 402 || status === 429) return `quota or rate limit: ${status} ${brief(told)}`;
  if (status < 400 || status >= 500) return undefined;
  if ([400, 401, 403].includes(status) && QUOTA.test(told) && !/invalid_type|out_of_range/.test(told))
    return `quota: ${status} ${brief(told)}`;
  if (model !== undefined && lacksModel({ status, text })) return `the model is not there: ${status} ${brief(told)}`;
  if (hasForeignId && [400, 404, 422].includes(status) && NO_SUCH_THING.test(told))
    return `the request names what does not exist: ${status} ${brief(told)}`;
  if ([400, 403, 422, 501].includes(status) && UNSUPPORTED.test(told))
    return `not supported there: ${status} ${brief(told)}`;
  if ([400, 422].includes(status) && NEEDS_MORE.test(told)) return `needs another field: ${status} ${brief(told)}`;
  // A server that names the model speaks of what this model can do.
  const name = model?.split("/").at(-1) ?? "";
  if (name !== "" && [400, 422].includes(status) && told.includes(name))
    return `the model does not do it: ${status} ${brief(told)}`;
  return undefined;
}

/** Servers may look for the model before they look at the rest of a request. */
export const lacksModel = ({ status, text }: Pick<Refused, "status" | "text">): boolean =>
  [400, 403, 404, 422].includes(status) && NO_MODEL.test(text.slice(0, 4_000));

const brief = (text: string): string => {
  const message = /"message"\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(text)?.[1] ?? text;
  return message.length > 160 ? `${message.slice(0, 159)}…` : message;
};
