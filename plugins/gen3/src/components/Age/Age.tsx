import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useNow } from '../../hooks/useNow';
import {
  formatAge,
  formatAgo,
  formatAhead,
  formatInstant,
} from '../../lib/formatAge';
import { gen3TranslationRef } from '../../translation';

const FORMATS = { age: formatAge, ago: formatAgo, ahead: formatAhead };

/** An instant as people say it, kept current, with the exact local time and UTC on hover. */
export function Age(props: {
  at: string | undefined;
  /** `age`: `4 min`; `ago`: `4 min ago`; `ahead`: `in 4 min`. @defaultValue age */
  as?: keyof typeof FORMATS;
}) {
  const { at, as = 'age' } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  const text = useNow(now => FORMATS[as](at, now, t));
  if (at === undefined) return <>{text}</>;
  return (
    <time dateTime={at} title={formatInstant(at)}>
      {text}
    </time>
  );
}
