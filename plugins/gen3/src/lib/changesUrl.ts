import {
  ChangesQuery,
  changesQuerySchema,
} from '@gen3-csoc/backstage-plugin-gen3-common';

/** What the address of the page of changes holds. */
export type ChangesView = Pick<ChangesQuery, 'state' | 'kind'>;

const { state: stateSchema, kind: kindSchema } = changesQuerySchema.shape;

/** Reads the address. What it does not understand is left out, so an old bookmark still opens. */
export function readChangesView(params: URLSearchParams): ChangesView {
  const state = stateSchema.safeParse(params.get('state') ?? undefined);
  const kind = kindSchema.safeParse(params.get('kind') ?? undefined);
  return {
    ...(state.data && { state: state.data }),
    ...(kind.data && { kind: kind.data }),
  };
}

/** Writes the address; what is not filtered by is left out. */
export function writeChangesView({ state, kind }: ChangesView) {
  const params = new URLSearchParams();
  if (state) params.set('state', state);
  if (kind) params.set('kind', kind);
  return params;
}
