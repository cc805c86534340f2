import { configApiRef } from '@backstage/core-plugin-api';
import { mockApis, TestApiProvider } from '@backstage/frontend-test-utils';
import { render } from '@testing-library/react';
import { PageFrame } from './PageFrame';

describe('PageFrame', () => {
  // The page that came next was still called "3 down" in the browser's tab.
  it('takes its title with it when it goes', () => {
    document.title = 'Portal';
    const config = mockApis.config({ data: { app: { title: 'CSOC' } } });
    const { unmount } = render(
      <TestApiProvider apis={[[configApiRef, config]]}>
        <PageFrame title="Fleet" tab="3 down · Fleet" />
      </TestApiProvider>,
    );
    expect(document.title).toBe('3 down · Fleet | CSOC');

    unmount();
    expect(document.title).toBe('Portal');
  });
});
