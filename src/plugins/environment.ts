/**
 * The environment variables that lead clients to a twin. They are set as layers, so that tests may nest, and what was
 * there before comes back when the last layer goes.
 */

export type Variables = Readonly<Record<string, string>>;

export interface Layer {
  /** Puts the layer on top of all others. */
  raise(): void;
  remove(): void;
}

const layers: Variables[] = [];
const originals = new Map<string, string | undefined>();

/** Sets variables of this process at once. */
export function layEnvironment(variables: Variables): Layer {
  for (const name of Object.keys(variables)) {
    if (!originals.has(name)) originals.set(name, process.env[name]);
  }
  const take = () => {
    const index = layers.indexOf(variables);
    if (index >= 0) layers.splice(index, 1);
  };
  const raise = () => {
    take();
    layers.push(variables);
    show();
  };
  raise();
  return {
    raise,
    remove() {
      take();
      show();
    },
  };
}

function show(): void {
  for (const [name, original] of originals) {
    const value = layers.findLast((layer) => Object.hasOwn(layer, name))?.[name] ?? original;
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  if (layers.length === 0) originals.clear();
}
