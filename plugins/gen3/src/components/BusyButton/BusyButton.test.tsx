import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { BusyButton } from './BusyButton';

describe('BusyButton', () => {
  // "Refresh" and "Read now" were disabled by their own click, and the focus was gone.
  it('keeps the focus while it is busy, and does nothing then', async () => {
    let clicks = 0;
    const button = (busy: boolean) => (
      <BusyButton busy={busy} onClick={() => (clicks += 1)}>
        Refresh
      </BusyButton>
    );
    const { rerender } = render(button(false));
    await userEvent.click(screen.getByRole('button', { name: 'Refresh' }));
    rerender(button(true));
    await userEvent.keyboard('{Enter}');

    const refresh = screen.getByRole('button', { name: 'Refresh' });
    expect(refresh).toHaveFocus();
    expect(refresh).toHaveAttribute('aria-disabled', 'true');
    expect(clicks).toBe(1);
  });
});
