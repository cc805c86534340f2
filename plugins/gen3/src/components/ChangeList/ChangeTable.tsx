import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { Change } from '@gen3-csoc/backstage-plugin-gen3-common';
import { useTheme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { gen3TranslationRef } from '../../translation';
import { DenseTable } from '../DenseTable';
import { ChangeColumn, ChangeRow } from './ChangeRow';

/** On a phone one cell holds all. */
const NARROW_COLUMNS = ['change'] as const;

/** Changes, a row for each. */
export function ChangeTable(props: {
  changes: Change[];
  columns: readonly ChangeColumn[];
}) {
  const { changes, columns } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  // The width is known from the start: without `noSsr` a phone would show the wide table first.
  const narrow = useMediaQuery(useTheme().breakpoints.down('sm'), {
    noSsr: true,
  });
  return (
    <DenseTable
      label={t('changesPage.label')}
      columns={(narrow ? NARROW_COLUMNS : columns).map(column =>
        t(`changesPage.column.${column}`),
      )}
    >
      {changes.map(change => (
        <ChangeRow
          key={change.id}
          change={change}
          columns={columns}
          narrow={narrow}
        />
      ))}
    </DenseTable>
  );
}
