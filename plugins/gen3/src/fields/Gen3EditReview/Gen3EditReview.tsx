import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { Notice } from '../../components/Notice';
import { Gen3QueryProvider } from '../../hooks/Gen3QueryProvider';
import { askEdits } from '../../lib/askEdits';
import { gen3TranslationRef } from '../../translation';
import { ReviewOf } from '../Gen3Review/ReviewOf';
import { useListValue } from '../Gen3Review/useListValue';
import { AcceptedOfCommons, acceptedOf, withAcceptedOf } from './acceptedOf';
import { describeBadKind, editKindOf } from './editKindOf';
import { EditList } from './EditList';

/** Last field of a form of edits: what would come of each; its value are the reasons why warnings are fine, by commons. */
export function Gen3EditReview(
  props: FieldExtensionComponentProps<AcceptedOfCommons[]>,
) {
  const { formData, onChange, uiSchema } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  useListValue(formData, onChange);
  const kind = editKindOf(uiSchema);
  if (!kind) return <Notice tone="down">{describeBadKind(uiSchema, t)}</Notice>;
  const edits = askEdits(kind, props.formContext?.formData);
  const [first, ...others] = edits;
  const accept = formData ?? [];
  const id = props.idSchema.$id;
  return (
    <Gen3QueryProvider>
      {first && others.length === 0 ? (
        <ReviewOf
          id={id}
          question={first.question}
          accept={acceptedOf(accept, first.hostname)}
          onChange={changed =>
            onChange(withAcceptedOf(accept, first.hostname, changed))
          }
        />
      ) : (
        <EditList id={id} edits={edits} accept={accept} onChange={onChange} />
      )}
    </Gen3QueryProvider>
  );
}
