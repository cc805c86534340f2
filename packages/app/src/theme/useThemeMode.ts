import { appThemeApiRef, useApi } from '@backstage/core-plugin-api';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { useEffect, useState } from 'react';

/** Which of the portal's themes is on: the one that was chosen in Settings, else as the system has it. */
export function useThemeMode(): 'light' | 'dark' {
  const themes = useApi(appThemeApiRef);
  const [chosen, setChosen] = useState(() => themes.getActiveThemeId());
  const prefersDark = useMediaQuery('(prefers-color-scheme: dark)', {
    noSsr: true,
  });
  useEffect(() => {
    const subscription = themes.activeThemeId$().subscribe(setChosen);
    return () => subscription.unsubscribe();
  }, [themes]);
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return prefersDark ? 'dark' : 'light';
}
