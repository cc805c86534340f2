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
          {quarantined => (
            <li key={quarantined.member}>
              <WhatOfIt {...quarantined} />
              <FindingText finding={quarantined.finding} />
            </li>
          )}
        </Folded>
      </Notice>
    </section>
  );
}

function WhatOfIt(props: SourceStatus['quarantined'][number]) {
  const { member, hostname, finding, since, served } = props;
  // A commons of a cluster has its namespace after a `#`.
  if (finding.code === 'cluster-not-read' && !member.includes('#')) {
    return <PartOfCluster name={member} since={since} />;
  }
  return served ? (
    <Kept name={hostname ?? member} since={since} />
  ) : (
    <LeftOut member={member} hostname={hostname} since={since} />
  );
}

function PartOfCluster({ name, since }: { name: string; since: string }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  return (
    <>
      {t('sourcesPage.quarantine.cluster', {
        member: <Name text={name} />,
        age: <Age at={since} />,
      })}{' '}
      {t('sourcesPage.quarantine.clusterServed')}
    </>
  );
}

function Kept({ name, since }: { name: string; since: string }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  return (
    <>
      {t('sourcesPage.quarantine.unread', {
        member: <Name text={name} />,
        age: <Age at={since} />,
      })}{' '}
      {t('sourcesPage.quarantine.served')}
    </>
  );
}

/** The hostname that it names may well be in the catalog: of another member, or of another source. */
function LeftOut(props: { member: string; hostname?: string; since: string }) {
  const { member, hostname, since } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  const facts = { member: <Name text={member} />, age: <Age at={since} /> };
  return (
    <>
      {hostname && hostname !== member
        ? t('sourcesPage.quarantine.leftOutHostname', {
            ...facts,
            hostname: <code>{hostname}</code>,
          })
        : t('sourcesPage.quarantine.leftOut', facts)}{' '}
      {t('sourcesPage.quarantine.notServed')}
    </>
  );
}

function Name({ text }: { text: string }) {
  return (
    <>
      <code>{text}</code> <CopyText text={text} />
    </>
  );
}
