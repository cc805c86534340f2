import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  type CheckResult,
  STALE_AFTER_INTERVALS,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { contactOf, hasContact, hasNoContact } from './contactOf';
import { PlacedCommons, placeOf } from './placeOf';

/** So many hosts have to fall silent together: one or two may well be gone by themselves. */
const HOSTS_TO_TELL = 3;

/**
 * Notices when this replica reaches no commons any more, so that its own network or proxy is to blame and not the fleet.
 *
 * It is isolated when at least {@link HOSTS_TO_TELL} hosts, of which each answered when it was asked before (or was never asked by
 * this replica), fell silent since any host last answered. They must not all be in one
 * cluster while hosts elsewhere answer: hosts of a cluster are asked together, and are gone together when it is. Hosts that have been silent for longer tell nothing: in a fleet
 * of which most are down they must not pass for a failure of the portal's. Any answer ends it. A fleet with fewer hosts than
 * that is never excused.
 *
 * Each replica judges for itself, because each has a network of its own.
 */
export class IsolationMeter {
  readonly #logger: LoggerService;
  /** Hosts without contact in their last round. */
  readonly #silent = new Set<string>();
  /** When and where hosts fell silent, for those that did since the last answer. */
  readonly #lost = new Map<string, { at: number; place: string }>();
  /** When and where hosts answered that did so in their last round. */
  readonly #answering = new Map<string, { at: number; place: string }>();
  readonly #forgetAfterMs: number;
  /**
   * When any host last answered. Rounds end in another order than hosts answer, so it never goes back; after a clock was
   * set back, nothing is excused until that time has come again.
   */
  #contactAt = -Infinity;
  #wasIsolated = false;

  /** `intervalMs`: between two rounds of a host. */
  static create(options: {
    logger: LoggerService;
    intervalMs: number;
  }): IsolationMeter {
    return new IsolationMeter(options);
  }

  private constructor(options: { logger: LoggerService; intervalMs: number }) {
    this.#logger = options.logger;
    this.#forgetAfterMs = STALE_AFTER_INTERVALS * options.intervalMs;
  }

  /** Takes note of what a round found. */
  observe(round: { commons: PlacedCommons; results: CheckResult[] }): void {
    const { commons, results } = round;
    const { hostname } = commons;
    const place = placeOf(commons);
    const contact = contactOf(results);
    if (contact === 'made') {
      const at = newestOf(results.filter(hasContact));
      this.#silent.delete(hostname);
      // Whoever answered last is at the end.
      this.#answering.delete(hostname);
      this.#answering.set(hostname, { at, place });
      this.#answered(at);
    } else if (contact === 'none') {
      this.#answering.delete(hostname);
      const at = newestOf(results.filter(hasNoContact));
      if (!this.#silent.has(hostname) && at > this.#contactAt) {
        this.#lost.set(hostname, { at, place });
      }
      this.#silent.add(hostname);
    }
    this.#forgetOld();
    this.#tell();
  }

  /** Whether nothing that this replica fails to reach is known to be down. */
  isIsolated(): boolean {
    if (this.#lost.size < HOSTS_TO_TELL) {
      return false;
    }
    const lost = [...this.#lost.values()];
    const [{ place }] = lost;
    return (
      lost.some(other => other.place !== place) ||
      !this.#isAnswering(place, Math.max(...lost.map(({ at }) => at)))
    );
  }

  /** Whether a host elsewhere answered in its last round, as things were at that time. */
  #isAnswering(exceptPlace: string, when: number): boolean {
    return [...this.#answering.values()].some(
      ({ at, place }) =>
        place !== exceptPlace && when - at < this.#forgetAfterMs,
    );
  }

  /** Hosts that left the fleet are asked no more. */
  #forgetOld(): void {
    for (const [hostname, { at }] of this.#answering) {
      if (this.#contactAt - at < this.#forgetAfterMs) {
        return;
      }
      this.#answering.delete(hostname);
    }
  }

  #answered(contactAt: number): void {
    this.#contactAt = Math.max(this.#contactAt, contactAt);
    for (const [hostname, { at }] of this.#lost) {
      // A round may end long after its host answered: it only speaks for the network of that time.
      if (at <= this.#contactAt) {
        this.#lost.delete(hostname);
      }
    }
  }

  #tell(): void {
    const isIsolated = this.isIsolated();
    if (isIsolated && !this.#wasIsolated) {
      this.#logger.warn(
        'The portal reaches no commons: check its own network, proxy and name server. What it cannot ask is shown as unknown',
        { hostnames: [...this.#lost.keys()].join(', ') },
      );
    } else if (!isIsolated && this.#wasIsolated) {
      this.#logger.info('The portal reaches commons again');
    }
    this.#wasIsolated = isIsolated;
  }
}

function newestOf(results: CheckResult[]): number {
  return Math.max(...results.map(({ checkedAt }) => Date.parse(checkedAt)));
}
