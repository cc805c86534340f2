import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  createServiceRegistry,
  PreviewObject,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { makeStyles } from '@material-ui/core/styles';
import { useMemo } from 'react';
import { formatNumber } from '../../lib/count';
import { groupObjects, ObjectGroup } from '../../lib/groupObjects';
import { Gen3TranslationFunction, gen3TranslationRef } from '../../translation';
import { Expandable } from '../Expandable';
import { ObjectDiff } from './ObjectDiff';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  inner: { listStyle: 'none', margin: 0, padding: theme.spacing(0, 0, 0.5, 2) },
}));

const registry = createServiceRegistry();

/** What differs in the cluster, by service. A chart has hundreds of objects: only what somebody opens is drawn and compared. */
export function PreviewObjects({ objects }: { objects: PreviewObject[] }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const classes = useStyles();
  const groups = useMemo(() => groupObjects(objects), [objects]);
  if (objects.length === 0) return <p>{t('preview.object.none')}</p>;
  return (
    <ul className={classes.list} aria-label={t('preview.object.groups')}>
      {groups.map(group => (
        <li key={group.service ?? ''}>
          <Expandable
            title={titleOf(group, t)}
            beside={describeCounts(group, t)}
          >
            <ul className={classes.inner}>
              {group.objects.map(object => (
                <li key={`${object.kind} ${object.namespace} ${object.name}`}>
                  <Expandable
                    title={`${object.kind} ${object.name}`}
                    beside={t(`preview.object.${object.change}`)}
                    monospace
                  >
                    <ObjectDiff object={object} />
                  </Expandable>
                </li>
              ))}
            </ul>
          </Expandable>
        </li>
      ))}
    </ul>
  );
}

/** A portal's own services are known to its backend only: they are called by their names. */
function titleOf({ service }: ObjectGroup, t: Gen3TranslationFunction): string {
  return service === undefined
    ? t('preview.object.noService')
    : registry.get(service)?.title ?? service;
}

function describeCounts({ counts }: ObjectGroup, t: Gen3TranslationFunction) {
  return (['removed', 'changed', 'added'] as const)
    .filter(change => counts[change] > 0)
    .map(change =>
      t(`preview.object.counts.${change}`, {
        amount: formatNumber(counts[change]),
      }),
    )
    .join(', ');
}
