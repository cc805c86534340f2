import { FleetQuery } from '@gen3-csoc/backstage-plugin-gen3-common';

/** Query string of `GET /fleet`: lists become repeated parameters, undefined and empty values are left out. */
export function fleetSearchParams(query: Partial<FleetQuery>): URLSearchParams {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined && item !== '') {
        params.append(key, String(item));
      }
    }
  }
  return params;
}
