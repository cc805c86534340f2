import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ApplicationRow } from '@gen3-csoc/backstage-plugin-gen3-common';
import { gen3TranslationRef } from '../../translation';
import { Age } from '../Age';
import { LineList } from './LineList';

/** What Argo CD complains of: a source that it cannot read, objects that two Applications share. */
export function Conditions({ conditions }: Pick<ApplicationRow, 'conditions'>) {
  const { t } = useTranslationRef(gen3TranslationRef);
  return (
    <LineList title={t('deploymentTab.argocd.conditions')}>
      {conditions.map(({ type, message, at }) => (
        <span key={`${type} ${message}`}>
          {t('deploymentTab.argocd.condition', { type, message })}
          {at ? (
            <>
              {' · '}
              <Age at={at} as="ago" />
            </>
          ) : null}
        </span>
      ))}
    </LineList>
  );
}
