import { Gen3JourneyId } from '../services/types';
import { HealthStatus, JourneyHealth } from './types';

const PEOPLE: Record<Gen3JourneyId, string> = {
  login: 'everyone who must log in',
  search: 'people who search for data',
  download: 'people who download data',
  submit: 'people who submit data',
  workspace: 'people who use workspaces',
};

const THINGS: Record<Gen3JourneyId, string> = {
  login: 'log-in',
  search: 'search',
  download: 'download',
  submit: 'submission',
  workspace: 'the workspace',
};

function joined(parts: string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2
    ? last
    : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

const capital = (text: string) =>
  text.charAt(0).toLocaleUpperCase('en-US') + text.slice(1);

/** Who is affected by a commons' state, one sentence; empty when nobody is, or nobody knows. */
export function describeAffected(
  status: HealthStatus,
  journeys: JourneyHealth[],
): string {
  if (status === 'maintenance') return 'Everyone, until the maintenance ends.';
  const idsOf = (wanted: HealthStatus) =>
    journeys.filter(journey => journey.status === wanted).map(each => each.id);
  const down = idsOf('down');
  const up = idsOf('up');
  if (down.length > 0) {
    if (down.length > 1 && down.length === journeys.length)
      return 'Everyone is affected.';
    const rest =
      up.length > 0
        ? `; ${joined(up.map(id => THINGS[id]))} still ${
            up.length > 1 ? 'work' : 'works'
          }`
        : '';
    return capital(
      `${joined(down.map(id => PEOPLE[id]))} ${
        down.length === 1 && down[0] === 'login' ? 'is' : 'are'
      } affected${rest}.`,
    );
  }
  const degraded = idsOf('degraded');
  return degraded.length > 0
    ? capital(`${joined(degraded.map(id => PEOPLE[id]))} may notice.`)
    : '';
}
