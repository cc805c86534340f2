import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Pages load lazily, and a busy machine takes its time: wait for what must come instead of failing early.
configure({ asyncUtilTimeout: 20_000 });
jest.setTimeout(60_000);

// jsdom tries every rule of every sheet on every element, in half of the time of these tests, and knows no layout after
// all that: here only an element's own style counts, and end-to-end tests see the rest in a real browser.
window.getComputedStyle = element =>
  element instanceof HTMLElement || element instanceof SVGElement
    ? element.style
    : document.createElement('div').style;

// jsdom has nothing to scroll; the wizard goes to its top with every page.
window.scrollTo = () => {};
