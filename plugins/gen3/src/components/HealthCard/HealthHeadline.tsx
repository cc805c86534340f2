import { CommonsHealthResponse } from '@gen3-csoc/backstage-plugin-gen3-common';
import { useNow } from '../../hooks/useNow';
import { formatClock, formatInstant } from '../../lib/formatAge';
import { Age } from '../Age';
import { CopyText } from '../CopyText';
import { Notice } from '../Notice';
import { StatusMark } from '../StatusMark';
import { TierAndOwner } from './TierAndOwner';

const NOTHING_WRONG = 'Nothing is wrong with what was asked.';

/** Is it us, since when, what is wrong, who is affected, what to do: in that order. */
export function HealthHeadline(props: { answer: CommonsHealthResponse }) {
  const { hostname, probing, health } = props.answer;
  const { status, since, stale, checkedAt } = health;
  return (
    <>
      <div
        style={{
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'center',
          gap: '4px 12px',
        }}
      >
        <StatusMark status={status} size={22} />
        {since ? <Since at={since} /> : null}
        <span style={{ fontFamily: 'monospace', overflowWrap: 'anywhere' }}>
          {hostname} <CopyText text={hostname} />
        </span>
        <TierAndOwner hostname={hostname} />
      </div>
      {probing === 'off' ? (
        <Notice tone="unknown">
          Probing is off: the portal does not ask this commons anything. Set the
          annotation <code>gen3.org/probing: on</code>, or{' '}
          <code>probing: on</code> in its source, when its operators agree.
        </Notice>
      ) : null}
      {stale && probing === 'on' ? (
        <Notice tone="unknown">
          Old data: the newest answer came <Age at={checkedAt} as="ago" />.
          Nobody knows how the commons is now.
        </Notice>
      ) : null}
      <p style={{ margin: 0, fontSize: 16, fontWeight: 500 }}>
        {health.headline || NOTHING_WRONG}
      </p>
      {health.affected ? <p style={{ margin: 0 }}>{health.affected}</p> : null}
      {health.advice ? (
        <p style={{ margin: 0 }}>
          <strong>What to do:</strong> {health.advice}
        </p>
      ) : null}
    </>
  );
}

function Since({ at }: { at: string }) {
  const clock = useNow(now => formatClock(at, now));
  return (
    <span title={formatInstant(at)}>
      since {clock} (<Age at={at} />)
    </span>
  );
}
