import { Versions } from '../history/Versions';
import { Fault, PlacedFault, WHOLE_COMMONS } from './types';

const NONE: Fault = {};

/** Changes of faults that can be looked back beyond. */
const KEPT_CHANGES = 100;

type Faults = ReadonlyMap<string, ReadonlyMap<string, Fault>>;

/** What reads faults: those of now, or those of an earlier time. */
export type FaultReader = Pick<FaultTable, 'get' | 'since'>;

/** Which commons and services misbehave now. Unrelated to whether they exist: a fault may come before its commons. */
export class FaultTable {
  readonly #now: () => Date;
  readonly #faults: Versions<Faults>;
  readonly #since = new WeakMap<Fault, Date>();

  private constructor(now: () => Date) {
    this.#now = now;
    this.#faults = Versions.create<Faults>({
      first: new Map(),
      now,
      capacity: KEPT_CHANGES,
    });
  }

  static create(options: { now?: () => Date } = {}): FaultTable {
    return new FaultTable(options.now ?? (() => new Date()));
  }

  /** The fault of `service` of a commons, or of the whole commons (`*`); empty when all is well. */
  get(hostname: string, service: string): Fault {
    return faultIn(this.#faults.latest, hostname, service);
  }

  /** Adds to what is wrong already; a part that is set again takes its new value. */
  set(placed: PlacedFault): Fault {
    const { hostname, service, fault } = placed;
    const services = new Map(this.#faults.latest.get(hostname));
    const merged = { ...services.get(service), ...fault };
    this.#since.set(merged, this.#now());
    this.#faults.replace(
      new Map(this.#faults.latest).set(hostname, services.set(service, merged)),
    );
    return merged;
  }

  /** When the fault was last set; undefined when all is well. */
  since(hostname: string, service: string): Date | undefined {
    return this.#since.get(this.get(hostname, service));
  }

  /** The faults as they were until `time`; undefined when that is forgotten. */
  before(time: Date): FaultReader | undefined {
    const then = this.#faults.before(time);
    return (
      then && {
        get: (hostname, service) => faultIn(then.value, hostname, service),
        since: (hostname, service) =>
          this.#since.get(faultIn(then.value, hostname, service)),
      }
    );
  }

  /** Clears one service, one commons (service left out) or everything. Returns how many faults went. */
  clear(hostname?: string, service?: string): number {
    const before = this.list().length;
    const left = new Map(this.#faults.latest);
    if (hostname === undefined) {
      left.clear();
    } else {
      const others = new Map(left.get(hostname));
      others.delete(service ?? '');
      if (service === undefined || others.size === 0) {
        left.delete(hostname);
      } else {
        left.set(hostname, others);
      }
    }
    this.#faults.replace(left);
    return before - this.list().length;
  }

  /** All faults, by hostname and service; `*` comes first. */
  list(): PlacedFault[] {
    return [...this.#faults.latest]
      .flatMap(([hostname, services]) =>
        [...services].map(([service, fault]) => ({ hostname, service, fault })),
      )
      .sort((a, b) =>
        `${a.hostname} ${a.service}`.localeCompare(
          `${b.hostname} ${b.service}`,
          'en',
        ),
      );
  }

  /** The fault of the commons as a whole. */
  whole(hostname: string): Fault {
    return this.get(hostname, WHOLE_COMMONS);
  }
}

function faultIn(faults: Faults, hostname: string, service: string): Fault {
  return faults.get(hostname)?.get(service) ?? NONE;
}
