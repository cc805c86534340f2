import type { CommonsAccess } from '../permissions/CommonsAccess';
import type { NewChange } from './ChangeStore';

/** A change that is worked out and not written down yet. */
export type PreparedChange = Pick<
  NewChange,
  | 'title'
  | 'message'
  | 'hostname'
  | 'entityRef'
  | 'source'
  | 'owner'
  | 'tier'
  | 'branch'
  | 'description'
  | 'files'
  | 'accepted'
>;

/** Who proposes a change, and what they answer for. */
export interface Proposal {
  /** Id that the change will have. */
  id: string;
  userRef: string;
  access: CommonsAccess;
  accept: { id: string; reason: string }[];
  signal: AbortSignal;
}
