import { mockApis, TestApiProvider } from '@backstage/frontend-test-utils';
import { PropsWithChildren } from 'react';

const APIS = [mockApis.translation(), mockApis.error()] as const;

/**
 * Gives a component that is tested without an app around it its words.
 *
 * @example
 * render(<FleetPager {...props} />, { wrapper: WithWords });
 */
export function WithWords({ children }: PropsWithChildren) {
  return <TestApiProvider apis={APIS}>{children}</TestApiProvider>;
}
