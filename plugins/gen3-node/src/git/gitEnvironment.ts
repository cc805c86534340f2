import { GIT_PROTOCOLS } from './gitNames';

/** What git and ssh need of our own environment: keys, helpers, proxies and certificate authorities. */
const INHERITED =
  /^(PATH|HOME|USER|LOGNAME|TMPDIR|XDG_CONFIG_HOME|SSH_AUTH_SOCK|GIT_SSH|GIT_SSH_COMMAND|GIT_SSL_\w+|SSL_CERT_\w+|CURL_CA_BUNDLE|GIT_CONFIG_(GLOBAL|SYSTEM|NOSYSTEM)|(https?|all|no)_proxy)$/i;

/** Settings that hold for every call, whatever the configuration of the machine says. */
const SETTINGS: Record<string, string> = {
  'core.hooksPath': '/dev/null',
  'core.fsmonitor': 'false',
  'core.askPass': '',
  'protocol.ext.allow': 'never',
  'fetch.recurseSubmodules': 'no',
  'transfer.bundleURI': 'false',
  'gc.auto': '0',
  'maintenance.auto': 'false',
};

/**
 * Environment of a git call that may not ask a person, run a hook or speak any protocol but ours.
 *
 * Settings go through the environment and not the command line: the list of processes is public on a machine, and a
 * URL may hold a password.
 */
export function createGitEnvironment(options: {
  own: NodeJS.ProcessEnv;
  settings?: Record<string, string>;
}): Record<string, string> {
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(options.own)) {
    if (value !== undefined && INHERITED.test(name)) env[name] = value;
  }
  Object.assign(env, {
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: '',
    SSH_ASKPASS_REQUIRE: 'never',
    GIT_ALLOW_PROTOCOL: GIT_PROTOCOLS.join(':'),
    GIT_PROTOCOL_FROM_USER: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_REPLACE_OBJECTS: '1',
  });
  if (!env.GIT_SSH && !env.GIT_SSH_COMMAND) {
    env.GIT_SSH_COMMAND = 'ssh -o BatchMode=yes -o ConnectTimeout=15';
  }
  const settings = Object.entries({ ...SETTINGS, ...options.settings });
  env.GIT_CONFIG_COUNT = String(settings.length);
  settings.forEach(([key, value], index) => {
    env[`GIT_CONFIG_KEY_${index}`] = key;
    env[`GIT_CONFIG_VALUE_${index}`] = value;
  });
  return env;
}
