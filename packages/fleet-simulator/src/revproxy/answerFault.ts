import { Commons } from '../commons/types';
import { Fault } from '../faults/types';
import { portalPage } from '../services/frontEnds';
import { Reply } from '../services/types';
import { delayed, Disposition } from './Disposition';
import { nginxRedirect } from './nginxReplies';

/** What a faulty service shows instead of its answer; undefined when it answers as usual. */
export function answerFault(
  fault: Fault,
  commons: Commons,
): Disposition | undefined {
  if (fault.reset) {
    return { kind: 'reset' };
  }
  if (fault.hang) {
    return { kind: 'hang' };
  }
  if (fault.html) {
    return delayed(portalPage({ commons }), fault.slowMs);
  }
  if (fault.status !== undefined) {
    return delayed(faultReply(fault.status, commons), fault.slowMs);
  }
  return undefined;
}

function faultReply(status: number, commons: Commons): Reply {
  if (status >= 300 && status < 400) {
    return {
      ...nginxRedirect(`https://${commons.hostname}/no-workspace-access`),
      status,
    };
  }
  return {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8' },
    body: status === 204 ? '' : 'Unhealthy',
  };
}
