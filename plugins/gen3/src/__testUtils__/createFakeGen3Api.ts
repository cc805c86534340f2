import { Gen3Api } from '../api/Gen3Api';
import {
  commonsHealth,
  downRow,
  fleetPage,
  fleetRow,
  fleetSummary,
  source,
  sourcesResponse,
} from './fixtures';

/** A portal with two commons and one source; what one asks it to do, it does not. */
export function createFakeGen3Api(): Gen3Api {
  return {
    getFleet: async () => fleetPage([downRow, fleetRow()]),
    getFleetSummary: async () => fleetSummary(),
    getCommonsHealth: async () => commonsHealth(),
    refreshCommons: async () => {},
    getSources: async () => sourcesResponse([source()]),
    refreshSource: async () => {},
    confirmDrop: async () => {},
    getOpenApiDocument: async () => '{}',
  };
}
