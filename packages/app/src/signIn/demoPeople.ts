import { ConfigApi } from '@backstage/core-plugin-api';

/** Somebody whom the reader may be in a demo. */
export interface DemoPerson {
  /** Name of the User entity. */
  name: string;
  title: string;
}

const STORAGE_KEY = 'gen3-csoc:demo-person';

/** Whom one may be; empty where it is no demo. */
export function listDemoPeople(config: ConfigApi): DemoPerson[] {
  return (config.getOptionalConfigArray('app.people') ?? []).map(person => ({
    name: person.getString('name'),
    title: person.getString('title'),
  }));
}

/** Who the reader is now: the last choice, or the first of all. */
export function currentDemoPerson(
  people: DemoPerson[],
): DemoPerson | undefined {
  const chosen = window.localStorage.getItem(STORAGE_KEY);
  return people.find(({ name }) => name === chosen) ?? people[0];
}

/** Makes the reader somebody else; everything on the page is of the one before, so it is loaded anew. */
export function becomeDemoPerson(name: string): void {
  window.localStorage.setItem(STORAGE_KEY, name);
  window.location.reload();
}
