/** Answers every question about the width of the screen with "narrow", until {@link widenScreen}. */
export function narrowScreen(): void {
  Object.defineProperty(window, 'matchMedia', {
    configurable: true,
    value: (media: string) => ({
      media,
      matches: media.includes('max-width'),
      addListener: () => {},
      removeListener: () => {},
      addEventListener: () => {},
      removeEventListener: () => {},
    }),
  });
}

/** A screen of unknown width again, which pages take for a wide one. */
export function widenScreen(): void {
  Reflect.deleteProperty(window, 'matchMedia');
}
