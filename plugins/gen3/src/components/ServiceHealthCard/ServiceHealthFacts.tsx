import {
  CommonsHealthResponse,
  GEN3_JOURNEY_TITLES,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { Age } from '../Age';
import { CopyText } from '../CopyText';
import { Evidence } from '../Evidence';
import { StatusMark } from '../StatusMark';

type Health = CommonsHealthResponse['health']['services'][number];

/** Status, reason, who is affected, tag and evidence of one service. */
export function ServiceHealthFacts({ health }: { health: Health }) {
  const journeys = health.journeys.map(id => GEN3_JOURNEY_TITLES[id]);
  return (
    <div style={{ display: 'grid', gap: 8 }}>
      <div>
        <StatusMark status={health.status} size={18} />{' '}
        {health.since ? (
          <>
            for <Age at={health.since} />
          </>
        ) : null}
      </div>
      <div>{health.reason}</div>
      {journeys.length > 0 ? (
        <div>Journeys that need it: {journeys.join(', ')}</div>
      ) : null}
      {health.critical ? (
        <div>Critical: without it the commons is down.</div>
      ) : null}
      {health.imageTag ? (
        <div>
          Tag in git: <code>{health.imageTag}</code>{' '}
          <CopyText text={health.imageTag} />
        </div>
      ) : null}
      <Evidence result={health.lastResult} why={health.reason} />
    </div>
  );
}
