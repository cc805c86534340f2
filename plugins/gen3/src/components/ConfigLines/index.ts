export { ConfigLines } from './ConfigLines';
