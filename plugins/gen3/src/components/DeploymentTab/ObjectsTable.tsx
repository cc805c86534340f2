import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ApplicationRow } from '@gen3-csoc/backstage-plugin-gen3-common';
import { useTheme } from '@material-ui/core/styles';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { formatNumber } from '../../lib/count';
import { gen3TranslationRef } from '../../translation';
import { DenseTable } from '../DenseTable';
import { PartTitle } from './PartTitle';

const COLUMNS = ['kind', 'name', 'sync', 'health', 'message'] as const;

/** On a phone one cell holds all. */
const NARROW_COLUMNS = ['name'] as const;

/** What of an Application is not as git says or not healthy, the worst first. */
export function ObjectsTable(props: { application: ApplicationRow }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const { name, objects, totalObjects } = props.application;
  const narrow = useNarrow();
  if (objects.length === 0) {
    return <NoObjects application={props.application} />;
  }
  const columns = narrow ? NARROW_COLUMNS : COLUMNS;
  return (
    <div>
      <PartTitle title={t('deploymentTab.objects.title')} />
      <DenseTable
        label={t('deploymentTab.objects.label', { application: name })}
        columns={columns.map(column =>
          t(`deploymentTab.objects.column.${column}`),
        )}
      >
        {objects.map(object => (
          <TableRow key={`${object.kind} ${object.name}`}>
            {cellsOf(object, narrow).map((cell, index) => (
              // eslint-disable-next-line react/no-array-index-key -- cells are columns: their place is what they are
              <TableCell key={index}>{cell}</TableCell>
            ))}
          </TableRow>
        ))}
      </DenseTable>
      {totalObjects > objects.length
        ? t('deploymentTab.objects.more', {
            shown: formatNumber(objects.length),
            total: formatNumber(totalObjects),
          })
        : null}
    </div>
  );
}

function cellsOf(object: ApplicationRow['objects'][number], narrow: boolean) {
  const { kind, sync, health, message } = object;
  const name = <code style={{ overflowWrap: 'anywhere' }}>{object.name}</code>;
  return narrow
    ? [
        <>
          {kind} {name}
          <div>{[sync, health, message].filter(Boolean).join(' · ')}</div>
        </>,
      ]
    : [kind, name, sync ?? '-', health ?? '-', message ?? '-'];
}

/**
 * Nothing is listed: all is well, or Argo CD keeps what it knows of objects to itself, as it does with health since version 3
 * (`argo-cd:docs/operator-manual/upgrading/2.14-3.0.md`).
 */
function NoObjects({ application }: { application: ApplicationRow }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const { sync, health } = application;
  const isWell = sync === 'Synced' && health === 'Healthy';
  const hasWrong = sync === 'OutOfSync' || health === 'Degraded';
  if (isWell) return <div>{t('deploymentTab.objects.none')}</div>;
  return hasWrong ? <div>{t('deploymentTab.objects.notNamed')}</div> : null;
}

function useNarrow(): boolean {
  return useMediaQuery(useTheme().breakpoints.down('md'), { noSsr: true });
}
