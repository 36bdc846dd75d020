/** What the image operations do. By operationId. */
import type { Behaviour } from "./behaviour.ts";
import { createImage, ORQ_FACE, SUDO_FACE } from "./images/create-image.ts";
import { createImageEdit } from "./images/edit-image.ts";

export const imageBehaviours: Readonly<Record<string, Behaviour>> = {
  orqProxyCreateImage: createImage(ORQ_FACE),
  orqGatewayCreateImage: createImage(ORQ_FACE),
  sudoCreateImage: createImage(SUDO_FACE),
  orqProxyCreateImageEdit: createImageEdit({ base64Only: true }),
  // The page of variations knows no model that refuses to link.
  orqProxyCreateImageVariation: createImageEdit({ base64Only: false }),
};
