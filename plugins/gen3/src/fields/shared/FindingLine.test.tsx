import { render, screen } from '@testing-library/react';
import { preflightFinding } from '../../__testUtils__/preflightFixtures';
import { WithWords } from '../../__testUtils__/WithWords';
import { FindingLine } from './FindingLine';

describe('Line of a finding', () => {
  // It was black and bare amid black text.
  it('leads to its documents by what looks like a link', () => {
    const docs = 'https://docs.example/hostnames';
    render(<FindingLine finding={preflightFinding({ docs })} />, {
      wrapper: WithWords,
    });
    const link = screen.getByRole('link', { name: 'Read more' });
    expect(link).toHaveAttribute('href', docs);
    expect(link).toHaveAttribute('target', '_blank');
    expect(link).toHaveClass('MuiLink-underlineAlways');
    expect(link).toHaveClass('MuiTypography-colorPrimary');
  });

  it('has no link without documents', () => {
    render(<FindingLine finding={preflightFinding()} />, {
      wrapper: WithWords,
    });
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });
});
