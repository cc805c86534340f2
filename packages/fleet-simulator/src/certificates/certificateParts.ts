// The x509 library finds its algorithms through tsyringe, which needs this polyfill first.
import 'reflect-metadata';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';
import { randomBytes, webcrypto } from 'node:crypto';

/** ECDSA on P-256: small certificates, and a leaf is signed in under a millisecond. */
export const SIGNING = {
  name: 'ECDSA',
  namedCurve: 'P-256',
  hash: 'SHA-256',
} as const;

const DAY_MS = 24 * 60 * 60 * 1000;

/** Makes a key pair that can be written to a file. */
export async function createKeyPair(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(SIGNING, true, ['sign', 'verify']);
}

/** A positive serial number, as RFC 5280 wants it. */
function serialNumber(): string {
  const bytes = randomBytes(16);
  bytes[0] = (bytes[0] % 0x7f) + 1;
  return bytes.toString('hex');
}

/** Makes the simulator's own root certificate, valid for ten years from `now`. Returns PEM. */
export async function createRootCertificate(options: {
  keys: webcrypto.CryptoKeyPair;
  now: Date;
}): Promise<string> {
  const { keys, now } = options;
  const certificate = await X509CertificateGenerator.createSelfSigned({
    serialNumber: serialNumber(),
    name: 'CN=Gen3 fleet simulator CA, O=Gen3 fleet simulator',
    notBefore: new Date(now.getTime() - DAY_MS),
    notAfter: new Date(now.getTime() + 3650 * DAY_MS),
    signingAlgorithm: SIGNING,
    keys,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(
        KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign,
        true,
      ),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return certificate.toString('pem');
}

/** Makes the certificate of one host, signed by the root. Returns PEM. */
export async function createHostCertificate(options: {
  hostname: string;
  /** IP addresses that the certificate is for, too. */
  addresses: readonly string[];
  issuer: string;
  signingKey: webcrypto.CryptoKey;
  authorityKey: AuthorityKeyIdentifierExtension;
  publicKey: webcrypto.CryptoKey;
  notBefore: Date;
  notAfter: Date;
}): Promise<string> {
  const certificate = await X509CertificateGenerator.create({
    serialNumber: serialNumber(),
    subject: `CN=${options.hostname.slice(0, 64)}`,
    issuer: options.issuer,
    notBefore: options.notBefore,
    notAfter: options.notAfter,
    signingAlgorithm: SIGNING,
    publicKey: options.publicKey,
    signingKey: options.signingKey,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      new SubjectAlternativeNameExtension([
        { type: 'dns', value: options.hostname },
        ...options.addresses.map(value => ({ type: 'ip' as const, value })),
      ]),
      options.authorityKey,
    ],
  });
  return certificate.toString('pem');
}

/** What is needed of a root certificate to sign others: made once, because each part takes a while. */
export interface Issuer {
  subject: string;
  publicKey: webcrypto.CryptoKey;
  authorityKey: AuthorityKeyIdentifierExtension;
}

/** @throws when `pem` is not a certificate of a P-256 key. */
export async function readIssuer(pem: string): Promise<Issuer> {
  const certificate = new X509Certificate(pem);
  const publicKey = await certificate.publicKey.export(SIGNING, ['verify']);
  return {
    subject: certificate.subject,
    publicKey,
    authorityKey: await AuthorityKeyIdentifierExtension.create(publicKey),
  };
}
