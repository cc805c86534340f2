import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  PreflightFinding,
  PreflightResponse,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import TextField from '@material-ui/core/TextField';
import { ReactNode } from 'react';
import { counted } from '../../lib/count';
import { gen3TranslationRef } from '../../translation';
import { FindingLine } from '../shared/FindingLine';
import { Accepted, reasonOf, withReason } from './accepted';
import { NotRun } from './NotRun';

/** Errors, warnings with their reasons, infos, and what could not be checked. */
export function FindingsPart(props: {
  id: string;
  answer: PreflightResponse;
  /** Whether it is about the answers as they are now. */
  current: boolean;
  accept: Accepted[];
  onChange: (accept: Accepted[]) => void;
  /** Says where an answer is given. */
  sayAnswer: (answer: string) => string;
  /** What stands below the reason for a warning. */
  belowReason?: (warning: PreflightFinding) => ReactNode;
}) {
  const { id, answer, current, accept, onChange, belowReason } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  const { findings, checks } = answer;
  const of = (wanted: PreflightFinding['severity']) =>
    findings.filter(({ severity }) => severity === wanted);
  const line = (finding: PreflightFinding) => (
    <FindingLine
      key={finding.id + finding.what}
      finding={finding}
      about={finding.where.field && props.sayAnswer(finding.where.field)}
    />
  );
  const infos = of('info');
  const notRun = checks.filter(({ outcome }) => outcome === 'not-run');
  return (
    <>
      <div role="status">
        {current && findings.length === 0 ? (
          <p>
            {notRun.length > 0 ? t('wizard.nothingOfRun') : t('wizard.nothing')}
          </p>
        ) : null}
        {of('error').map(line)}
      </div>
      {of('warning').map((finding, index) => (
        <div key={finding.id + finding.what}>
          {line(finding)}
          <TextField
            id={`${id}-reason-${index}`}
            label={t('wizard.review.reason')}
            // The line above says what; whoever does not see it hears it again.
            inputProps={{
              'aria-label': t('wizard.review.reasonFor', {
                what: finding.what,
              }),
            }}
            fullWidth
            required
            value={reasonOf(accept, finding)}
            onChange={({ target }) =>
              onChange(withReason(accept, finding, target.value))
            }
          />
          {belowReason?.(finding)}
        </div>
      ))}
      {infos.length > 0 ? (
        <details>
          <summary>{t('wizard.review.infos', counted(infos.length))}</summary>
          {infos.map(line)}
        </details>
      ) : null}
      <NotRun checks={notRun} />
    </>
  );
}
