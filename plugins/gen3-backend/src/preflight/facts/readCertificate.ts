import {
  Gen3HttpClient,
  Gen3UpstreamError,
  isOwnSideCode,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { type Asking, askFact, known, unknown } from './askFact';
import type { CertificateFact, Fact } from './types';

const DAY_MS = 86_400_000;

/** The certificate that answers at a hostname, trusted or not; undefined when nothing answers there. */
export function readCertificate(options: {
  client: Pick<Gen3HttpClient, 'inspectCertificate'>;
  hostname: string;
  asking: Asking;
  /** Milliseconds since the epoch. @defaultValue `Date.now` */
  now?: () => number;
}): Promise<Fact<CertificateFact | undefined>> {
  const { client, hostname, asking, now = Date.now } = options;
  return askFact<CertificateFact | undefined>({
    whom: `"${hostname}"`,
    asking,
    ask: async signal => {
      try {
        const { names, validTo } = await client.inspectCertificate({
          hostname,
          signal,
        });
        const daysLeft = Math.floor((Date.parse(validTo) - now()) / DAY_MS);
        return known({ names, validTo, daysLeft });
      } catch (error) {
        if (!(error instanceof Gen3UpstreamError)) throw error;
        return isNobodyThere(error)
          ? known(undefined)
          : unknown(
              `The certificate of "${hostname}" could not be looked at: ${error.detail}`,
            );
      }
    },
  });
}

/** Silence is no answer, also not this one: the network of the portal may be shut. */
function isNobodyThere({ upstreamCause, code }: Gen3UpstreamError): boolean {
  return (
    (upstreamCause === 'dns' || upstreamCause === 'unreachable') &&
    !isOwnSideCode(code)
  );
}
