import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { SourceStatus } from '@gen3-csoc/backstage-plugin-gen3-common';
import { formatNumber } from '../../lib/count';
import { gen3TranslationRef } from '../../translation';
import { FindingText } from '../FindingText';
import { Folded } from './Folded';
import { sortFindings } from './memberOrder';

/** What is odd about members that could be read, errors first. */
export function FindingList(props: {
  findings: SourceStatus['findings'];
  /** How many there are in all. @defaultValue as many as are listed */
  total?: number;
}) {
  const { findings, total = findings.length } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  if (findings.length === 0) return null;
  return (
    <section aria-label={t('sourcesPage.findings.label')}>
      <h3 style={{ margin: '4px 0' }}>
        {t('sourcesPage.findings.title', { amount: formatNumber(total) })}
      </h3>
      <Folded items={sortFindings(findings)} total={total}>
        {(finding, index) => (
          <li key={`${finding.member} ${finding.code} ${index}`}>
            {t('sourcesPage.findings.finding', {
              severity: <strong>{t(`severity.${finding.severity}`)}</strong>,
              member: <code>{finding.member}</code>,
            })}
            <FindingText finding={finding} />
          </li>
        )}
      </Folded>
    </section>
  );
}
