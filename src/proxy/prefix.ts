/** `/v2/proxy=/v1`: the operations that the contract has under one path are served under another. */
import { GatetwinError } from "../lib/errors.ts";

/** Turns the path that a server has into that of the contract. Throws GatetwinError `option-invalid`. */
export function pathsByPrefix(specs: readonly string[]): (path: string) => string {
  const prefixes = specs.map((spec) => {
    const [contract = "", server, ...rest] = spec.split("=").map((path) => path.replace(/\/+$/, ""));
    if (server === undefined || rest.length > 0 || !/^(\/|$)/.test(contract) || !/^(\/|$)/.test(server))
      throw new GatetwinError("option-invalid", `Failed to read the prefix ${spec}: write it as /v2/proxy=/v1`);
    return { contract, server };
  });
  return (path) => {
    const found = prefixes.find(({ server }) => path === server || path.startsWith(`${server}/`));
    return found === undefined ? path : found.contract + path.slice(found.server.length);
  };
}
