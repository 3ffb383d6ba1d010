// A client of the server under test: fetch and the JavaScript Arrow library.
import { tableFromArrays, tableFromIPC, tableToIPC } from 'apache-arrow';

const [, , command, url] = process.argv;
const ARROW = 'application/vnd.apache.arrow.stream';

if (command === 'read') {
  const response = await fetch(url, { headers: { Accept: ARROW } });
  const table = await tableFromIPC(response);
  console.log(`${response.status} ${response.headers.get('content-type')} ${table.numRows} rows`);
  for (const field of table.schema.fields) {
    console.log(`${field.name} ${field.type}`);
  }
} else {
  const table = tableFromArrays({ x: Float64Array.from([0.5, -1]), n: Int32Array.from([1, 2]) });
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': ARROW, Accept: 'application/json;preset=api' },
    body: tableToIPC(table, 'stream'),
  });
  console.log(`${response.status} ${await response.text()}`);
}
