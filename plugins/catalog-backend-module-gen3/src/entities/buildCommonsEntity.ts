import { Entity, EntityLink } from '@backstage/catalog-model';
import {
  clusterEntityName,
  commonsEntityName,
  declaredRelease,
  GEN3_ANNOTATIONS,
  GEN3_COMMONS_TYPE,
  lifecycleOfHostname,
  ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { compareText } from '../lib/compareText';
import { MergedCommons } from '../provider/mergeSources';
import { isInGit } from '../sources/types';
import { locationAnnotations } from './locationAnnotations';
import { ClusterPlacement, commonsPlacementAnnotations } from './placement';

/** Builds the System of a commons. Pure: equal input gives an equal entity, without times and commits. */
export function buildCommonsEntity(options: {
  commons: MergedCommons;
  registry: ServiceRegistry;
  placement?: ClusterPlacement;
}): Entity {
  const { commons, registry, placement } = options;
  const lifecycle = commons.lifecycle ?? lifecycleOfHostname(commons.hostname);
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'System',
    metadata: {
      name: commonsEntityName(commons.hostname),
      title: commons.title ?? commons.hostname,
      description: describeCommons(commons, registry),
      annotations: {
        ...definedOnly({
          ...locationAnnotations(commons.provenance),
          ...factAnnotations(commons, registry),
          [GEN3_ANNOTATIONS.cluster]:
            placement && clusterEntityName(placement.cluster),
        }),
        ...commonsPlacementAnnotations(commons, placement),
        ...servicesAnnotation(commons),
      },
      tags: [
        ...new Set([commons.flavour, toTag(lifecycle)].filter(isText)),
      ].sort(compareText),
      links: buildLinks(commons),
    },
    spec: {
      type: GEN3_COMMONS_TYPE,
      owner: commons.owner,
      lifecycle,
    },
  };
}

/** The catalog's search looks at title and description only, so hostname and services are named there. */
function describeCommons(
  commons: MergedCommons,
  registry: ServiceRegistry,
): string {
  const about = commons.description ?? 'Gen3 data commons.';
  const services = commons.services.map(({ name }) => {
    const title = registry.get(name)?.title ?? name;
    return title.toLowerCase() === name ? name : `${name} (${title})`;
  });
  return [
    /[.!?]$/.test(about) ? about : `${about}.`,
    `Hostname: ${commons.hostname}.`,
    ...(services.length > 0 ? [`Services: ${services.join(', ')}.`] : []),
  ].join(' ');
}

function factAnnotations(
  commons: MergedCommons,
  registry: ServiceRegistry,
): Record<string, string | undefined> {
  const { hostname, baseUrl, meshMembers, argocdApp, provenance } = commons;
  const inGit = isInGit(provenance);
  return {
    [GEN3_ANNOTATIONS.hostname]: hostname,
    [GEN3_ANNOTATIONS.baseUrl]:
      baseUrl === `https://${hostname}` ? undefined : baseUrl,
    [GEN3_ANNOTATIONS.relationship]: commons.relationship,
    [GEN3_ANNOTATIONS.probing]: commons.probing,
    [GEN3_ANNOTATIONS.source]: commons.sourceId,
    [GEN3_ANNOTATIONS.flavour]: commons.flavour,
    [GEN3_ANNOTATIONS.environment]: commons.environment,
    [GEN3_ANNOTATIONS.release]: releaseOf(commons, registry),
    [GEN3_ANNOTATIONS.frontendRoot]:
      commons.frontendRoot === 'gen3ff' ? 'gen3ff' : undefined,
    [GEN3_ANNOTATIONS.dictionaryUrl]: commons.dictionaryUrl,
    [GEN3_ANNOTATIONS.meshRole]: commons.meshRole,
    [GEN3_ANNOTATIONS.meshMembers]: joined(meshMembers),
    [GEN3_ANNOTATIONS.gitopsRepo]: inGit ? provenance.repo : undefined,
    [GEN3_ANNOTATIONS.gitopsPath]: inGit ? provenance.path : undefined,
    [GEN3_ANNOTATIONS.argocdApp]: argocdApp
      ? `${argocdApp.namespace}/${argocdApp.name}`
      : undefined,
  };
}

/**
 * What is deployed as git says has no services that git does not name, so that is said, also when there are none. An entity
 * that does not say has those that are on by default, as a list in the config may leave them out.
 */
function servicesAnnotation({
  services,
  provenance,
}: MergedCommons): Record<string, string> {
  const names = joined(services.map(({ name }) => name));
  return names === undefined && !isInGit(provenance)
    ? {}
    : { [GEN3_ANNOTATIONS.services]: names ?? '' };
}

/** What is declared; where no tag is, what runs, because the chart's own tags move. */
function releaseOf(
  commons: MergedCommons,
  registry: ServiceRegistry,
): string | undefined {
  const running = (commons.running ?? []).map(({ name, tag }) => ({
    name,
    imageTag: tag,
  }));
  return (
    declaredRelease(commons.services, registry) ??
    declaredRelease(running, registry)
  );
}

function buildLinks(commons: MergedCommons): EntityLink[] {
  const { hostname, argocdApp, argocdUrl, provenance } = commons;
  const docsUrl = commons.docsUrl ?? commons.sourceDocsUrl;
  const portal = commons.baseUrl ?? `https://${hostname}`;
  return [
    { url: portal, title: 'Portal', icon: 'dashboard', type: 'portal' },
    ...(docsUrl
      ? [{ url: docsUrl, title: 'Documentation', icon: 'docs', type: 'docs' }]
      : []),
    ...(argocdApp && argocdUrl
      ? [
          {
            url: [
              argocdUrl.replace(/\/+$/, ''),
              'applications',
              encodeURIComponent(argocdApp.namespace),
              encodeURIComponent(argocdApp.name),
            ].join('/'),
            title: 'Argo CD',
            type: 'argocd',
          },
        ]
      : []),
    ...(provenance.viewUrl
      ? [{ url: provenance.viewUrl, title: 'Declared in git', type: 'git' }]
      : []),
  ];
}

function joined(values: string[]): string | undefined {
  return values.length > 0
    ? [...values].sort(compareText).join(',')
    : undefined;
}

/** Tags are lower-case words (`catalog-model:KubernetesValidatorFunctions`); a lifecycle may be anything. */
function toTag(value: string): string | undefined {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value) ? value : undefined;
}

function isText(value: string | undefined): value is string {
  return value !== undefined;
}

function definedOnly(
  values: Record<string, string | undefined>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) =>
      value === undefined || value === '' ? [] : [[key, value] as const],
    ),
  );
}
