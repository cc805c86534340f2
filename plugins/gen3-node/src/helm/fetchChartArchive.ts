import { createHash } from 'node:crypto';
import type { Gen3HttpClient } from '../http/Gen3HttpClient';
import { Gen3UpstreamError } from '../http/Gen3UpstreamError';
import { DeadlineError } from '../http/withDeadline';
import { ChartError } from './ChartError';
import { type ChartRelease, readChartIndex } from './readChartIndex';

/** An index; that of the largest public repositories has about 20 MB. */
const MAX_INDEX_BYTES = 32 * 1024 * 1024;

/** An archive of a chart; that of gen3 has half a megabyte. */
const MAX_ARCHIVE_BYTES = 16 * 1024 * 1024;

/** Places that an address may lead on to: pages of releases lead to another host. */
const MAX_REDIRECTS = 4;

/** Milliseconds for one file. */
const FILE_TIMEOUT_MS = 30_000;

const REASONS: Record<number, ChartError['reason'] | undefined> = {
  200: 'too-large',
  401: 'unauthorized',
  403: 'unauthorized',
  404: 'not-found',
};

/** What charts are fetched with. */
export type ChartClient = Pick<Gen3HttpClient, 'download'>;

/** A chart of a Helm repository. */
export interface ChartRequest {
  client: ChartClient;
  repoUrl: string;
  name: string;
  version: string;
  /** As errors name it. */
  chart: string;
  signal: AbortSignal;
}

/** Finds the version that is meant. @throws ChartError when the repository cannot be read, or has no such version. */
export async function findRelease(
  request: ChartRequest,
): Promise<ChartRelease> {
  const { repoUrl, name, version, chart } = request;
  const url = `${repoUrl.replace(/\/+$/, '')}/index.yaml`;
  const content = await download({ ...request, url, max: MAX_INDEX_BYTES });
  const found = readChartIndex({
    index: content.toString('utf8'),
    chart: name,
    version,
  });
  if (!found) {
    throw ChartError.create({
      chart,
      reason: 'malformed',
      detail: 'its index.yaml is not one of a Helm repository',
      fix: 'check repoUrl',
    });
  }
  if (!found.release) {
    throw ChartError.create({
      chart,
      reason: found.newest ? 'no-such-revision' : 'not-found',
      detail: 'the repository has no such chart or version',
      fix: found.newest
        ? `its newest version is ${found.newest}`
        : 'check the name of the chart',
    });
  }
  return { ...found.release, url: new URL(found.release.url, url).toString() };
}

/** Fetches an archive. @throws ChartError when it cannot be had, or is not what the index says. */
export async function fetchChartArchive(
  release: ChartRelease,
  request: ChartRequest,
): Promise<Buffer> {
  const { url, digest } = release;
  const archive = await download({ ...request, url, max: MAX_ARCHIVE_BYTES });
  const found = createHash('sha256').update(archive).digest('hex');
  if (digest !== undefined && digest.replace(/^sha256:/, '') !== found) {
    throw ChartError.create({
      chart: request.chart,
      reason: 'digest-mismatch',
      detail: `its archive has the SHA-256 ${found}, the index says ${digest.slice(
        0,
        80,
      )}`,
      fix: 'do not use it, and tell who publishes it',
    });
  }
  return archive;
}

async function download(
  request: ChartRequest & { url: string; max: number },
): Promise<Buffer> {
  const { client, chart, max, signal } = request;
  let url = new URL(request.url);
  for (let at = 0; at <= MAX_REDIRECTS; at += 1) {
    // Each answer says where the next is.
    // eslint-disable-next-line no-await-in-loop
    const answer = await ask(client, { url, chart, max, signal });
    if (answer.status === 200 && !answer.truncated) return answer.content;
    const next = answer.headers.location;
    const leadsOn = answer.status >= 300 && answer.status < 400;
    if (!leadsOn || !next || !URL.canParse(next, url)) {
      throw toError(answer, { chart, host: url.host, max });
    }
    url = new URL(next, url);
  }
  throw ChartError.create({
    chart,
    reason: 'unreachable',
    detail: `${url.host} leads on and on`,
    fix: 'check repoUrl',
  });
}

function toError(
  { status }: { status: number },
  about: { chart: string; host: string; max: number },
): ChartError {
  const { chart, host, max } = about;
  return ChartError.create({
    chart,
    reason: REASONS[status] ?? 'unreachable',
    detail:
      status === 200
        ? `${host} sends more than ${max} bytes`
        : `${host} answers ${status}`,
    fix: 'check repoUrl, revision and chart in gen3.changes.chart',
  });
}

async function ask(
  client: ChartClient,
  options: { url: URL; chart: string; max: number; signal: AbortSignal },
) {
  const { url, chart, max, signal } = options;
  if (url.protocol !== 'https:' || url.username || url.password) {
    throw ChartError.create({
      chart,
      reason: 'unreachable',
      detail: `${
        url.host || 'its address'
      } is not named by https:// alone, without user and password`,
      fix: 'name a repository that everybody may read, or use a copy of the chart in git',
    });
  }
  try {
    return await client.download({
      hostname: url.hostname,
      baseUrl: url.origin,
      path: url.pathname + url.search,
      maxBytes: max,
      timeoutMs: FILE_TIMEOUT_MS,
      signal,
    });
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof Gen3UpstreamError)) throw error;
    throw ChartError.create({
      chart,
      reason: error.cause instanceof DeadlineError ? 'timeout' : 'unreachable',
      detail: `${url.host} cannot be asked: ${error.detail}`,
      fix: 'let the portal reach it (https only; private addresses are in gen3.http.allowPrivateAddresses), or use a copy of the chart in git',
      cause: error,
    });
  }
}
