import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { CommonsFilter } from './commonsRules';

/** Which commons somebody may see; `undefined` is all of them. */
export type CommonsAccess = PermissionCriteria<CommonsFilter> | undefined;
