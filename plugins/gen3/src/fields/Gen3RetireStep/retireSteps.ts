import { EditOf } from '@gen3-csoc/backstage-plugin-gen3-common';

/** One of the two steps in which a commons is retired. */
export type RetireStep = EditOf<'retire'>['step'];

/** Both, in their order. */
export const RETIRE_STEPS: readonly RetireStep[] = ['stand-down', 'remove'];
