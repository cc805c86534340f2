import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { PreflightFinding } from '@gen3-csoc/backstage-plugin-gen3-common';
import { LinkedText } from '../../components/LinkedText';
import { Notice } from '../../components/Notice';
import { asSentence } from '../../lib/failure';
import { gen3TranslationRef } from '../../translation';
import { DocsLink } from './DocsLink';

const TONES = { error: 'down', warning: 'degraded', info: 'note' } as const;

/** One finding: severity as icon and word, what, why, fix. */
export function FindingLine(props: {
  finding: PreflightFinding;
  /** Says which answer it is about, where it does not stand beside it. */
  about?: string;
}) {
  const { finding, about } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  return (
    <Notice tone={TONES[finding.severity]}>
      <strong>{t(`severity.${finding.severity}`)}</strong>{' '}
      {about ? t('wizard.review.about', { answer: about }) : null}{' '}
      {asSentence(finding.what)} {asSentence(finding.why)}{' '}
      <strong>{t('wizard.fix')}</strong>{' '}
      <LinkedText text={asSentence(finding.fix)} beside />{' '}
      {finding.docs ? <DocsLink href={finding.docs} /> : null}
    </Notice>
  );
}
