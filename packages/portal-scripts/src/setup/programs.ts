/** A program that set-up brings, as its makers publish it. */
export interface Program {
  name: 'helm' | 'kubectl';
  url: string;
  /** SHA-256 of what is at `url`, as published with the release. */
  sha256: string;
  /** Where it lies in the archive at `url`; without it, `url` is the program. */
  inArchive?: string;
}

/** The versions that Linux on x86-64 gets from an npm package (`KUBECTL_LAYER` in scripts/setup.sh). */
const HELM_VERSION = '4.1.4';
const KUBECTL_VERSION = '1.34.5';

/** By the platform's name in a release: sums of helm's archive (in its release notes) and of kubectl (`kubectl.sha256`). */
const SUMS: Record<string, { helm: string; kubectl: string }> = {
  'linux-arm64': {
    helm: '13d03672be289045d2ff00e4e345d61de1c6f21c1257a45955a30e8ae036d8f1',
    kubectl: '2d433b53b99ea532f877df6fa5044286e3950d4933967ac3d99262760bc649fd',
  },
  'darwin-amd64': {
    helm: 'abf09c8503ad1d8ef76d3737a058c3456a998aae5f5966fce4bb3031aeb1654e',
    kubectl: '61ccfd05992fcc1135818d25691e55997155e914c98b704df7ddd542339a93cb',
  },
  'darwin-arm64': {
    helm: '7c2eca678e8001fa863cdf8cbf6ac1b3799f9404a89eb55c08260ef5732e658d',
    kubectl: '0c0b575db594e0f8842aa44e5d36b224bb9f8bf4b92cd34c0547d29b61a0277f',
  },
};

/**
 * Helm and kubectl for a machine, in the words of Node's `process`. Linux on x86-64 is none of them: it needs only npm.
 *
 * @throws Error when there are none for it
 */
export function programsFor(machine: {
  platform: string;
  arch: string;
}): Program[] {
  const platform = machine.platform;
  const arch = machine.arch === 'x64' ? 'amd64' : machine.arch;
  const sums = SUMS[`${platform}-${arch}`];
  if (!sums) {
    throw new Error(`there is no helm and no kubectl for ${platform} ${arch}`);
  }
  return [
    {
      name: 'helm',
      url: `https://get.helm.sh/helm-v${HELM_VERSION}-${platform}-${arch}.tar.gz`,
      sha256: sums.helm,
      inArchive: `${platform}-${arch}/helm`,
    },
    {
      name: 'kubectl',
      url: `https://dl.k8s.io/release/v${KUBECTL_VERSION}/bin/${platform}/${arch}/kubectl`,
      sha256: sums.kubectl,
    },
  ];
}
