import { InputError } from '@backstage/errors';
import { readFileSync } from 'node:fs';
import { X509Certificate } from 'node:crypto';
import {
  createSecureContext,
  getCACertificates,
  SecureContext,
} from 'node:tls';

const PEM_BLOCK = /-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g;

/**
 * Reads the certificate authorities once: those that Node trusts by default, and those in `caFile` beside them. One context for all
 * connections, because parsing 150 authorities for each would cost milliseconds.
 *
 * @throws InputError that names the key, when the file cannot be read or holds no certificate.
 */
export function createTrust(options: { caFile?: string }): SecureContext {
  const { caFile } = options;
  if (caFile === undefined) {
    return createSecureContext();
  }
  return createSecureContext({
    ca: [...getCACertificates('default'), ...readCertificates(caFile)],
  });
}

function readCertificates(caFile: string): string[] {
  const found = readText(caFile).match(PEM_BLOCK) ?? [];
  if (found.length === 0) {
    throw new InputError(
      `gen3.http.caFile: "${caFile}" holds no PEM certificate`,
    );
  }
  try {
    found.forEach(pem => new X509Certificate(pem));
  } catch (error) {
    throw new InputError(
      `gen3.http.caFile: "${caFile}" holds a certificate that cannot be read`,
      error,
    );
  }
  return found;
}

function readText(caFile: string): string {
  try {
    return readFileSync(caFile, 'utf8');
  } catch (error) {
    throw new InputError(
      `gen3.http.caFile: "${caFile}" cannot be read; give an absolute path, or one from the backend's working directory`,
      error,
    );
  }
}
