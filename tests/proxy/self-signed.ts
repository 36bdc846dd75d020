/** A certificate that vouches for itself, valid until 2126; made for these tests, and of use for nothing else. */
import { createPrivateKey, X509Certificate } from "node:crypto";

const KEY = [
  "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgu9K+bTCy8qNksW+2rmFL+T6wp2cOK23se5yo0ZOXDk2hRANCAASn6wO3iNWjHG",
  "DLPerl3G3YHPtsbAp7I00x/ApczayddfgQYNms/tKsEpTq7isBcnCRVV7NPDARjkzXeUAqdjHw",
].join("");

const CERTIFICATE = [
  "MIIBfjCCASWgAwIBAgIUCF1xtGgouTByBo3PwMzgVqnmWg0wCgYIKoZIzj0EAwIwFDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMTA4Mj",
  "M1NloYDzIxMjYxMDI4MDgyMzU2WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAASn6wO3iNWjHGDLPerl",
  "3G3YHPtsbAp7I00x/ApczayddfgQYNms/tKsEpTq7isBcnCRVV7NPDARjkzXeUAqdjHwo1MwUTAdBgNVHQ4EFgQUu7MJKuZwD1Z362fX3TC4j/",
  "EVGQQwHwYDVR0jBBgwFoAUu7MJKuZwD1Z362fX3TC4j/EVGQQwDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNHADBEAiAOWdjMxtN9wjMF",
  "K4Jt0nQerXhtFABSUCVAu/WWDK9Z3QIgRlxvzSwP98fRVE/peHujviMWNSzlRJkMTxuvxX+ngps=",
].join("");

const bytes = (text: string): Buffer => Buffer.from(text, "base64");

export const selfSigned = {
  key: createPrivateKey({ key: bytes(KEY), format: "der", type: "pkcs8" }).export({ format: "pem", type: "pkcs8" }),
  cert: new X509Certificate(bytes(CERTIFICATE)).toString(),
};
