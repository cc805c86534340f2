import { ChangeStep } from '@gen3-csoc/backstage-plugin-gen3-common';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { step } from '../../__testUtils__/changeFixtures';
import { minutesAgo } from '../../__testUtils__/fixtures';
import { WithWords } from '../../__testUtils__/WithWords';
import { Timeline } from './Timeline';

const proposed = step();
const synced = step({
  id: 'synced',
  title: 'Argo CD has synced',
  state: 'running',
  since: minutesAgo(4),
  evidence: ['OutOfSync since the merge.'],
});
const login = step({
  id: 'login',
  title: 'Log-in works',
  state: 'waiting',
  since: undefined,
  evidence: [],
});
const stuck = step({
  ...synced,
  state: 'stuck',
  since: minutesAgo(25),
  advice: {
    likely: 'Argo CD does not watch this folder',
    fix: 'Look whether an ApplicationSet covers it',
  },
});

const show = (...steps: ChangeStep[]) =>
  render(<Timeline steps={steps} />, { wrapper: WithWords });

const items = () =>
  within(
    screen.getByRole('list', { name: 'Steps, in their order' }),
  ).getAllByRole('listitem');

const itemOf = (title: string) => {
  const item = items().find(one => one.textContent?.startsWith(title));
  if (!item) throw new Error(`No step "${title}"`);
  return item;
};

const isOpen = (title: string) =>
  screen.getByRole('button', { name: title, expanded: true });
const isShut = (title: string) =>
  screen.getByRole('button', { name: title, expanded: false });

describe('Timeline', () => {
  it('opens the step that the change is at, and says so', () => {
    show(proposed, synced, login);

    expect(isShut('Proposed')).toBeInTheDocument();
    expect(isOpen('Argo CD has synced')).toBeInTheDocument();
    expect(isShut('Log-in works')).toBeInTheDocument();
    expect(itemOf('Argo CD')).toHaveAttribute('aria-current', 'step');
    expect(itemOf('Argo CD')).toHaveTextContent(
      'runningfor 4 minOutOfSync since the merge.',
    );
    expect(screen.getByRole('status')).toHaveTextContent(
      'Now: Argo CD has synced, running',
    );
  });

  // "Reviewed, running" was said while nothing ran.
  it('says of a review that people do it', () => {
    show(proposed, step({ id: 'checks', state: 'running' }), login);
    expect(screen.getByRole('status')).toHaveTextContent(
      'Now: people review it',
    );
  });

  it.each<[ChangeStep['state'], string]>([
    ['waiting', 'waitingfor 3 min'],
    ['running', 'runningfor 3 min'],
    ['done', 'done3 min ago'],
    ['stuck', 'stuckfor 3 min'],
    ['failed', 'failed3 min ago'],
    ['not-visible', 'not visiblefor 3 min'],
    ['skipped', 'skipped3 min ago'],
  ])('says of a step that is %s since when', (state, text) => {
    show(step({ state, since: minutesAgo(3) }));
    expect(items()[0]).toHaveTextContent(`Proposed${text}`);
  });

  it.each<[number, string]>([
    [10, 'usually done within 10 min'],
    [24 * 60, 'usually done within 24 h'],
  ])('says of a step that usually takes %s minutes so', (minutes, text) => {
    show({ ...synced, usualMinutes: minutes }, login);
    expect(itemOf('Argo CD')).toHaveTextContent(`for 4 min${text}`);
    expect(itemOf('Log-in works')).not.toHaveTextContent('usually');
  });

  it('says of a stuck step since when, why, and what to do', () => {
    show(proposed, stuck, login);
    const item = itemOf('Argo CD');
    expect(item).toHaveTextContent(/Stuck since .*\d\d:\d\d, 25 min ago\./);
    expect(item).toHaveTextContent(
      'Likely: Argo CD does not watch this folder.',
    );
    expect(item).toHaveTextContent(
      'Next: Look whether an ApplicationSet covers it.',
    );
    expect(itemOf('Proposed')).not.toHaveTextContent('Likely');
  });

  it('opens what is stuck although another step goes on', () => {
    const running = step({ ...login, state: 'running' });
    show(proposed, running, { ...stuck, id: 'jobs', title: 'Jobs' });
    expect(isOpen('Jobs')).toBeInTheDocument();
    expect(screen.getByRole('status')).toHaveTextContent('Now: Jobs, stuck');
  });

  it('opens and closes by keyboard, in the order of the steps', async () => {
    show(proposed, synced, login);
    await userEvent.tab();
    expect(isShut('Proposed')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(itemOf('Proposed')).toHaveTextContent('Ada proposed it');
    await userEvent.tab();
    expect(isOpen('Argo CD has synced')).toHaveFocus();
    await userEvent.tab();
    await userEvent.keyboard(' ');
    expect(itemOf('Log-in works')).toHaveTextContent('has not come to this');
  });

  it('opens the next step when it comes to it, and shuts none under the eyes of a reader', () => {
    const { rerender } = show(proposed, synced, login);
    rerender(
      <Timeline
        steps={[
          proposed,
          { ...synced, state: 'done' },
          { ...login, state: 'running' },
        ]}
      />,
    );
    expect(isOpen('Argo CD has synced')).toBeInTheDocument();
    expect(isOpen('Log-in works')).toBeInTheDocument();
  });

  it('says that nothing is to come', () => {
    show(proposed);
    expect(screen.getByRole('status')).toHaveTextContent('No step is left.');
    expect(isShut('Proposed')).toBeInTheDocument();
  });
});
