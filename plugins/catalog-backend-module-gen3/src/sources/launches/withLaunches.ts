import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { PendingLaunch } from '@gen3-csoc/backstage-plugin-gen3-common';
import { createHash } from 'node:crypto';
import { compareText } from '../../lib/compareText';
import type { MemberReading, SourceReader, SourceReading } from '../types';
import { toLaunchingMember } from './toLaunchingMember';

/** Between the version of what was read and the digest of the launches that were added to it. */
const MARK = '+launches:';

/**
 * Adds to a source the commons that are on their way to it, until it finds them itself: one provider owns them from the proposal on, so
 * there is no second entity when they arrive and none is left when a change is closed.
 *
 * When nobody can be asked for launches, those that were known stay: the source must not fail for it.
 */
export function withLaunches(options: {
  reader: SourceReader;
  listLaunches: (signal: AbortSignal) => Promise<PendingLaunch[]>;
  /** The repository that will hold them, without credentials. */
  repo: string;
  logger: LoggerService;
}): SourceReader {
  const { reader, listLaunches, repo, logger } = options;
  let known: PendingLaunch[] = [];

  const readLaunches = async (signal: AbortSignal) => {
    try {
      known = await listLaunches(signal);
    } catch (error) {
      signal.throwIfAborted();
      logger.warn('It is not known which commons are on their way', {
        error: stringifyError(error),
      });
    }
    return known;
  };

  return {
    async read({ knownVersion, signal }) {
      const launches = await readLaunches(signal);
      const digest = digestOf(launches);
      const [innerVersion, knownDigest = digestOf([])] =
        knownVersion?.split(MARK) ?? [];
      const reading = await reader.read({
        // With other launches than before, the whole is needed to add them to.
        ...(knownDigest === digest && innerVersion !== undefined
          ? { knownVersion: innerVersion }
          : {}),
        signal,
      });
      return reading === 'unchanged'
        ? reading
        : addLaunches(reading, { launches, digest, repo });
    },
  };
}

function addLaunches(
  reading: SourceReading,
  added: { launches: PendingLaunch[]; digest: string; repo: string },
): SourceReading {
  const { launches, digest, repo } = added;
  const found = new Set(reading.members.map(hostnameOf));
  const members = launches
    .filter(({ hostname }) => !found.has(hostname))
    .map(launch =>
      toLaunchingMember(launch, { repo, location: `url:${repo}` }),
    );
  const { version } = reading;
  return {
    ...reading,
    ...(version !== undefined && launches.length > 0
      ? { version: `${version}${MARK}${digest}` }
      : {}),
    members: [...reading.members, ...members].sort((a, b) =>
      compareText(a.member, b.member),
    ),
  };
}

function hostnameOf(member: MemberReading): string | undefined {
  return member.kind === 'commons' ? member.commons.hostname : member.hostname;
}

function digestOf(launches: PendingLaunch[]): string {
  return createHash('sha256')
    .update(JSON.stringify(launches))
    .digest('hex')
    .slice(0, 8);
}
