import { askedHostname } from '../askedHostname';
import { hasService } from '../hasService';
import { quote } from '../quote';
import type { PreflightCheck, PreflightSubject, Problem } from '../types';
import { textAt } from '../valueAt';

/** Of a label of DNS, so of a namespace; and of the value of a label of Kubernetes. */
const MAX_LABEL = 63;
/** Of a release of Helm. Argo CD's Application is called `gen3-` and that, which fits whenever that fits. */
const MAX_RELEASE = 53;

const LABEL = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;

/** `gen3-helm:helm/hatchery/templates/_helpers.tpl`, unless a value says otherwise. */
const WORKSPACES = 'jupyter-pods-';
const WORKSPACES_KEY = 'hatchery.jupyterNamespace';

const SYNTAX = 'lower-case letters, digits and inner dashes';

/** What the commons is called in its cluster is what Kubernetes, Helm and Argo CD take for a name. */
export const kubernetesNames: PreflightCheck = {
  id: 'kubernetes-names',
  title: 'Kubernetes takes the names',
  run({ subject }) {
    return [
      ...judgeHostname(subject),
      ...judgeNamespace(subject),
      ...judgeWorkspaces(subject),
      ...judgeRelease(subject),
    ];
  },
};

/** Pods of most services have it as their label `hostname` (`gen3-helm:helm/common/templates/_labels_setup.tpl`). */
function judgeHostname(subject: PreflightSubject): Problem[] {
  const hostname = askedHostname(subject);
  if (hostname === undefined || hostname.length <= MAX_LABEL) return [];
  return [
    {
      severity: 'error',
      key: 'global.hostname',
      what: `The hostname has ${hostname.length} characters`,
      why: `Pods carry it as their label "hostname", and Kubernetes refuses a label of more than ${MAX_LABEL} characters: no service would start.`,
      fix: `Choose a hostname of at most ${MAX_LABEL} characters`,
    },
  ];
}

function judgeNamespace({ namespace }: PreflightSubject): Problem[] {
  if (namespace === undefined) return [];
  const shown = `The namespace ${quote(namespace)}`;
  const about = { severity: 'error', field: 'namespace' } as const;
  if (!isLabel(namespace)) {
    return [
      {
        ...about,
        what: `${shown} ${faultOf(namespace)}`,
        why: 'Kubernetes refuses to make it, so Argo CD cannot deploy anything.',
        fix: `Write 1 to ${MAX_LABEL} ${SYNTAX}`,
      },
    ];
  }
  if (namespace.startsWith('kube-') || namespace === 'argocd') {
    return [
      {
        ...about,
        what: `${shown} belongs to ${
          namespace === 'argocd' ? 'Argo CD' : 'Kubernetes'
        }`,
        why: 'A commons among the parts of the cluster may break these, and is gone when they are tidied up.',
        fix: 'Choose a namespace of its own for the commons',
      },
    ];
  }
  if (namespace !== 'default') return [];
  return [
    {
      ...about,
      severity: 'warning',
      what: `${shown} is where everything gets that names no namespace`,
      why: 'Names in a commons are always the same, so no second one can be there, and whatever else gets there is taken for a part of this one.',
      fix: 'Choose a namespace of its own for the commons',
    },
  ];
}

/** Hatchery starts workspaces in a namespace beside that of the commons. */
function judgeWorkspaces(subject: PreflightSubject): Problem[] {
  const { namespace, values } = subject;
  if (!hasService(subject, 'hatchery')) return [];
  const named = textAt(values, WORKSPACES_KEY);
  const beside =
    namespace === undefined ? undefined : `${WORKSPACES}${namespace}`;
  const name = named ?? beside;
  // What is wrong with the namespace itself is said already.
  const isOwnFault = named !== undefined || isLabel(namespace ?? '');
  if (name === undefined || isLabel(name) || !isOwnFault) return [];
  return [
    {
      severity: 'error',
      ...(named === undefined ? { field: 'namespace' } : {}),
      key: WORKSPACES_KEY,
      what: `The namespace of workspaces, ${quote(name)}, ${faultOf(name)}`,
      why: 'Kubernetes refuses to make it, and with it Argo CD fails to deploy the commons.',
      fix:
        named === undefined
          ? `Choose a namespace of at most ${
              MAX_LABEL - WORKSPACES.length
            } characters, or set ${WORKSPACES_KEY}`
          : `Write 1 to ${MAX_LABEL} ${SYNTAX}`,
    },
  ];
}

function judgeRelease(subject: PreflightSubject): Problem[] {
  const name = subject.plan?.releaseName;
  // It is made of the hostname: what is wrong with that, the check of its syntax says.
  if (name === undefined || askedHostname(subject) === undefined) return [];
  if (LABEL.test(name) && name.length <= MAX_RELEASE) return [];
  return [
    {
      severity: 'error',
      field: 'hostname',
      what: `Helm's release would be called ${quote(name)}`,
      why: `Helm takes 1 to ${MAX_RELEASE} ${SYNTAX}, so Argo CD could not deploy anything.`,
      fix: 'Choose another hostname',
    },
  ];
}

function isLabel(name: string): boolean {
  return name.length <= MAX_LABEL && LABEL.test(name);
}

function faultOf(name: string): string {
  return LABEL.test(name)
    ? `has ${name.length} characters`
    : `is not made of ${SYNTAX}`;
}
