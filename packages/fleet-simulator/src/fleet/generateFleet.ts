import {
  createServiceRegistry,
  Gen3Service,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { createCommonsFacts } from '../commons/CommonsFacts';
import { Commons } from '../commons/types';

/** How a fleet is made up. */
export interface GenerateOptions {
  /** How many commons. */
  commons: number;
  /** How many services each of them has: the default ones first, then others in the registry's order. @defaultValue 15 */
  services?: number;
  /** Same seed, same fleet. @defaultValue `demo` */
  seed?: string;
}

/** Commons of one generated cluster. */
const PER_CLUSTER = 20;

/** Monthly releases that a generated fleet runs. */
const RELEASES = ['2026.07', '2026.08', '2026.09', '2026.10'];

/** The services of a generated commons. */
export function generatedServices(count: number): string[] {
  const all = createServiceRegistry().all();
  const isOn = ({ enabledByDefault }: Gen3Service) => enabledByDefault;
  const known = [...all.filter(isOn), ...all.filter(it => !isOn(it))];
  if (!Number.isInteger(count) || count < 1 || count > known.length) {
    throw new Error(
      `A commons can have 1 to ${known.length} services, not ${count}`,
    );
  }
  return known.slice(0, count).map(({ name }) => name);
}

/** Hostname of the n-th generated commons, from 1: `commons-0001.example`. */
export function generatedHostname(index: number): string {
  return `commons-${String(index).padStart(4, '0')}.example`;
}

/** Release of a generated commons. */
export function generatedRelease(seed: string, hostname: string): string {
  const facts = createCommonsFacts(seed, hostname);
  return RELEASES[facts.number('release', 0, RELEASES.length - 1)];
}

/**
 * Makes up commons `commons-0001.example` and on, 20 in each of the clusters `cluster-01` and on. Those of one release share
 * their list of services.
 */
export function generateFleet(options: GenerateOptions): Commons[] {
  const { commons, services = 15, seed = 'demo' } = options;
  const names = generatedServices(services);
  const byRelease = new Map(
    RELEASES.map(release => [
      release,
      new Map(names.map(name => [name, release])),
    ]),
  );
  return Array.from({ length: commons }, (_, index): Commons => {
    const hostname = generatedHostname(index + 1);
    const release = generatedRelease(seed, hostname);
    return {
      hostname,
      flavour: 'helm',
      services: byRelease.get(release) ?? new Map(),
      environment: 'generated',
      dictionaryUrl: 'https://dictionaries.example/generated/1.0.0/schema.json',
      maintenance: false,
      frontendRoot: 'portal',
      publicDataSets: true,
      aggregate: false,
      meshMembers: [],
      cluster: `cluster-${String(Math.floor(index / PER_CLUSTER) + 1).padStart(
        2,
        '0',
      )}`,
      namespace: hostname.split('.')[0],
    };
  });
}
