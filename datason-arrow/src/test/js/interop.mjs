// The JavaScript Arrow library: `read FILE` prints a file's columns as JSON, a line each;
// `write FILE file` and `write FILE stream` write a table of its own, `more FILE file` one of other
// types, and `tensor FILE file` a tensor; what `tensors FILE` prints is what it sees in one.
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
} else if (action === "tensors") {
  const table = arrow.tableFromIPC(readFileSync(path));
  const field = table.schema.fields[0];
  console.log(`${field.name} ${field.type}`);
  console.log(field.metadata.get("ARROW:extension:name"));
  console.log(field.metadata.get("ARROW:extension:metadata"));
  console.log(JSON.stringify(Array.from(table.getChildAt(0), plain)));
} else if (action === "tensor") {
  const items = arrow.vectorFromArray([1.5, 2, 3, 4, 5, -0.5], new arrow.Float32());
  const type = new arrow.FixedSizeList(3, new arrow.Field("item", new arrow.Float32(), false));
  const data = arrow.makeData({ type, length: 2, nullCount: 0, child: items.data[0] });
  const metadata = new Map([
    ["ARROW:extension:name", "arrow.fixed_shape_tensor"],
    ["ARROW:extension:metadata", '{"shape":[3]}'],
  ]);
  const schema = new arrow.Schema([new arrow.Field("t", type, false, metadata)]);
  const struct = arrow.makeData({
    type: new arrow.Struct(schema.fields), length: 2, nullCount: 0, children: [data] });
  const table = new arrow.Table(schema, new arrow.RecordBatch(schema, struct));
  writeFileSync(path, arrow.tableToIPC(table, form));
} else if (action === "more") {
  const table = new arrow.Table({
    i8: arrow.vectorFromArray([-128, null], new arrow.Int8()),
    i16: arrow.vectorFromArray([-32768, null], new arrow.Int16()),
    u16: arrow.vectorFromArray([65535, null], new arrow.Uint16()),
    u32: arrow.vectorFromArray([4294967295, null], new arrow.Uint32()),
    u64: arrow.vectorFromArray([18446744073709551615n, null], new arrow.Uint64()),
    f32: arrow.vectorFromArray([0.25, null], new arrow.Float32()),
    day: arrow.vectorFromArray([new Date(Date.UTC(2026, 10, 20)), null], new arrow.DateDay()),
    ms: arrow.vectorFromArray([3723004, null], new arrow.TimeMillisecond()),
    ns: arrow.vectorFromArray([3723004000005n, null], new arrow.TimeNanosecond()),
    took: arrow.vectorFromArray([90061n, null], new arrow.DurationSecond()),
    at: arrow.vectorFromArray([1500, null], new arrow.TimestampNanosecond("UTC")),
    dec: arrow.vectorFromArray([new Uint32Array([1250, 0, 0, 0]), null], new arrow.Decimal(2, 10)),
    four: arrow.vectorFromArray([new Uint8Array([1, 2, 3, 4]), null], new arrow.FixedSizeBinary(4)),
    pair: arrow.vectorFromArray(
      [[1, 2], null],
      new arrow.FixedSizeList(2, new arrow.Field("item", new arrow.Int16(), true))),
    large: arrow.vectorFromArray(["caf\u00e9", null], new arrow.LargeUtf8()),
    none: arrow.vectorFromArray([null, null], new arrow.Null()),
  });
  writeFileSync(path, arrow.tableToIPC(table, form));
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
