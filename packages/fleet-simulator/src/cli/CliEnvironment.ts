import { ControlClient } from '../control/ControlClient';

/** What commands write to and talk to. */
export interface CliEnvironment {
  print: (line: string) => void;
  client: () => ControlClient;
}
