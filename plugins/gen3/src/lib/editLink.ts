import { Entity } from '@backstage/catalog-model';
import {
  EditRequest,
  GEN3_ANNOTATIONS,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { templateLink } from './templateLink';

/** Address of the template that proposes an edit, with this commons filled in. */
export function editLink(
  scaffolder: string,
  edit: EditRequest['kind'],
  { metadata }: Entity,
): string {
  const hostname =
    metadata.annotations?.[GEN3_ANNOTATIONS.hostname] ?? metadata.name;
  return templateLink(
    scaffolder,
    `${edit}-commons`,
    edit === 'upgrade' ? { waves: [[hostname]] } : { hostname },
  );
}
