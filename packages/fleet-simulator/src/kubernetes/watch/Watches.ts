import { ServerResponse } from 'node:http';
import { clusterHost } from '../../faults/types';
import { KubernetesParts } from '../KubernetesParts';
import { viewCluster, viewClusterAt } from '../views';
import { Listing, takeListing } from './compareListings';
import { WatchRequest } from './readWatchQuery';
import { WatchSession } from './WatchSession';

/** Changes are found by looking: objects are computed, so nobody tells of them. */
const LOOK_EVERY_MS = 500;

/** Each watch holds the objects that it selected. */
const USUAL_CAPACITY = 500;

interface Watch {
  request: WatchRequest;
  session: WatchSession;
  response: ServerResponse;
  /** Resets the connection. */
  reset: () => void;
}

/** All watches that are open. It looks for changes while there is one, once for all who watch the same. */
export class Watches {
  readonly #parts: KubernetesParts;
  readonly #capacity: number;
  readonly #watches = new Set<Watch>();
  #timer: NodeJS.Timeout | undefined;

  private constructor(parts: KubernetesParts, capacity: number) {
    this.#parts = parts;
    this.#capacity = capacity;
  }

  /** At most `capacity` (default 500) watches are to be open at a time. */
  static create(
    parts: KubernetesParts,
    capacity: number = USUAL_CAPACITY,
  ): Watches {
    return new Watches(parts, capacity);
  }

  get isFull(): boolean {
    return this.#watches.size >= this.#capacity;
  }

  /** Answers with a stream that ends with the time that was asked for, with the client or with the cluster. */
  open(
    request: WatchRequest,
    { response, reset }: Pick<Watch, 'response' | 'reset'>,
  ): void {
    const { kind, namespace, cluster } = request;
    const session = WatchSession.open({
      request,
      now: this.#parts.now(),
      listingAt: time => {
        const view = viewClusterAt(this.#parts, cluster, time);
        return view && takeListing(view, kind, namespace);
      },
    });
    const watch: Watch = { request, session, response, reset };
    response.writeHead(200, {
      'Content-Type': 'application/json',
      'Cache-Control': 'no-cache, private',
    });
    response.flushHeaders();
    this.#watches.add(watch);
    response.once('close', () => this.#forget(watch));
    this.#timer ??= setInterval(() => this.#look(), LOOK_EVERY_MS);
    this.#look();
  }

  /** Stops looking; the connections are the server's. */
  close(): void {
    this.#watches.clear();
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #forget(watch: Watch): void {
    this.#watches.delete(watch);
    if (this.#watches.size === 0) {
      this.close();
    }
  }

  #look(): void {
    const listings = new Map<string, Listing>();
    this.#watches.forEach(watch => {
      try {
        this.#advance(watch, listings);
      } catch (error) {
        // One that cannot go on must not end the others, nor the simulator.
        watch.response.destroy(error instanceof Error ? error : undefined);
      }
    });
  }

  #advance(watch: Watch, listings: Map<string, Listing>): void {
    const { request, session, response, reset } = watch;
    const { cluster, kind, namespace } = request;
    const fault = this.#parts.faults.whole(clusterHost(cluster));
    if (fault.unreachable || fault.reset || fault.close) {
      reset();
      return;
    }
    // A client that does not read is told later what has become of all that it missed.
    if (fault.hang || response.writableEnded || response.writableNeedDrain) {
      return;
    }
    const view = viewCluster(this.#parts, cluster);
    if (!view || fault.status !== undefined) {
      response.end();
      return;
    }
    const key = [cluster, kind.group, kind.plural, namespace ?? '*'].join(' ');
    const listing = listings.get(key) ?? takeListing(view, kind, namespace);
    listings.set(key, listing);
    const { lines, isOver } = session.advance(view, listing);
    if (lines.length > 0) {
      response.write(lines.join(''));
    }
    if (isOver) {
      response.end();
    }
  }
}
