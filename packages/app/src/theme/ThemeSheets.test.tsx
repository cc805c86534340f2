import { UnifiedThemeProvider } from '@backstage/theme';
import Button from '@material-ui/core/Button';
import { act, render } from '@testing-library/react';
import { lazy, Suspense } from 'react';
import { portalThemes } from './portalThemes';
import { ThemeSheets } from './ThemeSheets';

/** A page that is given up once while it renders, as one whose code is still loading. */
function createPage() {
  let loaded = () => {};
  const loading = new Promise<void>(resolve => {
    loaded = resolve;
  });
  const Late = lazy(async () => {
    await loading;
    return { default: () => <>Loaded</> };
  });
  const Page = () => (
    <Suspense fallback="Loading">
      <Button>Launch</Button>
      <Late />
    </Suspense>
  );
  return { Page, load: () => act(async () => loaded()) };
}

/** Colour of the text of buttons, in each of the style sheets that have one. */
const colorsOfButtons = () =>
  [...document.querySelectorAll('style[data-meta=MuiButton]')].map(
    ({ textContent }) =>
      textContent?.match(/MuiButton-root [^]*? color: (.*);/)?.[1],
  );

describe('Style sheets of a theme', () => {
  it('leave the page with the theme, also when React had given up a rendering', async () => {
    const { Page, load } = createPage();
    const shownIn = (mode: 'light' | 'dark') => (
      <ThemeSheets mode={mode}>
        <UnifiedThemeProvider theme={portalThemes[mode]}>
          <Page />
        </UnifiedThemeProvider>
      </ThemeSheets>
    );
    const { rerender } = render(shownIn('light'));
    await load();

    rerender(shownIn('dark'));
    expect(colorsOfButtons()).toEqual(['#fff']);
    rerender(shownIn('light'));
    expect(colorsOfButtons()).toEqual(['rgba(0, 0, 0, 0.87)']);
  });
});
