import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { WorkloadsResponse } from '@gen3-csoc/backstage-plugin-gen3-common';
import { gen3TranslationRef } from '../../translation';

/** Says that a namespace has none of something, or, where that could not be read, that nobody knows. */
export function Nothing(props: {
  unreadable: WorkloadsResponse['unreadable'];
  /** Kinds that would have it: `jobs`. */
  of: string[];
  text: string;
}) {
  const { unreadable, of, text } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  const isKnown = !unreadable.some(({ kind }) => of.includes(kind));
  return <p>{isKnown ? text : t('inside.nothingRead')}</p>;
}
