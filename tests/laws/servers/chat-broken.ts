/** Chat streams at which a server breaks a law, and some that only look so. */
import {
  args,
  begins,
  c,
  call,
  chat,
  DONE,
  goesOn,
  hi,
  role,
  type ServerStream,
  saysHi,
  stop,
  tellsMessage,
  tide,
  written,
} from "./stream.ts";

export const brokenChats: readonly ServerStream[] = [
  chat(
    "a server that names no type of a call",
    [role, call(0, { id: "a", function: { name: "tide", arguments: "" } }), goesOn(0, args), c({}, "tool_calls")],
    { breaks: ["chat.C7"] },
  ),
  chat(
    "a server that ends a call with stop: who forced it?",
    [role, begins(0, "a", "tide", "{}"), stop],
    tellsMessage({ tool_calls: [tide("a", "{}")] }),
  ),
  chat(
    "two calls under one index",
    [role, begins(0, "a", "tide", "{}"), begins(0, "b", "tide", "{}"), c({}, "tool_calls")],
    { breaks: ["chat.C7"] },
  ),
  chat("content of no known type", [role, c({ content: 7 }), stop], { breaks: ["chat.C1"] }),
  chat("a delta that is a text", [role, c("Hi"), stop], { breaks: ["chat.C1"] }),
  chat("whole replies in place of chunks", [{ ...stop, object: "chat.completion" }], { breaks: ["chat.C1"] }),
  chat("content without a role", [c({ content: "Hi" }), stop], { breaks: ["chat.C4"] }),
  chat("no end", [role, c({ content: "Hi" })], { breaks: ["chat.C4"] }),
  written("no sentinel", chat("", hi, saysHi), (text) => text.replace(DONE, ""), ["chat.C3"]),
  written("a sentinel with a space after it", chat("", hi, saysHi), (text) => text.replace("[DONE]", "[DONE] "), [
    "chat.C3",
  ]),
];
