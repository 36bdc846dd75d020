/** What is broken on purpose. Each fault names the law it breaks, or none where a real server may do the same. */
export type Fault =
  /** Waits before anything is sent. */
  | { kind: "latency"; ms: number }
  /** Closes the connection before the status line, or right after the headers. */
  | { kind: "disconnect"; when: "before-headers" | "after-headers" }
  /** Closes a stream after so many events. */
  | { kind: "cut"; afterEvents: number }
  /** Goes silent after so many events, for `ms` milliseconds (for good when absent). */
  | { kind: "stall"; afterEvents: number; ms?: number }
  /** Makes the payload of the nth event (from 0) no JSON. */
  | { kind: "malformed-event"; event: number }
  | { kind: "wrong-content-type"; mediaType: string }
  /** Sends the nth event twice. */
  | { kind: "duplicate-event"; event: number }
  /** Sends the nth event after the one that follows it. */
  | { kind: "reorder-events"; event: number }
  /** Leaves out the last event, where it is the sentinel. */
  | { kind: "missing-sentinel" }
  /** Sends so many bytes of the body and closes the connection; half of them by default. */
  | { kind: "truncate"; bytes?: number }
  /** Sends the body at this rate. */
  | { kind: "slow-bytes"; bytesPerSecond: number };
