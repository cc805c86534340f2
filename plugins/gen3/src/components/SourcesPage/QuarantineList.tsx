import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { SourceStatus } from '@gen3-csoc/backstage-plugin-gen3-common';
import { formatNumber } from '../../lib/count';
import { gen3TranslationRef } from '../../translation';
import { Age } from '../Age';
import { CopyText } from '../CopyText';
import { FindingText } from '../FindingText';
import { Notice } from '../Notice';
import { Folded } from './Folded';
import { sortQuarantined } from './memberOrder';

/** Members that could not be read; none of them is lost. */
export function QuarantineList(props: {
  members: SourceStatus['quarantined'];
  /** How many there are in all. @defaultValue as many as are listed */
  total?: number;
}) {
  const { members, total = members.length } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  if (members.length === 0) return null;
  return (
    <section aria-label={t('sourcesPage.quarantine.label')}>
      <h3 style={{ margin: '4px 0' }}>
        {t('sourcesPage.quarantine.title', { amount: formatNumber(total) })}
      </h3>
      <Notice tone="degraded">
        <Folded items={sortQuarantined(members)} total={total}>
          {({ member, hostname = member, finding, since, served }) => (
            <li key={member}>
              {t('sourcesPage.quarantine.unread', {
                member: (
                  <>
                    <code>{hostname}</code> <CopyText text={hostname} />
                  </>
                ),
                age: <Age at={since} />,
              })}{' '}
              {served
                ? t('sourcesPage.quarantine.served')
                : t('sourcesPage.quarantine.neverRead')}
              <FindingText finding={finding} />
            </li>
          )}
        </Folded>
      </Notice>
    </section>
  );
}
