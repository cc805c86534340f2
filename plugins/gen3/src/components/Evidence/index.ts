export { Evidence } from './Evidence';
export { ServiceEvidence } from './ServiceEvidence';
