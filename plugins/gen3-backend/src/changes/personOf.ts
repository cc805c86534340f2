import { parseEntityRef, type UserEntity } from '@backstage/catalog-model';
import type { ChangePerson } from '@gen3-csoc/backstage-plugin-gen3-node';

/** A domain that never exists (RFC 2606), for those whose address nobody knows. */
const NO_DOMAIN = 'users.invalid';

/** Author of commits for a user; `entity` is theirs in the catalog, when it has one. */
export function personOf(
  userRef: string,
  entity?: Pick<UserEntity, 'spec'>,
): ChangePerson {
  const { name } = parseEntityRef(userRef);
  const { displayName, email } = entity?.spec.profile ?? {};
  return {
    name: oneLine(displayName) || name,
    email: oneLine(email) || `${name}@${NO_DOMAIN}`,
  };
}

/** git ends a name at these. */
function oneLine(text: string | undefined): string {
  return (text ?? '').replace(/[\p{Cc}<>]/gu, ' ').trim();
}
