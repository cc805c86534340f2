import { ChangeFile } from '@gen3-csoc/backstage-plugin-gen3-common';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { narrowScreen, widenScreen } from '../../__testUtils__/narrowScreen';
import { WithWords } from '../../__testUtils__/WithWords';
import { FileDiffs } from './FileDiffs';

afterEach(widenScreen);

const show = (...files: ChangeFile[]) =>
  render(<FileDiffs files={files} />, { wrapper: WithWords });

const values = {
  path: 'heart.example/values.yaml',
  before: 'global:\n  tag: 2026.06\n',
  after: 'global:\n  tag: 2026.07\n',
};

const rowsOf = (path: string) =>
  within(screen.getByRole('table', { name: `Difference of ${path}` }))
    .getAllByRole('row')
    .slice(1)
    .map(row =>
      within(row)
        .getAllByRole('cell')
        .map(cell => cell.textContent),
    );

const numbered = (count: number, change: Record<number, string> = {}) =>
  Array.from(
    { length: count },
    (_, index) => `${change[index + 1] ?? `line ${index + 1}`}\n`,
  ).join('');

describe('Files of a change', () => {
  it('stand side by side where there is room, marked by sign and word', () => {
    show(values);
    expect(rowsOf(values.path)).toEqual([
      ['1', '', 'global:', '1', '', 'global:'],
      ['2', '−removed', '  tag: 2026.06', '2', '+added', '  tag: 2026.07'],
    ]);
  });

  it('stand below each other on a narrow screen', () => {
    narrowScreen();
    show(values);
    expect(rowsOf(values.path)).toEqual([
      ['1', '1', '', 'global:'],
      ['2', '', '−removed', '  tag: 2026.06'],
      ['', '2', '+added', '  tag: 2026.07'],
    ]);
  });

  it.each<[string, ChangeFile, string]>([
    ['new', { path: 'a', after: 'x\ny\n' }, '2 lines added, 0 removed'],
    ['removed', { path: 'a', before: 'x\n' }, '0 lines added, 1 removed'],
    ['changed', { ...values, path: 'a' }, '1 lines added, 1 removed'],
  ])('say that one is %s, and how much', (word, file, counts) => {
    show(file);
    expect(screen.getByText(word, { selector: 'strong' })).toBeInTheDocument();
    expect(screen.getByRole('img', { name: counts })).toBeInTheDocument();
  });

  it('need no second column for a file that is new', () => {
    show({ path: 'a', after: 'x\n' });
    expect(rowsOf('a')).toEqual([['', '1', '+added', 'x']]);
  });

  it.each<[string, ChangeFile]>([
    ['The file stays as it is.', { path: 'a', before: 'x\n', after: 'x\n' }],
    ['The file is empty.', { path: 'a', after: '' }],
  ])('say when there are no lines to show: %s', (text, file) => {
    show(file);
    expect(screen.getByText(text)).toBeInTheDocument();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });

  it('say when a last line does not end', () => {
    show({ path: 'a', after: 'x' });
    expect(rowsOf('a')).toEqual([['', '1', '+added', 'x (no line end)']]);
  });

  it('say that there are none', () => {
    show();
    expect(screen.getByText('It changes no file.')).toBeInTheDocument();
  });

  it('fold away what stays, until somebody wants to see it', async () => {
    show({
      path: 'a',
      before: numbered(30),
      after: numbered(30, { 15: 'fifteen' }),
    });
    expect(rowsOf('a')).toHaveLength(9);
    await userEvent.click(
      screen.getByRole('button', { name: 'Show 11 lines that stay' }),
    );
    expect(rowsOf('a')[0]).toEqual(['1', '', 'line 1', '1', '', 'line 1']);
    // The focus was on the button, which is gone.
    expect(screen.getAllByRole('rowgroup')[1]).toHaveFocus();
    expect(rowsOf('a')).toHaveLength(19);
  });

  it('draw the first lines only of a file that is long', async () => {
    show({ path: 'a', after: numbered(1_600) });
    expect(rowsOf('a')).toHaveLength(501);
    await userEvent.click(
      screen.getByRole('button', { name: 'Show 1,100 more lines' }),
    );
    expect(rowsOf('a')).toHaveLength(1_600);
  });

  it('open one by one by keyboard, or all at once', async () => {
    show(values, { path: 'b', after: 'x\n' });
    expect(screen.getAllByRole('table')).toHaveLength(1);

    await userEvent.tab();
    expect(
      screen.getByRole('button', { name: 'Open all files' }),
    ).toHaveFocus();
    await userEvent.tab();
    expect(
      screen.getByRole('button', { name: values.path, expanded: true }),
    ).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(screen.queryByRole('table')).not.toBeInTheDocument();

    await userEvent.click(
      screen.getByRole('button', { name: 'Open all files' }),
    );
    expect(screen.getAllByRole('table')).toHaveLength(2);
    await userEvent.click(
      screen.getByRole('button', { name: 'Close all files' }),
    );
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });
});
