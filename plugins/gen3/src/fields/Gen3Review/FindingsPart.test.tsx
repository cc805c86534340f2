import { PreflightResponse } from '@gen3-csoc/backstage-plugin-gen3-common';
import { render, screen, within } from '@testing-library/react';
import {
  preflightFinding,
  preflightResponse,
} from '../../__testUtils__/preflightFixtures';
import { WithWords } from '../../__testUtils__/WithWords';
import { FindingsPart } from './FindingsPart';

const notRun = {
  id: 'dictionary-loads',
  title: 'The data dictionary can be loaded',
  outcome: 'not-run' as const,
  reason: 'no network',
};

const show = (answer: Partial<PreflightResponse>) =>
  render(
    <FindingsPart
      id="root_accept"
      answer={preflightResponse(answer)}
      current
      accept={[]}
      onChange={() => {}}
      sayAnswer={name => `the answer ${name}`}
    />,
    { wrapper: WithWords },
  );

describe('Findings of a review', () => {
  it('say about which answer they are, by its name for people', () => {
    show({ findings: [preflightFinding()] });
    expect(screen.getByRole('status')).toHaveTextContent(
      'About the answer hostname: "lung.example" is taken.',
    );
  });

  it('are none when every check ran', () => {
    show({ checks: [{ ...notRun, outcome: 'passed', reason: undefined }] });
    expect(screen.getByText('Nothing found.')).toBeInTheDocument();
    expect(screen.queryByRole('region')).not.toBeInTheDocument();
  });

  // "Nothing found." stood above names of checks that had not run, which read as if they had passed.
  it('are none of the checks that could be run, and those that could not are named apart', () => {
    show({ checks: [notRun] });
    expect(
      screen.getByText('Nothing found by the checks that could be run.'),
    ).toBeInTheDocument();
    const apart = within(
      screen.getByRole('region', { name: 'Could not be checked (1)' }),
    );
    expect(
      apart.getByRole('heading', { name: 'Could not be checked (1)' }),
    ).toBeInTheDocument();
    expect(
      apart.getByText(/These checks did not run, so they have neither passed/),
    ).toBeInTheDocument();
    expect(apart.getByRole('listitem')).toHaveTextContent(
      '“The data dictionary can be loaded” did not run: no network',
    );
  });

  it('which are good to know do not hold the checks that could not be run', () => {
    show({
      checks: [notRun],
      findings: [preflightFinding({ severity: 'info' })],
    });
    expect(screen.getByRole('group')).toHaveTextContent('Good to know (1)');
    expect(screen.getByRole('group')).not.toHaveTextContent('did not run');
    expect(screen.queryByText(/^Nothing found/)).not.toBeInTheDocument();
  });
});
