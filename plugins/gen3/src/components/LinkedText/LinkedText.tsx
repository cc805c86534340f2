import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { gen3TranslationRef } from '../../translation';
import { ChangeLink } from '../ChangeList/ChangeLink';

/** Path of a change as the backend writes it, with its id; not as a part of another path. */
const CHANGE_PATH = /(?<![\w./])\/changes\/([\w-]+)/;

/** A text of the backend, with links in place of the paths of changes. */
export function LinkedText(props: {
  text: string;
  /** Opens links beside the page: a form keeps its answers. @defaultValue false */
  beside?: boolean;
}) {
  const { text, beside } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  return (
    <>
      {text
        .split(CHANGE_PATH)
        .map((part, index) =>
          index % 2 === 0 ? (
            part
          ) : (
            <ChangeLink
              key={index}
              change={{ id: part, title: t('findingText.change') }}
              amidText
              beside={beside}
              withoutPage={`/changes/${part}`}
            />
          ),
        )}
    </>
  );
}
