import {
  FleetSummary,
  fleetQuerySchema,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { act } from '@testing-library/react';
import { createFakeGen3Api } from '../__testUtils__/createFakeGen3Api';
import { createFakeSignals } from '../__testUtils__/createFakeSignals';
import { pass, renderGen3Hook, SETTLED } from '../__testUtils__/renderGen3Hook';
import { useFleet, useFleetSummary } from './useFleet';

const QUERY = fleetQuerySchema.parse({});

/** The browser's tab, hidden or looked at. */
function setHidden(hidden: boolean) {
  Object.defineProperty(document, 'visibilityState', {
    configurable: true,
    get: () => (hidden ? 'hidden' : 'visible'),
  });
  Object.defineProperty(document, 'hidden', {
    configurable: true,
    get: () => hidden,
  });
  act(() => {
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  });
}

function createPortal() {
  const fake = createFakeGen3Api();
  const asked = { pages: 0, summaries: 0 };
  const api = {
    ...fake,
    getFleet: async () => {
      asked.pages += 1;
      return fake.getFleet(QUERY);
    },
    getFleetSummary: async (): Promise<FleetSummary> => {
      asked.summaries += 1;
      return fake.getFleetSummary();
    },
  };
  return { asked, api };
}

describe('useLiveUpdates', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    setHidden(false);
    jest.useRealTimers();
  });

  // Every tab that somebody had left open asked for its page at every change of the fleet.
  it('lets a hidden tab ask for the counts in its title only, and for the rest when somebody looks again', async () => {
    const { asked, api } = createPortal();
    const signals = createFakeSignals();
    renderGen3Hook(
      () => [useFleet(QUERY), useFleetSummary()],
      api,
      signals.api,
    );
    await pass(SETTLED);
    expect(asked).toEqual({ pages: 1, summaries: 1 });

    setHidden(true);
    signals.publish('gen3:fleet');
    await pass(1_000 + SETTLED);
    expect(asked).toEqual({ pages: 1, summaries: 2 });

    setHidden(false);
    await pass(SETTLED);
    expect(asked.pages).toBe(2);
  });

  it('asks once for a burst of changes', async () => {
    const { asked, api } = createPortal();
    const signals = createFakeSignals();
    renderGen3Hook(() => useFleet(QUERY), api, signals.api);
    await pass(SETTLED);

    signals.publish('gen3:fleet');
    signals.publish('gen3:fleet');
    await pass(1_000 + SETTLED);
    expect(asked.pages).toBe(2);
  });
});
