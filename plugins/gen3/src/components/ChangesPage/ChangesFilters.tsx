import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  CHANGE_KINDS,
  CHANGE_STATES,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import Button from '@material-ui/core/Button';
import NativeSelect from '@material-ui/core/NativeSelect';
import { ChangesView } from '../../lib/changesUrl';
import { gen3TranslationRef } from '../../translation';

const STATES = ['ongoing', ...CHANGE_STATES] as const;

/** The filters of changes: one value each, as the backend takes them. */
export function ChangesFilters(props: {
  view: ChangesView;
  onShow: (view: ChangesView) => void;
}) {
  const { view, onShow } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  return (
    <div
      role="group"
      aria-label={t('changesPage.filters.label')}
      style={{ display: 'flex', flexWrap: 'wrap', gap: '4px 16px' }}
    >
      <FilterSelect
        title={t('changesPage.filters.state')}
        value={view.state}
        values={STATES}
        wordOf={state => t(`changesPage.state.${state}`)}
        onChoose={state => onShow({ ...view, state })}
      />
      <FilterSelect
        title={t('changesPage.filters.kind')}
        value={view.kind}
        values={CHANGE_KINDS}
        wordOf={kind => t(`changesPage.kind.${kind}`)}
        onChoose={kind => onShow({ ...view, kind })}
      />
      {view.state || view.kind ? (
        <Button
          size="small"
          color="primary"
          style={{ textTransform: 'none' }}
          onClick={() => onShow({})}
        >
          {t('changesPage.filters.clear')}
        </Button>
      ) : null}
    </div>
  );
}

function FilterSelect<T extends string>(props: {
  title: string;
  value: T | undefined;
  values: readonly T[];
  wordOf: (value: T) => string;
  onChoose: (value: T | undefined) => void;
}) {
  const { title, value, values, wordOf, onChoose } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  return (
    <span>
      <span aria-hidden>{title}</span>{' '}
      <NativeSelect
        inputProps={{ 'aria-label': title }}
        value={value ?? ''}
        onChange={event =>
          onChoose(values.find(one => one === event.target.value))
        }
        style={{ fontSize: 14 }}
      >
        <option value="">{t('changesPage.filters.all')}</option>
        {values.map(one => (
          <option key={one} value={one}>
            {wordOf(one)}
          </option>
        ))}
      </NativeSelect>
    </span>
  );
}
