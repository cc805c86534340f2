import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  describeDuration,
  JobsResponse,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { gen3TranslationRef } from '../../translation';
import { Age } from '../Age';

type Run = JobsResponse['jobs'][number]['runs'][number];

/** The last runs of a job, newest first. */
export function RunList({ runs }: { runs: Run[] }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  if (runs.length === 0) return <p>{t('jobsTab.noRuns')}</p>;
  return (
    <ul>
      {runs.map(run => (
        <li key={run.name}>
          <code>{run.name}</code>{' '}
          <strong>{t(`jobsTab.runState.${run.state}`)}</strong>{' '}
          <Age at={run.endedAt ?? run.startedAt} as="ago" />
          {run.durationMs === undefined
            ? null
            : `, ${t('jobsTab.took', {
                duration: describeDuration(run.durationMs),
              })}`}
          {run.message ? `: ${run.message}` : null}
        </li>
      ))}
    </ul>
  );
}
