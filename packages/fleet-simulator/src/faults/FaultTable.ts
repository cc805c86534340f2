import { Fault, PlacedFault, WHOLE_COMMONS } from './types';

const NONE: Fault = {};

/** Which commons and services misbehave now. Unrelated to whether they exist: a fault may come before its commons. */
export class FaultTable {
  readonly #now: () => Date;
  readonly #faults = new Map<string, Map<string, Fault>>();
  readonly #since = new WeakMap<Fault, Date>();

  private constructor(now: () => Date) {
    this.#now = now;
  }

  static create(options: { now?: () => Date } = {}): FaultTable {
    return new FaultTable(options.now ?? (() => new Date()));
  }

  /** The fault of `service` of a commons, or of the whole commons (`*`); empty when all is well. */
  get(hostname: string, service: string): Fault {
    return this.#faults.get(hostname)?.get(service) ?? NONE;
  }

  /** Adds to what is wrong already; a part that is set again takes its new value. */
  set(placed: PlacedFault): Fault {
    const { hostname, service, fault } = placed;
    const services = this.#faults.get(hostname) ?? new Map<string, Fault>();
    const merged = { ...services.get(service), ...fault };
    this.#faults.set(hostname, services.set(service, merged));
    this.#since.set(merged, this.#now());
    return merged;
  }

  /** When the fault was last set; undefined when all is well. */
  since(hostname: string, service: string): Date | undefined {
    return this.#since.get(this.get(hostname, service));
  }

  /** Clears one service, one commons (service left out) or everything. Returns how many faults went. */
  clear(hostname?: string, service?: string): number {
    const before = this.list().length;
    if (hostname === undefined) {
      this.#faults.clear();
    } else if (service === undefined) {
      this.#faults.delete(hostname);
    } else {
      this.#faults.get(hostname)?.delete(service);
    }
    return before - this.list().length;
  }

  /** All faults, by hostname and service; `*` comes first. */
  list(): PlacedFault[] {
    return [...this.#faults]
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
