import { createUnifiedTheme, palettes } from '@backstage/theme';

/** Below this width a wizard has no room for the names of all its pages. */
const PHONE = '@media (max-width: 600px)';

/** For those who hear the page it stays. */
const UNSEEN = {
  position: 'absolute',
  width: 1,
  height: 1,
  overflow: 'hidden',
  clip: 'rect(0 0 0 0)',
} as const;

const components = {
  MuiStepper: { styleOverrides: { root: { [PHONE]: { padding: 16 } } } },
  MuiStep: {
    styleOverrides: { horizontal: { [PHONE]: { padding: '0 2px' } } },
  },
  // Of several pages only the one that is open is named.
  MuiStepLabel: {
    styleOverrides: { label: { [PHONE]: { '&:not($active)': UNSEEN } } },
  },
  MuiStepConnector: {
    styleOverrides: { root: { [PHONE]: { display: 'none' } } },
  },
};

/** Backstage's themes, with errors that can be read on their backgrounds (4.5:1) and wizards that fit onto a phone. */
export const portalThemes = {
  light: createUnifiedTheme({
    palette: { ...palettes.light, error: { main: '#C62828' } },
    components,
  }),
  dark: createUnifiedTheme({
    palette: { ...palettes.dark, error: { main: '#EF9A9A' } },
    components,
  }),
};
