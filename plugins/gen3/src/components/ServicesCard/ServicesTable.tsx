import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { CommonsHealthResponse } from '@gen3-csoc/backstage-plugin-gen3-common';
import { useTheme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { gen3TranslationRef } from '../../translation';
import { DenseTable } from '../DenseTable';
import { ServiceRow } from './ServiceRow';

const COLUMNS = [
  'status',
  'service',
  'tag',
  'why',
  'since',
  'evidence',
] as const;

/** On a phone one cell holds service, reason, tag and time. */
const NARROW_COLUMNS = ['status', 'service', 'evidence'] as const;

/** Services in the order that the server gives them: worst first. */
export function ServicesTable(props: {
  services: CommonsHealthResponse['health']['services'];
}) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const narrow = useMediaQuery(useTheme().breakpoints.down('md'), {
    noSsr: true,
  });
  const columns = narrow ? NARROW_COLUMNS : COLUMNS;
  return (
    <DenseTable
      label={t('servicesCard.table.label')}
      columns={columns.map(column => t(`servicesCard.table.column.${column}`))}
    >
      {props.services.map(service => (
        <ServiceRow key={service.name} service={service} narrow={narrow} />
      ))}
    </DenseTable>
  );
}
