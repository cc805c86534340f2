import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { AskedEditOptions } from '../../hooks/useEditOptions';
import { gen3TranslationRef } from '../../translation';
import { NotKnownNow } from './NotKnownNow';
import { OpenChange } from './OpenChange';
import { sayNow } from './sayNow';

/** How a commons is that somebody chose, and why that is not known (any more), or it cannot be changed; nothing while it is not asked. */
export function CommonsNow(props: {
  options: Pick<AskedEditOptions, 'data' | 'error' | 'isFetching'>;
  /** Names it where it stands with others. */
  hostname?: string;
}) {
  const { options, hostname } = props;
  const { data, error, isFetching } = options;
  const { t } = useTranslationRef(gen3TranslationRef);
  const name = hostname === undefined ? null : <strong>{hostname}: </strong>;
  if (!data && !error) {
    return isFetching ? <div>{t('editFields.now.asking')}</div> : null;
  }
  return (
    <>
      {data ? (
        <div>
          {name}
          {sayNow(data, t)}
        </div>
      ) : null}
      {data?.openChange ? <OpenChange change={data.openChange} /> : null}
      {error ? (
        <NotKnownNow error={error}>{data ? null : name}</NotKnownNow>
      ) : null}
    </>
  );
}
