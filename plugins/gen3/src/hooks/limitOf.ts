import { Gen3Api } from '../api/Gen3Api';
import { createLimit, Limit } from '../lib/createLimit';

/** Questions that make the backend read git and the catalog: a form about many commons asks no more of them at once. */
const AT_ONCE = 4;

const limits = new WeakMap<Gen3Api, Limit>();

/** Holds up what a form asks about many commons, one for all forms of an app. */
export function limitOf(api: Gen3Api): Limit {
  const limit = limits.get(api) ?? createLimit(AT_ONCE);
  limits.set(api, limit);
  return limit;
}
