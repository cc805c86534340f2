import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Pages load lazily, and a busy machine takes its time: wait for what must come instead of failing early.
configure({ asyncUtilTimeout: 20_000 });
jest.setTimeout(60_000);
