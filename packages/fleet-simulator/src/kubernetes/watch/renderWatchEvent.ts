import { apiVersionOf, renderTable } from '../renderList';
import { ResourceKind } from '../types';
import { Change } from './compareListings';
import { WatchRequest } from './readWatchQuery';

type Form = Pick<WatchRequest, 'kind' | 'mediaType' | 'include'>;

/** One line of a watch. The object carries the resourceVersion of its change. */
export function renderWatchEvent(
  { kind, mediaType, include }: Form,
  { type, listed }: Change,
  options: { resourceVersion: string; now: Date },
): string {
  const { resourceVersion, now } = options;
  const { metadata, ...rest } = listed.object;
  const object = { ...rest, metadata: { ...metadata, resourceVersion } };
  return line(
    type,
    mediaType === 'table'
      ? renderTable(kind, [{ ...listed, object }], {
          metadata: { resourceVersion },
          include,
          now,
        })
      : object,
  );
}

/** A line that only tells how far the watcher has come; `isStart`: that it knows all that was there at the start. */
export function renderBookmark(
  { kind, mediaType }: Form,
  resourceVersion: string,
  isStart: boolean,
): string {
  const metadata = {
    resourceVersion,
    ...(isStart
      ? { annotations: { 'k8s.io/initial-events-end': 'true' } }
      : {}),
  };
  const object = { ...typeOf(kind), metadata };
  return line(
    'BOOKMARK',
    mediaType === 'table'
      ? {
          kind: 'Table',
          apiVersion: 'meta.k8s.io/v1',
          metadata: { resourceVersion },
          columnDefinitions: [],
          rows: [{ cells: [], object }],
        }
      : object,
  );
}

/**
 * A line that says that the watcher comes too late. It comes in a stream with status 200, as every failure of a watch that could be
 * read (`apiserver:pkg/storage/cacher/cacher.go`).
 */
export function renderTooOld(asked: string, oldest: string): string {
  return line('ERROR', {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    message: `too old resource version: ${asked} (${oldest})`,
    reason: 'Expired',
    code: 410,
  });
}

function typeOf(kind: ResourceKind): { kind: string; apiVersion: string } {
  return { kind: kind.kind, apiVersion: apiVersionOf(kind) };
}

function line(type: string, object: object): string {
  return `${JSON.stringify({ type, object })}\n`;
}
