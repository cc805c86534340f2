import { TestApiProvider } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { SignalApi, signalApiRef } from '@backstage/plugin-signals-react';
import { act, renderHook } from '@testing-library/react';
import { Gen3Api, gen3ApiRef } from '../api/Gen3Api';
import { Gen3QueryProvider } from '../hooks/Gen3QueryProvider';
import { createFakeSignals } from './createFakeSignals';

/**
 * Renders a hook of this plugin over an API, without a page around it. For tests with fake timers. The catalog is
 * empty; without `signals` nothing is pushed.
 *
 * @example
 * const { result } = renderGen3Hook(() => useSources(), { ...createFakeGen3Api(), getSources });
 * await pass(2_000);
 */
export function renderGen3Hook<T>(
  hook: () => T,
  api: Gen3Api,
  signals: SignalApi = createFakeSignals().api,
) {
  return renderHook(hook, {
    wrapper: ({ children }) => (
      <TestApiProvider
        apis={[
          [gen3ApiRef, api],
          [catalogApiRef, catalogApiMock()],
          [signalApiRef, signals],
        ]}
      >
        <Gen3QueryProvider>{children}</Gen3QueryProvider>
      </TestApiProvider>
    ),
  });
}

/** Lets so much of a fake clock's time pass, with everything that falls due in it. */
export async function pass(ms: number): Promise<void> {
  await act(() => jest.advanceTimersByTimeAsync(ms));
}

/** So long after an event, everything that it sets off at once has happened. */
export const SETTLED = 100;
