import {
  FleetQuery,
  fleetQuerySchema,
} from '@gen3-csoc/backstage-plugin-gen3-common';

/** Filters of the fleet, in the order of the page. */
export const FLEET_FILTERS = [
  'status',
  'tier',
  'release',
  'mesh',
  'owner',
  'source',
  'cause',
] as const;

/** A filter of the fleet. */
export type FleetFilter = (typeof FLEET_FILTERS)[number];

/** Everything that shapes the fleet page; the address holds all of it. */
export interface FleetView {
  query: FleetQuery;
  density: 'compact' | 'comfortable';
  /** Number of the page, for people; the cursor decides. Starts at 1. */
  page: number;
}

const DEFAULTS = fleetQuerySchema.parse({});

/** Reads the address. What it does not understand is left out, one parameter at a time, so an old bookmark still opens. */
export function readFleetView(params: URLSearchParams): FleetView {
  const given: Record<string, unknown> = {};
  for (const key of Object.keys(fleetQuerySchema.shape)) {
    const values = params.getAll(key).filter(value => value !== '');
    if (values.length === 0) continue;
    const value = isFilter(key) ? values : values[0];
    if (fleetQuerySchema.safeParse({ [key]: value }).success) {
      given[key] = value;
    }
  }
  const page = Number(params.get('page') ?? 1);
  return {
    query: fleetQuerySchema.parse(given),
    density:
      params.get('density') === 'comfortable' ? 'comfortable' : 'compact',
    page: Number.isInteger(page) && page > 0 && given.cursor ? page : 1,
  };
}

/** Writes the address; defaults are left out. */
export function writeFleetView(view: FleetView): URLSearchParams {
  const params = new URLSearchParams();
  const { query } = view;
  for (const filter of FLEET_FILTERS) {
    for (const value of query[filter] ?? []) params.append(filter, value);
  }
  if (query.q) params.set('q', query.q);
  if (query.sort !== DEFAULTS.sort) params.set('sort', query.sort);
  if (query.order !== DEFAULTS.order) params.set('order', query.order);
  if (query.limit !== DEFAULTS.limit) params.set('limit', String(query.limit));
  if (query.cursor) {
    params.set('cursor', query.cursor);
    params.set('page', String(view.page));
  }
  if (view.density !== 'compact') params.set('density', view.density);
  return params;
}

/** The view with other filters, order or search: always back on its first page. */
export function changeQuery(
  view: FleetView,
  change: Partial<FleetQuery>,
): FleetView {
  return {
    ...view,
    page: 1,
    query: { ...view.query, ...change, cursor: undefined },
  };
}

/** Switches one value of a filter on or off. */
export function toggleFilter(
  view: FleetView,
  filter: FleetFilter,
  value: string,
): FleetView {
  const chosen: string[] = view.query[filter] ?? [];
  const next = chosen.includes(value)
    ? chosen.filter(other => other !== value)
    : [...chosen, value];
  const parsed = fleetQuerySchema.safeParse({ [filter]: next });
  if (!parsed.success) return view;
  return changeQuery(view, {
    [filter]: next.length > 0 ? parsed.data[filter] : undefined,
  });
}

/** Some filter or search narrows the fleet. */
export function isNarrowed(view: FleetView): boolean {
  return (
    Boolean(view.query.q) ||
    FLEET_FILTERS.some(filter => (view.query[filter] ?? []).length > 0)
  );
}

/** The view without filters and search. */
export function clearFilters(view: FleetView): FleetView {
  const cleared = Object.fromEntries(
    FLEET_FILTERS.map(filter => [filter, undefined]),
  );
  return changeQuery(view, { ...cleared, q: undefined });
}

function isFilter(key: string): key is FleetFilter {
  return FLEET_FILTERS.some(filter => filter === key);
}
