import {
  Gen3HttpClient,
  type Gen3HttpResponse,
  Gen3UpstreamError,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { type Asking, askFact, known, unknown } from './askFact';
import { parseDictionary } from './parseDictionary';
import type { DictionaryFact, Fact } from './types';

/** Ten times the largest that is published. */
const MAX_BYTES = 20 * 1024 * 1024;

/** What {@link readDictionary} is asked. */
export interface DictionaryQuestion {
  client: Pick<Gen3HttpClient, 'get'>;
  /** As written, whole: what grants access may be in it. It is never shown. Absent: the chart's own is used. */
  url: string | undefined;
  asking: Asking;
}

/**
 * What is behind the URL of a data dictionary. Not known when the portal cannot get there: its network is not that of the cluster, so
 * the commons may.
 */
export async function readDictionary({
  client,
  url,
  asking,
}: DictionaryQuestion): Promise<Fact<DictionaryFact | undefined>> {
  if (url === undefined) return known(undefined);
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    return notThere('is no URL that starts with https://');
  }
  const target = new URL(url);
  if (target.protocol !== 'https:') {
    return unknown('The portal reads dictionaries over https only');
  }
  if (target.username || target.password) {
    return unknown(
      'The URL of the dictionary holds a user or a password, which the portal does not send',
    );
  }
  return askFact<DictionaryFact | undefined>({
    whom: `"${target.host}"`,
    asking,
    ask: async signal => {
      try {
        const answer = await client.get({
          hostname: target.hostname,
          baseUrl: target.origin,
          path: target.pathname + target.search,
          maxBytes: MAX_BYTES,
          signal,
        });
        return judge(answer);
      } catch (error) {
        if (!(error instanceof Gen3UpstreamError)) throw error;
        return unknown(
          `The portal cannot read the dictionary from "${target.host}": ${error.detail}`,
        );
      }
    },
  });
}

function judge(answer: Gen3HttpResponse): Fact<DictionaryFact | undefined> {
  const { status, body, truncated } = answer;
  if (status >= 300 && status < 400) {
    return unknown(
      `The URL of the dictionary answers ${status} and leads elsewhere, where the portal does not follow`,
    );
  }
  if (status === 429 || status >= 500) {
    return unknown(`The URL of the dictionary answers ${status} just now`);
  }
  if (status !== 200) return notThere(`answers ${status}`);
  return truncated
    ? unknown('The dictionary is larger than the 20 MB that the portal reads')
    : known(parseDictionary(body));
}

function notThere(why: string): Fact<DictionaryFact> {
  return known({ kind: 'not-a-dictionary', why });
}
