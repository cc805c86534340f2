import { constants } from 'node:crypto';
import { createSecureContext, type SecureContext } from 'node:tls';
import { CertificateAuthority } from './CertificateAuthority';

/** How long a certificate lasts when no fault says otherwise. */
export const USUAL_CERTIFICATE_DAYS = 80;

/**
 * Contexts of so many hosts are kept; the least recently used goes first. More than the 5,000 commons that a simulator
 * holds: a round asks all of them in turn, and with fewer contexts each would have gone just before it is needed again. One
 * takes 40 kB; making it takes four times as long as the rest of a connection.
 */
const MAX_CONTEXTS = 6000;

/** TLS contexts of hosts, made on the first handshake and kept in a bounded cache. */
export class HostCertificates {
  readonly #authority: Pick<CertificateAuthority, 'issue'>;
  readonly #now: () => Date;
  readonly #maxContexts: number;
  readonly #contexts = new Map<string, Promise<SecureContext>>();

  private constructor(options: HostCertificatesOptions) {
    this.#authority = options.authority;
    this.#now = options.now;
    this.#maxContexts = options.maxContexts ?? MAX_CONTEXTS;
  }

  static create(options: HostCertificatesOptions): HostCertificates {
    return new HostCertificates(options);
  }

  /** How many contexts are kept now. */
  get size(): number {
    return this.#contexts.size;
  }

  /** The context of `hostname` with a certificate that ends in `daysLeft` days (default 80). */
  async contextFor(
    hostname: string,
    daysLeft: number = USUAL_CERTIFICATE_DAYS,
  ): Promise<SecureContext> {
    const key = `${hostname} ${daysLeft}`;
    const kept = this.#contexts.get(key);
    // Delete and set again: a Map iterates in order of insertion, so the first key is the least recently used one.
    this.#contexts.delete(key);
    const context = kept ?? this.#create(hostname, daysLeft);
    this.#contexts.set(key, context);
    context.catch(() => this.#contexts.delete(key));
    for (const oldest of this.#contexts.keys()) {
      if (this.#contexts.size <= this.#maxContexts) {
        break;
      }
      this.#contexts.delete(oldest);
    }
    return context;
  }

  async #create(hostname: string, daysLeft: number): Promise<SecureContext> {
    const { certificatePem, keyPem } = await this.#authority.issue({
      hostname,
      daysLeft,
      now: this.#now(),
    });
    return createSecureContext({
      cert: certificatePem,
      key: keyPem,
      // A resumed session would keep the certificate it began with, and hide a fault that changes it.
      secureOptions: constants.SSL_OP_NO_TICKET,
    });
  }
}

/** What {@link HostCertificates} needs. */
export interface HostCertificatesOptions {
  authority: Pick<CertificateAuthority, 'issue'>;
  now: () => Date;
  /** @defaultValue 6000 */
  maxContexts?: number;
}
