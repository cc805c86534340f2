import { AppThemeSelector } from '@backstage/core-app-api';
import { appThemeApiRef } from '@backstage/core-plugin-api';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import { useTheme } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PortalThemeProvider } from './PortalThemeProvider';

function Form() {
  const { palette } = useTheme();
  return <TextField id="hostname" label="Hostname" helperText={palette.type} />;
}

/** The test environment has no media queries. */
function preferScheme(scheme: 'light' | 'dark') {
  const matchMedia = (query: string) => ({
    matches: query.includes(scheme),
    addListener: () => {},
    removeListener: () => {},
  });
  Object.assign(window, { matchMedia });
}

describe('Theme of the portal', () => {
  afterEach(() => Reflect.deleteProperty(window, 'matchMedia'));

  it('changes, and what was typed stays', async () => {
    const themes = new AppThemeSelector([]);
    themes.setActiveThemeId('light');
    render(
      <TestApiProvider apis={[[appThemeApiRef, themes]]}>
        <PortalThemeProvider>
          <Form />
        </PortalThemeProvider>
      </TestApiProvider>,
    );
    await userEvent.type(screen.getByLabelText('Hostname'), 'heart.example');
    expect(screen.getByText('light')).toBeVisible();

    act(() => themes.setActiveThemeId('dark'));
    expect(screen.getByText('dark')).toBeVisible();
    expect(screen.getByLabelText('Hostname')).toHaveValue('heart.example');
  });

  it.each(['light', 'dark'] as const)(
    'is %s where the system is, as long as nobody chose one',
    async scheme => {
      preferScheme(scheme);
      render(
        <TestApiProvider apis={[[appThemeApiRef, new AppThemeSelector([])]]}>
          <PortalThemeProvider>
            <Form />
          </PortalThemeProvider>
        </TestApiProvider>,
      );
      expect(screen.getByText(scheme)).toBeVisible();
    },
  );
});
