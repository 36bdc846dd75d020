/** A JSON value as a test reads it: a path that is not there fails the test by itself. */
// biome-ignore lint/suspicious/noExplicitAny: the shape of a reply is what the tests find out.
export type Json = any;
