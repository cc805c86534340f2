// The x509 library finds its algorithms through tsyringe, which needs this polyfill first.
import 'reflect-metadata';
import {
  BasicConstraintsExtension,
  Extension,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';
import { webcrypto } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SIGNING = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const DAY_MS = 86_400_000;

/** Critical, and of an OID that no program knows: an ASN.1 NULL. */
const ODD_EXTENSION = new Extension(
  '1.3.6.1.4.1.99999.1',
  true,
  new Uint8Array([5, 0]),
);

/** Options of `https.createServer`. */
export interface TestCertificate {
  cert: string;
  key: string;
}

/** A certificate authority of one test run. */
export interface TestAuthority {
  /** File with its certificate, for `gen3.http.caFile`. */
  caFile: string;
  /** Makes a certificate; by default it began 60 days ago, ends in 30 and has no extension that nobody knows. */
  issue(options: {
    hostname: string;
    daysLeft?: number;
    hasOddExtension?: boolean;
  }): Promise<TestCertificate>;
  remove(): Promise<void>;
}

const days = (count: number) => new Date(Date.now() + count * DAY_MS);

/** Makes a certificate authority. */
export async function createTestAuthority(): Promise<TestAuthority> {
  const generate = () =>
    webcrypto.subtle.generateKey(SIGNING, true, ['sign', 'verify']);
  const [keys, hostKeys] = await Promise.all([generate(), generate()]);
  const name = 'CN=Test CA, O=Tests';
  const root = await X509CertificateGenerator.createSelfSigned({
    serialNumber: '01',
    name,
    notBefore: days(-365),
    notAfter: days(365),
    signingAlgorithm: SIGNING,
    keys,
    extensions: [new BasicConstraintsExtension(true, 0, true)],
  });
  const folder = await mkdtemp(join(tmpdir(), 'test-ca-'));
  const caFile = join(folder, 'ca.pem');
  await writeFile(caFile, root.toString('pem'));
  const der = await webcrypto.subtle.exportKey('pkcs8', hostKeys.privateKey);
  const base64 = Buffer.from(der).toString('base64');
  const key = `-----BEGIN PRIVATE KEY-----\n${base64}\n-----END PRIVATE KEY-----\n`;
  let serial = 1;

  return {
    caFile,
    async issue({ hostname, daysLeft = 30, hasOddExtension = false }) {
      serial += 1;
      const certificate = await X509CertificateGenerator.create({
        serialNumber: serial.toString(16).padStart(4, '0'),
        subject: `CN=${hostname}`,
        issuer: name,
        notBefore: days(daysLeft - 90),
        notAfter: days(daysLeft),
        signingAlgorithm: SIGNING,
        publicKey: hostKeys.publicKey,
        signingKey: keys.privateKey,
        extensions: [
          new SubjectAlternativeNameExtension([
            { type: 'dns', value: hostname },
          ]),
          ...(hasOddExtension ? [ODD_EXTENSION] : []),
        ],
      });
      return { cert: certificate.toString('pem'), key };
    },
    remove: () => rm(folder, { recursive: true }),
  };
}
