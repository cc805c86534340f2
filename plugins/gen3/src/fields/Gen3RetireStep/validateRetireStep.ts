import { translationApiRef } from '@backstage/core-plugin-api/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { EditOf } from '@gen3-csoc/backstage-plugin-gen3-common';
import { gen3ApiRef } from '../../api/Gen3Api';
import { askEditOptions } from '../../hooks/useEditOptions';
import { commonsOfForm } from '../../lib/commonsOfForm';
import { translateFrom } from '../shared/translateFrom';

/** Refuses a removal while users do not see the maintenance page yet. What git says is asked anew: somebody may just have merged the first step. */
export const validateRetireStep: CustomFieldValidator<
  EditOf<'retire'>['step']
> = async (step, field, { apiHolder, formData }) => {
  const api = apiHolder.get(gen3ApiRef);
  const catalog = apiHolder.get(catalogApiRef);
  const [hostname] = commonsOfForm(formData);
  if (step !== 'remove' || hostname === undefined || !api || !catalog) return;
  const now = await askEditOptions(hostname, { api, catalog }).catch(
    // What cannot be known here, the page Check says with its reason.
    () => undefined,
  );
  if (now?.maintenance !== 'off') return;
  const t = translateFrom(apiHolder.get(translationApiRef));
  field.addError(t('editFields.retireStep.notYet', { hostname }));
};
