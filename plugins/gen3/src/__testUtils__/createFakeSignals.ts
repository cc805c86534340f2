import { SignalApi } from '@backstage/plugin-signals-react';
import { act } from '@testing-library/react';

/**
 * A signals connection under a test's control.
 *
 * @example
 * const signals = createFakeSignals();
 * renderPage('/fleet', signals.api);
 * signals.publish('gen3:fleet');
 */
export function createFakeSignals() {
  const listeners = new Map<string, Set<() => void>>();
  const api: SignalApi = {
    subscribe: (channel, onMessage) => {
      // The channels of this plugin carry no content: a push only says that something changed.
      const listener = () => Reflect.apply(onMessage, undefined, [{}]);
      const all = listeners.get(channel) ?? new Set();
      listeners.set(channel, all.add(listener));
      return { unsubscribe: () => all.delete(listener) };
    },
  };
  return {
    api,
    publish: (channel: string) =>
      act(() => listeners.get(channel)?.forEach(listener => listener())),
  };
}
