/** The types of the four gateways, from their document: `import type { paths, components } from "gatetwin/types"`. */
import type { components, operations, paths } from "../generated/schema.d.ts";

export type { components, operations, paths };

/** The paths of one API, for a client or a handler that knows no other. */
type Under<Prefix extends string> = Pick<paths, Extract<keyof paths, `${Prefix}/${string}`>>;

export type OrqProxyPaths = Under<"/v2/proxy">;
export type OrqGatewayPaths = Under<"/v2/gateway">;
export type OrqRouterPaths = Under<"/v2/router">;
export type SudoPaths = Under<"/v1">;

/** The schemas of the document by name, such as `Schemas["SudoChatChunk"]`. */
export type Schemas = components["schemas"];
