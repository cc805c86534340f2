import { Gen3JourneyId } from '../services/types';
import { HealthStatus, JourneyHealth } from './types';

const PEOPLE: Record<Gen3JourneyId, string> = {
  login: 'everyone who must log in',
  search: 'people who search for data',
  download: 'people who download data',
  submit: 'people who submit data',
  workspace: 'people who use workspaces',
};

/** Who cannot log in cannot do these either, so they need no mention beside it. */
const NEED_LOGIN: readonly Gen3JourneyId[] = [
  'download',
  'submit',
  'workspace',
];

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

function describeDown(down: Gen3JourneyId[], up: Gen3JourneyId[]): string {
  const named = down.includes('login')
    ? down.filter(id => !NEED_LOGIN.includes(id))
    : down;
  const verb = named.length === 1 && named[0] === 'login' ? 'is' : 'are';
  const works = up.length > 1 ? 'work' : 'works';
  const rest =
    up.length > 0 ? `; ${joined(up.map(id => THINGS[id]))} still ${works}` : '';
  return capital(
    `${joined(named.map(id => PEOPLE[id]))} ${verb} affected${rest}.`,
  );
}

/** Who is affected by a commons' state, one sentence; empty when nobody is, or nobody knows. */
export function describeAffected(
  status: HealthStatus,
  journeys: JourneyHealth[],
): string {
  if (status === 'maintenance') return 'Everyone, until the maintenance ends.';
  const idsOf = (wanted: HealthStatus) =>
    journeys.filter(journey => journey.status === wanted).map(each => each.id);
  const down = idsOf('down');
  if (down.length > 1 && down.length === journeys.length) {
    return 'Everyone is affected.';
  }
  if (down.length > 0) return describeDown(down, idsOf('up'));
  const degraded = idsOf('degraded');
  return degraded.length > 0
    ? capital(`${joined(degraded.map(id => PEOPLE[id]))} may notice.`)
    : '';
}
