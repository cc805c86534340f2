import { KubernetesValidatorFunctions } from '@backstage/catalog-model';
import { GEN3_SERVICES } from '../services/gen3Services';
import {
  clusterEntityName,
  commonsEntityName,
  serviceEntityName,
} from './entityNames';

const isValidEntityName = KubernetesValidatorFunctions.isValidObjectName;

const LONG = `staging.${'very-long-name.'.repeat(6)}example`;

describe('entity names', () => {
  it('are the hostname, and the hostname with the service', () => {
    expect(commonsEntityName('heart.example')).toBe('heart.example');
    expect(serviceEntityName('heart.example', 'fence')).toBe(
      'heart.example-fence',
    );
  });

  it('fit into 63 characters and stay different and stable', () => {
    const names = [
      commonsEntityName(LONG),
      commonsEntityName(`${LONG}s`),
      ...GEN3_SERVICES.map(({ name }) => serviceEntityName(LONG, name)),
    ];
    expect(new Set(names).size).toBe(names.length);
    expect(names.every(name => isValidEntityName(name))).toBe(true);
    expect(commonsEntityName(LONG)).toBe(commonsEntityName(LONG));
    expect(commonsEntityName(LONG)).toMatch(
      /^staging\.very-long-name\..*-[0-9a-f]{8}$/,
    );
  });

  it.each<[string, RegExp]>([
    ['east-1', /^east-1$/],
    ['gen3_prod.v2', /^gen3_prod\.v2$/],
    ['Prod East', /^Prod-East-[0-9a-f]{8}$/],
    ['https://10.0.0.1:6443', /^https-10\.0\.0\.1-6443-[0-9a-f]{8}$/],
    ['//', /^[0-9a-f]{8}$/],
    ['x'.repeat(80), /^x{54}-[0-9a-f]{8}$/],
  ])('make a valid name of the cluster %s', (cluster, expected) => {
    expect(clusterEntityName(cluster)).toMatch(expected);
    expect(isValidEntityName(clusterEntityName(cluster))).toBe(true);
  });

  it('tell clusters apart that look alike', () => {
    expect(clusterEntityName('a b')).not.toBe(clusterEntityName('a/b'));
  });
});
