import { StylesProvider } from '@material-ui/core/styles';
import { PropsWithChildren, useEffect, useMemo } from 'react';

/** What Material UI puts into the page. */
interface Sheet {
  detach(): unknown;
}

const createSheets = () => {
  const sheets = new Set<Sheet>();
  return {
    manager: new Map(),
    registry: {
      add: (sheet: Sheet) => void sheets.add(sheet),
      remove: (sheet: Sheet) => void sheets.delete(sheet),
    },
    detachAll: () => sheets.forEach(sheet => sheet.detach()),
  };
};

/**
 * Keeps the style sheets of a theme, and takes them off the page when another one is chosen.
 *
 * Material UI 4 counts who uses a sheet while it renders. React 18 may give up a rendering (a page that is still loading), which is never
 * counted back, so that a theme's sheets would stay and the other theme would have white buttons on white.
 */
export function ThemeSheets({
  mode,
  children,
}: PropsWithChildren<{ mode: string }>) {
  // New ones each time, also of a theme that was there before: those of the last time are off the page.
  const { manager, registry, detachAll } = useMemo(createSheets, [mode]);
  useEffect(() => detachAll, [detachAll]);
  return (
    <StylesProvider sheetsManager={manager} sheetsRegistry={registry}>
      {children}
    </StylesProvider>
  );
}
