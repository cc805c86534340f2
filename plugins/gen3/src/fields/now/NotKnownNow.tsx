import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { PropsWithChildren } from 'react';
import { Notice } from '../../components/Notice';
import { asSentence, classifyFailure, isRefusal } from '../../lib/failure';
import { gen3TranslationRef } from '../../translation';

/** Why it is not known how a commons is now, or why it cannot be changed. */
export function NotKnownNow(props: PropsWithChildren<{ error: Error }>) {
  const { error, children } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  const { kind, message } = classifyFailure(error);
  const isRefused = isRefusal(error);
  return (
    <Notice tone={isRefused ? 'down' : 'unknown'}>
      {children}
      {kind === 'not-found'
        ? t('editFields.now.notFound')
        : t(`editFields.now.${isRefused ? 'refused' : 'unknown'}`, {
            why: asSentence(message),
          })}
    </Notice>
  );
}
