import { rollUpCommons, RollUpInput } from '../health/rollUpCommons';
import { CheckState, Outcome } from '../health/types';
import { createServiceRegistry } from '../services/createServiceRegistry';
import { AFTER_THREE_ROUNDS, INTERVAL_MS, serviceState } from './checkStates';

const registry = createServiceRegistry();

/** What the commons of tests has. */
export const SERVICES = [
  'arborist',
  'audit',
  'fence',
  'guppy',
  'hatchery',
  'indexd',
  'portal',
  'revproxy',
  'sheepdog',
  'wts',
];

/** Those that can be seen from outside. */
export const VISIBLE = SERVICES.filter(
  name => registry.get(name)?.probes.length,
);

/** Every visible service is up, but for those named. */
export function checksWith(
  outcomes: Record<string, Outcome> = {},
): CheckState[] {
  return VISIBLE.map(name => serviceState(name, outcomes[name] ?? 'up'));
}

/** Health of that commons after three rounds, in which everything was up. */
export function rollUp(overrides: Partial<RollUpInput> = {}) {
  return rollUpCommons({
    hostname: 'heart.example',
    probing: 'on',
    services: SERVICES,
    checks: checksWith(),
    registry,
    now: AFTER_THREE_ROUNDS,
    intervalMs: INTERVAL_MS,
    ...overrides,
  });
}
