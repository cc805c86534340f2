import { InputError } from '@backstage/errors';
import {
  type EditOf,
  type Gen3Service,
  readGen3Values,
  releaseNotesUrl,
  type ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { asCode } from '../changes/asCode';
import { listNames } from '../preflight/listNames';
import { nearestName } from '../preflight/nearestName';
import { valueAt } from '../preflight/valueAt';
import { keysOf } from './editPath';
import type { CommonsInGit, EditPlan } from './types';
import { upgradeFindings } from './upgradeFindings';

/** One image that gets another tag. */
export interface TagChange {
  service: string;
  /** Path of the value, e.g. `fence.image.tag`. */
  path: string;
  /** Undefined: the values say nothing, so the chart's own, which moves. */
  from: string | undefined;
  to: string;
  /** Its release is named, and not its own tag. */
  byRelease: boolean;
}

/**
 * Gives services other tags: those that have monthly tags that of a release, single ones their own
 * (`gen3-gitops` has one such commit per commons and month).
 *
 * @throws InputError for services that the commons does not have, and when nothing is asked for.
 */
export function planUpgrade(
  edit: EditOf<'upgrade'>,
  commons: CommonsInGit,
  registry: ServiceRegistry,
): EditPlan {
  const { hostname, release, imageTags } = edit;
  if (release === undefined && Object.keys(imageTags).length === 0) {
    throw new InputError(
      'An upgrade names a release, or tags of single services (imageTags)',
    );
  }
  const services = enabledServices(commons, registry);
  requireKnown(imageTags, services, hostname);
  const changes = services
    .flatMap(service => tagChanges(service, edit, commons))
    .filter(({ from, to }) => from !== to);
  const { cluster, environment } = commons.commons;
  const single = Object.entries(imageTags).map(
    ([name, tag]) => `${name} to ${tag}`,
  );
  const title = `Upgrade ${
    release === undefined
      ? `${listNames(single)} of ${hostname}`
      : `${hostname} to ${release}`
  }`;
  return {
    title,
    message:
      release === undefined
        ? title
        : // As the bot of gen3-gitops writes it, so that its tools find it.
          `Updating ${
            cluster ?? environment ?? 'commons'
          }/${hostname} with ${release}`,
    settings: changes.map(({ path, to }) => ({
      path: keysOf(path),
      value: to,
    })),
    removes: [],
    findings: upgradeFindings(changes),
    facts: [
      ...(release === undefined ? [] : [notesOf(release)]),
      ...(edit.after && edit.after.length > 0
        ? [
            `Waits until these changes have succeeded, and is given up when one does not: ${edit.after
              .map(asCode)
              .join(', ')}`,
          ]
        : []),
      ...changes.map(
        ({ path, from, to }) =>
          `${asCode(path)}: ${asCode(to)}, now ${
            from === undefined ? "the chart's own tag" : asCode(from)
          }`,
      ),
    ],
    leftovers: [],
  };
}

function notesOf(release: string): string {
  return `[Release notes of ${release}](${releaseNotesUrl(
    release,
  )}): what changes, and what has to be done by hand`;
}

function enabledServices(
  { values }: CommonsInGit,
  registry: ServiceRegistry,
): Gen3Service[] {
  return readGen3Values(values, registry).services.flatMap(({ name }) => {
    const service = registry.get(name);
    return service ? [service] : [];
  });
}

function requireKnown(
  imageTags: Record<string, string>,
  services: Gen3Service[],
  hostname: string,
): void {
  const names = services.map(({ name }) => name);
  const unknown = Object.keys(imageTags).find(name => !names.includes(name));
  if (unknown === undefined) return;
  const near = nearestName(unknown, names);
  throw new InputError(
    `imageTags: "${hostname}" has no service "${unknown}"${
      near === undefined ? '' : `; did you mean "${near}"?`
    }`,
  );
}

function tagChanges(
  service: Gen3Service,
  { release, imageTags }: EditOf<'upgrade'>,
  { values }: CommonsInGit,
): TagChange[] {
  const { name, monthly, imageTagPath, otherTagPaths = [] } = service;
  const own = Object.hasOwn(imageTags, name) ? imageTags[name] : undefined;
  const to = own ?? (monthly ? release : undefined);
  if (to === undefined) return [];
  return [imageTagPath ?? `${name}.image.tag`, ...otherTagPaths].map(path => {
    const value = valueAt(values, path);
    const from =
      typeof value === 'string' || typeof value === 'number'
        ? String(value)
        : undefined;
    return { service: name, path, from, to, byRelease: own === undefined };
  });
}
