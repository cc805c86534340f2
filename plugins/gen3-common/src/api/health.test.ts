import { CheckState } from '../health/types';
import { rollUpCommons } from '../health/rollUpCommons';
import { createServiceRegistry } from '../services/createServiceRegistry';
import {
  AFTER_THREE_ROUNDS,
  INTERVAL_MS,
  serviceState,
  stateAfter,
} from '../testing/checkStates';
import {
  checkStateSchema,
  commonsHealthResponseSchema,
  CommonsHealthResponse,
} from './health';

describe('the REST contract of health', () => {
  it('carries the state of a check there and back', () => {
    const state = serviceState('fence', 'down', {
      evidence: { url: 'https://heart.example/user/_status', httpStatus: 500 },
      latencyMs: 12.5,
    });
    const back: CheckState = checkStateSchema.parse(
      JSON.parse(JSON.stringify(state)),
    );
    expect(back).toEqual(state);
  });

  it('carries that a check is unsteady, and takes a state from before that was stored', () => {
    const { unsteady, ...before } = stateAfter(
      ['up', 'down', 'up', 'down', 'up', 'down'],
      { checkId: 'inside:deployments:fence' },
    );
    expect(checkStateSchema.parse({ ...before, unsteady }).unsteady).toBe(true);
    expect(checkStateSchema.parse(before)).toEqual(before);
  });

  it('carries what the roll-up says', () => {
    const { score, ...health } = rollUpCommons({
      hostname: 'heart.example',
      probing: 'on',
      services: ['fence', 'arborist', 'hatchery'],
      checks: [serviceState('fence', 'down'), serviceState('arborist', 'up')],
      registry: createServiceRegistry(),
      now: AFTER_THREE_ROUNDS,
      intervalMs: INTERVAL_MS,
    });
    const response: CommonsHealthResponse = {
      entityRef: 'system:default/heart.example',
      hostname: 'heart.example',
      title: 'Heart',
      probing: 'on',
      intervalMs: INTERVAL_MS,
      asOf: AFTER_THREE_ROUNDS.toISOString(),
      health: { ...health, score },
      checks: [],
      layers: [{ id: 'outside', state: 'connected' }],
      refreshing: false,
      transitions: [],
    };
    const sent: unknown = JSON.parse(JSON.stringify(response));
    expect(commonsHealthResponseSchema.parse(sent)).toEqual(sent);
  });
});
