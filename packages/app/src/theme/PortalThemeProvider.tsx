import { UnifiedThemeProvider } from '@backstage/theme';
import { PropsWithChildren } from 'react';
import { portalThemes } from './portalThemes';
import { ThemeSheets } from './ThemeSheets';
import { useThemeMode } from './useThemeMode';

/**
 * Gives a page the theme that is on. It is one for all themes: Backstage renders the provider of the theme that is on, and with one for each React would
 * begin the page anew when a system turns dark, and forget what was typed.
 */
export function PortalThemeProvider({ children }: PropsWithChildren<{}>) {
  const mode = useThemeMode();
  return (
    <ThemeSheets mode={mode}>
      <UnifiedThemeProvider theme={portalThemes[mode]}>
        {children}
      </UnifiedThemeProvider>
    </ThemeSheets>
  );
}
