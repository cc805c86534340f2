import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type {
  ClusterVersions,
  Gen3HttpClient,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import type { Knex } from 'knex';
import type { CommonsAccess } from '../../permissions/CommonsAccess';
import { askedHostname } from '../askedHostname';
import type { PreflightSubject } from '../types';
import { textAt } from '../valueAt';
import { ownerRefOf } from '../ownerRefOf';
import { type Asking, askFact, known, unknown } from './askFact';
import { readAddresses } from './readAddresses';
import { readCertificate } from './readCertificate';
import { type ClaimSources, readClaims } from './readClaims';
import { type ClusterQuestion, readCluster } from './readCluster';
import { readDictionary } from './readDictionary';
import { readMembers } from './readMembers';
import { readNeighbours } from './readNeighbours';
import { readOwner } from './readOwner';
import { readReleases } from './readReleases';
import { readSameEnvironment } from './readSameEnvironment';
import type {
  ChartFact,
  Fact,
  HostnameClaim,
  Neighbours,
  PreflightFacts,
  RenderingFact,
  SourceFact,
} from './types';

/** Whom preflight asks. */
export interface FactSources {
  knex: Knex;
  catalog: CatalogService;
  auth: AuthService;
  client: Pick<Gen3HttpClient, 'findAddresses' | 'inspectCertificate' | 'get'>;
  clusters: ClusterVersions;
  discoverNames: ClusterQuestion['discoverNames'];
  findOpenChange: ClaimSources['findOpenChange'];
  /** Claims of the subject's hostname by the files of its source's repository. */
  findInGit: (
    subject: PreflightSubject,
    options: { signal: AbortSignal },
  ) => Promise<Fact<HostnameClaim[]>>;
  /** The chart that the subject would be deployed with. */
  readChart: (
    subject: PreflightSubject,
    options: { signal: AbortSignal },
  ) => Promise<Fact<ChartFact>>;
  /** Whether helm renders it with what would be deployed. */
  checkRendering: (
    subject: PreflightSubject,
    options: { signal: AbortSignal },
  ) => Promise<Fact<RenderingFact>>;
  /** Managed sources of type `gitops`. */
  listSources: () => SourceFact[];
  /** What Backstage's kubernetes config calls a cluster that the subject's source has a name of its own for. @defaultValue the same */
  clusterNameOf?: (cluster: string, subject: PreflightSubject) => string;
  /** Monthly releases that config names. @defaultValue none */
  releases?: readonly string[];
  logger: LoggerService;
  /** Milliseconds since the epoch. @defaultValue `Date.now` */
  now?: () => number;
  /** Milliseconds for each fact. @defaultValue 10,000 */
  timeoutMs?: number;
}

/** What {@link gatherFacts} is asked. */
export interface FactsQuestion {
  subject: PreflightSubject;
  /** Which commons the caller may see; others count, and are not named. */
  access: CommonsAccess;
  sources: FactSources;
  signal: AbortSignal;
}

/**
 * Asks the world for all facts at once. What cannot be told is not known; it never rejects but with the reason of `signal`.
 */
export async function gatherFacts(
  question: FactsQuestion,
): Promise<PreflightFacts> {
  const { subject, access, sources, signal } = question;
  const { knex, logger, timeoutMs, releases = [] } = sources;
  const asking: Asking = { signal, logger, timeoutMs };
  const [
    host,
    place,
    sameEnvironment,
    deployment,
    owner,
    dictionary,
    released,
    members,
  ] = await Promise.all([
    askAboutHost({ subject, access, sources, asking }),
    askAboutPlace({ subject, access, sources, asking }),
    askAboutEnvironment({ subject, access, sources, asking }),
    askAboutDeployment(subject, sources, asking),
    askAboutOwner(subject, sources, asking),
    readDictionary({
      client: sources.client,
      // Whole, with what may be secret in it: what is declared is without.
      url: textAt(subject.values, 'global.dictionaryUrl'),
      asking,
    }),
    readReleases({ knex, releases, asking }),
    readMembers({ knex, hostnames: hostnamesOf(subject), asking }),
  ]);
  return {
    ...host,
    ...place,
    sameEnvironment,
    ...deployment,
    owner,
    dictionary,
    releases: released,
    members,
  };
}

/** Whether helm renders a subject: the only fact that other values of the same commons may change. It rejects as {@link gatherFacts}. */
export async function gatherRendering({
  subject,
  sources,
  signal,
}: {
  subject: PreflightSubject;
  sources: Pick<FactSources, 'checkRendering' | 'logger' | 'timeoutMs'>;
  signal: AbortSignal;
}): Promise<PreflightFacts['rendering']> {
  const { logger, timeoutMs } = sources;
  return askHelm(subject, sources, { signal, logger, timeoutMs });
}

function askHelm(
  subject: PreflightSubject,
  { checkRendering }: Pick<FactSources, 'checkRendering'>,
  asking: Asking,
): Promise<Fact<RenderingFact>> {
  return askFact<RenderingFact>({
    whom: 'Helm',
    asking,
    ask: signal => checkRendering(subject, { signal }),
  });
}

async function askAboutDeployment(
  subject: PreflightSubject,
  sources: FactSources,
  asking: Asking,
): Promise<Pick<PreflightFacts, 'chart' | 'rendering' | 'sources'>> {
  const { readChart, listSources } = sources;
  const [chart, rendering, listed] = await Promise.all([
    askFact<ChartFact>({
      whom: 'The chart',
      asking,
      ask: signal => readChart(subject, { signal }),
    }),
    askHelm(subject, sources, asking),
    askFact<SourceFact[]>({
      whom: 'The list of sources',
      asking,
      ask: async () => known(listSources()),
    }),
  ]);
  return { chart, rendering, sources: listed };
}

async function askAboutHost({
  subject,
  access,
  sources,
  asking,
}: PlaceQuestion): Promise<
  Pick<PreflightFacts, 'claims' | 'addresses' | 'certificate'>
> {
  const hostname = askedHostname(subject);
  if (hostname === undefined) {
    const nobody = unknown('There is no hostname to ask for');
    return { claims: nobody, addresses: nobody, certificate: nobody };
  }
  const { client, now, findInGit } = sources;
  const [claims, addresses, certificate] = await Promise.all([
    readClaims({
      ...sources,
      findInGit: (_, options) => findInGit(subject, options),
      hostname,
      access,
      asking,
    }),
    readAddresses({ client, hostname, asking }),
    readCertificate({ client, hostname, asking, now }),
  ]);
  return { claims, addresses, certificate };
}

async function askAboutOwner(
  { plan }: PreflightSubject,
  { catalog, auth }: FactSources,
  asking: Asking,
): Promise<Fact<boolean>> {
  const ref = plan && ownerRefOf(plan.answers.owner);
  return ref
    ? readOwner({ catalog, auth, entityRef: ref.entityRef, asking })
    : unknown('No owner is named');
}

/** What is asked about where a commons would be. */
interface PlaceQuestion {
  subject: PreflightSubject;
  access: CommonsAccess;
  sources: FactSources;
  asking: Asking;
}

async function askAboutEnvironment({
  subject: { values, hostname },
  access,
  sources: { knex, catalog, auth },
  asking,
}: PlaceQuestion): Promise<Fact<Neighbours>> {
  const environment = textAt(values, 'global.environment');
  return environment === undefined
    ? unknown('No environment is named')
    : readSameEnvironment({
        knex,
        catalog,
        auth,
        access,
        environment,
        hostname,
        asking,
      });
}

async function askAboutPlace(
  question: PlaceQuestion,
): Promise<Pick<PreflightFacts, 'cluster' | 'neighbours'>> {
  const { subject, access, sources, asking } = question;
  if (!subject.cluster) {
    const nowhere = unknown('No cluster is named');
    return { cluster: nowhere, neighbours: nowhere };
  }
  const { knex, clusterNameOf } = sources;
  const name = clusterNameOf?.(subject.cluster, subject) ?? subject.cluster;
  const { namespace, hostname } = subject;
  const [cluster, neighbours] = await Promise.all([
    readCluster({ ...sources, access, name, asking }),
    namespace
      ? readNeighbours({
          knex,
          access,
          cluster: name,
          namespace,
          hostname,
          asking,
        })
      : unknown('No namespace is named'),
  ]);
  return { cluster, neighbours };
}

/** Commons that the subject would share metadata with. */
function hostnamesOf({ declared, plan }: PreflightSubject): string[] {
  const hub = plan?.answers.meshHub;
  return [...declared.meshMembers, ...(hub === undefined ? [] : [hub])];
}
