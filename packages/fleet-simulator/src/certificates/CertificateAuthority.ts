import { webcrypto } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import {
  createHostCertificate,
  createKeyPair,
  createRootCertificate,
  Issuer,
  readIssuer,
  SIGNING,
} from './certificateParts';

/** Failure of reading a file that is not there. */
const missing = z.looseObject({ code: z.literal('ENOENT') });

const DAY_MS = 24 * 60 * 60 * 1000;

/** A host's certificate and the key that goes with it, PEM. */
export interface IssuedCertificate {
  certificatePem: string;
  keyPem: string;
}

/**
 * The simulator's own certificate authority. All hosts share one key: what is simulated is who a certificate is for and
 * until when, and one key saves thousands of key generations.
 */
export class CertificateAuthority {
  /** The root certificate that a client must trust. */
  readonly pem: string;
  readonly #issuer: Issuer;
  readonly #keys: webcrypto.CryptoKeyPair;
  readonly #hostKeys: webcrypto.CryptoKeyPair;
  readonly #hostKeyPem: string;

  private constructor(options: {
    pem: string;
    issuer: Issuer;
    keys: webcrypto.CryptoKeyPair;
    hostKeys: webcrypto.CryptoKeyPair;
    hostKeyPem: string;
  }) {
    this.pem = options.pem;
    this.#keys = options.keys;
    this.#issuer = options.issuer;
    this.#hostKeys = options.hostKeys;
    this.#hostKeyPem = options.hostKeyPem;
  }

  /**
   * Opens the authority in `folder` (`ca.pem` and `ca-key.pem`), or makes one there on the first start. Without a folder
   * it lives in memory only.
   *
   * @throws when the folder holds files that are not a certificate and its key, naming them.
   */
  static async open(options: {
    folder?: string;
    now: Date;
  }): Promise<CertificateAuthority> {
    const stored = options.folder
      ? await readStored(options.folder)
      : undefined;
    const keys = stored?.keys ?? (await createKeyPair());
    const pem =
      stored?.pem ?? (await createRootCertificate({ keys, now: options.now }));
    if (options.folder && !stored) {
      await store(options.folder, pem, keys);
    }
    const hostKeys = await createKeyPair();
    const hostKeyPem = await exportKey(hostKeys.privateKey);
    const issuer = await readIssuer(pem);
    return new CertificateAuthority({
      pem,
      issuer,
      keys,
      hostKeys,
      hostKeyPem,
    });
  }

  /**
   * Issues a certificate for `hostname`, and for IP addresses when they are given, that ends `daysLeft` days from `now`; negative
   * when it has ended already.
   */
  async issue(options: {
    hostname: string;
    addresses?: readonly string[];
    daysLeft: number;
    now: Date;
  }): Promise<IssuedCertificate> {
    const notAfter = new Date(
      options.now.getTime() + options.daysLeft * DAY_MS,
    );
    // 90 days before the end, as public authorities issue them, but never in the future.
    const notBefore = new Date(
      Math.min(
        notAfter.getTime() - 90 * DAY_MS,
        options.now.getTime() - DAY_MS,
      ),
    );
    const certificatePem = await createHostCertificate({
      hostname: options.hostname,
      addresses: options.addresses ?? [],
      issuer: this.#issuer.subject,
      signingKey: this.#keys.privateKey,
      authorityKey: this.#issuer.authorityKey,
      publicKey: this.#hostKeys.publicKey,
      notBefore,
      notAfter,
    });
    return { certificatePem, keyPem: this.#hostKeyPem };
  }
}

function toPem(label: string, der: ArrayBuffer): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join(
    '\n',
  )}\n-----END ${label}-----\n`;
}

async function exportKey(key: webcrypto.CryptoKey): Promise<string> {
  return toPem('PRIVATE KEY', await webcrypto.subtle.exportKey('pkcs8', key));
}

async function store(
  folder: string,
  pem: string,
  keys: webcrypto.CryptoKeyPair,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(
    join(folder, 'ca-key.pem'),
    await exportKey(keys.privateKey),
    {
      mode: 0o600,
    },
  );
  // The certificate last: whoever sees it may rely on the key being there.
  await writeFile(join(folder, 'ca.pem'), pem);
}

async function readStored(
  folder: string,
): Promise<{ pem: string; keys: webcrypto.CryptoKeyPair } | undefined> {
  const pem = await readIfThere(join(folder, 'ca.pem'));
  const keyPem = await readIfThere(join(folder, 'ca-key.pem'));
  if (pem === undefined || keyPem === undefined) {
    return undefined;
  }
  try {
    const privateKey = await webcrypto.subtle.importKey(
      'pkcs8',
      Buffer.from(keyPem.replace(/-----[^-]+-----|\s/g, ''), 'base64'),
      SIGNING,
      true,
      ['sign'],
    );
    const { publicKey } = await readIssuer(pem);
    return { pem, keys: { privateKey, publicKey } };
  } catch (error) {
    throw new Error(
      `The files ca.pem and ca-key.pem in "${folder}" are not a certificate authority of the simulator; delete both and start again`,
      { cause: error },
    );
  }
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (missing.safeParse(error).success) {
      return undefined;
    }
    throw error;
  }
}
