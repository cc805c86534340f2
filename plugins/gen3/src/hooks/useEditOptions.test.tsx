import { act } from '@testing-library/react';
import { createFakeGen3Api } from '../__testUtils__/createFakeGen3Api';
import { editOptions } from '../__testUtils__/editFixtures';
import { pass, renderGen3Hook, SETTLED } from '../__testUtils__/renderGen3Hook';
import { useEditOptions } from './useEditOptions';

describe('useEditOptions', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  // Each look at another tab of the browser read git again, for every commons of a form.
  it('keeps what git said for some minutes, whatever else somebody looks at', async () => {
    const asked: string[] = [];
    const api = {
      ...createFakeGen3Api(),
      getCommonsEditOptions: async ({ name }: { name: string }) => {
        asked.push(name);
        return editOptions();
      },
    };
    const show = () =>
      renderGen3Hook(() => useEditOptions('heart.example'), api);
    const focus = () =>
      act(() => {
        window.dispatchEvent(new Event('visibilitychange'));
      });
    const { result, unmount } = show();
    await pass(SETTLED);
    expect(result.current.data?.hostname).toBe('heart.example');

    await pass(60_000);
    focus();
    await pass(SETTLED);
    unmount();
    const again = show();
    await pass(SETTLED);
    expect(asked).toEqual(['heart.example']);

    await pass(5 * 60_000);
    focus();
    await pass(SETTLED);
    expect(asked).toHaveLength(1);
    again.unmount();
    show();
    await pass(SETTLED);
    expect(asked).toHaveLength(2);
  });
});
