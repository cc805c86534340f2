import {
  Gen3HttpClient,
  Gen3UpstreamError,
  isOwnSideCode,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { type Asking, askFact, known, unknown } from './askFact';
import type { Fact } from './types';

/**
 * The addresses at which the portal would look for a hostname; empty when it has none. Where config `gen3.http.connectTo` says another
 * place, it is that one.
 */
export function readAddresses(options: {
  client: Pick<Gen3HttpClient, 'findAddresses'>;
  hostname: string;
  asking: Asking;
}): Promise<Fact<string[]>> {
  const { client, hostname, asking } = options;
  return askFact({
    whom: 'The name server',
    asking,
    ask: async signal => {
      try {
        return known(await client.findAddresses({ hostname, signal }));
      } catch (error) {
        if (!(error instanceof Gen3UpstreamError)) throw error;
        return hasNoAddress(error)
          ? known([])
          : unknown(`"${hostname}" could not be looked up: ${error.detail}`);
      }
    },
  });
}

/** A name server said so; one that fails or is silent says nothing about the name. */
function hasNoAddress({ upstreamCause, code }: Gen3UpstreamError): boolean {
  return upstreamCause === 'dns' && !isOwnSideCode(code);
}
