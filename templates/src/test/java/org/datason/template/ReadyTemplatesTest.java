package org.datason.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.datason.Datason;
import org.datason.frame.Frame;
import org.junit.jupiter.api.Test;

/** The templates that come along read the documents that they are for. */
class ReadyTemplatesTest {

  private static Template<Object> ready(String name) {
    return TemplateFile.ready(name).build();
  }

  private static Map<?, ?> map(Object value) {
    return (Map<?, ?>) value;
  }

  private static List<String> violations(Template<?> template, String json) {
    return template.validate(json).stream().map(Violation::message).toList();
  }

  @Test
  void geoJson() {
    String json =
        """
        {"type":"FeatureCollection","name":"kept","features":[
          {"type":"Feature","id":7,"geometry":{"type":"Point","coordinates":[102.0,0.5]},
           "properties":{"prop0":"value0"}},
          {"type":"Feature","geometry":{"type":"GeometryCollection","geometries":[
            {"type":"LineString","coordinates":[[102.0,0.0],[103.0,1.0]],"bbox":[102.0,0.0,103.0,1.0]},
            {"type":"Polygon","coordinates":[[[100.0,0.0],[101.0,0.0],[101.0,1.0],[100.0,0.0]]]}]},
           "properties":null},
          {"type":"Feature","geometry":null,"properties":{}}]}
        """;
    Template<Object> template = ready("geojson");
    assertEquals(List.of(), template.validate(json));
    Object value = template.read(json);
    assertEquals(Datason.create().fromJson(json), value);
    assertEquals(value, template.read(template.toBytes(value)));
    assertEquals(
        List.of(
            "Point.coordinates: Expected at least 2 items but found an array at $.coordinates (line"
                + " 1, column 32, offset 31)"),
        violations(template, "{\"type\":\"Point\",\"coordinates\": [1.0]}"));
    assertEquals(1, violations(template, "{\"type\":\"Square\"}").size());
  }

  @Test
  void mlflowRun() {
    String json =
        """
        {"run":{"info":{"run_uuid":"d5bb","experiment_id":"0","run_name":"bold-fox-1",
          "user_id":"me","status":"FINISHED","start_time":1718447400123,"end_time":"1718447460000",
          "artifact_uri":"mlflow-artifacts:/0/d5bb/artifacts","lifecycle_stage":"active",
          "run_id":"d5bb"},
         "data":{"metrics":[
           {"key":"loss","value":0.25,"timestamp":1718447401000,"step":3},
           {"key":"loss","value":"NaN","timestamp":1718447402000,"step":4}],
          "params":[{"key":"lr","value":"0.01"}],
          "tags":[{"key":"mlflow.user","value":"me"}]},
         "inputs":{"dataset_inputs":[{"tags":[],"dataset":{"name":"iris","digest":"1a"}}]}}}
        """;
    Template<Object> template = ready("mlflow-run");
    assertEquals(List.of(), template.validate(json));
    Map<?, ?> run = map(map(template.read(json)).get("run"));
    assertEquals(1718447460000L, map(run.get("info")).get("end_time"));
    List<?> metrics = (List<?>) map(run.get("data")).get("metrics");
    assertEquals(Double.NaN, map(metrics.get(1)).get("value"));
    assertEquals(
        List.of(
            "RunInfo.status: Expected one of RUNNING, SCHEDULED, FINISHED, FAILED, KILLED but found"
                + " \"DONE\" at $.run.info.status (line 1, column 50, offset 49)"),
        violations(
            template,
            "{\"run\":{\"info\":{\"experiment_id\":\"0\",\"status\":    \"DONE\",\"run_id\":\"x\"}}}"));
  }

  @Test
  void experimentRun() {
    String json =
        "{\"sha256\":\""
            + "0".repeat(64)
            + "\",\"run\":{\"id\":\"00000000-0000-0001-0000-000000000002\",\"name\":\"baseline\","
            + "\"started\":\"2024-06-15T10:30:00Z\",\"ended\":null,\"tags\":[\"iris\"],"
            + "\"parameters\":{\"lr\":0.01},\"metrics\":{\"loss\":{\"steps\":[0,1],"
            + "\"values\":[0.75,0.5],\"times\":[]}},\"values\":{\"weights\":{"
            + "\"__datason_type__\":\"complex\",\"__datason_value__\":[1.0,2.0]}}}}";
    Template<Object> template = ready("experiment-run");
    assertEquals(List.of(), template.validate(json));
    Map<?, ?> run = map(map(template.read(json)).get("run"));
    assertEquals(new UUID(1, 2), run.get("id"));
    assertEquals(Instant.parse("2024-06-15T10:30:00Z"), run.get("started"));
    assertEquals(json, template.toJson(template.read(json)));
  }

  @Test
  void chat() {
    String json =
        """
        {"id":"00000000-0000-0001-0000-000000000002","created":"2024-06-15T10:30:00Z","messages":[
          {"role":"user","content":[{"type":"text","text":"Is it raining?"}]},
          {"role":"assistant","content":[
            {"type":"tool_use","id":"t1","name":"weather","input":{"days":[1,2]}}],
           "replies":[
            {"role":"tool","content":[{"type":"tool_result","tool_use_id":"t1","content":[
              {"type":"text","text":"No."},{"type":"image","data":"AAEC"}]}]}]}]}
        """;
    Template<Object> template = ready("chat");
    assertEquals(List.of(), template.validate(json));
    Object value = template.read(json);
    String again = template.toJson(value);
    assertEquals(again, template.toJson(template.read(again)));
    assertEquals(1, violations(template, json.replace("\"tool\"", "\"robot\"")).size());
  }

  @Test
  void columnsOfMessages() {
    Template<Frame> frames =
        Template.builder(
                ((Node.Items) ((Node.Members) ready("chat").root()).fields().get(4).node()).item(),
                ready("chat").definitions())
            .build()
            .toFrames()
            .build();
    Frame frame =
        frames.read("[{\"role\":\"user\",\"content\":[]},{\"role\":\"tool\",\"content\":[]}]");
    assertEquals(2, frame.size());
    assertEquals("tool", frame.column("role").getText(1));
  }
}
