// Reads every BPMN file under each folder given with bpmn-moddle, one after another as it can only do.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BpmnModdle } from 'bpmn-moddle';

const moddle = new BpmnModdle();

for (const folder of process.argv.slice(2)) {
  let files = 0;
  let refused = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(bpmn2?|bpmn(20)?\.xml)$/i.test(entry.name)) {
      continue;
    }
    files++;
    try {
      await moddle.fromXML(readFileSync(join(entry.parentPath, entry.name), 'utf8'));
    } catch {
      refused++;
    }
  }
  console.log(`${files} files, ${refused} refused`);
}
