import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { gen3TranslationRef } from '../../translation';
import { FindingLine } from './FindingLine';
import { PreflightState } from './PreflightState';
import type { AnswerPreflight } from './useAnswerPreflight';

/** What preflight finds about one answer, or why it says nothing; read out when it changes. */
export function AnswerFindings(props: {
  /** Of the element, for `aria-describedby` of the input. */
  id: string;
  label: string;
  found: AnswerPreflight;
  /**
   * Says, too, that it is asked or cannot be: of an answer that somebody gave. While it does not, it keeps the room for it.
   * @defaultValue never, and without room
   */
  showState?: boolean;
}) {
  const { id, label, found, showState } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  return (
    <div
      id={id}
      role="status"
      aria-label={t('wizard.findings', { what: label })}
    >
      {showState === undefined ? null : (
        // A line of its own: one that comes and goes, beside findings or not, would move the buttons below while somebody presses one.
        <div style={{ minHeight: 24 }}>
          {showState ? <PreflightState preflight={found.preflight} /> : null}
        </div>
      )}
      {found.findings.map(finding => (
        <FindingLine key={finding.id + finding.what} finding={finding} />
      ))}
    </div>
  );
}
