import { EditRequest } from '@gen3-csoc/backstage-plugin-gen3-common';
import { EDIT_KINDS } from '../../lib/askEdits';
import { Gen3TranslationFunction } from '../../translation';

/** What a template says about its field. */
interface FieldOptions {
  'ui:options'?: object;
}

function givenKind(uiSchema: FieldOptions | undefined): unknown {
  return new Map(Object.entries(uiSchema?.['ui:options'] ?? {})).get('kind');
}

/** The kind of edit that a template asks a review for; nothing when it names none that there is. */
export function editKindOf(
  uiSchema: FieldOptions | undefined,
): EditRequest['kind'] | undefined {
  const given = givenKind(uiSchema);
  return EDIT_KINDS.find(kind => kind === given);
}

/** Tells the author of a template that there is no such kind. */
export function describeBadKind(
  uiSchema: FieldOptions | undefined,
  t: Gen3TranslationFunction,
): string {
  return t('editFields.review.badKind', {
    kind: String(givenKind(uiSchema) ?? t('editFields.review.noKind')),
    kinds: EDIT_KINDS.join(', '),
  });
}
