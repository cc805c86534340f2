import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ComponentProps } from 'react';
import {
  previewOfFiles,
  previewResponse,
} from '../../__testUtils__/previewFixtures';
import { WithWords } from '../../__testUtils__/WithWords';
import { PreviewState } from './PreviewState';

type Preview = ComponentProps<typeof PreviewState>['preview'];

function show(given: Partial<Preview>) {
  const preview: Preview = {
    isAsked: true,
    answer: undefined,
    error: null,
    isAsking: false,
    current: false,
    refetch: () => {},
    ...given,
  };
  return render(<PreviewState preview={preview} />, { wrapper: WithWords });
}

describe('PreviewState', () => {
  it('says that the chart is being rendered, the first time', () => {
    show({ isAsking: true });
    expect(screen.getByText(/^Rendering the chart/)).toBeInTheDocument();
  });

  it('says that a preview is about earlier answers', () => {
    show({ isAsking: true, answer: previewResponse() });
    expect(screen.getByText(/about earlier answers/)).toBeInTheDocument();
  });

  it('says that it is being rendered, and nothing of earlier answers, when a preview of files alone is asked again', () => {
    show({ isAsking: true, answer: previewOfFiles(), current: true });
    expect(screen.getByText(/^Rendering the chart/)).toBeInTheDocument();
    expect(screen.queryByText(/earlier answers/)).not.toBeInTheDocument();
  });

  it('says why there are files alone, and asks again', async () => {
    const refetch = jest.fn();
    show({ answer: previewOfFiles(), current: true, refetch });
    expect(screen.getByText(/there is no helm/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(refetch).toHaveBeenCalledTimes(1);
  });

  it('says nothing of a whole preview', () => {
    const { container } = show({ answer: previewResponse(), current: true });
    expect(container).toBeEmptyDOMElement();
  });
});
