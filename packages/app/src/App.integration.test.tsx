import { render, screen } from '@testing-library/react';
import App from './App';

const CONFIG = {
  app: { title: 'Test', baseUrl: 'http://localhost' },
  backend: { baseUrl: 'http://localhost:7007' },
};

const { env } = process;

/** The bundler puts the config into `process.env`, as an object. */
function replaceEnv(value: object) {
  Object.defineProperty(process, 'env', { value, configurable: true });
}

describe('App', () => {
  afterEach(() => replaceEnv(env));

  it('starts, and says that nobody is signed in when there is no backend', async () => {
    replaceEnv({
      NODE_ENV: 'test',
      APP_CONFIG: [{ context: 'test', data: CONFIG }],
    });
    render(App.createRoot());

    expect(
      await screen.findByText(
        /You do not appear to be signed in/,
        {},
        { timeout: 60_000 },
      ),
    ).toBeInTheDocument();
  }, 90_000);
});
