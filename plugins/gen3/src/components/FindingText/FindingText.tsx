import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { Finding } from '@gen3-csoc/backstage-plugin-gen3-common';
import { gen3TranslationRef } from '../../translation';
import { LinkedText } from '../LinkedText';

/** Where, what, and how to mend it. */
export function FindingText({ finding }: { finding: Finding }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const { file, line, key, message, fix } = finding;
  return (
    <>
      {file ? (
        <div>
          <code style={{ overflowWrap: 'anywhere' }}>{file}</code>
          {line === undefined
            ? null
            : t('findingText.line', { line: String(line) })}
          {key ? t('findingText.key', { key: <code>{key}</code> }) : null}
        </div>
      ) : null}
      <div>{message}</div>
      <div>
        <strong>{t('findingText.fix')}</strong> <LinkedText text={fix} />
      </div>
    </>
  );
}
