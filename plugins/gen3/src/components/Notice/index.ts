export { FailureNotice, type FailureNoticeProps } from './FailureNotice';
export { Notice } from './Notice';
