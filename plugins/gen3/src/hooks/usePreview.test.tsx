import { PreviewRequest } from '@gen3-csoc/backstage-plugin-gen3-common';
import { useState } from 'react';
import { act } from '@testing-library/react';
import { createFakeGen3Api } from '../__testUtils__/createFakeGen3Api';
import { launchAnswers } from '../__testUtils__/preflightFixtures';
import { previewResponse } from '../__testUtils__/previewFixtures';
import { pass, renderGen3Hook, SETTLED } from '../__testUtils__/renderGen3Hook';
import { usePreview } from './usePreview';

/** So long nobody types. */
const PAUSE = 300;

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

function follow() {
  const asked: {
    request: PreviewRequest;
    signal?: AbortSignal;
    answer: (title: string) => void;
  }[] = [];
  const { result } = renderGen3Hook(
    () => {
      const [formData, setFormData] = useState<object>({});
      return { preview: usePreview(formData), setFormData };
    },
    {
      ...createFakeGen3Api(),
      preview: (request, options) =>
        new Promise(resolve => {
          asked.push({
            request,
            signal: options?.signal,
            answer: note => resolve(previewResponse({ notes: [note] })),
          });
        }),
    },
  );
  const type = (formData: object) =>
    act(() => result.current.setFormData(formData));
  return { asked, result, type };
}

describe('usePreview', () => {
  it('asks nothing before the answers are there', async () => {
    const { asked, result, type } = follow();
    await type({ hostname: 'lung.example' });
    await pass(PAUSE + SETTLED);
    expect(asked).toHaveLength(0);
    expect(result.current.preview.isAsked).toBe(false);
  });

  it('asks once somebody pauses, with the last answers', async () => {
    const { asked, type } = follow();
    await type({ ...launchAnswers, hostname: 'a.example' });
    await pass(PAUSE - 1);
    await type(launchAnswers);
    await pass(PAUSE + SETTLED);
    expect(asked.map(({ request }) => request)).toEqual([
      { answers: expect.objectContaining(launchAnswers) },
    ]);
  });

  it('gives up what was asked about earlier answers, and ignores it when it comes', async () => {
    const { asked, result, type } = follow();
    await type(launchAnswers);
    await pass(PAUSE + SETTLED);
    await type({ ...launchAnswers, cluster: 'west-1' });
    await pass(PAUSE + SETTLED);
    const [first, second] = asked;
    expect([first?.signal?.aborted, second?.signal?.aborted]).toEqual([
      true,
      false,
    ]);
    first?.answer('of the first');
    await pass(SETTLED);
    expect(result.current.preview.answer).toBeUndefined();
    second?.answer('of the second');
    await pass(SETTLED);
    expect(result.current.preview.answer?.notes).toEqual(['of the second']);
    expect(result.current.preview.current).toBe(true);
  });

  it('keeps the last preview while it asks for a new one, and says so', async () => {
    const { asked, result, type } = follow();
    await type(launchAnswers);
    await pass(PAUSE + SETTLED);
    asked[0]?.answer('of the first');
    await pass(SETTLED);
    await type({ ...launchAnswers, cluster: 'west-1' });
    await pass(SETTLED);
    expect(result.current.preview.answer?.notes).toEqual(['of the first']);
    expect(result.current.preview.current).toBe(false);
  });
});
