/** One server-sent event, as the WHATWG text dispatches it (HTML, 9.2.6). */
export interface SseEvent {
  /** The event's name; absent means `message`. */
  event?: string;
  data: string;
  id?: string;
  /** Milliseconds a client should wait before it reconnects. */
  retry?: number;
}
