import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ChangeDetails } from '@gen3-csoc/backstage-plugin-gen3-common';
import { ownerName } from '../../lib/ownerName';
import { gen3TranslationRef } from '../../translation';
import { Age } from '../Age';

/** Who has approved a change, and when. */
export function ApprovalList(props: {
  approvals: ChangeDetails['approvals'];
  /** Whether somebody may still come and approve it. */
  isOpen: boolean;
}) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const { approvals, isOpen } = props;
  if (approvals.length === 0) {
    return (
      <p style={{ margin: 0 }}>
        {isOpen
          ? t('changePage.approvals.none')
          : t('changePage.approvals.noneAtAll')}
      </p>
    );
  }
  return (
    <ul style={{ margin: 0, paddingLeft: 20 }}>
      {approvals.map(({ by, at }) => (
        <li key={`${by} ${at}`}>
          {t('changePage.approvals.by', {
            by: ownerName(by),
            age: <Age at={at} as="ago" />,
          })}
        </li>
      ))}
    </ul>
  );
}
