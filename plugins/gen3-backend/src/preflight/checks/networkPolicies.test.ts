import { checkAnswers, checkValues } from '../__testUtils__/runCheck';
import { networkPolicies } from './networkPolicies';

const withPolicies = (more: string, rest = 'audit: { enabled: false }') =>
  `global: { dev: false, netPolicy: { enabled: true ${more} } }\n${rest}`;

describe('network-policies', () => {
  it('names the services that do not reach their database', () => {
    const { findings } = checkValues(networkPolicies, withPolicies(''));
    expect(findings).toMatchObject([
      { severity: 'warning', where: { key: 'global.netPolicy.dbSubnets' } },
    ]);
    expect(findings[0].why).toContain('arborist, indexd');
    // Its pods may go anywhere.
    expect(findings[0].why).not.toContain('fence');
  });

  it.each(['10.0.0.0', '10.0.0.0/33', 'database.example.org', '10.0/16', ''])(
    'refuses %p as a subnet',
    subnet => {
      const values = withPolicies(`, dbSubnets: ["${subnet}"]`);
      expect(checkValues(networkPolicies, values).findings).toMatchObject([
        { severity: 'error', where: { key: 'global.netPolicy.dbSubnets' } },
      ]);
    },
  );

  it('finds that audit cannot be read', () => {
    const values = withPolicies(', dbSubnets: ["10.0.8.0/24"]', '');
    expect(checkValues(networkPolicies, values).findings).toMatchObject([
      { severity: 'warning', where: { key: 'audit.extraLabels' } },
    ]);
  });

  it('is content when all is open that must be', () => {
    const values = withPolicies(
      ', dbSubnets: ["10.0.8.0/24", "fd00::/64"]',
      'audit: { extraLabels: { public: "yes" } }',
    );
    expect(checkValues(networkPolicies, values).outcome).toBe('passed');
  });

  // The policies of the chart let services reach a database in the namespace.
  it('asks for no subnets of a database in the namespace', () => {
    const values =
      'global: { dev: true, netPolicy: { enabled: true } }\naudit: { enabled: false }';
    expect(checkValues(networkPolicies, values).outcome).toBe('passed');
  });

  it('does not ask a commons without policies', () => {
    expect(checkAnswers(networkPolicies, {}).outcome).toBe('not-applicable');
  });
});
