/** Many rules as a tree: each step looks at one value of the call, so that most rules are never looked at. */
import { hash } from "../lib/random.ts";
import { type Condition, isMeant } from "./conditions.ts";
import type { Counters } from "./counters.ts";
import type { Facts } from "./facts.ts";
import { createNeedles, NEEDLE_LENGTH, type Needles } from "./needles.ts";
import type { CompiledRule } from "./rule.ts";

export interface Ruleset {
  rules: readonly CompiledRule[];
  /** The most specific rule that a call meets; several where that is not one; none. Counts the call. */
  find(facts: Facts, counters: Counters): readonly CompiledRule[];
}

type Visit = (rule: CompiledRule) => void;

const NONE: readonly CompiledRule[] = Object.freeze([]);

export function createRuleset(rules: readonly CompiledRule[]): Ruleset {
  const byOperation = new Map<string, CompiledRule[]>();
  for (const rule of rules) {
    for (const { id } of rule.conditions.operations) append(byOperation, id, rule);
  }
  const trees = new Map<string, Node>();
  for (const [id, members] of byOperation) trees.set(id, buildNode(members, new Set()));
  return {
    rules,
    find(facts, counters) {
      const tree = trees.get(facts.asked.operation.id);
      if (tree === undefined) return NONE;
      let found: CompiledRule[] | undefined;
      visitNode(tree, facts, (rule) => {
        const { call, chance, content } = rule.conditions;
        const best = found?.[0]?.rank ?? Number.NEGATIVE_INFINITY;
        // A rule that counts its calls counts them even when another one goes first.
        if (rule.rank < best && call === undefined) return;
        for (const { read, matcher } of content) if (!matcher.test(read(facts))) return;
        if (call !== undefined && !isMeant(counters.next(facts.asked.token, rule.id), call)) return;
        if (rule.rank < best) return;
        if (chance !== undefined && draw(facts) >= chance) return;
        if (found === undefined || rule.rank > best) found = [rule];
        else found.push(rule);
      });
      return found ?? NONE;
    },
  };
}

/** From an id, because ids differ from call to call of the same request and are the same in every run. */
const draw = ({ asked }: Facts): number => (hash(asked.newId("chance")) % 1_000_003) / 1_000_003;

interface Node {
  /** Rules that want one value of a field, by that value. */
  columns: { read: Condition["read"]; byValue: Map<unknown, Node> }[];
  /** Rules that look for a part of the message. */
  needles: Needles<Node> | undefined;
  rest: readonly CompiledRule[];
}

/** So few are asked one by one. */
const FEW = 4;
const NEEDLES = "part of the message";

function buildNode(rules: readonly CompiledRule[], used: ReadonlySet<string>): Node {
  if (rules.length <= FEW) return { columns: [], needles: undefined, rest: rules };
  const columns = new Map<string, { read: Condition["read"]; byValue: Map<unknown, CompiledRule[]> }>();
  const byNeedle = new Map<string, CompiledRule[]>();
  const rest: CompiledRule[] = [];
  for (const rule of rules) {
    const exact = primaryOf(rule, used);
    const needle = used.has(NEEDLES) ? undefined : needleOf(rule);
    if (exact !== undefined) {
      const column = columns.get(exact.field) ?? { read: exact.read, byValue: new Map<unknown, CompiledRule[]>() };
      columns.set(exact.field, column);
      append(column.byValue, exact.matcher.equals, rule);
    } else if (needle !== undefined) append(byNeedle, needle, rule);
    else rest.push(rule);
  }
  return {
    columns: [...columns].map(([field, { read, byValue }]) => ({
      read,
      byValue: mapValues(byValue, (members) => buildNode(members, new Set([...used, field]))),
    })),
    needles:
      byNeedle.size === 0
        ? undefined
        : createNeedles(mapValues(byNeedle, (members) => buildNode(members, new Set([...used, NEEDLES])))),
    rest,
  };
}

function visitNode({ columns, needles, rest }: Node, facts: Facts, visit: Visit): void {
  for (const { read, byValue } of columns) {
    const node = byValue.get(read(facts));
    if (node !== undefined) visitNode(node, facts, visit);
  }
  const message = needles === undefined ? undefined : facts.conversation.message;
  if (message !== undefined) needles?.search(message, (node) => visitNode(node, facts, visit));
  for (const rule of rest) visit(rule);
}

/** The condition by which a rule is looked up: the one that sets it apart from most others. */
export function primaryOf({ conditions }: CompiledRule, used: ReadonlySet<string> = NO_FIELDS): Condition | undefined {
  const exact = conditions.content.filter(
    ({ field, matcher: { equals } }) =>
      equals !== undefined && (typeof equals !== "object" || equals === null) && !used.has(field),
  );
  return (
    exact.find(({ field }) => field === "message") ??
    exact.find(({ field }) => field.startsWith("body ")) ??
    exact.find(({ field }) => field === "model" || field.startsWith("header ")) ??
    exact.find(({ field }) => field === "toolResult")
  );
}

const NO_FIELDS: ReadonlySet<string> = new Set();

/** Shorter ones are in most texts. */
function needleOf({ conditions }: CompiledRule): string | undefined {
  const found = conditions.content.find(
    ({ field, matcher }) => field === "message" && (matcher.needle?.length ?? 0) >= NEEDLE_LENGTH,
  );
  return found?.matcher.needle;
}

function append<Key>(groups: Map<Key, CompiledRule[]>, key: Key, rule: CompiledRule): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [rule]);
  else group.push(rule);
}

const mapValues = <Key, In, Out>(map: ReadonlyMap<Key, In>, change: (value: In) => Out): Map<Key, Out> =>
  new Map([...map].map(([key, value]) => [key, change(value)]));
