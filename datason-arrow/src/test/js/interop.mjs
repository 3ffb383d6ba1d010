// The JavaScript Arrow library: `read FILE` prints a file's columns as JSON, a line each;
// `write FILE file` and `write FILE stream` write a table of its own.
import { readFileSync, writeFileSync } from "node:fs";
import * as arrow from "apache-arrow";

const [, , action, path, form] = process.argv;

function plain(value) {
  if (value === null || value === undefined) return null;
  if (typeof value === "bigint") return value.toString();
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString("hex");
  if (ArrayBuffer.isView(value)) return Array.from(value, plain);
  if (value instanceof arrow.Vector) return Array.from(value, plain);
  if (typeof value === "object" && "toJSON" in value) {
    return Object.fromEntries(Object.entries(value.toJSON()).map(([k, v]) => [k, plain(v)]));
  }
  return value;
}

if (action === "read") {
  const table = arrow.tableFromIPC(readFileSync(path));
  console.log(`${table.numRows} rows, ${table.batches.length} batches`);
  for (const field of table.schema.fields) {
    const values = Array.from(table.getChild(field.name), plain);
    console.log(`${field.name} ${field.type} ${JSON.stringify(values)}`);
  }
} else {
  const table = new arrow.Table({
    i: arrow.vectorFromArray([1, null, -3], new arrow.Int32()),
    l: arrow.vectorFromArray([1n, 2n, null], new arrow.Int64()),
    u: arrow.vectorFromArray([1, 255, null], new arrow.Uint8()),
    d: arrow.vectorFromArray([0.5, null, NaN], new arrow.Float64()),
    t: arrow.vectorFromArray(["a", null, "caf\u00e9 \u{1F600}"], new arrow.Utf8()),
    b: arrow.vectorFromArray([true, false, null], new arrow.Bool()),
    c: arrow.vectorFromArray(
      ["x", "y", "x"], new arrow.Dictionary(new arrow.Utf8(), new arrow.Int8())),
    m: arrow.vectorFromArray(
      [new Date(0), null, new Date(1500)], new arrow.TimestampMillisecond()),
    a: arrow.vectorFromArray(
      [[1, 2], [], null],
      new arrow.List(new arrow.Field("item", new arrow.Int32(), true))),
    s: arrow.vectorFromArray(
      [{ p: 1, q: "z" }, { p: null, q: "w" }, { p: 3, q: "v" }],
      new arrow.Struct([
        new arrow.Field("p", new arrow.Int32(), true),
        new arrow.Field("q", new arrow.Utf8(), true),
      ])),
    v: arrow.vectorFromArray(
      [new Uint8Array([1, 2]), new Uint8Array([]), null], new arrow.Binary()),
  });
  writeFileSync(path, arrow.tableToIPC(table, form));
}
