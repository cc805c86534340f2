import { findSecrets } from '../preflight/secrets/findSecrets';
import { withoutSecrets } from './withoutSecrets';

describe('withoutSecrets', () => {
  it('leaves out what may be a secret, says where, and keeps the rest', () => {
    const { values, leftOut } = withoutSecrets({
      fence: {
        enabled: true,
        FENCE_CONFIG: { DB_PASSWORD: 'hush', APP_NAME: 'Heart' },
        env: [
          { name: 'MODE', value: 'fast' },
          { name: 'API_PASSWORD', value: 'hush-hush' },
        ],
        'a.b': { password: 'hush' },
      },
    });
    expect(values).toEqual({
      fence: {
        enabled: true,
        FENCE_CONFIG: { APP_NAME: 'Heart' },
        env: [{ name: 'MODE', value: 'fast' }, { name: 'API_PASSWORD' }],
        'a.b': {},
      },
    });
    expect(leftOut).toEqual([
      'fence.FENCE_CONFIG.DB_PASSWORD',
      'fence.a.b.password',
      'fence.env.1.value',
    ]);
    expect(findSecrets(values)).toEqual([]);
  });

  it('keeps names of secrets', () => {
    const values = {
      fence: { externalSecrets: { fenceConfig: 'heart-fence-config' } },
    };
    expect(withoutSecrets(values)).toEqual({ values, leftOut: [] });
  });
});
