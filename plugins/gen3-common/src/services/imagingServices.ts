import { Gen3Service } from './types';

const CHARTS = 'https://github.com/uc-cdis/gen3-helm/tree/master/helm';

/** Medical images: storage and viewer. No journey needs them: files are downloaded without. */
export const imagingServices: Gen3Service[] = [
  {
    name: 'dicom-server',
    title: 'DICOM server',
    description: 'Orthanc server for DICOM images (older set-up).',
    docsUrl: `${CHARTS}/dicom-server`,
    bundle: 'imaging',
    enabledByDefault: false,
    critical: false,
    dependsOn: [],
    journeys: [],
    offers: [],
    // The gateway lets everybody through; what Orthanc answers at its root is not documented by Gen3.
    probes: [{ path: '/dicom-server/system', body: { kind: 'not-html' } }],
    deployments: ['dicom-server-deployment'],
    kubernetesServices: ['dicom-server-service'],
    podSelector: 'app=dicom-server',
    jobs: [],
    database: true,
    secrets: [
      {
        namedBy: 'dicom-server.externalSecrets.orthancG3Auto',
        name: 'orthanc-g3auto',
        madeBy: 'dicom-server.externalSecrets.createK8sOrthancS3G3auto',
        always: true,
      },
    ],
  },
  {
    name: 'orthanc',
    title: 'Orthanc',
    description: 'DICOM image store.',
    docsUrl: `${CHARTS}/orthanc`,
    bundle: 'imaging',
    enabledByDefault: false,
    critical: false,
    dependsOn: [],
    journeys: [],
    offers: [],
    probes: [],
    whyNoProbe:
      'The gateway asks for a log-in before it passes the request on.',
    gatedPath: '/orthanc/system',
    deployments: ['orthanc-deployment'],
    kubernetesServices: ['orthanc-service'],
    podSelector: 'app=orthanc',
    jobs: [],
    database: true,
    secrets: [
      {
        namedBy: 'orthanc.externalSecrets.orthancS3G3Auto',
        name: 'orthanc-s3-g3auto',
        madeBy: 'orthanc.externalSecrets.createK8sOrthancS3G3auto',
        always: true,
      },
    ],
  },
  {
    name: 'ohif-viewer',
    title: 'OHIF viewer',
    description: 'Viewer for medical images in the browser.',
    docsUrl: 'https://ohif.org',
    bundle: 'imaging',
    enabledByDefault: false,
    critical: false,
    dependsOn: [],
    journeys: [],
    offers: [],
    probes: [{ path: '/ohif-viewer/', body: { kind: 'html' } }],
    deployments: ['ohif-viewer-deployment'],
    kubernetesServices: ['ohif-viewer-service'],
    podSelector: 'app=ohif-viewer',
    jobs: [],
    database: false,
  },
];
