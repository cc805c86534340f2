import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SecretNames } from './SecretNames';

const named = (count: number) =>
  Array.from({ length: count }, (_, index) => `east-secret-${index}`);

describe('SecretNames', () => {
  it('shows a few at once', () => {
    render(<SecretNames names={named(3)} title="3 secrets" />);
    expect(screen.getByText(/east-secret-2/)).toBeVisible();
    expect(screen.queryByText('3 secrets')).not.toBeInTheDocument();
  });

  it('folds many away, and shows them to who asks', async () => {
    render(<SecretNames names={named(12)} title="12 secrets" />);
    expect(screen.getByText('east-secret-11')).not.toBeVisible();
    await userEvent.click(screen.getByText('12 secrets'));
    expect(screen.getByText('east-secret-11')).toBeVisible();
  });
});
