/** What belongs together in one object is drawn from one chance: a name and the address made of it, a start and its end. */
import type { Random } from "../lib/random.ts";
import { fakerOf } from "./faker.ts";
import { makeMoment } from "./format.ts";
import { ENGLISH, type Language } from "./language.ts";

const DAY_MS = 86_400_000;

/** The person that the fields of one object speak of. */
export function personOf(kin: Random, language: Language): { first: string; last: string; full: string } {
  const faker = fakerOf(kin.fork("person"), language);
  const first = faker.person.firstName();
  const last = faker.person.lastName();
  return { first, last, full: language.nameOrder === "family first" ? `${last}${first}` : `${first} ${last}` };
}

/** In ASCII, without accents; who has no Latin name is called as an English speaker would be. */
export function usernameOf(kin: Random, language: Language): string {
  const { first, last } = personOf(kin, language);
  const [name, surname] = [first, last].map(plain);
  return name && surname ? `${name}.${surname}` : usernameOf(kin, ENGLISH);
}

const plain = (text: string) =>
  text
    .normalize("NFD")
    .toLowerCase()
    .replaceAll(/[^a-z]/g, "");

/** At a domain that nobody can own (RFC 2606). */
export const emailOf = (kin: Random, language: Language): string => `${usernameOf(kin, language)}@example.com`;

/** The moment that the object is about, or one up to two weeks after it. */
export function laterOf(kin: Random, isLater: boolean): Date {
  const moment = makeMoment(kin.fork("moment"));
  return isLater ? new Date(moment.getTime() + kin.fork("later").int(1, 14) * DAY_MS) : moment;
}
