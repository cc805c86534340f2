import { Score } from '@gen3-csoc/backstage-plugin-gen3-common';

/** The score and every point that is missing from 100. */
export function ScoreLine({ score }: { score: Score | undefined }) {
  if (!score) {
    return <div>No score: too little is known.</div>;
  }
  const reasons = score.reasons.filter(reason => reason.points !== 0);
  return (
    <div>
      <strong>Score {score.value}</strong> of 100
      {reasons.length > 0 ? (
        <ul
          aria-label="What the score is made of"
          style={{ margin: '4px 0 0', paddingLeft: 20 }}
        >
          {reasons.map(({ points, text }) => (
            <li key={text}>
              <span style={{ fontFamily: 'monospace' }}>
                {points < 0 ? `−${Math.abs(points)}` : `+${points}`}
              </span>{' '}
              {text}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
