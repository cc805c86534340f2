import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useCommonsSources } from '../../hooks/useSources';
import { asSentence, classifyFailure } from '../../lib/failure';
import { gitProblemsOf } from '../../lib/gitProblems';
import { sourcesLinkRouteRef } from '../../routes';
import { Age } from '../Age';
import { FindingText } from '../FindingText';
import { Notice } from '../Notice';
import { Section } from './Section';

/** More findings than this are on the Sources page only. */
const SHOWN = 5;

/** What could not be read about a commons where it is declared; nothing when all could. */
export function GitFindings({ hostname }: { hostname: string }) {
  const { data, error } = useCommonsSources(hostname);
  const sourcesLink = useRouteRef(sourcesLinkRouteRef)?.();
  const { quarantined, findings } = gitProblemsOf(data?.items ?? []);
  const more = findings.length - SHOWN;
  const nothing = quarantined.length + findings.length === 0;
  if (nothing && !error) return null;
  return (
    <Section title="From git">
      <div style={{ display: 'grid', gap: 8, overflowWrap: 'anywhere' }}>
        {error ? (
          <div>
            What sources say of this commons is not known:{' '}
            {asSentence(classifyFailure(error).message)}
          </div>
        ) : null}
        {quarantined.map(({ sourceId, member, finding, since, ...rest }) => (
          <Notice key={`${sourceId} ${member}`} tone="degraded">
            <strong>Quarantined:</strong> {member} of source {sourceId} cannot
            be read since <Age at={since} />.{' '}
            {rest.served && rest.hostname === hostname
              ? 'Its last good entities are still served.'
              : 'It adds nothing to what you see here.'}
            <FindingText finding={finding} />
          </Notice>
        ))}
        {findings.length > 0 ? (
          <ul aria-label="Findings" style={{ margin: 0, paddingLeft: 20 }}>
            {findings.slice(0, SHOWN).map(({ sourceId, ...finding }, index) => (
              <li key={`${sourceId} ${finding.member} ${index}`}>
                <strong>{finding.severity}</strong> in {finding.member} of
                source {sourceId}
                <FindingText finding={finding} />
              </li>
            ))}
          </ul>
        ) : null}
        {sourcesLink && !nothing ? (
          <Link to={sourcesLink} underline="always">
            {more > 0 ? `${more} more on the Sources page` : 'See all sources'}
          </Link>
        ) : null}
      </div>
    </Section>
  );
}
