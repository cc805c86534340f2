export { JourneyMarks } from './JourneyMarks';
