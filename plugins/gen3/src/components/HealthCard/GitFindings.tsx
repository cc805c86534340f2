import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useCommonsSources } from '../../hooks/useSources';
import { counted } from '../../lib/count';
import { asSentence, classifyFailure } from '../../lib/failure';
import { gitProblemsOf } from '../../lib/gitProblems';
import { sourcesLinkRouteRef } from '../../routes';
import { gen3TranslationRef } from '../../translation';
import { Age } from '../Age';
import { FindingText } from '../FindingText';
import { Notice } from '../Notice';
import { Section } from './Section';

/** More findings than this are on the Sources page only. */
const SHOWN = 5;

/** What could not be read about a commons where it is declared; nothing when all could. */
export function GitFindings({ hostname }: { hostname: string }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const { data, error } = useCommonsSources(hostname);
  const sourcesLink = useRouteRef(sourcesLinkRouteRef)?.();
  const { quarantined, findings } = gitProblemsOf(data?.items ?? []);
  const more = findings.length - SHOWN;
  const nothing = quarantined.length + findings.length === 0;
  if (nothing && !error) return null;
  return (
    <Section title={t('healthCard.git.title')}>
      <div style={{ display: 'grid', gap: 8, overflowWrap: 'anywhere' }}>
        {error ? (
          <div>
            {t('healthCard.git.unknown', {
              message: asSentence(classifyFailure(error).message),
            })}
          </div>
        ) : null}
        {quarantined.map(({ sourceId, member, finding, since, ...rest }) => (
          <Notice key={`${sourceId} ${member}`} tone="degraded">
            <strong>{t('healthCard.git.quarantined')}</strong>{' '}
            {t('healthCard.git.unread', {
              member,
              source: sourceId,
              age: <Age at={since} />,
            })}{' '}
            {rest.served && rest.hostname === hostname
              ? t('healthCard.git.served')
              : t('healthCard.git.notServed')}
            <FindingText finding={finding} />
          </Notice>
        ))}
        {findings.length > 0 ? (
          <ul
            aria-label={t('healthCard.git.findings')}
            style={{ margin: 0, paddingLeft: 20 }}
          >
            {findings.slice(0, SHOWN).map(({ sourceId, ...finding }, index) => (
              <li key={`${sourceId} ${finding.member} ${index}`}>
                {t('healthCard.git.finding', {
                  severity: (
                    <strong>{t(`severity.${finding.severity}`)}</strong>
                  ),
                  member: finding.member,
                  source: sourceId,
                })}
                <FindingText finding={finding} />
              </li>
            ))}
          </ul>
        ) : null}
        {sourcesLink && !nothing ? (
          <Link to={sourcesLink} underline="always">
            {more > 0
              ? t('healthCard.git.more', counted(more))
              : t('healthCard.git.allSources')}
          </Link>
        ) : null}
      </div>
    </Section>
  );
}
