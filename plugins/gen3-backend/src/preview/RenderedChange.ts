import type { ManifestDiff } from './diffManifests';
import type { Manifest } from './Manifest';

/** What differs, and everything that it is a part of. */
export interface RenderedChange {
  diffs: readonly ManifestDiff[];
  /** None of a commons that does not exist yet. */
  before: readonly Manifest[];
  after: readonly Manifest[];
}
