import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { gen3TranslationRef } from '../../translation';
import { ProposeLink } from '../ChangeList';

/** No change at all: what one is, and how to propose it. */
export function ChangesEmpty() {
  const { t } = useTranslationRef(gen3TranslationRef);
  return (
    <section aria-label={t('changesPage.empty.title')}>
      <h2>{t('changesPage.empty.title')}</h2>
      <p style={{ maxWidth: 720 }}>{t('changesPage.empty.text')}</p>
      <ProposeLink />
      <p>{t('changesPage.empty.permission')}</p>
    </section>
  );
}

/** Changes, but none that match. */
export function ChangesNoMatch(props: { onClear: () => void }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  return (
    <section aria-label={t('changesPage.noMatch.label')}>
      <p>{t('changesPage.noMatch.text')}</p>
      <Button
        size="small"
        variant="outlined"
        style={{ textTransform: 'none' }}
        onClick={props.onClear}
      >
        {t('changesPage.filters.clear')}
      </Button>
    </section>
  );
}
