import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { Gen3Service } from '@gen3-csoc/backstage-plugin-gen3-common';
import { ServiceStand } from '../../lib/serviceChoice';
import { gen3TranslationRef } from '../../translation';
import { DocsLink } from '../shared/DocsLink';
import { CheckLine } from './CheckLine';

/** One service: what it does, where one can read more, and who needs it. One that others need stays on until they go. */
export function ServiceLine(props: {
  id: string;
  service: Gen3Service;
  stand: ServiceStand | undefined;
  onToggle: () => void;
}) {
  const { id, service, stand, onToggle } = props;
  const { title, description, docsUrl, onlyByName } = service;
  const { t } = useTranslationRef(gen3TranslationRef);
  const neededBy = stand?.neededBy ?? [];
  const notes = [
    ...(neededBy.length > 0
      ? [t('wizard.services.neededBy', { by: neededBy.join(', ') })]
      : []),
    ...(onlyByName ? [t('wizard.services.onlyByName')] : []),
  ];
  return (
    <CheckLine
      id={id}
      label={title}
      line={description}
      beside={notes.join(' ')}
      checked={stand?.on ?? false}
      fixed={neededBy.length > 0}
      onToggle={onToggle}
      link={
        docsUrl ? (
          <DocsLink
            href={docsUrl}
            label={t('wizard.services.docsOf', { service: title })}
          />
        ) : null
      }
    />
  );
}
