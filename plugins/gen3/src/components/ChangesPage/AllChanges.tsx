import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { gen3TranslationRef } from '../../translation';
import { ChangeList } from '../ChangeList';
import { PageFrame } from '../PageFrame';
import { ProposeButtons } from '../ProposeButtons';
import { ChangesEmpty, ChangesNoMatch } from './ChangesEmpty';
import { ChangesFilters } from './ChangesFilters';
import { useChangesView } from './useChangesView';

const COLUMNS = [
  'state',
  'change',
  'commons',
  'now',
  'source',
  'author',
  'owner',
  'age',
] as const;

/** Every change, filtered as the address says. */
export function AllChanges() {
  const { t } = useTranslationRef(gen3TranslationRef);
  const [view, show] = useChangesView();
  return (
    <PageFrame
      title={t('changesPage.title')}
      aside={<ProposeButtons proposals={['launch']} />}
    >
      <ChangesFilters view={view} onShow={show} />
      <ChangeList
        filter={view}
        columns={COLUMNS}
        empty={
          view.state || view.kind ? (
            <ChangesNoMatch onClear={() => show({})} />
          ) : (
            <ChangesEmpty />
          )
        }
      />
    </PageFrame>
  );
}
