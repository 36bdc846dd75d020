/** What each API's chat completion says beyond the common part. */

export interface Face {
  /** Whether the thoughts themselves are shown, or only counted. */
  showsReasoning: boolean;
  /** Whether `tool_calls` is there even when it is empty. */
  alwaysHasToolCalls: boolean;
  /** Whether `metadata` and `service_tier` of the request come back. */
  echoes: boolean;
}

const ORQ: Face = { showsReasoning: true, alwaysHasToolCalls: false, echoes: false };

/** By operationId. */
export const FACES = {
  orqProxyCreateChatCompletion: ORQ,
  orqGatewayCreateChatCompletion: ORQ,
  orqRouterCreateChatCompletion: { ...ORQ, alwaysHasToolCalls: true },
  sudoCreateChatCompletion: { ...ORQ, showsReasoning: false, echoes: true },
} satisfies Readonly<Record<string, Face>>;
