import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Pages load lazily, and a busy machine takes its time: wait for what must come instead of failing early.
configure({
  asyncUtilTimeout: 20_000,
  // Whether something is visible costs jsdom a third of the time of these tests; end-to-end tests see it in a real browser.
  defaultHidden: true,
});
jest.setTimeout(60_000);
