import { translationApiRef } from '@backstage/core-plugin-api/alpha';
import { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { isImageTag } from '@gen3-csoc/backstage-plugin-gen3-common';
import { translateFrom } from '../shared/translateFrom';
import { linesOf, ServiceValues } from './serviceValues';

const MAX_REPLICAS = 100;

const IS_RIGHT = {
  tag: (value: string | number) => isImageTag(String(value)),
  replicas: (value: string | number) =>
    typeof value === 'number' &&
    Number.isInteger(value) &&
    value >= 0 &&
    value <= MAX_REPLICAS,
};

/** Refuses a line without a service, and a value that cannot be one. */
export function validateServiceValues(
  kind: keyof typeof IS_RIGHT,
): CustomFieldValidator<ServiceValues> {
  return (values, field, { apiHolder }) => {
    const t = translateFrom(apiHolder.get(translationApiRef));
    for (const { service, value } of linesOf(values)) {
      if (service === '') {
        field.addError(t('editFields.byService.noService'));
      } else if (!IS_RIGHT[kind](value)) {
        field.addError(
          t(`editFields.byService.${kind}Wrong`, {
            service,
            value: String(value),
          }),
        );
      }
    }
  };
}
