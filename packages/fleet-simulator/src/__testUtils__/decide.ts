import { createCommonsFacts } from '../commons/CommonsFacts';
import { Commons } from '../commons/types';
import { hasReadyPod } from '../faults/planReplicas';
import { Fault } from '../faults/types';
import { answerCommons } from '../revproxy/answerCommons';
import { Disposition } from '../revproxy/Disposition';

/**
 * What the front door of `commons` decides about a GET, without a server: for what a client cannot see, as a delay.
 *
 * ```ts
 * const { kind } = decide(createCommons(), '/job/_status', { arborist: { hang: true } });
 * ```
 */
export function decide(
  commons: Commons,
  path: string,
  faults: Record<string, Fault> = {},
): Disposition {
  return answerCommons({
    commons,
    facts: createCommonsFacts('demo', commons.hostname),
    now: new Date(0),
    request: {
      method: 'GET',
      path,
      query: new URLSearchParams(),
      target: path,
      header: () => undefined,
      cookie: () => undefined,
    },
    faultOf: service => faults[service] ?? {},
    tagOf: service => commons.services.get(service),
    hasReadyPod: service => hasReadyPod(faults[service] ?? {}),
  });
}
