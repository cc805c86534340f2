import { render, screen } from '@testing-library/react';
import { minutesAgo } from '../../__testUtils__/fixtures';
import { WithWords } from '../../__testUtils__/WithWords';
import { FailureNotice } from './FailureNotice';

const failure = {
  what: 'Health',
  error: new Error('no database'),
  stillWorks: 'The commons is not affected.',
};

describe('FailureNotice', () => {
  it('is read out at once when there is nothing else to see', () => {
    render(<FailureNotice {...failure} />, { wrapper: WithWords });

    expect(screen.getByRole('alert')).toHaveTextContent('no database');
  });

  // A screen reader said the age of the data again and again, because it stood inside what is read out on change.
  it('reads out that new data could not be had, not how old the data grows', () => {
    render(<FailureNotice {...failure} shownSince={minutesAgo(3)} />, {
      wrapper: WithWords,
    });

    expect(screen.getByRole('status')).toHaveTextContent(
      /^Health could not be read\.$/,
    );
    expect(screen.getByText('3 min ago')).toBeInTheDocument();
  });
});
