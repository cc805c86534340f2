import { resourceVersionAt } from '../metadata';
import { later, MINUTE_MS } from '../timestamps';
import { ClusterView } from '../views';
import {
  Change,
  compareListings,
  Listing,
  selectSeen,
} from './compareListings';
import { WatchRequest } from './readWatchQuery';
import {
  renderBookmark,
  renderTooOld,
  renderWatchEvent,
} from './renderWatchEvent';

/** resourceVersions older than this are forgotten, as etcd would (`--etcd-compaction-interval`). */
export const KEPT_MS = 5 * MINUTE_MS;

const BOOKMARK_MS = MINUTE_MS;

/** What {@link WatchSession} needs. */
export interface WatchSessionOptions {
  request: WatchRequest;
  now: Date;
  /** Lists the kind as it was; undefined when that is forgotten. */
  listingAt(time: Date): Listing | undefined;
}

/** What is to be sent, and whether that was the last. */
export interface WatchLines {
  lines: string[];
  isOver: boolean;
}

/** What one watcher knows, and is to be told next. It holds the objects that the watcher selected, and nothing else. */
export class WatchSession {
  readonly #request: WatchRequest;
  readonly #endsAt: Date;
  #known: Listing | undefined;
  #knownAt: Date;
  #markedAt: Date;
  #marksStart: boolean;

  private constructor({ request, now, listingAt }: WatchSessionOptions) {
    const { from, isSelected } = request;
    this.#request = request;
    this.#endsAt = later(now, request.timeoutMs);
    this.#marksStart = request.marksStart && request.bookmarks;
    this.#markedAt = now;
    if (from === 'all') {
      this.#known = new Map();
      this.#knownAt = now;
      return;
    }
    const start = from === 'now' || from > now ? now : from;
    const isKept = start >= later(now, -KEPT_MS);
    const listing = isKept ? listingAt(start) : undefined;
    this.#known = listing && selectSeen(listing, isSelected);
    this.#knownAt = start;
  }

  static open(options: WatchSessionOptions): WatchSession {
    return new WatchSession(options);
  }

  /** What is to be told of the kind as it is now. */
  advance({ now }: Pick<ClusterView, 'now'>, listing: Listing): WatchLines {
    if (!this.#known) {
      const oldest = resourceVersionAt(later(now, -KEPT_MS));
      const line = renderTooOld(resourceVersionAt(this.#knownAt), oldest);
      return { lines: [line], isOver: true };
    }
    const current = selectSeen(listing, this.#request.isSelected);
    const changes = compareListings(this.#known, current);
    const lines = this.#renderChanges(changes, now);
    this.#known = current;
    this.#knownAt = now;
    const isOver = now >= this.#endsAt;
    return { lines: [...lines, ...this.#mark(now, isOver)], isOver };
  }

  /** Whoever goes on from any change but the last is told of all of them again: none is missed. */
  #renderChanges(changes: Change[], now: Date): string[] {
    return changes.map((change, index) => {
      const isLast = index === changes.length - 1;
      const next = later(this.#knownAt, index + 1);
      const at = isLast || next > now ? now : next;
      const resourceVersion = resourceVersionAt(at);
      return renderWatchEvent(this.#request, change, { resourceVersion, now });
    });
  }

  #mark(now: Date, isOver: boolean): string[] {
    const { bookmarks } = this.#request;
    const isStart = this.#marksStart;
    const isDue = now >= later(this.#markedAt, BOOKMARK_MS);
    if (!bookmarks || !(isStart || isDue || isOver)) {
      return [];
    }
    this.#marksStart = false;
    this.#markedAt = now;
    return [renderBookmark(this.#request, resourceVersionAt(now), isStart)];
  }
}
