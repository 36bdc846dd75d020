/** Faults that a test has ordered for the next calls of a token: first come, first served. */
import type { Fault } from "../scenario/fault.ts";

export interface Order {
  faults: readonly Fault[];
  /** How many calls are still to be hit. */
  calls: number;
  /** Only calls of this operation; any by default. */
  operation?: string;
}

export interface FaultQueue {
  add(token: string, order: Order): void;
  /** The faults of the next call; none when nothing was ordered for it. */
  take(token: string, operationId: string): readonly Fault[];
  list(token: string): readonly Readonly<Order>[];
  /** Forgets the orders of a token, or all. */
  clear(token?: string): void;
}

/** The oldest orders of a token, and the oldest tokens, go first. */
const MOST_ORDERS = 100;
const MOST_TOKENS = 1_000;

const NONE: readonly Fault[] = Object.freeze([]);

export function createFaultQueue(): FaultQueue {
  const orders = new Map<string, Order[]>();
  return {
    add(token, order) {
      const mine = orders.get(token) ?? [];
      mine.push({ ...order });
      if (mine.length > MOST_ORDERS) mine.shift();
      orders.delete(token);
      orders.set(token, mine);
      if (orders.size > MOST_TOKENS) orders.delete(orders.keys().next().value as string);
    },
    take(token, operationId) {
      const mine = orders.get(token);
      if (mine === undefined) return NONE;
      const index = mine.findIndex(({ operation }) => operation === undefined || operation === operationId);
      const order = mine[index];
      if (order === undefined) return NONE;
      order.calls--;
      if (order.calls === 0) mine.splice(index, 1);
      if (mine.length === 0) orders.delete(token);
      return order.faults;
    },
    list: (token) => orders.get(token) ?? [],
    clear(token) {
      if (token === undefined) orders.clear();
      else orders.delete(token);
    },
  };
}
