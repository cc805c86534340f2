/** Public half of a key that nobody has; every simulated fence shows it, so that answers do not depend on the run. */
export const FENCE_PUBLIC_KEY_PEM = `-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAtLzKuosC7LJ8amEimkC6
RJp9WiklnpVdT22+qB8D1ifEuoNPoOAuDcKGGpGvrYJvyrgY0HbTr9YtR6yYQA3x
Y/VAzb4PHa9s6HUhTqXzTYh6SjR0wIpV9N2OyR5d0nTaQ+VrK8nVR+FJUha/oLWQ
44XwtxRzpQ6maE6CrT4nEb+VJulByh4WfP/9U17+wdAcpJFHjQlJJUnI3zoYEoqs
4sxs98yAesCdmXEmwpd4HZ5ewCcyIjKfuxtJaSotBQEaimyXkVDnTzaW+q4BW2dB
6AEXwhkJ06gR2pkYNNeq7kMxM0J8AE3hjG64CJGfdjZcgCEpVrIZ8rMoOwgpB1GM
cQIDAQAB
-----END PUBLIC KEY-----
`;
